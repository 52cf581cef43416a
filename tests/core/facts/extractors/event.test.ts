import { describe, expect, it } from 'vitest'
import { factsIn } from '../support/facts-in.ts'

describe('events', () => {
  it('are told of those whose number stands behind their names', () => {
    const text = 'Harwick Foods and Dunmore Group, two British bakers, have reported falling profits.'
    expect(factsIn(text, 'event')).toContainEqual(
      expect.objectContaining({
        subject: 'Harwick Foods and Dunmore Group',
        measure: 'have reported falling profits',
      }),
    )
  })

  it('leave out that others did it too', () => {
    const text = 'BrightLoaf, a bakery, paused its own offering too.'
    expect(factsIn(text, 'event')).toEqual([
      expect.objectContaining({ subject: 'BrightLoaf', measure: 'paused its own offering' }),
    ])
  })

  it('are told by the day alone where something began or ended', () => {
    expect(
      factsIn('The strike at Harwick Foods began on 3 June 2024, and by 5 June 2024 it was over.', 'event'),
    ).toEqual([expect.objectContaining({ measure: 'began', period: 'on 3 June 2024' })])
    expect(factsIn('The strike at Harwick Foods began at the gate.', 'event')).not.toContainEqual(
      expect.objectContaining({ measure: 'began' }),
    )
  })

  it('go on behind what could or would not be', () => {
    const text = 'Harwick Foods would not sell its mill and closed 30 shops in 2024.'
    expect(factsIn(text)).toEqual([
      expect.objectContaining({ subject: 'Harwick Foods', measure: 'closed 30 shops', status: 'actual' }),
    ])
  })

  it.each([
    'Harwick Foods could sell its mills and cut 300 jobs.',
    'Harwick Foods would not sell its mill and close 30 shops in 2024.',
    'Harwick Foods may build a mill and open 30 shops in 2024.',
  ])('but what could be stays so, if the second verb may be under the first’s: %s', (text) => {
    expect(factsIn(text).filter(({ status }) => status === 'actual')).toEqual([])
  })
})

describe('a price', () => {
  it('is what something stands at', () => {
    expect(
      factsIn('On 19 April 2024 the copper contract stood at $9,400 a tonne in New York.', 'level'),
    ).toEqual([expect.objectContaining({ subject: 'the copper contract', value: 9400, unit: 'USD/tonne' })])
    expect(factsIn('The copper contract stood at 40 in a row.', 'level')).toEqual([])
  })
})

describe('a date in May', () => {
  it('makes nothing doubtful', () => {
    expect(factsIn('In May 2024 Harwick Foods’ sales rose 12%.', 'change')).toEqual([
      expect.objectContaining({ by: 12, status: 'actual' }),
    ])
  })
})
