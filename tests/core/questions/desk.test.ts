import { describe, expect, it } from 'vitest'
import { Desk } from '../../../core/questions/desk.ts'
import { asks, context } from './support/sample.ts'

const wish = { taken: [] }

describe('a desk', () => {
  it('drafts one question for each wish that gives another form', () => {
    const desk = new Desk(context, 1)
    const drafts = [...desk.draft(asks.growth, 'number', [wish, wish])]
    expect(drafts).toHaveLength(1)
    expect(drafts[0]).toHaveProperty('item.question.kind', 'number')
    expect(desk.hasTried(asks.growth.group)).toBe(true)
    expect(desk.hasPassed(asks.growth.group)).toBe(true)
    expect(desk.refused()).toEqual([])
  })

  it('checks each form once, and remembers what it made of it', () => {
    const desk = new Desk(context, 1)
    const [first] = desk.draft(asks.growth, 'number', [wish])
    const [again] = desk.draft(asks.growth, 'number', [wish])
    expect(again).toBe(first)
  })

  it('says by which rule it refused, unless another draft of the group passed', () => {
    const desk = new Desk(context, 1)
    const spoilt = { ...asks.growth, stem: 'By what percentage did revenue of Tesco rise in 2024?' }
    const [judged] = desk.draft(spoilt, 'number', [wish])
    expect(judged).toHaveProperty('rule')
    expect(desk.refused()).toHaveLength(1)
    expect([...desk.draft(asks.growth, 'number', [wish])][0]).toHaveProperty('item')
    expect(desk.refused()).toEqual([])
  })

  it('drafts nothing of a kind that does not suit', () => {
    const desk = new Desk(context, 1)
    const { stem: _, ...unasked } = asks.growth
    expect([...desk.draft(unasked, 'choice', [wish])]).toEqual([])
    expect(desk.hasTried(asks.growth.group)).toBe(false)
  })
})
