import { describe, expect, it } from 'vitest'
import { DATE, factsIn, findingsIn } from './support/facts-in.ts'

describe('levels', () => {
  it.each([
    [
      'Harwick Foods’ revenue was £420m in 2024.',
      { subject: 'Harwick Foods', measure: 'revenue', value: 420e6, unit: 'GBP', period: 'in 2024' },
    ],
    [
      'Harwick Foods reported a net loss of $1.2bn in 2024.',
      { subject: 'Harwick Foods', measure: 'net loss', value: 1.2e9, unit: 'USD', period: 'in 2024' },
    ],
    [
      'The average price of a house in Leeds was £210,000 in May 2024.',
      { measure: 'average price of a house in Leeds', value: 210_000, unit: 'GBP', period: 'in May 2024' },
    ],
    [
      'In 2024 Harwick Foods’ debt reached about $4bn.',
      { measure: 'debt', value: 4e9, exactness: 'about', period: 'in 2024' },
    ],
  ])('say how much a measure was: %s', (text, fact) => {
    expect(factsIn(text, 'level')).toEqual([expect.objectContaining({ ...fact, status: 'actual' })])
  })

  it('set beside an earlier one give that one and the change too', () => {
    const facts = factsIn('Harwick Foods’ spending reached $6bn in 2024, from $2bn the previous year.')
    expect(facts.filter(({ family }) => family === 'level')).toEqual([
      expect.objectContaining({ value: 6e9, period: 'in 2024' }),
      expect.objectContaining({ value: 2e9, period: 'in 2023' }),
    ])
    expect(facts.filter(({ family }) => family === 'change')).toEqual([
      expect.objectContaining({ direction: 'up', from: 2e9, to: 6e9, period: 'in 2024' }),
    ])
  })
})

describe('a measure that is expected to move', () => {
  it('is a forecast', () => {
    const text = 'Harwick Foods’ gross margin in 2025 was expected to shrink by 650 to 700 basis points.'
    expect(factsIn(text, 'change')).toEqual([
      expect.objectContaining({ direction: 'down', by: [650, 700], period: 'in 2025', status: 'forecast' }),
    ])
  })

  it('is none where what is expected is no move, or not expected', () => {
    expect(factsIn('Harwick Foods’ sales were expected to please 650 buyers.', 'change')).toEqual([])
    expect(factsIn('Harwick Foods’ sales were not expected to fall by 5%.', 'change')).toEqual([])
  })
})

describe('a forecast that is cut', () => {
  it('moves from one range to another on that day', () => {
    const text =
      'Buyers were offered discounts, and because of them Harwick Foods cut its forecast of annual revenue on 28 August 2024, to $3.89bn–3.90bn from $3.98bn–4.01bn.'
    expect(factsIn(text, 'change')).toEqual([
      expect.objectContaining({
        subject: 'Harwick Foods',
        measure: 'forecast of annual revenue',
        direction: 'down',
        from: [3.98e9, 4.01e9],
        to: [3.89e9, 3.9e9],
        period: 'on 28 August 2024',
      }),
    ])
  })

  it('is no change at the time that it is a forecast of', () => {
    const text = 'Harwick Foods cut its forecast of growth in the March quarter of 2025 from 9% to 4%.'
    expect(factsIn(text, 'change')).toEqual([])
  })
})

describe('net income in the quarter', () => {
  it('is that of the quarter told before', () => {
    const text =
      'Harwick Foods’ revenue was $39m in the fourth quarter of 2024. Harwick Foods’ net income in the quarter rose 80% to $22m.'
    expect(factsIn(text, 'change')).toEqual([
      expect.objectContaining({ measure: 'net income', by: 80, period: 'in the fourth quarter of 2024' }),
    ])
  })

  it('is left alone where no quarter is told before', () => {
    expect(factsIn('Harwick Foods’ net income in the quarter rose 80% to $22m.', 'change')).toEqual([])
  })
})

