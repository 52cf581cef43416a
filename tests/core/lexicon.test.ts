import { mkdtempSync, readFileSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { describe, expect, test } from 'vitest'
import {
  countriesSchema,
  createLexicon,
  currenciesSchema,
  EMPTY_LEXICON,
  givenNamesSchema,
  nounsSchema,
  organisationsSchema,
  placesSchema,
} from '../../core/lexicon.ts'
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

const countryNames = countries.names.flatMap(({ name, aliases }) => [name, ...aliases])
const placeNames = [...countryNames, ...places.names]
const openingNames = [...givenNames.names, ...givenNames.familyNamesFirst]
const organisationNames = organisations.names.flatMap(({ name, aliases }) => [name, ...aliases])

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
    ['demonyms', [...countries.names.flatMap(({ demonyms }) => demonyms), ...Object.keys(places.demonyms)]],
    ['currency codes', currencies.names.map(({ code }) => code)],
    ['currency names', currencies.names.map(({ name }) => name)],
    ['nouns', Object.values(nouns.classes).flatMap((each) => each.split(' '))],
  ])('holds every name once: %s', (_list, names) => {
    expect(names.length).toBeGreaterThan(100)
    expect(repeated(names)).toEqual([])
  })

  test('is written without spaces around names, and with the plain apostrophe', () => {
    const odd = [...placeNames, ...openingNames, ...organisationNames].filter(
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

  test('notices a name that is given twice', () => {
    expect(repeated(['Apple', 'Boeing', 'Apple'])).toEqual(['Apple'])
  })
})

describe('across the lists', () => {
  test('no organisation has the name of a place', () => {
    expect(shared(organisationNames, placeNames)).toEqual([])
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
    const unknown = [...currencies.names, ...organisations.names]
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
    expect(() => loadLexicon(folder)).toThrow('countries.json')
    writeFileSync(join(folder, 'countries.json'), '{"source":"a test","names":[]}')
    writeFileSync(join(folder, 'places.json'), '{"source":"a test","names":[""]}')
    expect(() => loadLexicon(folder)).toThrow('places.json')
  })

  test('may be empty', () => {
    expect(EMPTY_LEXICON.places.size + EMPTY_LEXICON.organisations.size).toBe(0)
  })
})
