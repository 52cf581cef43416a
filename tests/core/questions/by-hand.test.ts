import { describe, expect, test } from 'vitest'
import {
  checkByHand,
  draftAll,
  findFacts,
  fromHand,
  isFirm,
  KINDS,
  read,
  ruleTitle,
  toHand,
  type Written,
} from '#core'
import { loadLexicon } from '../../../server/lexicon.ts'
import { blank } from '../../../ui/desk/blank.ts'

const reading = read(
  {
    title: 'Norvale sells more kettles',
    date: '2025-03-04',
    body: [
      'Norvale, the kettle maker, said on Tuesday that its revenue rose 12% to $45m in 2024.',
      'Revenue from toasters grew 19% in 2024, and revenue from irons fell 14%.',
      'Mira Stolt, the chief executive of Norvale, said that demand was strong.',
    ].join(' '),
  },
  loadLexicon(),
)
const context = { reading, facts: findFacts(reading) }
const spot = (quote: string) => {
  const start = reading.text.indexOf(quote)
  if (start < 0) throw new Error(`'${quote}' does not stand in the article`)
  return { start, end: start + quote.length }
}
const FIRST = spot('Norvale, the kettle maker, said on Tuesday that its revenue rose 12% to $45m in 2024.')

const CHOICE: Written = {
  kind: 'choice',
  stem: 'By how much did Norvale’s revenue rise in 2024?',
  explanation: 'The article says so.',
  evidence: [FIRST],
  options: [
    { text: '12%', correct: true, why: 'It is.' },
    { text: '19%', correct: false, why: 'So much revenue from toasters grew.' },
    { text: '14%', correct: false, why: 'So much revenue from irons fell.' },
  ],
}
const rulesBroken = (written: Written) =>
  checkByHand(fromHand(written, context, 'x'), context).failures.map(({ rule }) => rule)

describe('a question by hand', () => {
  test('gets its answer, its quotes, its facts and the order of its figures from what was written', () => {
    const question = fromHand(CHOICE, context, 'mine')
    expect(question).toMatchObject({ id: 'mine', answer: '12%', needsArticle: false })
    expect('options' in question && question.options.map(({ text }) => text)).toEqual(['12%', '14%', '19%'])
    expect(question.evidence).toEqual([{ ...FIRST, quote: reading.text.slice(FIRST.start, FIRST.end) }])
    const [fact] = question.facts.map((id) => context.facts.find((each) => each.id === id))
    expect(fact).toMatchObject({ family: 'change', by: 12 })
  })

  test('passes the checker when its key stands in its passage', () => {
    expect(rulesBroken(CHOICE)).toEqual([])
  })

  test('needs its article where no year is named', () => {
    const { needsArticle } = fromHand(
      { ...CHOICE, stem: 'By how much did Norvale’s revenue rise?' },
      context,
      'x',
    )
    expect(needsArticle).toBe(true)
  })

  test('is held to its passage: another figure of the article is no key', () => {
    const options = CHOICE.kind === 'choice' ? CHOICE.options : []
    const wrong = {
      ...CHOICE,
      options: options.map((each) => ({ ...each, correct: each.text === '19%' })),
    } as Written
    const broken = rulesBroken(wrong)
    expect(broken).toContain('key-in-evidence')
    expect(broken.some(isFirm)).toBe(true)
  })

  test('is held to its passage: where none is chosen it has no key', () => {
    expect(rulesBroken({ ...CHOICE, evidence: [] })).toContain('key-in-evidence')
    // What lies outside the text is no passage.
    expect(
      rulesBroken({
        ...CHOICE,
        evidence: [
          { start: 5, end: 1_000_000 },
          { start: 9, end: 9 },
        ],
      }),
    ).toContain('key-in-evidence')
  })

  test('with two right answers, or none, has no key', () => {
    const options = CHOICE.kind === 'choice' ? CHOICE.options : []
    for (const correct of [true, false])
      expect(
        rulesBroken({ ...CHOICE, options: options.map((each) => ({ ...each, correct })) } as Written),
      ).toContain('one-key')
  })

  test('breaks a rule of form that its author may overrule', () => {
    const broken = rulesBroken({ ...CHOICE, stem: 'Norvale’s revenue rose in 2024 by' })
    expect(broken).toEqual(['stem-is-a-question'])
    expect(isFirm('stem-is-a-question')).toBe(false)
  })

  test('reads any three strokes as the gap', () => {
    const written: Written = {
      kind: 'cloze',
      stem: 'In 2024 the revenue of Norvale rose ___ to $45m.',
      answer: '12%',
      accepts: [],
      explanation: 'It says so.',
      evidence: [FIRST],
    }
    expect(fromHand(written, context, 'x').stem).toBe('In 2024 the revenue of Norvale rose _____ to $45m.')
    expect(rulesBroken(written)).toEqual([])
  })

  test.each(KINDS)(
    'of the kind %s, before anything is written, is refused in words and throws nothing',
    (kind) => {
      for (const evidence of [[], [FIRST]]) {
        const { failures } = checkByHand(fromHand(blank(kind, evidence), context, 'x'), context)
        expect(failures.length).toBeGreaterThan(0)
        for (const { rule, says } of failures) expect([ruleTitle(rule), says]).not.toContain('')
      }
    },
  )

  test('of the engine, written down again as it is, passes as it did', () => {
    const drafts = draftAll(reading, { seed: 1 })
    expect(drafts.length).toBeGreaterThan(5)
    for (const draft of drafts) {
      const again = fromHand(toHand(draft), context, draft.id, draft)
      expect(again).toEqual(draft)
      expect(checkByHand(again, context).failures).toEqual([])
    }
  })
})
