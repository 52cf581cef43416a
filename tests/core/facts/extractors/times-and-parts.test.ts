import { describe, expect, it } from 'vitest'
import { findFindings } from '../../../../core/facts/find-facts.ts'
import { read } from '../../../../core/index.ts'
import { lexicon } from '../../engine/support/lexicon.ts'
import { factsIn } from '../support/facts-in.ts'

describe('the time of a figure', () => {
  it.each([
    'Harwick Foods said it was cutting first-quarter output by 10,000 loaves. Harwick Foods did well in May - with sales rising 8%.',
    'Harwick Foods’ mill in Leeds made £347m, an 82% jump on 2003 figures. Profits at Harwick Foods rose by 5% to £801m.',
  ])('is not one that only describes another thing before it: %s', (text) => {
    const changes = factsIn(text, 'change').filter(({ by }) => by === 8 || by === 5)
    expect(changes).not.toEqual([])
    for (const { period } of changes) expect(period ?? '').not.toMatch(/quarter|2003/)
  })

  it('is that of the sentence before where that tells when', () => {
    const text = 'In the third quarter of 2024 Harwick Foods’ sales rose 4%. Profits fell 8%.'
    expect(factsIn(text, 'change')).toContainEqual(
      expect.objectContaining({ by: 8, period: 'in the third quarter of 2024' }),
    )
  })

  it.each([
    ['for the final three months of 2004', 'in the last three months of 2004'],
    ['in the opening six months of 2004', 'in the first six months of 2004'],
    ['in 2004', 'in 2004'],
  ])('is the part of the year that is told: %s', (told, period) => {
    expect(factsIn(`Harwick Foods’ net profits were $5.37bn ${told}.`, 'level')).toEqual([
      expect.objectContaining({ value: 5_370_000_000, period }),
    ])
  })

  it('is not a year of which some months are told, whichever they are', () => {
    const [change] = factsIn('Harwick Foods’ sales rose 4% in the three dry months of 2004.', 'change')
    expect(change).toMatchObject({ by: 4 })
    expect(change?.period).toBeUndefined()
  })

  it('is not that of another deed, which opens the sentence', () => {
    const text = 'Founded in 1984, Harwick Foods has sold its mill to Dunmore Stores.'
    expect(factsIn(text).filter(({ period }) => period !== undefined)).toEqual([])
    expect(factsIn('In 1984 Harwick Foods opened 40 shops in Leeds.', 'event')).toContainEqual(
      expect.objectContaining({ period: 'in 1984' }),
    )
  })

  it('may stand behind dashes, and a comparison within them', () => {
    const text =
      'Harwick Foods’ sales have fallen by 50% - as well as by 30% against the plan - in the past three years.'
    expect(factsIn(text, 'change')).toContainEqual(
      expect.objectContaining({ by: 50, period: 'in the past three years' }),
    )
  })
})

describe('what a clause tells', () => {
  it('is told though a sum stands beside it in another currency', () => {
    expect(
      factsIn('Harwick Foods will pay $339m (£182.5m) for the mills of Dunmore Stores.', 'event'),
    ).toContainEqual(
      expect.objectContaining({
        measure: 'will pay $339m for the mills of Dunmore Stores',
        value: 339_000_000,
      }),
    )
  })

  it('is not told where a figure could not be read', () => {
    expect(factsIn('Harwick Foods will pay $1,8923 for the mills of Dunmore Stores.', 'event')).toEqual([])
  })

  it.each([
    'Ana Ruiz has tried to portray her rival Lena Ode, and left.',
    'Harwick Foods collapsed with debts of $19m (£10m) and new boss Lena Ode has sued its banks in Leeds.',
    'Harwick Foods told investors that once the purchase of Dunmore Stores was completed, it would cut 40 jobs.',
  ])('is not told where it breaks off or runs on: %s', (text) => {
    expect(factsIn(text, 'event').map(({ measure }) => measure)).not.toContainEqual(
      expect.stringMatching(/rival Lena Ode$|^collapsed|completed/),
    )
  })

  it('keeps the whole of its subject', () => {
    expect(
      factsIn('With exports slowing, the world’s second biggest economy grew faster than Norway in 2004.'),
    ).not.toContainEqual(expect.objectContaining({ subject: 'biggest economy' }))
  })

  it('is what somebody turned down, but not what somebody denied', () => {
    const statusOf = (text: string) => factsIn(text, 'event').map(({ status }) => status)
    expect(statusOf('Harwick Foods has rejected the offer of Dunmore Stores for its mills.')).toContain(
      'actual',
    )
    expect(statusOf('Harwick Foods rejected claims of fraud at its mill in Leeds.')).not.toContain('actual')
  })
})

