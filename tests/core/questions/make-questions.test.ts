import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { read } from '../../../core/article/read.ts'
import type { Fact } from '../../../core/facts/fact.ts'
import type { Ask, Key, Rival } from '../../../core/questions/ask.ts'
import { check } from '../../../core/questions/checker/check.ts'
import { checkSet } from '../../../core/questions/checker/set-rules.ts'
import { estimateDifficulty } from '../../../core/questions/difficulty.ts'
import { draftAll, makeQuestions } from '../../../core/questions/make-questions.ts'
import type { Question } from '../../../core/questions/question.ts'
import { allFacts, asks, context, reading } from './support/sample.ts'

const given = Object.values(asks) as readonly Ask[]

describe('questions made from asks', () => {
  const { questions, shortfall } = makeQuestions(reading, allFacts, given, { count: 4, seed: 1 })

  it('are as many as asked for, from easy to hard, one a fact', () => {
    expect(questions).toHaveLength(4)
    expect(shortfall).toEqual({ asked: 4, made: 4, reasons: [] })
    const scores = questions.map((question) => estimateDifficulty(question, context).score)
    expect(scores).toEqual([...scores].sort((a, b) => a - b))
    expect(new Set(scores).size).toBeGreaterThan(1)
    expect(new Set(questions.flatMap((question) => question.facts)).size).toBe(4)
  })

  it('are of several kinds', () => {
    expect(new Set(questions.map(({ kind }) => kind)).size).toBeGreaterThanOrEqual(3)
  })

  it('are the same for the same seed, and not for every other', () => {
    const at = (seed: number) =>
      JSON.stringify(makeQuestions(reading, allFacts, given, { count: 4, seed }).questions)
    expect(at(1)).toBe(at(1))
    expect(new Set([1, 2, 3, 4, 5].map(at)).size).toBeGreaterThan(1)
  })

  it('say why they are fewer than asked for', () => {
    const { shortfall: short } = makeQuestions(reading, allFacts, given, { count: 50, seed: 1 })
    expect(short.asked).toBe(50)
    expect(short.made).toBeLessThan(50)
    expect(short.reasons).toContainEqual({ rule: 'no-clear-question', count: allFacts.length - given.length })
  })

  it('name the rule that kept an ask out', () => {
    const spoilt = {
      ...asks.growth,
      stem: 'By how much did revenue of Tesco rise?',
      statement: 'Tesco rose {}.',
      sentence: 'Then Tesco rose {}.',
    }
    const { shortfall: short } = makeQuestions(reading, allFacts, [spoilt], { count: 5, seed: 1 })
    expect(short.reasons).toContainEqual({ rule: 'stem-in-article', count: 1 })
  })

  it('are none for a text without facts, with the reason', () => {
    expect(makeQuestions(read({ body: 'Nothing happened.' }), [], [], { count: 10, seed: 1 })).toEqual({
      questions: [],
      shortfall: { asked: 10, made: 0, reasons: [{ rule: 'no-facts', count: 10 }] },
    })
  })

  it('kept for the store are all that pass, with ids of their own', () => {
    const all = draftAll(reading, allFacts, given, { seed: 1 })
    expect(all.length).toBeGreaterThan(10)
    expect(new Set(all.map(({ id }) => id)).size).toBe(all.length)
    for (const question of all) expect(check(question, context).failures).toEqual([])
  })

  it('keep their ids whatever the seed', () => {
    const ids = (seed: number) =>
      draftAll(reading, allFacts, given, { seed })
        .map(({ id }) => id)
        .sort()
    expect(ids(2)).toEqual(ids(1))
  })
})

/** Many facts of one invented company, each with a figure of its own. */
function manyFacts(count: number) {
  const things = 'apples pears plums figs dates limes nuts oats rye corn rice beans peas kale leeks beets'
    .split(' ')
    .slice(0, count)
  const lines = things.map(
    (thing, index) => `Sales of ${thing} at Orchard Group rose ${index * 3 + 11}% in 2024.`,
  )
  const article = read({ title: 'Orchard Group Grows', body: lines.join('\n\n'), date: '2025-03-05' })
  const facts: Fact[] = things.map((thing, index) => ({
    id: `f-${thing}`,
    family: 'change',
    subject: 'Orchard Group',
    measure: `sales of ${thing}`,
    direction: 'up',
    by: index * 3 + 11,
    by_unit: '%',
    period: '2024',
    status: 'actual',
    evidence: [
      {
        start: article.text.indexOf(lines[index] ?? ''),
        end: article.text.indexOf(lines[index] ?? '') + (lines[index]?.length ?? 0),
        quote: lines[index] ?? '',
      },
    ],
  }))
  const key = (index: number): Key => ({
    type: 'figure',
    value: index * 3 + 11,
    unit: '%',
    text: `${index * 3 + 11}%`,
    scale: 1,
    decimals: 0,
    entryUnit: '%',
  })
  const made: Ask[] = things.map((thing, index) => ({
    fact: facts[index] as Fact,
    slot: 'by',
    group: thing,
    stem: `By how much did sales of ${thing} at Orchard Group rise in 2024?`,
    key: key(index),
    rivals: things.flatMap((other, at) =>
      at === index
        ? []
        : [{ key: key(at), why: `That is how much sales of ${other} rose.`, source: 'article' as const }],
    ),
    statement: `Sales of ${thing} at Orchard Group rose {} in 2024.`,
    sentence: `In 2024 sales of ${thing} at Orchard Group rose {}.`,
    explanation: `Sales of ${thing} rose ${index * 3 + 11}%.`,
    evidence: facts[index]?.evidence ?? [],
    needsArticle: false,
    worth: 0.5,
  }))
  return { article, facts, made }
}

