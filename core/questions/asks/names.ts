import type { Name, NameSort } from '../../article/name.ts'
import type { Reading } from '../../article/reading.ts'
import { sentenceAround, sentenceText } from '../../article/sentence-around.ts'
import { isOnlyCited, mentionsOf, rankedThings, takesThe } from '../../article/things.ts'
import { type Marked, within } from '../../facts/sentence/marked.ts'
import { areNearTrades } from '../../language/trades.ts'
import { isKnownNoun } from '../../lexicon.ts'
import { remember } from '../../remember.ts'
import { type PhraseKey, type Rival, SLOT } from '../ask.ts'
import type { AskScene } from './ask-scene.ts'
import { askedWord, kindWord, MOST_LOOKED_AT } from './kind-words.ts'
import { likenessOf, mayBeTakenFor } from './people.ts'

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

/** Names of a sort that the article puts elsewhere, never in this sentence, so that none of them did it too; each with where it stands. The likest first: of the same kind, trade, country, walk of life. */
export function nameRivals(
  { reading }: AskScene,
  marked: Marked,
  sort: Exclude<NameSort, 'other'>,
  key: string,
): Rival[] {
  const [first] = mentionsOf(reading, key)
  if (!first) return []
  const here = new Set(
    within(marked.names, { from: 0, to: marked.tokens.length }).map(({ canonical }) => canonical),
  )
  const hasThe = takesThe(reading, key)
  const isFit = LIKE[sort](reading, marked, first)
  const found: { readonly canonical: string; readonly name: Name; readonly likeness: number }[] = []
  const houses = new Set<string>()
  for (const { canonical, mentions } of rankedThings(reading)) {
    if (found.length === MOST_LOOKED_AT) break
    if (canonical === key || here.has(canonical)) continue
    const name = mentions.find((mention) => mention.sort === sort)
    if (!name || !isFit(name) || isAlike(canonical, key) || takesThe(reading, canonical) !== hasThe) continue
    if (sort === 'organisation' && !isNewHouse(houses, canonical)) continue
    found.push({ canonical, name, likeness: likeness(reading, first, name) })
  }
  return found
    .filter(({ canonical }, i) => !found.some((other, k) => k < i && isAlike(other.canonical, canonical)))
    .sort((a, b) => b.likeness - a.likeness)
    .slice(0, MOST_RIVALS)
    .map(({ canonical, name }) => ({
      key: phrase(SORTS[sort], canonical),
      why: `The article says this of ${key}. It names ${canonical} elsewhere: “${excerptOf(reading, name)}”`,
      source: 'article',
    }))
}

/** Whether a name is the first of its house: 'Norvale Radio', 'Norvale Films' and 'Norvale House' together would look like one. */
export function isNewHouse(houses: Set<string>, name: string): boolean {
  const [house = ''] = name.split(' ')
  if (OPENS_MANY.test(house)) return true
  if (houses.has(house)) return false
  houses.add(house)
  return true
}

/** Words with which names of different houses begin. */
const OPENS_MANY =
  /^(?:The|Bank|Central|National|Federal|Royal|International|European|American|British|Department|Ministry|Office|General|United|Reserve|First|New|US|UK|U\.S\.|House|Air|Banco|China|Japan|Korea|India)$/

type Fit = (name: Name) => boolean

/** Which other names of each sort could be taken for one that a sentence names. */
const LIKE: {
  readonly [S in Exclude<NameSort, 'other'>]: (reading: Reading, marked: Marked, first: Name) => Fit
} = {
  organisation: (reading, marked, first) => {
    const word = askedWord(reading, marked, first)
    const isNarrow = word === kindWord(first)
    const told = nationsTold(reading, marked)
    return (name) =>
      (isNarrow && !/^(?:company|organisation)$/.test(word)
        ? kindWord(name) === word
        : fits(first.isCompany, name.isCompany)) &&
      isNearTrade(first, name) &&
      isSomebody(reading, name) &&
      !isOnlyHeard(reading, mentionsOf(reading, name.canonical)) &&
      // 'the Chinese vendor': a name known to be of elsewhere is no answer
      !(
        first.country !== undefined &&
        told.has(first.country) &&
        (name.country ?? first.country) !== first.country
      )
  },
  person: (reading, marked, first) => {
    const mayBe = mayBeTakenFor(reading, marked, first.canonical)
    return ({ canonical }) => canonical.includes(' ') && mayBe(canonical)
  },
  place: (_reading, _marked, first) => (name) => (name.isCountry === true) === (first.isCountry === true),
}