describe('a reason', () => {
  it('is none where something is due to happen', () => {
    expect(
      factsIn('Due to enter service in 2026, Harwick Foods’ ship will replace its barge.', 'cause'),
    ).toEqual([])
    expect(
      factsIn('Due to a strike at its mill, Harwick Foods closed 40 shops in Leeds.', 'cause'),
    ).toHaveLength(1)
  })
})

describe('who says it', () => {
  it.each(['Lawyers for Harwick Foods', 'Shareholders of Harwick Foods'])(
    'is not %s, who speak for themselves',
    (who) => {
      expect(
        factsIn(`${who} said they would take legal action in other countries soon.`, 'statement'),
      ).toEqual([])
    },
  )

  it('is Harwick Foods where its spokesman speaks', () => {
    expect(
      factsIn('A spokesman for Harwick Foods said the mill would close for two weeks in May.', 'statement'),
    ).toEqual([expect.objectContaining({ subject: 'Harwick Foods' })])
  })

  it.each([
    [
      'Harwick Foods is predicting that its full-year sales will grow from Leeds to York.',
      'is predicting that',
    ],
    ['Harwick Foods added that sales of rye bread fell 9% in February.', 'said that'],
  ])('is told with the whole verb, and nothing that leans back: %s', (text, measure) => {
    expect(factsIn(text, 'statement')).toEqual([expect.objectContaining({ measure })])
  })

  it('is a paper that was told of before, and not what it tells of', () => {
    const text =
      'The Tarn plan of Harwick Foods is to get £40m, according to the Evening Courier. It says Dunmore Stores has set aside £7m for the plan.'
    expect(factsIn(text).filter(({ subject }) => subject === 'Dunmore Stores')).toEqual([])
  })
})

describe('an office', () => {
  it('is one of the past for a nation of two words, too', () => {
    expect(
      factsIn('Former South African president Ana Ruiz backed the plan of Harwick Foods.', 'role'),
    ).toEqual([])
    expect(factsIn('South African president Ana Ruiz backed the plan of Harwick Foods.', 'role')).toEqual([
      expect.objectContaining({ measure: 'South African president' }),
    ])
  })
})

describe('whose a figure is', () => {
  const below = (title: string) =>
    findFindings(
      read(
        {
          title,
          body: 'Harwick Foods opened a mill in Leeds. Harwick Foods hired 40 bakers. Harwick Foods closed a shop.\n\nForeign sales increased by 8.2% in 2004.',
        },
        lexicon,
      ),
    )
      .map(({ fact }) => fact)
      .filter(({ by }) => by === 8.2)

  it('is not one firm’s below a title that speaks of a country', () => {
    expect(below('German economy rebounds')).toEqual([expect.objectContaining({ subject: 'foreign sales' })])
  })

  it('is the firm’s below a title that speaks of one', () => {
    expect(below('German bakery firm grows')).toEqual([expect.objectContaining({ subject: 'Harwick Foods' })])
  })

  it('is not nobody’s where a word was torn from its hyphen', () => {
    expect(factsIn('Card-not-present fraud rose 6% in 2004 in Norway.', 'change')).toEqual([])
  })

  it('is a wish’s where a clause only tells which', () => {
    const text = 'The themes stressed by Ana Ruiz are those she wants to dominate the talks of Harwick Foods.'
    expect(factsIn(text, 'event').map(({ measure }) => measure)).not.toContain(
      'wants to dominate the talks of Harwick Foods',
    )
  })
})