describe('over many sets', () => {
  const { article, facts, made } = manyFacts(16)
  const seeds = Array.from({ length: 60 }, (_, seed) => seed)
  const sets = seeds.map((seed) => makeQuestions(article, facts, made, { count: 10, seed }).questions)

  it('each has ten questions of at least three kinds, at most three that open alike', () => {
    for (const set of sets) {
      expect(set).toHaveLength(10)
      expect(new Set(set.map(({ kind }) => kind)).size).toBeGreaterThanOrEqual(3)
      expect(set.filter(({ stem }) => stem.startsWith('By how much did')).length).toBeLessThanOrEqual(3)
    }
  })

  it('the key stands in every place among sorted figures about equally often', () => {
    const all = seeds.flatMap((seed) => draftAll(article, facts, made, { seed }))
    const places = all.flatMap((question) =>
      question.kind === 'choice' ? [question.options.findIndex(({ correct }) => correct)] : [],
    )
    for (const place of [0, 1, 2, 3]) {
      const share = places.filter((each) => each === place).length / places.length
      expect(share).toBeGreaterThan(0.15)
      expect(share).toBeLessThan(0.35)
    }
  })

  it('statements are true about as often as false', () => {
    const truths = sets
      .flat()
      .flatMap((question) => (question.kind === 'true-false' ? [question.answer] : []))
    const share = truths.filter(Boolean).length / truths.length
    expect(share).toBeGreaterThan(0.4)
    expect(share).toBeLessThan(0.6)
  })
})

const words = fc
  .array(
    fc.constantFrom(
      'Harbour',
      'Foods',
      'revenue',
      '8%',
      '£280m',
      '2024',
      'the',
      'company',
      'its',
      '{}',
      '?',
      '.',
      'rose',
      'Tesco',
      'about',
      'by',
      '_____',
      'this week',
      '',
    ),
    { maxLength: 12 },
  )
  .map((parts) => parts.join(' '))
const text = fc.oneof(words, fc.string({ unit: 'binary', maxLength: 40 }))
const value = fc.oneof(
  fc.integer({ min: -1000, max: 1e9 }),
  fc.double({ noDefaultInfinity: true, noNaN: true, min: -1e15, max: 1e15 }),
  fc.constantFrom(0, 8, 280e6, 37.8e6),
)

const anyKey: fc.Arbitrary<Key> = fc.oneof(
  fc.record({
    type: fc.constant('figure' as const),
    value,
    unit: fc.constantFrom('%', 'GBP', 'pp', 'x', 'person', ''),
    text: fc.oneof(text, fc.constantFrom('8%', '£280m', '12 people', 'twelve', '£37.8m')),
    scale: fc.constantFrom(1, 1e6, 1e9),
    decimals: fc.integer({ min: 0, max: 4 }),
    entryUnit: fc.constantFrom('%', 'million pounds (£m)', 'people', ''),
  }),
  fc.record({
    type: fc.constant('phrase' as const),
    sort: fc.constantFrom(
      'organisation' as const,
      'person' as const,
      'date' as const,
      'year' as const,
      'phrase' as const,
    ),
    text: fc.oneof(text, fc.constantFrom('Anna Reid', 'Tom Vale', 'Brightmart', '2019', '16 January 2025')),
    accepts: fc.array(text, { maxLength: 2 }),
  }),
)

const anyRival: fc.Arbitrary<Rival> = fc.record({
  key: anyKey,
  why: text,
  source: fc.constantFrom('article' as const, 'computed' as const, 'outside' as const),
})

const anyAsk: fc.Arbitrary<Ask> = fc
  .record({
    base: fc.constantFrom(...given),
    slot: fc.constantFrom('by', 'to', 'subject'),
    group: fc.constantFrom('a', 'b', 'c', 'd'),
    needsArticle: fc.boolean(),
    worth: fc.double({ min: 0, max: 1, noNaN: true }),
    change: fc.record(
      {
        stem: text,
        key: anyKey,
        rivals: fc.array(anyRival, { maxLength: 6 }),
        statement: text,
        sentence: text,
        explanation: text,
      },
      { requiredKeys: [] },
    ),
  })
  .map(({ base, change, ...rest }) => ({ ...base, ...rest, ...change }))

describe('whatever is asked', () => {
  const run = (list: readonly Ask[], seed: number, count: number) =>
    makeQuestions(reading, allFacts, list, { count, seed })
  const lists = fc.array(anyAsk, { maxLength: 6 })

  it('no question leaves that fails the checker, and nothing throws', () => {
    fc.assert(
      fc.property(lists, fc.nat(50), fc.integer({ min: 0, max: 12 }), (list, seed, count) => {
        const { questions, shortfall } = run(list, seed, count)
        expect(questions.length).toBeLessThanOrEqual(count)
        expect(shortfall).toMatchObject({ asked: count, made: questions.length })
        expect(questions.flatMap((question: Question) => check(question, context).failures)).toEqual([])
        expect(checkSet(questions, context).failures).toEqual([])
      }),
      { numRuns: 300 },
    )
  })

  it('the same asks and seed make the same questions', () => {
    fc.assert(
      fc.property(lists, fc.nat(50), (list, seed) => {
        expect(run(list, seed, 8)).toEqual(run(list, seed, 8))
      }),
      { numRuns: 50 },
    )
  })
})
