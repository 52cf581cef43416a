import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { check, draftAll, findFacts, type Question, questionsOf, read, splitTitle } from '#core'
import { lexicon } from './support/lexicon.ts'
import { makeNews } from './support/long-text.ts'

/** Pieces of business news, so that chance meets the grammar. */
const PIECES = [
  'Acme',
  'Bolt Holdings',
  'Jane Doe',
  'Mr Doe',
  'The company',
  'the union',
  'Its',
  'he',
  'It',
  'revenue',
  'sales',
  'shares in',
  'rose',
  'fell',
  'was',
  'climbed by',
  'will cut',
  'said',
  'denied that',
  'plans to',
  'agreed to buy',
  'chief executive of',
  ', chief executive,',
  'the retailer',
  '8%',
  '$5bn',
  'Rmb280bn (£31.5bn)',
  'to $3.2bn',
  'from $1bn',
  '3,400 jobs',
  'about',
  'more than',
  'in 2024',
  'in the third quarter',
  'the previous year',
  'a year earlier',
  'on Thursday',
  'since the start of the year',
  'and',
  'but',
  'while',
  'that',
  ',',
  '.',
  '. ',
  '.\n',
  '\n\n',
  '"',
  '“',
  '”',
  '(',
  ')',
  '’s',
  '-',
  '—',
  'Read more',
  '…',
  '&',
  'J. P.',
  'U.S.',
  'Inc.',
  '\u00a0',
  '\u200b',
  '\ufeff',
  '\r\n',
  '\ud800',
  '\u202e',
  'שלום',
  '１２％',
  '🙂',
  'e\u0301',
  '{}',
  '_____',
  '$&',
]

const anyText = fc.oneof(
  { weight: 1, arbitrary: fc.string({ unit: 'binary', maxLength: 300 }) },
  {
    weight: 1,
    arbitrary: fc
      .array(fc.integer({ min: 0, max: 0xffff }), { maxLength: 120 })
      .map((units) => String.fromCharCode(...units)),
  },
  {
    weight: 4,
    arbitrary: fc.array(fc.constantFrom(...PIECES), { maxLength: 70 }).map((pieces) => pieces.join(' ')),
  },
  {
    weight: 1,
    arbitrary: fc.array(fc.constantFrom(...PIECES), { maxLength: 70 }).map((pieces) => pieces.join('')),
  },
  // Sound news with something thrown in
  {
    weight: 2,
    arbitrary: fc
      .tuple(fc.nat(1000), fc.nat(600), fc.nat(20), fc.constantFrom(...PIECES))
      .map(([seed, at, cut, piece]) => {
        const news = makeNews(700, `${seed}`)
        return `${news.slice(0, at)}${piece}${news.slice(at + cut)}`
      }),
  },
)

const anyDate = fc.constantFrom(undefined, '2025-02-20', '2024-02-29')

function readAny(raw: string, date: string | undefined) {
  const article = splitTitle(raw)
  return read(date === undefined ? article : { ...article, date }, lexicon)
}

interface Stretch {
  readonly start: number
  readonly end: number
}

/** The spans that are no span of the text, or stand before the one they should follow. */
const faulty = (text: string, spans: readonly Stretch[]): Stretch[] =>
  spans.filter(
    ({ start, end }, i) =>
      !(start >= 0 && start < end && end <= text.length) || start < (spans[i - 1]?.start ?? 0),
  )

