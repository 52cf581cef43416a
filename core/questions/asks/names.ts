import type { Name, NameSort } from '../../article/name.ts'
import type { Reading } from '../../article/reading.ts'
import { mentionsOf, rankedThings, takesThe } from '../../article/things.ts'
import { type Marked, within } from '../../facts/sentence/marked.ts'
import { remember } from '../../remember.ts'
import { type PhraseKey, type Rival, SLOT } from '../ask.ts'
import type { AskScene } from './ask-scene.ts'
import { sentenceAround, sentenceText } from './sentence-around.ts'

/** A name or short phrase as an answer. */
export const phrase = (
  sort: PhraseKey['sort'],
  text: string,
  accepts: readonly string[] = [],
): PhraseKey => ({ type: 'phrase', sort, text, accepts })

const SORTS: Readonly<Record<Exclude<NameSort, 'other'>, PhraseKey['sort']>> = {
  organisation: 'organisation',
  person: 'person',
  place: 'place',
}

/** More wrong options than any question needs; an article that names thousands would otherwise give each of its questions thousands. */
const MOST_RIVALS = 16

/** As many of `names` as questions can need: the first that fit. */
export function firstRivals(names: Iterable<string>, fits: (name: string) => boolean): string[] {
  const found: string[] = []
  for (const name of names) {
    if (found.length === MOST_RIVALS) break
    if (fits(name)) found.push(name)
  }
  return found
}

/** Names of a sort that the article puts elsewhere, never in this sentence, so that none of them did it too; each with where it stands. */
export function nameRivals(
  { reading }: AskScene,
  marked: Marked,
  sort: Exclude<NameSort, 'other'>,
  key: string,
): Rival[] {
  const here = new Set(
    within(marked.names, { from: 0, to: marked.tokens.length }).map(({ canonical }) => canonical),
  )
  const [first] = mentionsOf(reading, key)
  const hasThe = takesThe(reading, key)
  const isCountry = first?.isCountry === true
  const isFit = (name: Name): boolean =>
    name.sort === sort &&
    (name.isCountry === true) === isCountry &&
    fits(first?.isCompany, name.isCompany) &&
    // A bank is no answer to 'which company recalls cars'.
    (first?.sector === undefined || name.sector === undefined || first.sector === name.sector) &&
    (sort !== 'person' || name.canonical.includes(' '))
  const rivals: Rival[] = []
  for (const { canonical, mentions } of rankedThings(reading)) {
    if (rivals.length === MOST_RIVALS) break
    if (canonical === key || here.has(canonical)) continue
    const name = mentions.find(isFit)
    if (!name || isAlike(canonical, key) || takesThe(reading, canonical) !== hasThe) continue
    rivals.push({
      key: phrase(SORTS[sort], canonical),
      why: `The article says this of ${key}. It names ${canonical} elsewhere: “${excerptOf(reading, name)}”`,
      source: 'article',
    })
  }
  return rivals
}

const LONGEST_EXCERPT = 110

const excerpts = new WeakMap<Name, string>()

/** The words around a name, cut out once for all the questions it is a wrong option of. */
function excerptOf(reading: Reading, name: Name): string {
  const known = excerpts.get(name)
  if (known !== undefined) return known
  const cut = excerpt(reading, name)
  excerpts.set(name, cut)
  return cut
}

function excerpt(reading: Reading, name: Name): string {
  const sentence = sentenceAround(reading.sentences, name)
  if (!sentence) return name.text
  const whole = sentenceText(reading, sentence)
  if (whole.length <= LONGEST_EXCERPT) return whole
  const at = name.start - sentence.start
  const from = at < LONGEST_EXCERPT - 40 ? 0 : at - 30
  return `${from > 0 ? '…' : ''}${whole.slice(from, from + LONGEST_EXCERPT).replace(/\s\S*$/, '')}…`
}

/** Companies stand beside companies; a paper or a regulator beside neither them nor what may be one. */
const fits = (key: boolean | undefined, rival: boolean | undefined): boolean =>
  key === undefined ? rival !== false : key === rival

/** 'Harbour Partners Group' beside 'Harbour Partner Group' would be a trick, not a rival. */
export function isAlike(a: string, b: string): boolean {
  if (a.includes(b) || b.includes(a)) return true
  const [ours, theirs] = [wordSetOf(a), wordSetOf(b)]
  let shared = 0
  for (const word of theirs) if (ours.has(word)) shared++
  return shared * 2 >= Math.min(ours.size, theirs.size) + 1
}

const wordSetOf: (name: string) => ReadonlySet<string> = remember(
  (name) => new Set(name.toLowerCase().split(/\s+/)),
)

/** The place of a name in a sentence: with 'the' before it where it takes one. */
export const slotFor = (reading: Reading, name: string): string =>
  takesThe(reading, name) ? `the ${SLOT}` : SLOT
