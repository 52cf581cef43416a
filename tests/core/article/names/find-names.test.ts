import { describe, expect, it } from 'vitest'
import { createLexicon, EMPTY_LEXICON, type Lexicon, type NameFiles, read } from '#core'
import { noNouns } from '../../support/no-nouns.ts'

const source = 'the test'
const files: NameFiles = {
  countries: {
    source,
    names: [{ name: 'Norway', aliases: [], demonyms: ['Norwegian'], currency: 'NOK' }],
  },
  places: { source, names: ['Leeds', 'Gdansk'], demonyms: {} },
  givenNames: { source, names: ['Jane', 'Tom', 'Maria'], women: ['Jane'], familyNamesFirst: [] },
  organisations: {
    source,
    names: [{ name: 'Harwick', aliases: ['Harwick plc'], sort: 'company' }],
  },
  regulators: {
    source,
    names: [{ name: 'Federal Grain Board', aliases: [], country: 'Norway', field: 'food' }],
  },
  nouns: noNouns,
}
const lexicon: Lexicon = createLexicon(files)

const namesOf = (body: string, known: Lexicon = lexicon) => read({ body }, known).names
const told = (body: string, known?: Lexicon) =>
  namesOf(body, known).map(({ text, sort, canonical }) => `${text} (${sort}) ${canonical}`)

describe('names', () => {
  it.each([
    ['It was sold to Harwick.', 'Harwick', 'organisation'],
    ['It was built in Leeds.', 'Leeds', 'place'],
    ['It was run by Jane Doe.', 'Jane Doe', 'person'],
    ['It was sold to the retailer Dunmore.', 'Dunmore', 'organisation'],
    ['It was sold to Dunmore Holdings.', 'Dunmore Holdings', 'organisation'],
    ['It was sold to Elm & Sons.', 'Elm & Sons', 'organisation'],
    ['It was lent by the Bank of Gdansk.', 'Bank of Gdansk', 'organisation'],
    ['It was read by the Grain and Exchange Commission.', 'Grain and Exchange Commission', 'organisation'],
    ['It was led by the chief executive, Ola Nilsen, from 2020.', 'Ola Nilsen', 'person'],
    ['It was said by Mr Okafor.', 'Okafor', 'person'],
    ['It was Maria van Berg who said so.', 'Maria van Berg', 'person'],
    ['It was led by J. Peter Stone, who left.', 'J. Peter Stone', 'person'],
    ['Shares in Quillon rose.', 'Quillon', 'organisation'],
  ])('are found and sorted: %s', (text, name, sort) => {
    expect(namesOf(text)).toContainEqual(expect.objectContaining({ text: name, sort }))
  })

  it.each([
    ['It was sold to the retailer Dunmore.', { isCompany: true, sector: 'retail' }],
    ['It was sold to Dunmore, the struggling carmaker.', { isCompany: true, sector: 'cars' }],
    ['It was sold to Dunmore Airlines.', { isCompany: true, sector: 'airlines' }],
    ['Shares in Dunmore rose.', { isCompany: true }],
    ['It was read by the Federal Grain Board.', { isCompany: false, kind: 'regulator', sector: 'food' }],
    ['It was sold to Harwick.', { isCompany: true, kind: 'company' }],
  ])('say what they are as far as the text or the lists do: %s', (text, known) => {
    expect(namesOf(text)[0]).toMatchObject(known)
  })

  it('of indices and commodities are no bodies, whatever these do', () => {
    const indices = { source, names: [{ name: 'Norsk 50', aliases: ['Norsk'], measures: 'shares' }] }
    const known = createLexicon({ ...files, indices })
    expect(namesOf('The Norsk said on Monday that it would sell shares.', known)[0]).toMatchObject({
      sort: 'other',
      kind: 'index',
    })
  })

  it.each([
    ['They met on Monday in May.', []],
    ['The CEO and the CFO left.', []],
    ['Sales of mills rose.', []],
    ['The Norwegian firm grew.', []],
  ])('are not what merely has a capital: %s', (text, names) => {
    expect(told(text)).toEqual(names)
  })

  it('of no telling words have no sort', () => {
    expect(told('They talked about Zephyr at length.', EMPTY_LEXICON)).toEqual(['Zephyr (other) Zephyr'])
  })

  it('in short stand for the full form', () => {
    const names = namesOf('Jane Doe runs Dunmore Holdings. Mrs Doe said Dunmore would grow.')
    expect(names.map(({ canonical }) => canonical)).toEqual([
      'Jane Doe',
      'Dunmore Holdings',
      'Jane Doe',
      'Dunmore Holdings',
    ])
  })

  it('in short stand for themselves where two full forms fit', () => {
    const names = namesOf('Jane Doe met Tom Doe in Leeds. Mr Doe said nothing.')
    expect(names.at(-1)).toMatchObject({ text: 'Doe', canonical: 'Doe' })
  })

  it('by initials stand for the body they abbreviate', () => {
    const names = namesOf('It asked the Federal Grain Board. The FGB agreed.')
    expect(names.at(-1)).toMatchObject({
      text: 'FGB',
      canonical: 'Federal Grain Board',
      sort: 'organisation',
    })
  })

  it('know their article', () => {
    const [body] = namesOf('It asked the Federal Grain Board. The Federal Grain Board agreed.')
    expect(body).toMatchObject({ canonical: 'Federal Grain Board', takesThe: true, isCompany: false })
    const [firm] = namesOf('It was sold to Harwick. Then Harwick grew.')
    expect(firm?.takesThe).toBeUndefined()
    expect(firm?.isCompany).toBe(true)
  })

  it('part from an office, a nationality and a possessive', () => {
    expect(told('Norwegian Finance Minister Jane Doe spoke.')).toEqual(['Jane Doe (person) Jane Doe'])
    expect(told('It was Harwick’s mill.')).toEqual(['Harwick (organisation) Harwick'])
    expect(told('It was a Leeds-based mill.').filter((name) => name.includes('based'))).toEqual([])
  })

  it('open a sentence with a capital inside', () => {
    expect(told('BrightLoaf, a retailer, closed.')).toEqual(['BrightLoaf (organisation) BrightLoaf'])
    expect(told('Brightly, a bakery closed.')).toEqual([])
  })

  it('have their article also before a verb that looks like a noun', () => {
    const [body] = namesOf('From May the Federal Grain Board charges a fee.')
    expect(body?.takesThe).toBe(true)
  })

  it('in a list are of one sort', () => {
    expect(told('It fears rivals such as Quillon, Vestmark and Harwick.')).toEqual([
      'Quillon (organisation) Quillon',
      'Vestmark (organisation) Vestmark',
      'Harwick (organisation) Harwick',
    ])
  })

  it('of a title count only where the body or the lists know them', () => {
    const { names } = read(
      { title: 'Mill Owner Harwick Grows Fast', body: 'It grew in 2024, Harwick said.' },
      lexicon,
    )
    expect(names.map(({ text }) => text)).toEqual(['Harwick', 'Harwick'])
  })
})
