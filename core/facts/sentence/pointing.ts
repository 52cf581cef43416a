import { wordSet } from '../../word-set.ts'
import { possessive } from '../possessive.ts'
import { companyMeant } from './antecedent.ts'
import { describedCompany } from './described.ts'
import { EMPTY_ADJECTIVES, introduced, isAlike, isToldBefore } from './introduced.ts'
import { isHyphen, type Marked, posAt, type Range, rangeSome, wordAt } from './marked.ts'
import { bodyMeant, countryMeant, holderMeant, TWO_WORD_OFFICES } from './name-meant.ts'
import { isDescribing } from './nominal.ts'
import type { Scene } from './scene.ts'
import { APOSTROPHES, COMPANY_HEADS, CURRENCIES, GENERAL_NOUNS, POINTING_NOUNS } from './words.ts'

/** Whether one of the adjectives before a noun tells it from others of its kind. */
function saysWhich(marked: Marked, from: number, to: number): boolean {
  for (let i = from; i < to; i++) if (!EMPTY_ADJECTIVES.test(wordAt(marked, i))) return true
  return false
}

/** 'The prime minister Ada Okoro', 'the prime minister of Nigeria'. */
const namesItself = (marked: Marked, i: number): boolean =>
  marked.names[i] !== undefined || /^(?:of|at|,)$/.test(wordAt(marked, i))

/** A phrase with what it stands for, as an owner where an apostrophe follows: 'the company's'. */
const owned = (marked: Marked, { text, to }: Meant): Meant =>
  APOSTROPHES.has(wordAt(marked, to)) ? { text: possessive(text), to: to + 1 } : { text, to }

/** What words stand for, and where they end. */
interface Meant {
  readonly text: string
  readonly to: number
}

const DESCRIBING = wordSet('of that which who behind between for in from by against to with over on')
/** What a country has one of. */
const NATIONAL = wordSet('economy government budget currency')
const NATIONAL_BALANCE = /^(?:current account|trade|budget|fiscal) (?:deficit|surplus|gap)$/
const LONGEST_BALANCE = 3

/** How many words from `from` on call something that a country has one of: 1 for 'economy', 3 for 'current account deficit'; else 0. */
function nationalLength(marked: Marked, from: number): number {
  const isNounBehind = (to: number): boolean => /^(?:NOUN|PROPN)$/.test(posAt(marked, to))
  if (NATIONAL.has(wordAt(marked, from))) return isNounBehind(from + 1) ? 0 : 1
  for (let length = 2; length <= LONGEST_BALANCE; length++) {
    const said = marked.tokens.slice(from, from + length).map(({ lower }) => lower)
    if (NATIONAL_BALANCE.test(said.join(' '))) return isNounBehind(from + length) ? 0 : length
  }
  return 0
}

/** 'The economy', 'the current account deficit': those of the country that the article speaks of. */
function nationalMeant({ reading: { country } }: Scene, marked: Marked, i: number): Meant | undefined {
  if (country === undefined) return undefined
  const length = nationalLength(marked, i + 1)
  const to = i + 1 + length
  if (length === 0 || DESCRIBING.has(wordAt(marked, to))) return undefined
  const named = /^(?:US|UK|EU)$/.test(country) ? `the ${country}` : possessive(country)
  return { text: [named, ...marked.tokens.slice(i + 1, to).map(({ lower }) => lower)].join(' '), to }
}

/** 'the company', 'the deal': 'the' with a noun that needs what was said before. */
export function pointing(scene: Scene, marked: Marked, i: number, range: Range): Meant | null | undefined {
  let head = i + 1
  while (head < marked.tokens.length && marked.tokens[head]?.pos === 'ADJ' && !marked.names[head]) head++
  const described = describedCompany(scene, marked, i)
  if (described === null) return null
  if (described) return owned(marked, described)
  if (marked.names[head] || marked.quantities[head] || marked.periods[head]) return undefined
  const noun = wordAt(marked, head)
  if (CURRENCIES.has(noun)) return undefined
  const national = nationalMeant(scene, marked, i)
  if (national) return owned(marked, national)
  const next = wordAt(marked, head + 1)
  const nextTag = marked.tokens[head + 1]?.pos ?? ''
  const isModifier = nextTag === 'NOUN' || nextTag === 'PROPN' || marked.names[head + 1] !== undefined
  const isApostrophe = APOSTROPHES.has(next)
  if (TWO_WORD_OFFICES.has(`${noun} ${next}`) && !namesItself(marked, head + 2)) {
    const holder = holderMeant(scene, marked, i)
    return holder ? owned(marked, holder) : null
  }
  if (isModifier && marked.names[head + 1]) return undefined
  if (isModifier && !COMPANY_HEADS.has(noun)) return againTold(scene, marked, i, range)
  const isDescribed =
    (DESCRIBING.has(next) || (next === 'at' && marked.names[head + 2] !== undefined)) &&
    !isApostrophe &&
    head + 1 < range.to &&
    // 'the merger in May 2024' does not say which one, 'the contract for 2024' does
    (next === 'for' || marked.periods[head + 2] === undefined)
  if (COMPANY_HEADS.has(noun) && head === i + 1 && !isModifier) {
    if (/^(?:of|that|which|behind)$/.test(next)) return undefined
    const what = companyMeant(scene, marked, i, noun)
    if (what === null) return null
    return owned(marked, { text: what, to: head + 1 })
  }
  if (head === i + 1 && !isModifier && !isDescribed) {
    const meant =
      noun === 'country'
        ? countryMeant(scene, marked, head)
        : (bodyMeant(scene, marked, noun, head) ?? holderMeant(scene, marked, i))
    if (meant) return owned(marked, meant)
  }
  // 'the global economic crisis' says which; 'the new plan' does not
  if (head > i + 1 && saysWhich(marked, i + 1, head)) return againTold(scene, marked, i, range)
  if (POINTING_NOUNS.has(noun) && !isDescribed && !isModifier) {
    const isGeneral = i !== range.from && GENERAL_NOUNS.has(noun) && !isApostrophe
    if (isGeneral) return undefined
    const full = head === i + 1 ? introduced(scene, marked, noun, i) : null
    // 'the plant for $9bn's future' is no English
    if (full === null || (APOSTROPHES.has(next) && TAILED.test(full))) return null
    return { text: full, to: head + 1 }
  }
  return againTold(scene, marked, i, range)
}