describe('what is set for a year', () => {
  it('is a goal for it', () => {
    const text = 'Harwick Foods has a goal of 5m to 6m loaves for 2025.'
    expect(factsIn(text, 'level')).toEqual([expect.objectContaining({ period: 'for 2025' })])
  })
})

describe('reasons that are counted', () => {
  it('are told with what they were', () => {
    const text = 'Jane Doe gave two reasons: growth was slower and flour was dearer.'
    expect(factsIn(text)).toContainEqual(
      expect.objectContaining({
        subject: 'Jane Doe',
        measure: 'gave two reasons',
        object: 'growth was slower and flour was dearer',
      }),
    )
  })
})

describe('who leads a body', () => {
  it('is told behind a comma', () => {
    const text = 'It sold more than Harwick Foods, the Spanish rival led by Jane Doe.'
    expect(factsIn(text, 'role')).toEqual([
      expect.objectContaining({ subject: 'Jane Doe', measure: 'leader', object: 'Harwick Foods' }),
    ])
  })

  it.each([
    'It sold more than Harwick Foods, and a march led by Jane Doe began.',
    'Harwick Foods left a march led by Jane Doe.',
    'It asked Harwick Foods, a rival hurt by Jane Doe.',
  ])('is nobody who leads something else: %s', (text) => {
    expect(factsIn(text, 'role')).toEqual([])
  })
})

describe('an index', () => {
  it('closes at so many points on the day told before', () => {
    const text =
      'On 5 August 2024 the Nikkei 225 share index dropped 4,451 points, more than on any day before, and closed at 31,458.'
    expect(factsIn(text, 'event')).toEqual([
      expect.objectContaining({ measure: 'closed at 31,458', value: 31_458, period: 'on 5 August 2024' }),
    ])
  })
})

describe('a quarter told before', () => {
  it('is the one that the words behind it name', () => {
    const text =
      'The new ovens came late. In that quarter, the fourth of fiscal 2025, Harwick Foods’ revenue was $39m.'
    expect(factsIn(text, 'level')).toEqual([
      expect.objectContaining({ value: 39e6, period: 'in the fourth quarter of fiscal 2025' }),
    ])
  })

  it('is left alone where they name none', () => {
    const text = 'The new ovens came late. In that quarter Harwick Foods’ revenue was $39m.'
    expect(factsIn(text, 'level')).toEqual([])
  })
})

describe('a clause that its opening narrows', () => {
  it('states no fact without that', () => {
    const text = 'Without sales to its own units, Harwick Foods’ cloud revenue rose 11%.'
    for (const { measure = '' } of factsIn(text))
      if (measure.includes('rose')) expect(measure.toLowerCase()).toContain('without sales')
  })
})

describe('changes', () => {
  it.each([
    [
      'Harwick Foods said net profit rose 12% to $3.4bn in the third quarter of 2024.',
      {
        subject: 'Harwick Foods',
        measure: 'net profit',
        direction: 'up',
        by: 12,
        by_unit: '%',
        to: 3.4e9,
        unit: 'USD',
        period: 'in the third quarter of 2024',
      },
    ],
    [
      'Sales at Harwick Foods fell by about 5% in 2024.',
      { direction: 'down', by: 5, by_unit: '%', exactness: 'about' },
    ],
    [
      'Harwick Foods reported a 6% fall in revenue to $9bn in 2024.',
      { subject: 'Harwick Foods', measure: 'revenue', direction: 'down', by: 6, to: 9e9 },
    ],
    ['Shares in Harwick Foods fell 3% to 214p.', { direction: 'down', by: 3, to: 2.14, unit: 'GBP' }],
    ['Operating margin at Harwick Foods rose 40 basis points in 2024.', { by: 40, by_unit: 'bp' }],
    ['Unemployment in Norway rose 0.3 percentage points in May 2024.', { by: 0.3, by_unit: 'pp' }],
    ['Harwick Foods’ revenue doubled to $9bn in 2024.', { direction: 'up', to: 9e9 }],
    [
      'Harwick Foods’ pastry business grew, with sales rising 32% to $400m in 2024.',
      { direction: 'up', by: 32, to: 400e6 },
    ],
    ['Harwick Foods’ revenue was up 5% in 2024.', { direction: 'up', by: 5 }],
  ])('say which way, by how much, to what and when: %s', (text, fact) => {
    expect(factsIn(text, 'change')).toContainEqual(expect.objectContaining({ ...fact, status: 'actual' }))
  })

  it('that go against themselves were not read right, and are left out', () => {
    expect(factsIn('Harwick Foods’ sales rose to $3bn from $5bn in 2024.', 'change')).toEqual([])
  })

  it('may be told by their direction alone', () => {
    expect(factsIn('US inflation slowed in January 2025.', 'change')).toEqual([
      expect.objectContaining({ direction: 'down', period: 'in January 2025' }),
    ])
  })

  it('take their time from the sentence before where results are told in a row', () => {
    const facts = factsIn(
      'Harwick Foods’ revenue rose 8% to $9bn in the third quarter of 2024. Operating profit rose 5% to $1bn.',
      'change',
    )
    expect(facts.map(({ period }) => period)).toEqual([
      'in the third quarter of 2024',
      'in the third quarter of 2024',
    ])
    expect(facts[1]?.evidence).toHaveLength(2)
  })
})

