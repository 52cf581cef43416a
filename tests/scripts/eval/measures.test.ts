import { describe, expect, it } from 'vitest'
import { quantile } from '../../../scripts/eval/figures.ts'
import { coverageOf } from '../../../scripts/eval/measures/coverage.ts'
import { COUNTED, createProofreader, statementsOf, stemsOf } from '../../../scripts/eval/measures/grammar.ts'
import { meaningOf } from '../../../scripts/eval/measures/meaning.ts'
import { likeness, nearDuplicates } from '../../../scripts/eval/measures/near-duplicates.ts'
import { judgeDrafts, rejectionsOf } from '../../../scripts/eval/measures/rejections.ts'
import { printSpeed } from '../../../scripts/eval/measures/speed.ts'
import { varietyOf } from '../../../scripts/eval/measures/variety.ts'
import { printYield, yieldOf } from '../../../scripts/eval/measures/yield.ts'
import { runText, type TextRun } from '../../../scripts/eval/run-text.ts'
import { datesOf } from '../../../scripts/eval/texts.ts'
import { lexicon } from '../../core/engine/support/lexicon.ts'
import { allFacts, facts, passage, reading, sound } from '../../core/questions/support/sample.ts'

/** A run over the sample article with these questions. */
const run = (part: Partial<TextRun> = {}): TextRun => ({
  file: 'harbour.txt',
  wish: { count: 10, seed: 1 },
  reading,
  words: 400,
  facts: allFacts,
  questions: Object.values(sound),
  shortfall: { asked: 10, made: 10, reasons: [] },
  ms: 20,
  ...part,
})
const asked = (...ids: readonly string[]) =>
  ids.map((id) => ({
    ...sound.choice,
    facts: [id],
    evidence: allFacts.find((fact) => fact.id === id)?.evidence ?? [],
  }))

describe('the yield', () => {
  it('is asked of long texts only, and of no more than was asked for', () => {
    const short = run({ words: 120, questions: [] })
    const poor = run({
      questions: asked('f-revenue'),
      shortfall: { asked: 10, made: 1, reasons: [{ rule: 'stands-alone', count: 3 }] },
    })
    const modest = run({ wish: { count: 1, seed: 1 }, questions: asked('f-revenue') })
    const { long, short: below } = yieldOf([short, poor, modest])
    expect([long.length, below]).toEqual([2, [poor]])
    expect(printYield([poor])).toContain('  harbour.txt: 1; kept out: stands-alone 3')
  })
})

describe('the coverage', () => {
  it('counts the paragraphs and sentences that state a fact, those asked about, and the thirds touched', () => {
    const one = coverageOf(run({ facts: [facts.revenue, facts.before], questions: asked('f-revenue') }))
    expect(one).toMatchObject({
      paragraphs: { stating: 1, asked: 1 },
      sentences: { stating: 2, asked: 1 },
      thirds: 1,
    })
    const last = reading.text.slice(reading.text.lastIndexOf('Tom Vale noted'))
    const far = [{ ...sound.choice, evidence: [passage(last)] }, ...asked('f-revenue')]
    expect(coverageOf(run({ questions: far })).thirds).toBe(2)
  })
})

describe('the variety of a set', () => {
  it('counts kinds, answers that are no figure, and stems that open alike', () => {
    const stems = ['By how much did A rise?', 'By how much did B fall?', 'Who leads C?']
    const questions = stems.map((stem) => ({ ...sound.choice, stem }))
    expect(varietyOf(run({ questions }))).toMatchObject({
      kinds: 1,
      mostAlike: 2,
      opening: 'by how much did',
    })
  })
})

describe('cause and meaning', () => {
  const body =
    'Sales at Oldbury fell 8% in 2024 because the weather was cold. "Shoppers are spending with great care," said Anna Reid, chief executive of Oldbury.'
  const made = runText({ file: 'a.txt', article: { title: 'Grocers', body } }, lexicon, {
    count: 10,
    seed: 1,
  })
  const drafted = (part: string) =>
    judgeDrafts(made)
      .map(({ question }) => question)
      .filter(({ stem }) => stem.includes(part))

  it('are asked where a question rests on a fact that tells why', () => {
    const questions = drafted('because the weather')
    expect(questions.length).toBeGreaterThan(0)
    expect(meaningOf({ ...made, questions })).toEqual({ isStated: true, isAsked: true })
  })

  it('are not asked by asking who said so, nor by anything else', () => {
    const questions = drafted('Shoppers are spending')
    expect(questions.length).toBeGreaterThan(0)
    expect(meaningOf({ ...made, questions })).toEqual({ isStated: true, isAsked: false })
    expect(meaningOf({ ...made, questions: [] })).toEqual({ isStated: true, isAsked: false })
  })

  it('are not missed where the text tells none', () => {
    expect(meaningOf(run({ facts: [facts.revenue] })).isStated).toBe(false)
  })
})