/** A phrase with more behind its noun, which cannot own anything. */
const TAILED = / (?:of|for|in|to|with|within|between|from|against|worth) /

/** So many words before a noun say which one is meant, whatever was said before. */
const ENOUGH = 2

/** 'The new network', 'the expanding deficit': a thing told of before, by the fuller phrase; null where that could be one of several. */
function againTold(scene: Scene, marked: Marked, i: number, range: Range): Meant | null | undefined {
  const phrase = bareDefinite(marked, i, range.to)
  if (phrase === null) return undefined
  const { noun, telling, to } = phrase
  // 'the crash', 'the downgrade': a deed known already, told of in other words
  const isDeed =
    telling.length === 0 && /^(?:act|event)$/.test(scene.reading.nouns.get(lemmaAt(marked, to - 1)) ?? '')
  if (!isDeed && !isToldBefore(scene, marked, noun, i)) return undefined
  // 'the new network' is another than 'the old mobile network'
  if (rangeSome(i + 1, to - 1, (k) => EMPTY_ADJECTIVES.test(wordAt(marked, k)))) return null
  const full = introduced(scene, marked, noun, i)
  if (full === null) return null
  const words = full.toLowerCase().split(' ')
  return telling.every((word) => words.includes(word)) ? { text: full, to } : null
}

interface Definite {
  readonly noun: string
  /** The words before it that tell it from others. */
  readonly telling: readonly string[]
  readonly to: number
}

/** A phrase behind the 'the' at `i` that nothing anchors: no name or figure in it, nothing behind it that says which, and few words before its noun; null where something does. */
function bareDefinite(marked: Marked, i: number, end: number): Definite | null {
  let to = i + 1
  while (to < end && !isKnown(marked, to) && isOfPhrase(marked, to)) to++
  // 'the models | compared with': what compares does not tell which
  while (to - 2 > i && wordAt(marked, to - 1) === 'compared') to--
  const head = to - 1
  const noun = wordAt(marked, head)
  if (head === i || posAt(marked, head) !== 'NOUN' || GENERAL_NOUNS.has(noun) || isKnown(marked, to))
    return null
  const isDescribed =
    /^(?:ADP|PART|PRON|NUM|SCONJ)$/.test(posAt(marked, to)) &&
    (wordAt(marked, to) === 'for' || !marked.periods[to + 1])
  if (to < end && isDescribed) return null
  // 'short-listed' is one word.
  const telling = marked.tokens
    .slice(i + 1, head)
    .map(({ lower }) => lower)
    .filter((word, k, all) => word !== '-' && all[k - 1] !== '-' && !EMPTY_ADJECTIVES.test(word))
  return telling.length >= ENOUGH ? null : { noun, telling, to }
}

/** Whether a range speaks of something by 'the' alone: 'the short-listed companies'. */
export const isLoose = (marked: Marked, { from, to }: Range): boolean =>
  rangeSome(from, to, (i) => wordAt(marked, i) === 'the' && bareDefinite(marked, i, to) !== null)

/** Whether the title speaks of what 'the' at `i` points at: 'the scheme' below 'Union to fund clean air scheme'. */
export function isOfTitle({ marked: [title] }: Scene, marked: Marked, i: number): boolean {
  let to = i + 1
  while (isOfPhrase(marked, to) && !isKnown(marked, to)) to++
  const noun = lemmaAt(marked, to - 1)
  return title?.isTitle === true && title.tokens.some(({ lemma }) => lemma === noun || isAlike(lemma, noun))
}

const lemmaAt = ({ tokens }: Marked, i: number): string => tokens[i]?.lemma ?? ''

const isKnown = ({ names, quantities, periods }: Marked, i: number): boolean =>
  names[i] !== undefined || quantities[i] !== undefined || periods[i] !== undefined

const isOfPhrase = (marked: Marked, i: number): boolean => {
  const pos = posAt(marked, i)
  return pos === 'ADJ' || pos === 'NOUN' || (pos === 'VERB' && isDescribing(marked, i)) || isHyphen(marked, i)
}