describe('roles', () => {
  it.each([
    ['Jane Doe, chief executive of Harwick Foods, left.', 'chief executive'],
    ['Jane Doe, Harwick Foods’ finance director, left.', 'finance director'],
    ['Harwick Foods chairman Jane Doe spoke.', 'chairman'],
    ['Harwick Foods’ chief executive, Jane Doe, spoke.', 'chief executive'],
    ['Harwick Foods grew. The company’s founder, Jane Doe, spoke.', 'founder'],
    ['Jane Doe, principal analyst at Harwick Foods, left.', 'principal analyst'],
  ])('say who holds which office where: %s', (text, title) => {
    expect(factsIn(text, 'role')).toEqual([
      expect.objectContaining({ subject: 'Jane Doe', measure: title, object: 'Harwick Foods' }),
    ])
  })

  it.each([
    'Peter Okafor, former chief executive of Harwick Foods, left.',
    'Doe, chief executive of Harwick Foods, left.',
    'The chief executive of Harwick Foods left.',
    'Jane Doe, a keen sailor, left Harwick Foods.',
    'Harwick Foods chief executive Jane Doe resigned last week.',
    'Jane Doe, chairwoman of Harwick Foods, is to step down.',
  ])('are not read where nobody holds one now: %s', (text) => {
    expect(factsIn(text, 'role')).toEqual([])
  })
})

describe('events', () => {
  it.each([
    [
      'Harwick Foods recalled 1.8 million cars across Europe in May 2024.',
      { subject: 'Harwick Foods', value: 1.8e6, unit: 'car', period: 'in May 2024', status: 'actual' },
    ],
    [
      'Harwick Foods opened a factory in Gdansk on 3 June 2024.',
      { subject: 'Harwick Foods', measure: 'opened a factory in Gdansk', period: 'on 3 June 2024' },
    ],
    [
      'Harwick Foods plans to open 40 stores in Poland by 2027.',
      { measure: 'plans to open 40 stores in Poland', status: 'planned' },
    ],
    ['Harwick Foods could cut 400 jobs in Leeds in 2026.', { value: 400, status: 'hedged' }],
    ['Harwick Foods said it will invest €300m in a plant in Brno.', { value: 300e6, status: 'planned' }],
  ])('say who did what: %s', (text, fact) => {
    expect(factsIn(text, 'event')).toContainEqual(expect.objectContaining(fact))
  })
})

