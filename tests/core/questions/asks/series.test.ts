import { describe, expect, it } from 'vitest'
import { findFindings } from '../../../../core/facts/find-facts.ts'
import { check, findFacts, kinds, read } from '../../../../core/index.ts'
import { isSeries, type SeriesAsk } from '../../../../core/questions/ask.ts'
import { findAsks } from '../../../../core/questions/asks/find-asks.ts'
import { createRandom } from '../../../../core/random.ts'
import { lexicon } from '../../engine/support/lexicon.ts'

const seriesIn = (body: string, date = '2025-02-20'): readonly SeriesAsk[] => {
  const reading = read({ body, date }, lexicon)
  return findAsks(reading, findFindings(reading)).filter(isSeries)
}

const GROWTH =
  'Harwick Foods’ grocery sales rose 12% to £40m in 2024. Harwick Foods’ clothing sales rose 7% to £22m in 2024. Harwick Foods’ online sales rose 31% to £18m in 2024. Harwick Foods’ wine sales rose 4% to £11m in 2024.'
const PEOPLE =
  'Jane Doe, chief executive of Harwick Foods, left. Peter Okafor, chairman of Dunmore Stores, stayed. Maria Lindqvist, an analyst at Kestrel Bank, was surprised.'

describe('several things asked at once', () => {
  it('are put in order by their growth', () => {
    const order = seriesIn(GROWTH).find(({ stem }) => stem.includes('growth'))
    expect(order?.stem).toBe(
      'Put these figures of Harwick Foods in order of their growth in 2024, fastest first.',
    )
    expect(order?.series.type).toBe('order')
  })

  it('are matched with their figures, which spends the facts themselves', () => {
    const pairs = seriesIn(GROWTH).find(({ series }) => series.type === 'pairs')
    expect(pairs?.stem).toBe(
      'Match each of these figures of Harwick Foods with the percentage by which it rose in 2024.',
    )
    expect(pairs?.also).toHaveLength(3)
  })

  it('are told apart as the two that stand at either end', () => {
    const stems = seriesIn(GROWTH).flatMap(({ series, stem }) => (series.type === 'several' ? [stem] : []))
    expect(stems).toContain('Which two of these figures of Harwick Foods rose fastest in 2024?')
    expect(stems).toContain('Which two of these figures of Harwick Foods rose slowest in 2024?')
  })

  it('match people with what they are', () => {
    const [pairs] = seriesIn(PEOPLE)
    expect(pairs?.stem).toBe('As of February 2025, match each person with the office or position held.')
    expect(pairs?.series).toMatchObject({
      type: 'pairs',
      members: [
        { left: 'Jane Doe', right: 'chief executive of Harwick Foods' },
        { left: 'Peter Okafor', right: 'chairman of Dunmore Stores' },
        { left: 'Maria Lindqvist', right: 'analyst at Kestrel Bank' },
      ],
    })
    expect(seriesIn(PEOPLE.slice(0, PEOPLE.indexOf('Maria')))).toEqual([])
  })

  it.each([GROWTH, PEOPLE])('pass the checker, and fail it when a part is moved', (body) => {
    const reading = read({ body, date: '2025-02-20' }, lexicon)
    const context = { reading, facts: findFacts(reading) }
    for (const ask of seriesIn(body)) {
      for (const kind of ['ordering', 'matching'] as const) {
        const draft = kinds[kind].draft(ask, createRandom(1))
        if (!draft) continue
        expect(check(draft, context)).toEqual({ passed: true, failures: [] })
        const [first, second, ...rest] = draft.answer
        const moved =
          draft.kind === 'ordering'
            ? {
                ...draft,
                answer: [second, first, ...rest],
                reasons: [draft.reasons[1], draft.reasons[0], ...draft.reasons.slice(2)],
              }
            : { ...draft, answer: [[first?.[0], second?.[1]], [second?.[0], first?.[1]], ...rest] }
        expect(check(moved as typeof draft, context).failures.map(({ rule }) => rule)).toContain(
          'parts-stated',
        )
      }
    }
  })
})
