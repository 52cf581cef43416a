import { describe, expect, it } from 'vitest'
import type { ComparisonFinding, ContrastFinding } from '../../../../core/facts/finding.ts'
import { findingsIn } from '../support/facts-in.ts'

const comparisonsIn = (text: string) =>
  findingsIn(text).filter((finding): finding is ComparisonFinding => finding.family === 'comparison')
const contrastsIn = (text: string) =>
  findingsIn(text).filter((finding): finding is ContrastFinding => finding.family === 'contrast')

const GROWTH =
  'Harwick Foods’ grocery sales rose 12% to £40m in 2024. Harwick Foods’ clothing sales rose 7% to £22m in 2024. Harwick Foods’ online sales rose 31% to £18m in 2024.'

describe('figures beside each other', () => {
  it('stand in the order of their growth, each with what says so', () => {
    const [growth] = comparisonsIn(GROWTH).filter(({ by }) => by === 'growth')
    expect(growth?.items.map(({ label, why }) => [label, why])).toEqual([
      ['Harwick Foods’ online sales', 'Harwick Foods’ online sales rose by 31%.'],
      ['Harwick Foods’ grocery sales', 'Harwick Foods’ grocery sales rose by 12%.'],
      ['Harwick Foods’ clothing sales', 'Harwick Foods’ clothing sales rose by 7%.'],
    ])
    expect(growth?.fact).toMatchObject({
      family: 'comparison',
      subject: 'Harwick Foods',
      measure: 'order by growth',
      period: 'in 2024',
      status: 'actual',
    })
    expect(growth?.fact.evidence).toHaveLength(3)
  })

  it('of one company stand in the order of their size too', () => {
    const [size] = comparisonsIn(GROWTH).filter(({ by }) => by === 'size')
    expect(size?.items.map(({ label }) => label)).toEqual([
      'Harwick Foods’ grocery sales',
      'Harwick Foods’ clothing sales',
      'Harwick Foods’ online sales',
    ])
  })

  it('of several companies are compared where measure and time are the same', () => {
    const [fall] = comparisonsIn(
      'Harwick Foods’ revenue fell 3% in 2024. Dunmore Stores’ revenue fell 8% in 2024. Kestrel Bank’s revenue fell 5% in 2024.',
    )
    expect(fall).toMatchObject({ by: 'fall', owner: '', measure: 'revenue' })
    expect(fall?.items.map(({ value }) => value)).toEqual([8, 5, 3])
  })

  it.each([
    [
      'two are no order',
      'Harwick Foods’ grocery sales rose 12% in 2024. Harwick Foods’ clothing sales rose 7% in 2024.',
    ],
    [
      'different times',
      'Harwick Foods’ grocery sales rose 12% in 2024. Harwick Foods’ clothing sales rose 7% in 2023. Harwick Foods’ online sales rose 31% in 2022.',
    ],
    [
      'figures that are only bounds',
      'Harwick Foods’ grocery sales rose more than 12% in 2024. Harwick Foods’ clothing sales rose about 7% in 2024. Harwick Foods’ online sales rose at least 31% in 2024.',
    ],
    [
      'figures that are level',
      'Harwick Foods’ grocery sales rose 7% in 2024. Harwick Foods’ clothing sales rose 7% in 2024. Harwick Foods’ online sales rose 31% in 2024.',
    ],
    [
      'shares beside sales',
      'Harwick Foods’ shares rose 12% in 2024. Harwick Foods’ clothing sales rose 7% in 2024. Harwick Foods’ online sales rose 31% in 2024.',
    ],
    [
      'what is only expected',
      'Harwick Foods’ grocery sales may rise 12% in 2025. Harwick Foods’ clothing sales may rise 7% in 2025. Harwick Foods’ online sales may rise 31% in 2025.',
    ],
  ])('are not compared: %s', (_, text) => {
    expect(comparisonsIn(text)).toEqual([])
  })
})

describe('events with dates', () => {
  const DATED =
    'Harwick Foods bought Dunmore Stores in 2011. Harwick Foods closed its mill in Leeds in 2015. Harwick Foods sold its shops in Norway in March 2019.'

  it('stand in the order of time', () => {
    const [time] = comparisonsIn(DATED)
    expect(time?.by).toBe('time')
    expect(time?.items.map(({ why }) => why)).toEqual([
      'Harwick Foods bought Dunmore Stores in 2011.',
      'Harwick Foods closed its mill in Leeds in 2015.',
      'Harwick Foods sold its shops in Norway in March 2019.',
    ])
  })

  it('are left out where their times overlap', () => {
    expect(comparisonsIn(DATED.replace('in 2015', 'in 2019'))).toEqual([])
  })
})

describe('what rose beside what fell', () => {
  const TWO_SIDES =
    'Harwick Foods’ shares rose 3% in 2024. Dunmore Stores’ shares rose 8% in 2024. Orrin Bakery’s shares fell 5% in 2024. Kestrel Bank’s shares fell 2% in 2024.'

  it('is told with two of either at least', () => {
    const [contrast] = contrastsIn(TWO_SIDES)
    expect(contrast?.rose.map(({ label }) => label)).toEqual([
      'Harwick Foods’ shares',
      'Dunmore Stores’ shares',
    ])
    expect(contrast?.fell.map(({ label }) => label)).toEqual([
      'Orrin Bakery’s shares',
      'Kestrel Bank’s shares',
    ])
    expect(contrastsIn(TWO_SIDES.replace('fell 2%', 'rose 2%'))).toEqual([])
  })

  it('is of one time', () => {
    expect(contrastsIn(TWO_SIDES.replace('fell 2% in 2024', 'fell 2% in 2023'))).toEqual([])
  })
})