describe('statements', () => {
  it('name who said it, and keep what was said', () => {
    expect(
      factsIn(
        'Jane Doe, the chief executive of Harwick Foods, said demand in Europe could fall again.',
        'statement',
      ),
    ).toEqual([
      expect.objectContaining({
        subject: 'Jane Doe',
        measure: 'said that',
        object: 'demand in Europe could fall again',
      }),
    ])
  })

  it('of nobody in particular are none', () => {
    expect(factsIn('A spokesman said demand in Europe could fall again.', 'statement')).toEqual([])
    expect(factsIn('It is said that demand in Europe could fall again.', 'statement')).toEqual([])
  })
})

describe('derived figures', () => {
  it('follow from a change and its level', () => {
    expect(factsIn('Harwick Foods’ revenue rose 25% to $10bn in 2024.', 'derived')).toEqual([
      expect.objectContaining({ value: 8e9, unit: 'USD', exactness: 'about' }),
    ])
  })

  it('follow from two levels of one measure', () => {
    expect(
      factsIn('Harwick Foods’ spending reached $6bn in 2024, from $2bn the previous year.', 'derived'),
    ).toContainEqual(expect.objectContaining({ value: 3, unit: 'x' }))
  })

  it('do not follow from what is only expected', () => {
    expect(factsIn('Harwick Foods’ revenue could rise 25% to $10bn in 2025.', 'derived')).toEqual([])
  })
})

describe('what is not so', () => {
  it.each([
    'Harwick Foods denied that it planned to close 12 plants.',
    'The union claimed Harwick Foods planned to close 12 plants.',
    'Not many shops of Harwick Foods were open in 2024.',
    'Few analysts at Harwick Foods were surprised by the result.',
    'Harwick Foods did not close 12 plants in 2024.',
    'Harwick Foods never paid the $40m fine.',
    'Harwick Foods’ revenue did not rise 5% in 2024.',
    'There is no evidence that Harwick Foods closed 12 plants in 2024.',
    'Rumours that Harwick Foods closed 12 plants in 2024 were false.',
    'Neither Harwick Foods nor Dunmore Stores closed 12 plants in 2024.',
    'Harwick Foods disputed a report that it lost $4bn in 2024.',
    'The $40m that Harwick Foods received from Dunmore Stores is gone.',
  ])('gives no fact: %s', (text) => {
    expect(factsIn(text)).toEqual([])
  })

  it.each([
    ['Harwick Foods’ shares may have fallen 5% in 2024.', 'hedged'],
    ['Harwick Foods’ revenue could rise 5% in 2025.', 'hedged'],
    ['Harwick Foods’ revenue will rise 5% in 2025.', 'planned'],
    ['If Harwick Foods’ revenue falls 5% in 2025, it will close.', 'conditional'],
  ])('yet is never plain fact: %s', (text, status) => {
    const facts = factsIn(text)
    expect(facts.filter((fact) => fact.status === 'actual')).toEqual([])
    for (const fact of facts) expect(fact.status).toBe(status)
  })

  it.each([
    'Harwick Foods nearly closed 12 plants in 2024.',
    'Harwick Foods rarely sells more than 400 cars in Leeds.',
    'Harwick Foods reportedly closed 12 plants in 2024.',
    'Harwick Foods allegedly hid 12 crashes in 2024.',
    'Previously, Harwick Foods had refused to close 12 plants in Spain.',
  ])('keeps the word that undoes it: %s', (text) => {
    const word = /nearly|rarely|reportedly|allegedly|Previously/.exec(text)?.[0] ?? ''
    for (const { measure } of factsIn(text)) expect(measure).toContain(word)
  })

  it('is what a condition hangs on, and what hangs on it', () => {
    const facts = factsIn('If Harwick Foods fails to sell the unit, Harwick Foods’ debt will rise to $4bn.')
    for (const { status } of facts) expect(status).toBe('conditional')
  })

  it('is what stands in quotation marks, until somebody is named who says it', () => {
    const facts = factsIn('“Harwick Foods closed 12 plants in 2024,” a man in Leeds said.')
    expect(facts.filter(({ family }) => family !== 'statement')).toEqual([])
  })

  it('is the title', () => {
    expect(factsIn('Harwick Foods sold 12 plants in 2024')).toHaveLength(1)
    expect(factsIn('Harwick Foods Sells 12 Plants')).toEqual([])
  })

  it('is a sentence with a torn word', () => {
    expect(factsIn('Harwick Foods sold 12 Russia n plants in 2024.')).toEqual([])
  })
})

