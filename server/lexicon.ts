import { readFileSync } from 'node:fs'
import { join, resolve } from 'node:path'
import {
  centralBanksSchema,
  commoditiesSchema,
  countriesSchema,
  createLexicon,
  exchangesSchema,
  givenNamesSchema,
  governmentSchema,
  indicesSchema,
  type Lexicon,
  nounsSchema,
  officesSchema,
  organisationsSchema,
  placesSchema,
  regulatorsSchema,
} from '#core'

const known = new Map<string, Lexicon>()

/**
 * The lexicon of a folder of name files, read once in the life of this process. The default is the project's own,
 * found from the working directory (not from this module, which Next moves into its bundle).
 * Throws with the file's name when one is missing or malformed: without names the engine would quietly read worse.
 */
export function loadLexicon(folder: string = join(process.cwd(), 'content', 'names')): Lexicon {
  const place = resolve(folder)
  const loaded = known.get(place)
  if (loaded !== undefined) return loaded
  const lexicon = createLexicon({
    countries: readNames(place, 'countries.json', countriesSchema),
    places: readNames(place, 'places.json', placesSchema),
    givenNames: readNames(place, 'given-names.json', givenNamesSchema),
    organisations: readNames(place, 'organisations.json', organisationsSchema),
    nouns: readNames(place, 'nouns.json', nounsSchema),
    centralBanks: readNames(place, 'central-banks.json', centralBanksSchema),
    regulators: readNames(place, 'regulators.json', regulatorsSchema),
    exchanges: readNames(place, 'exchanges.json', exchangesSchema),
    government: readNames(place, 'government.json', governmentSchema),
    indices: readNames(place, 'indices.json', indicesSchema),
    commodities: readNames(place, 'commodities.json', commoditiesSchema),
    offices: readNames(place, 'offices.json', officesSchema),
  })
  known.set(place, lexicon)
  return lexicon
}

function readNames<File>(folder: string, name: string, schema: { parse(value: unknown): File }): File {
  const path = join(folder, name)
  try {
    return schema.parse(JSON.parse(readFileSync(path, 'utf8')))
  } catch (error) {
    throw new Error(`The names in ${path} cannot be read`, { cause: error })
  }
}
