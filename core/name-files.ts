import { z } from 'zod'

/** The files of content/names as they are read: what each holds is said once here. Every file says where its names are from. */

const named = z.string().min(1)
const currencyCode = z.string().regex(/^[A-Z]{3}$/, 'is not an ISO 4217 code')
const source = named
const aliases = z.array(named).default([])

/** countries.json: each country with its other names, what its people and things are called, and its money. */
export const countriesSchema = z.object({
  source,
  names: z.array(z.object({ name: named, aliases, demonyms: z.array(named), currency: currencyCode })),
})

/** places.json: names, and what the people and things of some of them are called ('European' -> 'Europe'). */
export const placesSchema = z.object({
  source,
  names: z.array(named),
  demonyms: z.record(named, named).default({}),
})

/** given-names.json: given names, those of them that women alone bear, and the family names that open a name where they come first ('Wang'). */
export const givenNamesSchema = z.object({
  source,
  names: z.array(named),
  women: z.array(named).default([]),
  familyNamesFirst: z.array(named).default([]),
})

/** organisations.json: each organisation with its other names, and where and in what it works. */
export const organisationsSchema = z.object({
  source,
  names: z.array(
    z.object({
      name: named,
      aliases,
      sort: z.enum(['company', 'body', 'media', 'union']),
      sector: named.optional(),
      country: named.optional(),
      isFamous: z.boolean().optional(),
    }),
  ),
})

/** central-banks.json: `head` is the title of whoever leads it, `country` is absent where several share it. */
export const centralBanksSchema = z.object({
  source,
  names: z.array(z.object({ name: named, aliases, country: named.optional(), head: named, city: named })),
})

/** regulators.json: `field` is what it watches over: 'competition', 'aviation'. */
export const regulatorsSchema = z.object({
  source,
  names: z.array(z.object({ name: named, aliases, country: named, field: named })),
})

/** exchanges.json: `index` is the one most quoted for it, by its name in indices.json. */
export const exchangesSchema = z.object({
  source,
  names: z.array(
    z.object({
      name: named,
      aliases,
      country: named.optional(),
      city: named,
      index: named.optional(),
      trades: z.enum(['shares', 'derivatives', 'commodities', 'shipping']),
    }),
  ),
})

/** government.json: ministries, courts, parliaments and the like. */
export const governmentSchema = z.object({
  source,
  names: z.array(
    z.object({
      name: named,
      aliases,
      country: named.optional(),
      kind: z.enum([
        'ministry',
        'court',
        'parliament',
        'statistics office',
        'tax office',
        'committee',
        'executive',
        'agency',
      ]),
    }),
  ),
})

/** indices.json: `country` is absent where an index spans several, `measures` is what it rises and falls with. */
export const indicesSchema = z.object({
  source,
  names: z.array(z.object({ name: named, aliases, country: named.optional(), measures: named })),
})

/** commodities.json: `unit` is what the quoted price buys, `exchange` one of exchanges.json. */
export const commoditiesSchema = z.object({
  source,
  names: z.array(z.object({ name: named, aliases, unit: named, group: named, exchange: named.optional() })),
})

/** offices.json: see `Office` in lexicon.ts for what the parts mean. */
export const officesSchema = z.object({
  source,
  names: z.array(
    z.object({
      name: named,
      aliases,
      group: z.enum(['executive', 'board', 'central bank', 'analysis', 'government', 'body', 'newsroom']),
      together: z.array(named).default([]),
      isFullTime: z.boolean().default(false),
    }),
  ),
})

/** What a common noun can name, after the lexicographer files of WordNet. */
export const nounClasses = [
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

/** nouns.json: common nouns in the singular by what they mean, each class as words with a space between. */
export const nounsSchema = z.object({ source, classes: z.record(z.enum(nounClasses), z.string()) })

/** currencies.json: each currency by its ISO 4217 code; `country` is absent where several share it, `informal` is what no other is called. */
export const currenciesSchema = z.object({
  source,
  names: z.array(
    z.object({
      code: currencyCode,
      name: named,
      plural: named.optional(),
      country: named.optional(),
      informal: z.array(named).default([]),
    }),
  ),
})

/** The name files a lexicon is made of, as parsed by their schemas; those that may be missing only make questions poorer. */
export interface NameFiles {
  readonly countries: z.output<typeof countriesSchema>
  readonly places: z.output<typeof placesSchema>
  readonly givenNames: z.output<typeof givenNamesSchema>
  readonly organisations: z.output<typeof organisationsSchema>
  readonly nouns: z.output<typeof nounsSchema>
  readonly centralBanks?: z.output<typeof centralBanksSchema>
  readonly regulators?: z.output<typeof regulatorsSchema>
  readonly exchanges?: z.output<typeof exchangesSchema>
  readonly government?: z.output<typeof governmentSchema>
  readonly indices?: z.output<typeof indicesSchema>
  readonly commodities?: z.output<typeof commoditiesSchema>
  readonly offices?: z.output<typeof officesSchema>
}