describe('who is meant', () => {
  const subjects = (text: string) => [...new Set(factsIn(text).map(({ subject }) => subject))]

  it.each([
    'Harwick Foods reported strong demand in Spain. It sold 14 hotels in Spain for $90m.',
    'Harwick Foods reported strong demand in Spain. The company also sold 14 hotels there in 2024. The company closed 14 stores in Spain.',
    'Harwick Foods competes with Dunmore Stores. Its revenue rose 8% in 2024.',
  ])('is told by what stands before: %s', (text) => {
    expect(subjects(text)).toEqual(['Harwick Foods'])
  })

  it('is the person named before', () => {
    expect(
      factsIn('Jane Doe leads Harwick Foods. She said demand in Europe could fall again.', 'statement'),
    ).toEqual([expect.objectContaining({ subject: 'Jane Doe' })])
  })

  it.each([
    'The company closed 14 stores in Spain.',
    'It closed 14 stores in Spain in 2024.',
    'They closed 14 stores in Spain in 2024.',
    'Harwick Foods and Dunmore Stores merged in 2021. The company closed 14 stores in Spain.',
    'Jane Doe met Peter Okafor in Leeds. He said demand in Europe could fall again.',
  ])('is not guessed: %s', (text) => {
    const last = text.split(/(?<=\.) /).at(-1) ?? ''
    const facts = factsIn(text).filter(({ evidence }) => evidence.some(({ quote }) => quote === last))
    expect(facts).toEqual([])
  })
})

describe('who says so', () => {
  const sourcesOf = (text: string) => [...new Set(findingsIn(text).map(({ source }) => source))]

  it('is named where it is not the subject itself', () => {
    expect(sourcesOf('According to the Commerce Department, US exports fell 3% in May 2024.')).toEqual([
      'the Commerce Department',
    ])
    expect(sourcesOf('US exports fell 3% in May 2024, the Commerce Department said.')).toEqual([
      'the Commerce Department',
    ])
  })

  it('is the article where nobody is named', () => {
    expect(sourcesOf('US exports fell 3% in May 2024.')).toEqual([undefined])
  })

  it('must be somebody who can be looked up', () => {
    expect(factsIn('US exports fell 3% in May 2024, he said.', 'change')).toEqual([])
  })
})

describe('when', () => {
  const periods = (text: string, date?: string) => factsIn(text, 'change', date).map(({ period }) => period)

  it.each([
    ['Harwick Foods’ sales fell 3% in the final quarter of 2024.', 'in the final quarter of 2024'],
    ['Shares in Harwick Foods fell 3% on Thursday.', 'on 20 February 2025'],
    ['In May 2024, Harwick Foods’ sales fell 3%.', 'in May 2024'],
    ['Harwick Foods’ sales fell 3% last year.', 'in 2024'],
  ])('is told as it can stand: %s', (text, period) => {
    expect(periods(text, DATE)).toEqual([period])
  })

  it('is left out where the date is not known and the words cannot stand', () => {
    expect(periods('Shares in Harwick Foods fell 3% on Thursday.')).toEqual([undefined])
  })

  it('is not the time that something is compared with', () => {
    expect(periods('Harwick Foods’ sales fell 3% from their peak in 2019.')).toEqual([undefined])
  })
})