describe('any text at all', () => {
  it('is read into spans that hold', () => {
    fc.assert(
      fc.property(anyText, anyDate, (raw, date) => {
        const reading = readAny(raw, date)
        const { text, blocks, sentences, quantities, periods, names } = reading
        for (const spans of [blocks, sentences, quantities, periods, names])
          expect(faulty(text, spans)).toEqual([])
        for (const { start, end, block, tokens } of sentences) {
          const around = blocks[block]
          expect(around && around.start <= start && end <= around.end).toBe(true)
          expect(faulty(text, tokens)).toEqual([])
          for (const token of tokens) {
            expect(text.slice(token.start, token.end)).toBe(token.text)
            expect(token.start >= start && token.end <= end).toBe(true)
          }
        }
        for (const { start, end } of names)
          expect(sentences.some((sentence) => sentence.start <= start && end <= sentence.end)).toBe(true)
      }),
      { numRuns: 300 },
    )
  })

  it('gives facts whose evidence stands in it, each under an id of its own', () => {
    fc.assert(
      fc.property(anyText, anyDate, (raw, date) => {
        const reading = readAny(raw, date)
        const facts = findFacts(reading)
        expect(new Set(facts.map(({ id }) => id)).size).toBe(facts.length)
        for (const { evidence, value, by, from, to } of facts) {
          expect(evidence.length).toBeGreaterThan(0)
          for (const { start, end, quote } of evidence) {
            expect(quote).not.toBe('')
            expect(reading.text.slice(start, end)).toBe(quote)
          }
          for (const figure of [value, by, from, to].flat())
            if (figure !== undefined) expect(Number.isFinite(figure)).toBe(true)
        }
      }),
      { numRuns: 300 },
    )
  })

  it('gives only questions that the checker passes, whose evidence stands in it', () => {
    fc.assert(
      fc.property(anyText, anyDate, fc.nat(50), (raw, date, seed) => {
        const reading = readAny(raw, date)
        const facts = findFacts(reading)
        const { questions, shortfall } = questionsOf(reading, { count: 6, seed })
        expect(shortfall.made).toBe(questions.length)
        if (questions.length < 6) expect(shortfall.reasons).not.toEqual([])
        const all: readonly Question[] = [...questions, ...draftAll(reading, { seed })]
        for (const question of all) {
          expect(check(question, { reading, facts }).failures).toEqual([])
          for (const { start, end, quote } of question.evidence)
            expect(reading.text.slice(start, end)).toBe(quote)
        }
      }),
      { numRuns: 200 },
    )
  })

  it('gives the same bytes twice', () => {
    const bytes = (raw: string, date: string | undefined): string => {
      const reading = readAny(raw, date)
      return JSON.stringify([reading, findFacts(reading), questionsOf(reading, { count: 5, seed: 7 })])
    }
    fc.assert(
      fc.property(anyText, anyDate, (raw, date) => {
        const first = bytes(raw, date)
        expect(bytes(raw, date)).toBe(first)
      }),
      { numRuns: 60 },
    )
  })
})

/** Processor time in seconds, not the clock: other work on the machine must not count. */
function cost(work: () => unknown): number {
  const before = process.cpuUsage()
  work()
  return process.cpuUsage(before).user / 1e6
}

const engine = (body: string): unknown => {
  const reading = read({ body }, lexicon)
  return [findFacts(reading), questionsOf(reading, { count: 10, seed: 1 })]
}

const MEGABYTE = 1_000_000
const fill = (piece: string, size = MEGABYTE): string => piece.repeat(Math.ceil(size / piece.length))

describe('time', () => {
  it('grows with the length of the text and no faster', () => {
    const [short, long] = [makeNews(9000, 'short'), makeNews(90_000, 'long')]
    for (let i = 0; i < 3; i++) engine(short)
    // Other work on the machine can only make a ratio worse; the best of a few is the code's own.
    const best = (text: string, rounds: number): number =>
      Math.min(...Array.from({ length: rounds }, () => cost(() => engine(text))))
    const most = 14 * (long.length / short.length / 10)
    let ratio = Number.POSITIVE_INFINITY
    for (let tries = 0; tries < 8 && ratio >= most; tries++)
      ratio = Math.min(ratio, best(long, 1) / best(short, 3))
    expect(ratio).toBeLessThan(most)
  })

  it.each([
    ['one word', fill('word ')],
    ['one word without a space', fill('a')],
    ['straight quotation marks', fill('"')],
    ['opening quotation marks', fill('“Acme ')],
    ['opening brackets', fill('(')],
    ['", and"', fill(', and ')],
    ['"Mr"', fill('Mr ')],
    ['dollars', fill('$1 ')],
    ['names', fill('Acme ')],
    ['possessives', fill('’s ')],
    ['full stops', fill('.')],
    ['full stops with spaces', fill('. ')],
    ['initials', fill('A. B. ')],
    ['exclamation marks in brackets', fill('!)')],
    ['one sentence without end', fill('Acme said Bolt rose 5% to $3bn in 2024, and ')],
    ['invitations to read more', fill('Read more\n')],
    ['empty lines', '\n'.repeat(100_000)],
    ['lone surrogates', fill('\ud800')],
  ])('stays small for a megabyte of %s', (_name, text) => {
    // Under two seconds on two old cores; a busy machine may take twice that.
    expect(cost(() => engine(text))).toBeLessThan(4)
  })
})
