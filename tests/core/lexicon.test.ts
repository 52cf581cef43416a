import { mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { describe, expect, onTestFinished, test } from 'vitest'
import { createLexicon, EMPTY_LEXICON } from '../../core/lexicon.ts'
import {
  centralBanksSchema,
  commoditiesSchema,
  countriesSchema,
  currenciesSchema,
  exchangesSchema,
  givenNamesSchema,
  governmentSchema,
  indicesSchema,
  nounsSchema,
  officesSchema,
  organisationsSchema,
  placesSchema,
  regulatorsSchema,
} from '../../core/name-files.ts'
import { loadLexicon } from '../../server/lexicon.ts'
import { noNouns } from './support/no-nouns.ts'

const read = <File>(name: string, schema: { parse(value: unknown): File }): File =>
  schema.parse(JSON.parse(readFileSync(join('content', 'names', name), 'utf8')))

const countries = read('countries.json', countriesSchema)
const places = read('places.json', placesSchema)
const givenNames = read('given-names.json', givenNamesSchema)
const organisations = read('organisations.json', organisationsSchema)
const currencies = read('currencies.json', currenciesSchema)
const nouns = read('nouns.json', nounsSchema)
const centralBanks = read('central-banks.json', centralBanksSchema)
const regulators = read('regulators.json', regulatorsSchema)
const exchanges = read('exchanges.json', exchangesSchema)
const government = read('government.json', governmentSchema)
const indices = read('indices.json', indicesSchema)
const commodities = read('commodities.json', commoditiesSchema)
const offices = read('offices.json', officesSchema)

const countryNames = countries.names.flatMap(({ name, aliases }) => [name, ...aliases])
const placeNames = [...countryNames, ...places.names]
const openingNames = [...givenNames.names, ...givenNames.familyNamesFirst]
const allNames = (list: { names: readonly { name: string; aliases: readonly string[] }[] }): string[] =>
  list.names.flatMap(({ name, aliases }) => [name, ...aliases])
const bodies = [...centralBanks.names, ...regulators.names, ...exchanges.names, ...government.names]
const organisationNames = [...allNames(organisations), ...allNames({ names: bodies })]
const thingNames = [...allNames(indices), ...allNames(commodities)]

/** What stands in a list more than once. */
const repeated = (names: readonly string[]): string[] => names.filter((name, i) => names.indexOf(name) !== i)
const shared = (some: readonly string[], others: readonly string[]): string[] => {
  const known = new Set(others)
  return some.filter((name) => known.has(name))
}

describe('each list of names', () => {
  test.each([
    ['countries and places', placeNames],
    ['names that open a name', openingNames],
    ['organisations', organisationNames],
    ['indices and commodities', thingNames],
    ['offices', allNames(offices)],
    ['demonyms', [...countries.names.flatMap(({ demonyms }) => demonyms), ...Object.keys(places.demonyms)]],
    ['currency codes', currencies.names.map(({ code }) => code)],
    ['currency names', currencies.names.flatMap(({ name, informal }) => [name, ...informal])],
    ['nouns', Object.values(nouns.classes).flatMap((each) => each.split(' '))],
  ])('holds every name once: %s', (_list, names) => {
    expect(names.length).toBeGreaterThan(100)
    expect(repeated(names)).toEqual([])
  })

  test('is written without spaces around names, and with the plain apostrophe', () => {
    const odd = [...placeNames, ...openingNames, ...organisationNames, ...thingNames].filter(
      (name) => name !== name.trim() || /[\u2018\u2019]| {2}/.test(name),
    )
    expect(odd).toEqual([])
  })

  test('begins every name of a place, a person or an organisation with a capital, save those the press writes small', () => {
    const small = [...placeNames, ...openingNames, ...organisationNames].filter((name) =>
      /^\p{Ll}/u.test(name),
    )
    expect(small.filter((name) => !/^\p{Ll}+[\p{Lu}&]|^euro|^dpa$|^flydubai$/u.test(name))).toEqual([])
  })

  test.each([
    ['organisations.json', organisations.names, 3000],
    ['central-banks.json', centralBanks.names, 60],
    ['regulators.json', regulators.names, 120],
    ['exchanges.json', exchanges.names, 60],
    ['government.json', government.names, 100],
    ['indices.json', indices.names, 60],
    ['commodities.json', commodities.names, 60],
  ])('is sorted and as long as it needs to be: %s', (_file, list, least) => {
    const names = list.map(({ name }) => name)
    expect(names.length).toBeGreaterThanOrEqual(least)
    expect(names).toEqual([...names].sort((a, b) => a.localeCompare(b, 'en')))
  })

  test('keeps the offices of a group together, of which there are more than a question needs', () => {
    const groups = offices.names.map(({ group }) => group)
    expect(groups.length).toBeGreaterThanOrEqual(50)
    expect(groups.filter((group, i) => group !== groups[i - 1])).toEqual([...new Set(groups)])
  })

  test('marks as women’s only given names of the list', () => {
    expect(givenNames.women.length).toBeGreaterThan(300)
    expect(givenNames.women.filter((name) => !givenNames.names.includes(name))).toEqual([])
    expect(repeated(givenNames.women)).toEqual([])
  })

  test('says what every company works in', () => {
    expect(
      organisations.names.filter(({ sort, sector }) => sort === 'company' && !sector).map(({ name }) => name),
    ).toEqual([])
  })

  test('has no trade of one company alone, to whom nobody could be compared', () => {
    const trades = new Map<string, number>()
    for (const { sort, sector } of organisations.names)
      if (sort === 'company' && sector !== undefined) trades.set(sector, (trades.get(sector) ?? 0) + 1)
    expect([...trades].filter(([, count]) => count < 2)).toEqual([])
  })

  test('notices a name that is given twice', () => {
    expect(repeated(['Apple', 'Boeing', 'Apple'])).toEqual(['Apple'])
  })
})

describe('across the lists', () => {
  test('no organisation, index or commodity has the name of a place', () => {
    expect(shared([...organisationNames, ...thingNames], placeNames)).toEqual([])
  })

  test('no index or commodity has the name of an organisation', () => {
    expect(shared(thingNames, organisationNames)).toEqual([])
  })

  test('the index of an exchange and the exchange of a commodity are in their lists', () => {
    const known = new Set(indices.names.map(({ name }) => name))
    const traded = new Set(exchanges.names.map(({ name }) => name))
    expect(exchanges.names.filter(({ index }) => index !== undefined && !known.has(index))).toEqual([])
    expect(
      commodities.names.filter(({ exchange }) => exchange !== undefined && !traded.has(exchange)),
    ).toEqual([])
  })

  test('an exchange where shares are traded has an index', () => {
    expect(exchanges.names.filter(({ trades, index }) => trades === 'shares' && !index)).toEqual([])
  })

  test('offices that are often held together say so of each other', () => {
    const byName = new Map(offices.names.map((office) => [office.name, office]))
    const oneSided = offices.names.flatMap(({ name, together }) =>
      together.filter((other) => !byName.get(other)?.together.includes(name)),
    )
    expect(oneSided).toEqual([])
  })

  test('every central bank but those that countries share has a country', () => {
    expect(centralBanks.names.filter(({ country }) => !country).map(({ name }) => name)).toEqual([
      'Bank of Central African States',
      'Central Bank of West African States',
      'European Central Bank',
    ])
  })

  test('no given name is that of a place or of an organisation', () => {
    expect(shared(openingNames, [...placeNames, ...organisationNames])).toEqual([])
  })

  test("every country's currency is known", () => {
    const codes = currencies.names.map(({ code }) => code)
    const unknown = countries.names
      .filter(({ currency }) => !codes.includes(currency))
      .map(({ name }) => name)
    expect(unknown).toEqual([])
  })

  test('every country of a currency or an organisation is in the list of countries', () => {
    const known = new Set([...countries.names.map(({ name }) => name), 'European Union'])
    const unknown = [...currencies.names, ...organisations.names, ...bodies, ...indices.names]
      .map(({ country }) => country)
      .filter((country) => country !== undefined && !known.has(country))
    expect(unknown).toEqual([])
  })

  test('every demonym of a place names a place', () => {
    expect(Object.values(places.demonyms).filter((place) => !places.names.includes(place))).toEqual([])
  })
})

describe('words that open ordinary sentences', () => {
  const words =
    'Next Orange Square Block Time Box Unity Match Discover Progressive Best Three Total Slack Snap Wise Will May June April Said Can Per Sun Nice Reading Mobile Split'.split(
      ' ',
    )

  test.each(words)('%s is no name by itself', (word) => {
    expect(shared([word], [...placeNames, ...openingNames, ...organisationNames])).toEqual([])
  })
})

describe('the lexicon', () => {
  const lexicon = loadLexicon()

  test('knows places by their names and other names, capitals included', () => {
    for (const place of [
      'China',
      'US',
      'U.S.',
      'Britain',
      'Latin America',
      'Ohio',
      'Ontario',
      'Hangzhou',
      'Suez Canal',
    ])
      expect(lexicon.places.has(place), place).toBe(true)
    expect(lexicon.places.has('china')).toBe(false)
    expect(lexicon.places.has('Wall Street')).toBe(false)
  })

  test('leads from demonyms to countries and regions', () => {
    expect(lexicon.demonyms.get('Chinese')).toBe('China')
    expect(lexicon.demonyms.get('UK')).toBe('United Kingdom')
    expect(lexicon.demonyms.get('European')).toBe('Europe')
  })

  test('knows given names, and family names that come first', () => {
    for (const name of ['Eddie', 'Jack', 'Wei', 'Priya', 'Kazuo', 'Ngozi', 'Søren', 'Jae-yong', 'Wang'])
      expect(lexicon.givenNames.has(name), name).toBe(true)
  })

  test('leads from any name of an organisation to that organisation', () => {
    expect(lexicon.organisations.get('SVB')).toBe(lexicon.organisations.get('Silicon Valley Bank'))
    expect(lexicon.organisations.get('Alibaba')).toMatchObject({ sort: 'company', country: 'China' })
    expect(lexicon.organisations.get('Fed')).toMatchObject({ name: 'Federal Reserve', sort: 'central-bank' })
    expect(lexicon.organisations.get('FAA')?.sort).toBe('regulator')
    expect(lexicon.organisations.get('apple')).toBeUndefined()
  })

  test('knows what an organisation is and what it works in', () => {
    expect(lexicon.organisations.get('Toyota')).toMatchObject({ sector: 'cars', isFamous: true })
    expect(lexicon.organisations.get('CMA')).toMatchObject({ sort: 'regulator', sector: 'competition' })
    expect(lexicon.organisations.get('NYSE')).toMatchObject({ sort: 'exchange', country: 'United States' })
    expect(lexicon.organisations.get('ONS')).toMatchObject({
      sort: 'government',
      sector: 'statistics office',
    })
  })

  test('knows an index or a commodity that is written with a capital', () => {
    expect(lexicon.things.get('Footsie')).toMatchObject({ name: 'FTSE 100', sort: 'index' })
    expect(lexicon.things.get('Brent')).toMatchObject({ name: 'Brent crude', sort: 'commodity' })
    expect(lexicon.things.get('copper')).toBeUndefined()
  })

  test('leads from any title, whatever its capitals, to the office', () => {
    expect(lexicon.offices.get('ceo')).toBe(lexicon.offices.get('chief executive'))
    expect(lexicon.offices.get('chief executive')?.together).toContain('chairman')
  })

  test('takes either apostrophe', () => {
    expect(lexicon.organisations.get('McDonald\u2019s')).toBe(lexicon.organisations.get("McDonald's"))
    expect(lexicon.places.has('Xi\u2019an')).toBe(true)
  })

  test('is read once for a folder', () => {
    expect(loadLexicon()).toBe(lexicon)
  })

  test('lets the first of two organisations keep a name that both claim', () => {
    const made = createLexicon({
      countries,
      places,
      givenNames,
      organisations: {
        source: 'a test',
        names: [
          { name: 'Acme', aliases: ['AC'], sort: 'company' },
          { name: 'Alpine Club', aliases: ['AC'], sort: 'body' },
        ],
      },
      nouns: noNouns,
    })
    expect(made.organisations.get('AC')?.name).toBe('Acme')
  })

  test('names the file that is missing or malformed', () => {
    const folder = mkdtempSync(join(tmpdir(), 'names-'))
    onTestFinished(() => rmSync(folder, { recursive: true }))
    expect(() => loadLexicon(folder)).toThrow('countries.json')
    writeFileSync(join(folder, 'countries.json'), '{"source":"a test","names":[]}')
    writeFileSync(join(folder, 'places.json'), '{"source":"a test","names":[""]}')
    expect(() => loadLexicon(folder)).toThrow('places.json')
  })

  test('may be empty', () => {
    expect(EMPTY_LEXICON.places.size + EMPTY_LEXICON.organisations.size + EMPTY_LEXICON.things.size).toBe(0)
  })
})
