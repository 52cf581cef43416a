import path from 'node:path'
import { loadLexicon } from '#server/lexicon'

/** The names the product ships with. */
export const lexicon = loadLexicon(path.resolve(import.meta.dirname, '../../../../content/names'))
