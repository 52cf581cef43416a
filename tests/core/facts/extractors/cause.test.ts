import { describe, expect, it } from 'vitest'
import { factsIn } from '../support/facts-in.ts'

const causesIn = (text: string) => factsIn(text, 'cause')

describe('causes', () => {
  it.each([
    [
      'Harwick Foods closed its mill in Leeds in 2024 because of a shortage of wheat.',
      {
        subject: 'Harwick Foods',
        measure: 'closed its mill in Leeds in 2024',
        object: 'a shortage of wheat',
      },
    ],
    [
      'Dunmore Stores sold its shops in Norway in 2023 due to a fall in demand.',
      { subject: 'Dunmore Stores', object: 'a fall in demand', period: 'in 2023' },
    ],
    [
      'Harwick Foods’ profit fell 5% in 2024 because energy had become dearer in Germany.',
      { subject: 'Harwick Foods’ profit', object: 'energy had become dearer in Germany' },
    ],
    [
      'Harwick Foods closed its mill in Leeds in 2024 because it lost money.',
      { object: 'Harwick Foods lost money' },
    ],
  ])('say what happened, and why: %s', (text, fact) => {
    expect(causesIn(text)).toEqual([expect.objectContaining({ ...fact, status: 'actual' })])
  })

  it.each([
    'Harwick Foods did not close its mill because of a shortage of wheat.',
    'If Harwick Foods closes its mill because of a shortage of wheat, prices will rise.',
    'Harwick Foods closed its mill because of this.',
    '“Harwick Foods closed its mill because of a shortage of wheat,” a man said.',
    'Trouble came because of a shortage of wheat.',
  ])('are not read where nothing is said to have one: %s', (text) => {
    expect(causesIn(text).filter(({ status }) => status === 'actual')).toEqual([])
  })

  it('keep their time and place from the clause that tells the reason', () => {
    const text = 'Harwick Foods closed its mill in Leeds in 2024 because it won a contract in Spain.'
    const events = factsIn(text, 'event')
    expect(events.find(({ measure }) => measure === 'won a contract in Spain')?.period).toBeUndefined()
    expect(events.map(({ measure }) => measure)).toContain('won a contract in Spain')
  })
})
