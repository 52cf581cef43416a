import type { Name, NameSort } from '../../article/name.ts'
import { type Marked, within } from '../../facts/sentence/marked.ts'
import { type PhraseKey, type Rival, SLOT } from '../ask.ts'
import type { AskScene } from './ask-scene.ts'

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
  const seen = new Map<string, Name>()
  const isCompany = reading.names.find(({ canonical }) => canonical === key)?.isCompany
  const hasThe = takesThe(reading, key)
  const isCountry = reading.names.find(({ canonical }) => canonical === key)?.isCountry === true
  for (const name of reading.names)
    if (
      name.sort === sort &&
      !here.has(name.canonical) &&
      name.canonical !== key &&
      !isAlike(name.canonical, key) &&
      takesThe(reading, name.canonical) === hasThe &&
      (name.isCountry === true) === isCountry &&
      fits(isCompany, name.isCompany) &&
      !seen.has(name.canonical) &&
      (sort !== 'person' || name.canonical.includes(' '))
    )
      seen.set(name.canonical, name)
  const count = (canonical: string) => reading.names.filter((name) => name.canonical === canonical).length
  const ranked = [...seen]
    .map(([canonical, name]) => ({ canonical, name, count: count(canonical) }))
    .sort((a, b) => b.count - a.count)
  return ranked.map(({ canonical, name }) => ({
    key: phrase(SORTS[sort], canonical),
    why: `The article says this of ${key}. It names ${canonical} elsewhere: “${excerpt(reading, name)}”`,
    source: 'article' as const,
  }))
}

const LONGEST_EXCERPT = 110

function excerpt({ text, sentences }: AskScene['reading'], name: Name): string {
  const sentence = sentences.find(({ start, end }) => start <= name.start && name.end <= end)
  if (!sentence) return name.text
  const whole = text.slice(sentence.start, sentence.end).replace(/\s+/g, ' ')
  if (whole.length <= LONGEST_EXCERPT) return whole
  const at = name.start - sentence.start
  const from = at < LONGEST_EXCERPT - 40 ? 0 : at - 30
  return `${from > 0 ? '…' : ''}${whole.slice(from, from + LONGEST_EXCERPT).replace(/\s\S*$/, '')}…`
}

/** Companies stand beside companies; a paper or a regulator beside neither them nor what may be one. */
const fits = (key: boolean | undefined, rival: boolean | undefined): boolean =>
  key === undefined ? rival !== false : key === rival

/** 'Alexander Strategies Group' beside 'Alexander Strategy Group' would be a trick, not a rival. */
export function isAlike(a: string, b: string): boolean {
  const [ours, theirs] = [new Set(a.toLowerCase().split(/\s+/)), new Set(b.toLowerCase().split(/\s+/))]
  const shared = [...theirs].filter((word) => ours.has(word)).length
  return shared * 2 >= Math.min(ours.size, theirs.size) + 1 || a.includes(b) || b.includes(a)
}

/** Whether a name stands behind 'the' in a sentence. */
export const takesThe = ({ names }: AskScene['reading'], name: string): boolean =>
  names.some((each) => each.canonical === name && each.takesThe)

/** The place of a name in a sentence: with 'the' before it where it takes one. */
export const slotFor = (reading: AskScene['reading'], name: string): string =>
  takesThe(reading, name) ? `the ${SLOT}` : SLOT
