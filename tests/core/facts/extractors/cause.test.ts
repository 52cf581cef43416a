import { describe, expect, it } from 'vitest'
import { findFindings } from '../../../../core/facts/find-facts.ts'
import { read } from '../../../../core/index.ts'
import { type Ask, isSeries } from '../../../../core/questions/ask.ts'
import { findAsks } from '../../../../core/questions/asks/find-asks.ts'
import { lexicon } from '../../engine/support/lexicon.ts'
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
    [
      'Harwick Foods’ sales fell 4% in 2024, hurt by higher costs in Spain.',
      { subject: 'Harwick Foods’ sales', object: 'higher costs in Spain' },
    ],
    [
      'Harwick Foods’ sales rose 4% in 2024, helped by a warm spring in Spain.',
      { subject: 'Harwick Foods’ sales', object: 'a warm spring in Spain' },
    ],
    [
      'Because of a strike at its mill in Leeds, Dunmore Stores cut its forecast for 2024.',
      {
        subject: 'Dunmore Stores',
        measure: 'cut its forecast for 2024',
        object: 'a strike at its mill in Leeds',
      },
    ],
    [
      'Because demand had fallen in Spain, Dunmore Stores cut its forecast for 2024.',
      { subject: 'Dunmore Stores', object: 'demand had fallen in Spain' },
    ],
    [
      'Dunmore Stores’ margin was 4% in 2024, down from 6% a year earlier because of dearer wheat.',
      { subject: 'Dunmore Stores’ margin', object: 'dearer wheat' },
    ],
    [
      'Peru blocked the merger of Dunmore Stores and Harwick Foods on grounds of public health.',
      { subject: 'Peru', object: 'public health' },
    ],
  ])('are told in many ways: %s', (text, fact) => {
    expect(causesIn(text)).toContainEqual(expect.objectContaining({ ...fact, status: 'actual' }))
  })

  it.each([
    'Harwick Foods’ sales fell 4% in 2024, helped by a warm spring in Spain.',
    'Harwick Foods’ sales rose 4% in 2024, hurt by higher costs in Spain.',
    'Harwick Foods’ sales rose 4% in 2024, led by a unit in Spain.',
    'Because demand had not fallen in Spain, Dunmore Stores kept its forecast for 2024.',
    'Because of this, Dunmore Stores cut its forecast for 2024.',
    'Dunmore Stores’ margin was 4% in 2024, down from 6% a year earlier, and wheat grew dear because of rain.',
  ])('are not read where the words do not fit: %s', (text) => {
    expect(causesIn(text).filter(({ object, subject }) => object && subject !== 'wheat')).toEqual([])
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

describe('what somebody says was the reason', () => {
  it.each([
    'Harwick Foods blamed the closure of its mill in Leeds on a shortage of wheat.',
    'Harwick Foods blamed a shortage of wheat for the closure of its mill in Leeds.',
    'Harwick Foods attributed the closure of its mill in Leeds to a shortage of wheat.',
  ])('%s', (text) => {
    expect(causesIn(text)).toContainEqual(
      expect.objectContaining({
        subject: 'the closure of its mill in Leeds',
        measure: expect.stringMatching(/^(?:blamed|attributed) by Harwick Foods$/),
        object: 'a shortage of wheat',
      }),
    )
  })

  it.each([
    'Harwick Foods did not blame the closure of its mill on a shortage of wheat.',
    'Harwick Foods may blame a shortage of wheat for the closure of its mill.',
    '“Harwick Foods blamed the closure of its mill on a shortage of wheat,” she said.',
    'They blamed it on a shortage of wheat.',
    'The man was blamed for the closure of a mill on Monday.',
  ])('is not told by: %s', (text) => {
    expect(causesIn(text).filter(({ object }) => object)).toEqual([])
  })

  it('is asked for beside other things of the article', () => {
    const body =
      'Harwick Foods blamed the loss of its mill in Leeds on a long strike over pay. The price of bread rose. Norway has seen many ships. Jane Doe left Lowfield Bank in 2022 because of a row over rents.'
    const reading = read({ body }, lexicon)
    const asks = findAsks(reading, findFindings(reading)).filter((ask): ask is Ask => !isSeries(ask))
    const ask = asks.find(({ slot }) => slot === 'reason')
    expect(ask?.stem).toBe('What did Harwick Foods blame for the loss of its mill in Leeds?')
    expect(ask?.key.text).toBe('a long strike over pay')
  })
})

describe('what something was due to', () => {
  it.each([
    [
      'Harwick Foods’ profits were hit by a long strike in Leeds in 2024.',
      {
        subject: 'Harwick Foods’ profits',
        measure: 'hit by',
        object: 'a long strike in Leeds',
        period: 'in 2024',
      },
    ],
    [
      'The rise in exports of Norway was driven by demand for salmon.',
      { subject: 'the rise in exports of Norway', object: 'demand for salmon' },
    ],
    [
      'The loss of Harwick Foods was largely due to dearer wheat.',
      { subject: 'the loss of Harwick Foods', measure: 'was largely due to', object: 'dearer wheat' },
    ],
  ])('%s', (text, fact) => {
    expect(causesIn(text)).toContainEqual(expect.objectContaining({ ...fact, status: 'actual' }))
  })

  it.each([
    'Harwick Foods was due to open a mill in Leeds in 2024.',
    'The loss of Harwick Foods was not due to dearer wheat.',
    'The loss of Harwick Foods may be due to dearer wheat.',
    'The loss of Harwick Foods was due to this.',
    'Harwick Foods was driven by its founder.',
    '“The loss of Harwick Foods was due to dearer wheat,” she said.',
  ])('is not told by: %s', (text) => {
    expect(causesIn(text).filter(({ object }) => object && !/^its founder$/.test(object))).toEqual([])
  })

  it('is asked for with what led to it', () => {
    const body =
      'Harwick Foods’ profits were hit by a long strike in Leeds in 2024. The price of bread rose. Norway has many ships. Jane Doe left Lowfield Bank in 2022 because of a row over rents.'
    const reading = read({ body }, lexicon)
    const asks = findAsks(reading, findFindings(reading)).filter((ask): ask is Ask => !isSeries(ask))
    const ask = asks.find(({ slot, fact }) => slot === 'reason' && fact.measure === 'hit by')
    expect(ask?.stem).toBe('What were Harwick Foods’ profits hit by in 2024?')
    expect(ask?.key.text).toBe('a long strike in Leeds')
  })
})
