import { describe, expect, it } from 'vitest'
import { bankedOf, draftAll, findFacts, read } from '../../../core/index.ts'
import { setFailures } from '../../../core/questions/checker/set-rules.ts'
import { runningOf, tellingOf } from '../../../core/questions/item.ts'
import { type Candidate, pickMixed } from '../../../core/questions/pick-mixed.ts'
import { lexicon } from '../engine/support/lexicon.ts'

const FIRMS = ['Norvale', 'Cedarline', 'Halbrook', 'Quintex', 'Marrowby', 'Tolland', 'Ostvik', 'Pellworth']

/** The bank over articles about one firm each, with figures of their own. */
const bank: readonly Candidate[] = FIRMS.flatMap((firm, i) => {
  const body = `In January 2025 the retailer ${firm} said that revenue at ${firm} rose ${11 + i}% to $${45 + 3 * i}m in 2024. Profit at ${firm} fell ${2 + i}% to $${7 + i}m in 2024.

In 2024 ${firm} opened ${14 + 2 * i} shops in Wales. Sales of ${firm} in France climbed ${20 + i}% to $${90 + i}m in 2024.

On ${3 + i} March 2024 ${firm} closed its mill in Leeds. Last week ${firm} shut ${60 + i} shops in Spain.`
  const reading = read({ title: `${firm} sells more`, body, date: '2025-01-20' }, lexicon)
  const facts = findFacts(reading)
  return draftAll(reading, { seed: 1 }).map((question, at) => ({
    id: `${firm} ${question.id}`,
    article: {
      id: firm,
      companies: [firm],
      concepts: i % 2 === 0 ? ['Revenue', 'Margins'] : ['Outsourcing'],
    },
    banked: bankedOf({ ...question, needsArticle: at % 5 === 0 }, { reading, facts }),
  }))
})
const seeds = Array.from({ length: 40 }, (_, seed) => seed)
const articlesOf = (set: readonly Candidate[]) => set.map(({ article }) => article.id)

describe('a mixed set', () => {
  const sets = seeds.map((seed) => pickMixed(bank, { count: 8, seed }))

  it('has as many questions as asked for, spread over the articles', () => {
    for (const set of sets) {
      expect(set).toHaveLength(8)
      expect(new Set(articlesOf(set)).size).toBeGreaterThanOrEqual(6)
    }
  })

  it('is of several kinds, and none of it stands only beside its article', () => {
    expect(bank.some(({ banked }) => banked.needsArticle)).toBe(true)
    for (const set of sets) {
      expect(new Set(set.map(({ banked }) => banked.kind)).size).toBeGreaterThanOrEqual(3)
      expect(set.filter(({ banked }) => banked.needsArticle)).toEqual([])
    }
  })

  it('keeps the rules of a set', () => {
    for (const set of sets)
      expect(
        setFailures(
          set.map(({ id, article, banked }, i) => ({
            ...banked,
            question: { id, stem: banked.stem, facts: banked.facts.map((fact) => `${article.id} ${fact}`) },
            sentence: i,
            running: runningOf(banked.stem),
            telling: tellingOf(banked.stem),
          })),
        ),
      ).toEqual([])
  })

  it('has as many true statements as false ones, give or take one', () => {
    for (const set of sets) {
      const truths = set.flatMap(({ banked }) => banked.truth ?? [])
      expect(Math.abs(truths.filter(Boolean).length * 2 - truths.length)).toBeLessThanOrEqual(1)
    }
  })

  it('goes from easy to hard', () => {
    for (const set of sets) {
      const scores = set.map(({ banked }) => banked.difficulty.score)
      expect(scores).toEqual([...scores].sort((a, b) => a - b))
    }
  })

  it('is of as many kinds as are wished, as far as there are so many', () => {
    const open = bank.filter(({ banked }) => !banked.needsArticle)
    const there = new Set(open.map(({ banked }) => banked.kind)).size
    const draw = (atLeastKinds: number) =>
      seeds.map((seed) => {
        const set = pickMixed(bank, { count: there, seed, atLeastKinds })
        expect(set).toHaveLength(there)
        return new Set(set.map(({ banked }) => banked.kind)).size
      })
    expect(Math.min(...draw(0))).toBeLessThan(there)
    expect(new Set(draw(there))).toEqual(new Set([there]))
    expect(draw(8)).toEqual(draw(there))
  })

  it('is the same for the same seed, however the bank is ordered, and not for another', () => {
    const ids = (set: readonly Candidate[]) => set.map(({ id }) => id)
    expect(ids(pickMixed([...bank].reverse(), { count: 8, seed: 3 }))).toEqual(ids(sets[3] ?? []))
    expect(new Set(sets.map((set) => ids(set).join())).size).toBeGreaterThan(30)
  })

  it('can be drawn from the bank as it was stored', () => {
    const stored = JSON.parse(JSON.stringify(bank)) as Candidate[]
    expect(pickMixed(stored, { count: 8, seed: 5 })).toEqual(sets[5])
  })

  it('is shorter where the bank holds no more that go together', () => {
    const one = bank.filter(({ article }) => article.id === 'Norvale')
    const set = pickMixed(one, { count: 50, seed: 1 })
    expect(set.length).toBeGreaterThan(2)
    expect(new Set(set.flatMap(({ banked }) => banked.facts)).size).toBe(set.length)
    expect(pickMixed([], { count: 8, seed: 1 })).toEqual([])
  })
})

describe('a set within limits', () => {
  const draw = (limits: Partial<Parameters<typeof pickMixed>[1]>) =>
    seeds.flatMap((seed) => pickMixed(bank, { count: 8, seed, ...limits }))

  it.each<readonly [string, Partial<Parameters<typeof pickMixed>[1]>, (each: Candidate) => boolean]>([
    ['kinds', { kinds: ['number', 'cloze'] }, ({ banked }) => ['number', 'cloze'].includes(banked.kind)],
    ['levels', { levels: ['easy'] }, ({ banked }) => banked.difficulty.level === 'easy'],
    ['concepts', { concepts: ['Margins', 'Nothing'] }, ({ article }) => article.concepts.includes('Margins')],
    ['companies', { companies: ['Ostvik'] }, ({ article }) => article.id === 'Ostvik'],
    [
      'several at once',
      { companies: ['Norvale', 'Cedarline'], concepts: ['Outsourcing'], kinds: ['choice'] },
      ({ article, banked }) => article.id === 'Cedarline' && banked.kind === 'choice',
    ],
  ])('of %s holds nothing else', (_, limits, fits) => {
    const drawn = draw(limits)
    expect(drawn.length).toBeGreaterThan(0)
    expect(drawn.filter((each) => !fits(each))).toEqual([])
  })

  it('that nothing fits is empty', () => {
    expect(draw({ concepts: ['Nothing'] })).toEqual([])
    expect(draw({ kinds: [] })).toEqual([])
  })
})
