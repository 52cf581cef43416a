import { type NameFiles, nounClasses } from './name-files.ts'

/** What sort of thing a common noun names. */
export type NounClass = (typeof nounClasses)[number]

/** What an organisation of the lists is. */
export type OrganisationSort =
  | 'company'
  | 'central-bank'
  | 'regulator'
  | 'exchange'
  | 'government'
  | 'body'
  | 'media'
  | 'union'

/** An organisation as the lists know it, under the name it is best known by. */
export interface KnownOrganisation {
  readonly name: string
  readonly sort: OrganisationSort
  /** What it works in: a company's trade, what a regulator watches over, which kind of court or ministry. */
  readonly sector?: string
  readonly country?: string
  /** Whether readers the world over know it. */
  readonly isFamous?: boolean
}

/** Something with a name that is neither a body, a person nor a place: an index, or a commodity whose name has a capital. */
export interface KnownThing {
  readonly name: string
  readonly sort: 'index' | 'commodity'
  readonly country?: string
}

/** An office as the lists know it. */
export interface Office {
  readonly name: string
  /** Every title it goes by, its name first. */
  readonly titles: readonly string[]
  /** Offices of one group are of like rank: whoever does not know takes one for another. */
  readonly group: string
  /** Names of offices that one person often holds besides. */
  readonly together: ReadonlySet<string>
  /** Whether nobody holds it in two places at once. */
  readonly isFullTime: boolean
}

/** The names core knows beforehand. All look-ups are by the exact name, capitals included; either apostrophe will do. */
export interface Lexicon {
  /** Countries and their other names, regions, states, provinces, cities, waters. */
  readonly places: ReadonlySet<string>
  /** From 'Chinese' to 'China', 'European' to 'Europe'; from 'U.S.' to 'United States' where that stands before a noun. */
  readonly demonyms: ReadonlyMap<string, string>
  /** Words that open a person's name: given names, and family names where those come first. */
  readonly givenNames: ReadonlySet<string>
  /** Those of the given names that women alone bear. */
  readonly women: ReadonlySet<string>
  /** By every name and alias. */
  readonly organisations: ReadonlyMap<string, KnownOrganisation>
  /** By every name and alias. */
  readonly things: ReadonlyMap<string, KnownThing>
  /** By every title, lower case. */
  readonly offices: ReadonlyMap<string, Office>
  /** Common nouns, singular and lower case. */
  readonly nouns: ReadonlyMap<string, NounClass>
}

/** A lexicon that knows nobody: reading text must work with it too. */
export const EMPTY_LEXICON: Lexicon = {
  places: new Set(),
  demonyms: new Map(),
  givenNames: new Set(),
  women: new Set(),
  organisations: new Map(),
  things: new Map(),
  offices: new Map(),
  nouns: new Map(),
}

/** Whether a word in lower case is a common noun of the lists, in the singular or with an s. */
export const isKnownNoun = ({ nouns }: Pick<Lexicon, 'nouns'>, word: string): boolean =>
  nouns.has(word) || nouns.has(word.replace(/s$/, ''))

/** Builds the look-ups. Where two entries claim a name, the first keeps it (the tests allow no such pair in our lists). */
export function createLexicon(files: NameFiles): Lexicon {
  const { countries, places, givenNames, nouns } = files
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
    women: new Set(givenNames.women),
    organisations: organisationsOf(files),
    things: thingsOf(files),
    offices: officesOf(files),
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

/** One entry of a list of organisations, whatever the list calls its parts. */
interface Entry {
  readonly name: string
  readonly aliases: readonly string[]
  readonly country?: string | undefined
  readonly isFamous?: boolean | undefined
}

function organisationsOf(files: NameFiles): ReadonlyMap<string, KnownOrganisation> {
  const entries: (readonly [string, KnownOrganisation])[] = []
  const add = (entry: Entry, sort: OrganisationSort, sector?: string) => {
    const known: KnownOrganisation = {
      name: entry.name,
      sort,
      ...(sector === undefined ? {} : { sector }),
      ...(entry.country === undefined ? {} : { country: entry.country }),
      ...(entry.isFamous ? { isFamous: true } : {}),
    }
    for (const each of [entry.name, ...entry.aliases]) entries.push([each, known])
  }
  for (const entry of files.organisations.names) add(entry, entry.sort, entry.sector)
  for (const entry of files.centralBanks?.names ?? []) add(entry, 'central-bank')
  for (const entry of files.regulators?.names ?? []) add(entry, 'regulator', entry.field)
  for (const entry of files.exchanges?.names ?? []) add(entry, 'exchange', entry.trades)
  for (const entry of files.government?.names ?? []) add(entry, 'government', entry.kind)
  return byName(entries)
}

function thingsOf({ indices, commodities }: NameFiles): ReadonlyMap<string, KnownThing> {
  const entries: (readonly [string, KnownThing])[] = []
  const add = ({ name, aliases, country }: Entry, sort: KnownThing['sort']) => {
    const known = { name, sort, ...(country === undefined ? {} : { country }) }
    for (const each of [name, ...aliases]) if (/^\p{Lu}/u.test(each)) entries.push([each, known])
  }
  for (const entry of indices?.names ?? []) add(entry, 'index')
  for (const entry of commodities?.names ?? []) add(entry, 'commodity')
  return byName(entries)
}

function officesOf({ offices }: NameFiles): ReadonlyMap<string, Office> {
  const known = new Map<string, Office>()
  for (const { name, aliases, group, together, isFullTime } of offices?.names ?? []) {
    const titles = [name, ...aliases]
    const office = { name, titles, group, together: new Set(together), isFullTime }
    for (const title of titles) known.set(title.toLowerCase(), office)
  }
  return known
}

/** Half of the press prints McDonald's with a typographic apostrophe. */
const spellings = (name: string): string[] =>
  name.includes("'") ? [name, name.replaceAll("'", '\u2019')] : [name]

/** A map in which the first of several equal names counts. */
const byName = <Value>(entries: readonly (readonly [string, Value])[]): ReadonlyMap<string, Value> =>
  new Map(entries.flatMap(([name, value]) => spellings(name).map((each) => [each, value] as const)).reverse())