describe('facts', () => {
  it('keep their id when words around them change', () => {
    const one = 'Harwick Foods’ revenue was £420m in 2024.'
    const idsOf = (text: string) => factsIn(text, 'level').map(({ id }) => id)
    expect(idsOf(`Times were hard. ${one}`)).toEqual(idsOf(one))
  })

  it('told twice are kept once', () => {
    const one = 'Harwick Foods’ revenue was £420m in 2024.'
    expect(factsIn(`${one} Times were hard. ${one}`, 'level')).toHaveLength(1)
  })

  it('stand in the order of the text, derived ones last', () => {
    const facts = factsIn(
      'Harwick Foods’ revenue rose 25% to $10bn in 2024. Harwick Foods’ debt was $4bn in 2024.',
    )
    expect(facts.map(({ family }) => family)).toEqual(['change', 'level', 'derived'])
  })
})

describe('what belongs to a country', () => {
  it('is its own and not at it', () => {
    const [change] = factsIn(
      'Norway drew the anger of its rivals, with exports soaring 35% in 2024.',
      'change',
    )
    expect(change?.subject).not.toMatch(/ at /)
    expect(change).toEqual(expect.objectContaining({ subject: 'Norway', measure: 'exports', by: 35 }))
  })

  it('is not that of England alone where the Bank of England is told of', () => {
    const text = 'The Bank of England left its rate alone. Inflation rose to 1.6% in December 2004.'
    for (const { subject } of factsIn(text, 'change')) expect(subject).not.toBe('England')
    expect(factsIn(text.replace('Bank', 'Church'), 'change')).toEqual([
      expect.objectContaining({ subject: 'England', to: 1.6 }),
    ])
  })

  it('is not a rate of something told before', () => {
    const text = 'Norway makes paper. The rate of growth slowed at the mill in 2004.'
    for (const { subject } of factsIn(text, 'change')) expect(subject).not.toMatch(/Norway/)
  })
})

describe('what no clause of its own tells', () => {
  it('is a figure without a time in a sentence that speaks of a quarter', () => {
    const text =
      'Harwick Foods lost its place in the first quarter of 2023 and won it back in the second, but its net loss was $152m.'
    expect(factsIn(text, 'level').filter(({ period }) => period === undefined)).toEqual([])
    expect(factsIn('Harwick Foods had a good year, but its net loss was $152m.', 'level')).toHaveLength(1)
  })

  it('is a movement of somebody who declines to do something', () => {
    expect(factsIn('Harwick Foods and Lowfield Bank declined to speak of it.', 'change')).toEqual([])
    expect(factsIn('The price of bread in Norway declined for a time.', 'change')).toHaveLength(1)
  })

  it('is a gift that is cut off behind whoever gets it', () => {
    const text = 'The deal with Lowfield Bank will give Harwick Foods, the grocer, an entry into Norway.'
    for (const { measure = '' } of factsIn(text, 'event')) expect(measure).not.toMatch(/give Harwick Foods$/)
  })

  it('is a speaker whose nation has lost its capital', () => {
    const text = 'French finance minister Jane Doe said on Sunday that Norway had agreed to sell its mill.'
    const sources = findingsIn(text).flatMap((finding) => ('source' in finding ? [finding.source] : []))
    for (const source of sources) expect(source).not.toMatch(/french/)
  })
})

describe('words that only tie a sentence to the one before', () => {
  it.each([
    'In contrast, Harwick Foods sold 400 mills in Norway in 2024.',
    'As a result, Harwick Foods sold 400 mills in Norway in 2024.',
    'Harwick Foods in addition sold 400 mills in Norway in 2024.',
  ])('are left out: %s', (text) => {
    const tied = findingsIn(text).flatMap((finding) => ('said' in finding ? [finding.said] : []))
    expect(tied).toEqual([expect.stringMatching(/^sold 400 mills in Norway/)])
  })

  it('stay where they name what they tie it to', () => {
    const [told] = factsIn('Harwick Foods sold 400 mills as a result of a strike in Norway in 2024.', 'event')
    expect(told?.measure).toContain('as a result of a strike')
  })
})

describe('a firm whose name is a verb', () => {
  it('is left alone where it was not read as a name', () => {
    const text = 'May has struggled to compete against larger chains such as Harwick Foods and Lowfield Bank.'
    for (const { subject } of factsIn(text)) expect(subject).not.toBe('may')
  })
})
