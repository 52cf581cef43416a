import { tableOf } from './table.ts'

/** Plurals that no rule gives. Words that are their own plural stand for themselves. */
const IRREGULAR = tableOf({
  people: 'people',
  children: 'child',
  men: 'man',
  women: 'woman',
  feet: 'foot',
  teeth: 'tooth',
  mice: 'mouse',
  geese: 'goose',
  lives: 'life',
  wives: 'wife',
  knives: 'knife',
  leaves: 'leaf',
  shelves: 'shelf',
  halves: 'half',
  thieves: 'thief',
  wolves: 'wolf',
  criteria: 'criterion',
  phenomena: 'phenomenon',
  series: 'series',
  species: 'species',
  movies: 'movie',
  cookies: 'cookie',
  lenses: 'lens',
  gases: 'gas',
  buses: 'bus',
  excuses: 'excuse',
  aircraft: 'aircraft',
  spacecraft: 'spacecraft',
  staff: 'staff',
  crew: 'crew',
  police: 'police',
  cattle: 'cattle',
  fish: 'fish',
  sheep: 'sheep',
  headquarters: 'headquarters',
  crossroads: 'crossroads',
  data: 'data',
  media: 'media',
  analyses: 'analysis',
  bases: 'base',
  crises: 'crisis',
  diagnoses: 'diagnosis',
  indices: 'index',
  personnel: 'personnel',
  horsepower: 'horsepower',
  potatoes: 'potato',
  tomatoes: 'tomato',
  heroes: 'hero',
  vetoes: 'veto',
})

/** Whether a word (lower case) looks like the plural of a noun. */
export function isPlural(word: string): boolean {
  if (word in IRREGULAR) return true
  if (word.endsWith('men') && word.length > 4) return true
  return word.length > 3 && word.endsWith('s') && !/(?:ss|us|is)$/.test(word)
}

/** The singular of a noun in lower case; the word itself where it is none already. */
export function singularOf(word: string): string {
  const known = IRREGULAR[word]
  if (known !== undefined) return known
  if (!isPlural(word)) return word
  if (word.endsWith('men')) return `${word.slice(0, -3)}man`
  if (word.endsWith('ies') && word.length > 4) return `${word.slice(0, -3)}y`
  if (/(?:ss|x|ch|sh|zz)es$/.test(word)) return word.slice(0, -2)
  if (/[^aeo]uses$/.test(word)) return word.slice(0, -2)
  return word.slice(0, -1)
}
