import { describe, expect, it } from 'vitest'
import type { Key } from '../../../core/questions/ask.ts'
import { Desk } from '../../../core/questions/desk.ts'
import { asks, context } from './support/sample.ts'

const wish = { taken: [] }

describe('a desk', () => {
  it('drafts one question for each wish that gives another form', () => {
    const desk = new Desk(context, 1)
    const drafts = [...desk.draft(asks.growth, 'number', [wish, wish])]
    expect(drafts).toHaveLength(1)
    expect(drafts[0]?.item.question.kind).toBe('number')
    expect(drafts.map(({ brokenRule }) => brokenRule)).toEqual([null])
  })

  it('looks at each form once', () => {
    const desk = new Desk(context, 1)
    const [first] = desk.draft(asks.growth, 'number', [wish])
    const [again] = desk.draft(asks.growth, 'number', [wish])
    expect(again).toBe(first)
  })

  it('tells of each group whether anything of it passes, and if not by which rule, asked before or not', () => {
    const desk = new Desk(context, 1)
    const spoilt = { ...asks.growth, stem: 'By what percentage did revenue of Tesco rise in 2024?' }
    const [refused] = desk.draft(spoilt, 'number', [wish])
    expect(refused?.brokenRule).toBe('stem-in-article')
    const outcome = () => desk.outcomes().get(asks.growth.group)
    expect(outcome()).toMatchObject({ hasPassed: false, firstBroken: 'stem-in-article' })
    expect([...desk.draft(asks.growth, 'number', [wish])]).toHaveLength(1)
    expect(outcome()).toMatchObject({ hasPassed: true })
  })

  it('tries the wishes that nobody had need of before it says that nothing of a group passes', () => {
    const desk = new Desk(context, 1)
    const { growth } = asks
    const overstated = { ...growth.key, value: 20, text: 'always 20%' } as Key
    const ask = {
      ...growth,
      rivals: [{ key: overstated, why: 'It was less.', source: 'article' as const }],
    }
    const [refused] = desk.draft(ask, 'true-false', [
      { truth: false, taken: [] },
      { truth: true, taken: [] },
    ])
    expect(refused?.brokenRule).not.toBeNull()
    expect(desk.outcomes().get(growth.group)).toMatchObject({
      hasPassed: true,
      firstBroken: refused?.brokenRule,
    })
  })

  it('drafts nothing of a kind that does not suit', () => {
    const desk = new Desk(context, 1)
    const { stem: _, ...unasked } = asks.growth
    expect([...desk.draft(unasked, 'choice', [wish])]).toEqual([])
    expect(desk.outcomes().size).toBe(0)
  })
})