describe('what the checker keeps out', () => {
  it('is counted rule by rule over all drafts, and drafts that pass break none', () => {
    const drafts = judgeDrafts(run())
    const rejections = rejectionsOf(drafts)
    const refused = drafts.filter(({ broken }) => broken.length > 0).length
    expect(drafts.length).toBeGreaterThan(20)
    expect(rejections.reduce((total, { first }) => total + first, 0)).toBe(refused)
    expect(rejections.every(({ any, first, alone }) => alone <= first && first <= any)).toBe(true)
  })

  it('names the first rule, every rule and the only rule', () => {
    const broken = (...rules: readonly string[]) => ({
      kind: 'choice' as const,
      question: sound.choice,
      broken: rules,
    })
    const counts = rejectionsOf([broken('stands-alone', 'no-echo'), broken('no-echo'), broken()])
    const of = (name: string) => counts.find(({ rule }) => rule === name)
    expect(of('stands-alone')).toMatchObject({ any: 1, first: 1, alone: 0 })
    expect(of('no-echo')).toMatchObject({ any: 2, first: 1, alone: 1 })
  })
})

describe('near duplicates', () => {
  it('share most of the words of both stems', () => {
    const same = 'By how much did online sales of Harbour Foods climb in 2024?'
    const pair = [sound.choice, { ...sound.choice, id: 'other' }].map((question, at) => ({
      ...question,
      stem: at === 0 ? same : same.replace('climb', 'rise'),
    }))
    expect(nearDuplicates(pair)).toHaveLength(1)
    expect(likeness(same, same)).toBe(1)
    expect(likeness(same, 'Who leads Northgate Bank?')).toBe(0)
  })
})

describe('grammar', () => {
  it('is read by sorts that are no matter of names or taste', () => {
    expect([COUNTED.Spelling, COUNTED.Style, COUNTED.Grammar, COUNTED.Agreement]).toEqual([
      false,
      false,
      true,
      true,
    ])
  })

  it('slips are found, names and figures are not taken for slips', async () => {
    const proofread = await createProofreader()
    expect(await proofread('By how much did the the profit of Zorbex rise?')).toMatchObject([
      { sort: 'Repetition' },
    ])
    expect(await proofread('Zorbex bought a $10bn stake in Quillmark.')).toEqual([])
  })

  it('is asked of stems with the gap filled and of the truth beside a false statement', () => {
    const gapped = { ...sound.cloze, stem: 'It was a(n) _____ that failed.', answer: 'airline' }
    expect(stemsOf(gapped)).toEqual(['It was an airline that failed.'])
    const said = { ...sound.trueFalse, answer: false, stem: 'It fell.', correction: 'It rose.' }
    expect(stemsOf(said)).toEqual(['It fell.', 'It rose.'])
  })

  it('is asked of the statement that each option makes', () => {
    const body =
      'Oldbury bought Pennywise from Brightmart for £280m on 4 March 2025. Harbour Foods sold its farms to Northgate Bank in 2024. Anna Reid, chief executive of Oldbury, praised the deal.'
    const made = runText({ file: 'a.txt', article: { title: 'Grocers', body } }, lexicon, {
      count: 10,
      seed: 1,
    })
    const buyer = judgeDrafts(made)
      .map(({ question }) => question)
      .find(({ kind, answer }) => kind === 'choice' && answer === 'Oldbury')
    const statements = statementsOf({ reading: made.reading, questions: buyer ? [buyer] : [] })
    expect(statements).toContain('Oldbury bought Pennywise from Brightmart for £280m on 4 March 2025.')
    expect(statements).toContain('Northgate Bank bought Pennywise from Brightmart for £280m on 4 March 2025.')
  })
})

describe('time', () => {
  it('is told by the middle, the slow end and the rate', () => {
    const runs = [10, 20, 90].map((ms) => run({ ms, words: 40 }))
    expect(printSpeed(runs)).toEqual([
      '20 ms a text (median), 90 ms at the 95th percentile, 1000 words a second',
    ])
    expect(quantile([3, 1, 2], 0.5)).toBe(2)
  })

  it('is that of one text, read and asked as the command line does', () => {
    const article = { title: 'Grocers', body: 'Oldbury bought Pennywise in 2019.' }
    const one = runText({ file: 'a.txt', article }, lexicon, { count: 3, seed: 1 })
    expect(one).toMatchObject({ file: 'a.txt', words: 5, shortfall: { asked: 3 } })
    expect(one.ms).toBeGreaterThan(0)
  })
})

describe('the days of texts', () => {
  it('are read from the columns of a table, wherever they stand, where they are days', () => {
    const table = 'source\tdate\tfile\nx\t2010-05-13\ta.txt\r\ny\t2004-2005\tb.txt\nz\t\tc.txt\n'
    expect([...datesOf(table)]).toEqual([['a.txt', '2010-05-13']])
  })
})
