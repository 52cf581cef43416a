import { z } from 'zod'

const named = z.string().min(1)
const currencyCode = z.string().regex(/^[A-Z]{3}$/, 'is not an ISO 4217 code')
const source = named

/** content/names/countries.json: each country with its other names, what its people and things are called, and its money. */
export const countriesSchema = z.object({
  source,
  names: z.array(
    z.object({
      name: named,
      aliases: z.array(named).default([]),
      demonyms: z.array(named),
      currency: currencyCode,
    }),
  ),
})

/** content/names/places.json: names, and what the people and things of some of them are called ('European' -> 'Europe'). */
export const placesSchema = z.object({
  source,
  names: z.array(named),
  demonyms: z.record(named, named).default({}),
})

/** content/names/given-names.json: given names, and the family names that open a name where they come first ('Wang'). */
export const givenNamesSchema = z.object({
  source,
  names: z.array(named),
  familyNamesFirst: z.array(named).default([]),
})

const organisationSorts = [
  'company',
  'central-bank',
  'regulator',
  'exchange',
  'government',
  'body',
  'media',
  'union',
] as const

/** content/names/organisations.json: each organisation with its other names, and where and in what it works. */
export const organisationsSchema = z.object({
  source,
  names: z.array(
    z.object({
      name: named,
      aliases: z.array(named).default([]),
      sort: z.enum(organisationSorts),
      sector: named.optional(),
      country: named.optional(),
    }),
  ),
})

const nounClasses = [
  'person',
  'group',
  'act',
  'event',
  'process',
  'phenomenon',
  'artifact',
  'object',
  'substance',
  'food',
  'location',
  'communication',
  'cognition',
  'possession',
  'attribute',
  'state',
  'feeling',
  'relation',
  'quantity',
  'time',
  'motive',
] as const

/** content/names/nouns.json: common nouns in the singular by what they mean, each class as words with a space between. */
export const nounsSchema = z.object({ source, classes: z.record(z.enum(nounClasses), z.string()) })

/** What sort of thing a common noun names, after the lexicographer files of WordNet. */
export type NounClass = (typeof nounClasses)[number]

/** content/names/currencies.json: each currency by its ISO 4217 code; `country` is absent where several share it. */
export const currenciesSchema = z.object({
  source,
  names: z.array(
    z.object({ code: currencyCode, name: named, plural: named.optional(), country: named.optional() }),
  ),
})

/** What an organisation of the lists is. */
export type OrganisationSort = (typeof organisationSorts)[number]

/** An organisation as the lists know it, under the name it is best known by. */
export interface KnownOrganisation {
  readonly name: string
  readonly sort: OrganisationSort
  readonly sector?: string
  readonly country?: string
}

/** The names core knows beforehand. All look-ups are by the exact name, capitals included; either apostrophe will do. */
export interface Lexicon {
  /** Countries and their other names, regions, states, provinces, cities, waters. */
  readonly places: ReadonlySet<string>
  /** From 'Chinese' to 'China', 'European' to 'Europe'; from 'U.S.' to 'United States' where that stands before a noun. */
  readonly demonyms: ReadonlyMap<string, string>
  /** Words that open a person's name: given names, and family names where those come first. */
  readonly givenNames: ReadonlySet<string>
  /** By every name and alias. */
  readonly organisations: ReadonlyMap<string, KnownOrganisation>
  /** Common nouns, singular and lower case. */
  readonly nouns: ReadonlyMap<string, NounClass>
}

/** The name files a lexicon is made of, as parsed by their schemas. */
export interface NameFiles {
  readonly countries: z.output<typeof countriesSchema>
  readonly places: z.output<typeof placesSchema>
  readonly givenNames: z.output<typeof givenNamesSchema>
  readonly organisations: z.output<typeof organisationsSchema>
  readonly nouns: z.output<typeof nounsSchema>
}

/** A lexicon that knows nobody: reading text must work with it too. */
export const EMPTY_LEXICON: Lexicon = {
  places: new Set(),
  demonyms: new Map(),
  givenNames: new Set(),
  organisations: new Map(),
  nouns: new Map(),
}

/** Builds the look-ups. Where two entries claim a name, the first keeps it (the tests allow no such pair in our lists). */
export function createLexicon({ countries, places, givenNames, organisations, nouns }: NameFiles): Lexicon {
  const ofCountries = countries.names.flatMap(({ name, demonyms }) =>
    demonyms.map((each) => [each, name] as const),
  )
  return {
    places: new Set(
      [...countries.names.flatMap(({ name, aliases }) => [name, ...aliases]), ...places.names].flatMap(
        spellings,
      ),
    ),
    demonyms: byName([...ofCountries, ...Object.entries(places.demonyms)]),
    givenNames: new Set([...givenNames.names, ...givenNames.familyNamesFirst].flatMap(spellings)),
    organisations: byName(
      organisations.names.flatMap(({ name, aliases, sort, sector, country }) => {
        const known: KnownOrganisation = {
          name,
          sort,
          ...(sector === undefined ? {} : { sector }),
          ...(country === undefined ? {} : { country }),
        }
        return [name, ...aliases].map((each) => [each, known] as const)
      }),
    ),
    nouns: new Map(
      nounClasses.flatMap((named) =>
        nouns.classes[named]
          .split(' ')
          .filter((noun) => noun !== '')
          .map((noun) => [noun, named] as const),
      ),
    ),
  }
}

/** Half of the press prints McDonald's with a typographic apostrophe. */
const spellings = (name: string): string[] =>
  name.includes("'") ? [name, name.replaceAll("'", '\u2019')] : [name]

/** A map in which the first of several equal names counts. */
const byName = <Value>(entries: readonly (readonly [string, Value])[]): ReadonlyMap<string, Value> =>
  new Map(entries.flatMap(([name, value]) => spellings(name).map((each) => [each, value] as const)).reverse())