/** A bank is no answer to 'which company recalls cars', nor is who makes engines to 'which company sells planes'. */
const isNearTrade = (first: Name, name: Name): boolean =>
  first.isCompany !== true ||
  first.sector === undefined ||
  name.sector === undefined ||
  areNearTrades(first.sector, name.sector)

/** A paper that is only cited did nothing, and 'Fact' of no list is more likely a word than a name. */
export const isSomebody = (reading: Reading, { canonical, kind }: Name): boolean =>
  !isOnlyCited(reading, canonical) && (kind !== undefined || !isCommonNoun(reading, canonical))

/** 'An analyst at', 'a strategist with'. */
const COMMENTS = /\b(?:analysts?|economists?|strategists?|brokers?|brokerage|investment bank)\b/i
const NEAR_BEFORE = 50

/** Whether an article only quotes who works there, as it does analysts: such a house does nothing that the article tells of. */
export const isOnlyHeard = ({ text }: Reading, mentions: readonly Name[]): boolean =>
  mentions.length === 1 &&
  mentions.every(({ start, end }) => {
    const before = text.slice(Math.max(0, start - NEAR_BEFORE), start)
    const clause = before.slice(Math.max(before.lastIndexOf('.'), before.lastIndexOf(';')) + 1)
    return COMMENTS.test(clause) || /^,? (?:analyst|economist|strategist|broker)s?\b/.test(text.slice(end))
  })

const isCommonNoun = ({ lexicon }: Reading, name: string): boolean =>
  !name.includes(' ') && name !== name.toUpperCase() && isKnownNoun(lexicon, name.toLowerCase())

/** The countries of whose people or things a sentence speaks. */
function nationsTold({ nations }: Reading, { tokens, names }: Marked): ReadonlySet<string> {
  const told = new Set<string>()
  for (const [i, { text }] of tokens.entries()) {
    const nation = names[i]?.sort === 'organisation' ? undefined : nations.get(text)
    if (nation !== undefined) told.add(nation)
  }
  return told
}

/** How near two names of one sort are to each other: the higher, the less a reader can tell them apart without having read. */
function likeness(reading: Reading, first: Name, name: Name): number {
  if (first.sort === 'person') return likenessOf(reading, first.canonical, name.canonical)
  const sameKind = kindWord(first) === kindWord(name) ? 4 : 0
  const sameTrade = first.sector !== undefined && first.sector === name.sector ? 3 : 0
  const bothKnown = first.country !== undefined && name.country !== undefined
  const sameCountry = bothKnown ? (first.country === name.country ? 1 : -1) : 0
  return sameKind + sameTrade + sameCountry
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
  const [x, y] = [squeezed(a), squeezed(b)]
  if (x.includes(y) || y.includes(x) || isOfOneStem(a, b) || isShortened(a, b) || isShortened(b, a))
    return true
  const [ours, theirs] = [wordSetOf(a), wordSetOf(b)]
  let shared = 0
  for (const word of theirs) if (ours.has(word)) shared++
  return shared * 2 >= Math.min(ours.size, theirs.size) + 1
}

const STEM = 4
/** 'Citigroup' and 'Citibank': of one house, as far as the words tell. */
const isOfOneStem = (a: string, b: string): boolean =>
  !a.includes(' ') &&
  !b.includes(' ') &&
  a.length > STEM &&
  a.slice(0, STEM) === b.slice(0, STEM) &&
  /[a-z]{3}/.test(a)

/** 'TimeWarner' of 'Time Warner'. */
const squeezed: (name: string) => string = remember((name) => name.replace(/[\s-]/g, ''))

/** Whether capitals may stand for a name that has their letters in it, in order: 'VW', 'GSK'. */
function isShortened(short: string, long: string): boolean {
  if (!/^[A-Z]{2,5}$/.test(short) || short[0] !== long[0]?.toUpperCase()) return false
  let at = 0
  for (const letter of long.toUpperCase()) if (letter === short[at]) at++
  return at === short.length
}

const wordSetOf: (name: string) => ReadonlySet<string> = remember(
  (name) => new Set(name.toLowerCase().split(/\s+/)),
)

/** The place of a name in a sentence: with 'the' before it where it takes one. */
export const slotFor = (reading: Reading, name: string): string =>
  takesThe(reading, name) ? `the ${SLOT}` : SLOT
