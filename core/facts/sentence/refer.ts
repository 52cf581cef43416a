import type { Name } from '../../article/name.ts'
import type { Reading } from '../../article/reading.ts'
import type { Period } from '../../periods/period.ts'
import { closingQuote } from './clauses.ts'
import { type Marked, markSentences, type Range } from './marked.ts'
import { COMPANY_HEADS, GENERAL_NOUNS, POINTING_NOUNS } from './words.ts'

/** A reading prepared for finding facts: its sentences marked, and who it is mostly about. */
export interface Scene {
  readonly reading: Reading
  readonly marked: readonly Marked[]
  /** The organisation the article is about, when one stands out. */
  readonly main?: string
}

/** The organisation that is named clearly more often than any other, or that alone is named in the title. */
function mainOrganisation({ names, blocks }: Reading): string | undefined {
  const counts = new Map<string, number>()
  const titled = new Set<string>()
  for (const name of names) {
    if (name.sort !== 'organisation') continue
    counts.set(name.canonical, (counts.get(name.canonical) ?? 0) + 1)
    const title = blocks[0]
    if (title?.kind === 'title' && name.end <= title.end) titled.add(name.canonical)
  }
  const ranked = [...counts].sort((a, b) => b[1] - a[1])
  const [first, second] = ranked
  if (!first || first[1] < 2) return undefined
  if (titled.has(first[0]) && first[1] > (second?.[1] ?? 0)) return first[0]
  return first[1] >= 3 && first[1] >= 2 * (second?.[1] ?? 0) ? first[0] : undefined
}

export function prepareScene(reading: Reading): Scene {
  const main = mainOrganisation(reading)
  return { reading, marked: markSentences(reading), ...(main === undefined ? {} : { main }) }
}

const lower = (marked: Marked, i: number): string => (marked.tokens[i]?.text ?? '').toLowerCase()

/** What no 'company' or 'firm' stands for. */
const BODIES =
  /\b(?:Union|Association|Commission|Agency|Council|Ministry|Department|University|Institute|Committee|Federation|Court|Society|Congress|Parliament|Senate|House|Treasury|Exchange|Reserve|Party|Government|Administration)\b/

/** The names of a sort before token `limit`, each thing once, in order. Sources are left out: 'told Reuters', 'analyst at Dunmore'. */
function candidates(marked: Marked, limit: number, sort: Name['sort'], isCompany = false): string[] {
  const found: string[] = []
  for (let i = 0; i < limit; i++) {
    const name = marked.names[i]
    if (!name || name.sort !== sort || name === marked.names[i - 1]) continue
    if (isCompany && (name.isCompany === false || BODIES.test(name.canonical))) continue
    if (sort === 'organisation' && /^(?:told|at|by|via)$/.test(lower(marked, i - 1))) continue
    if (!found.includes(name.canonical)) found.push(name.canonical)
  }
  return found
}

/** The name at the head of the sentence's subject: among its first tokens, not possessive. */
function openingName(marked: Marked, sort: Name['sort']): string | undefined {
  for (let i = 0; i < Math.min(8, marked.tokens.length); i++) {
    const name = marked.names[i]
    if (name?.sort === sort) {
      let end = i
      while (marked.names[end + 1] === name) end++
      // 'X and Y merged': the company is neither more than the other
      if (/^(?:and|or|,|&)$/.test(lower(marked, end + 1)) && marked.names[end + 2]?.sort === sort)
        return undefined
      if (!/^['’]s?$/.test(lower(marked, end + 1))) return name.canonical
    }
    if (/^(?:VERB|AUX)$/.test(marked.tokens[i]?.pos ?? '') && !name) return undefined
  }
  return undefined
}

/** What 'the company', 'it' or 'he' at a token stands for; null where more than one thing could be meant. */
function antecedent(
  scene: Scene,
  marked: Marked,
  at: number,
  sort: 'organisation' | 'person',
  isCompany = false,
): string | null {
  const here = candidates(marked, at, sort, isCompany)
  if (here.length === 1) return here[0] ?? null
  if (here.length > 1) {
    const opening = openingName(marked, sort)
    return opening && here[0] === opening ? opening : null
  }
  const { index, block } = marked.sentence
  for (let back = index - 1; back >= Math.max(0, index - (sort === 'person' ? 4 : 2)); back--) {
    const previous = scene.marked[back]
    if (!previous || previous.isTitle) break
    if (previous.sentence.block < block - 1) break
    const there = candidates(previous, previous.tokens.length, sort, isCompany)
    if (there.length === 0) continue
    if (there.length === 1) return there[0] ?? null
    // Of two people before 'he', the words do not tell which.
    return sort === 'person' ? null : (openingName(previous, sort) ?? null)
  }
  return sort === 'organisation' ? (scene.main ?? null) : null
}

/** The dictionary form of the first verb behind a token. */
const nextVerb = (marked: Marked, i: number): string => {
  const next = marked.tokens.slice(i + 1, i + 5).find(({ pos }) => pos === 'VERB' || pos === 'AUX')
  return next && /^(?:is|was|are|were|be|been|'s|’s|would|will|has|had)$/i.test(next.text)
    ? copulaOr(marked, i, next.lemma)
    : (next?.lemma ?? '')
}

/** 'It would be', 'it has been': the copula behind an auxiliary; else the verb. */
function copulaOr(marked: Marked, i: number, lemma: string): string {
  const words = marked.tokens.slice(i + 1, i + 5).map(({ text }) => text.toLowerCase())
  const at = words.findIndex((word) => /^(?:is|was|be|been|'s|’s)$/.test(word))
  if (at === -1) return lemma
  const next = marked.tokens[i + 2 + at]
  // 'it is expanding', 'it was founded' act; 'it is hard', 'it was a story' may point at nothing
  const isImpersonal =
    /^(?:intended|believed|thought|expected|hoped|said|reported|estimated|feared|understood|assumed|planned|known)$/i.test(
      next?.text ?? '',
    )
  return next?.pos === 'VERB' && !isImpersonal ? next.lemma : 'be'
}

/** What 'it' stands for: the organisation that is the subject of this sentence or of the one before. */
function subjectMeant(scene: Scene, marked: Marked, at: number): string | null {
  const here = candidates(marked, at, 'organisation')
  if (here.length > 0)
    return here.length === 1 || openingName(marked, 'organisation') === here[0] ? (here[0] ?? null) : null
  const previous = scene.marked[marked.sentence.index - 1]
  if (!previous || previous.isTitle || previous.sentence.block < marked.sentence.block - 1) return null
  const opening = openingName(previous, 'organisation')
  if (opening !== undefined) return opening
  const currency = /^(?:the (?:us )?(?:dollar|euro|pound|yen|yuan|rupee|rouble|franc))\b/.exec(
    previous.tokens
      .slice(0, 3)
      .map(({ text }) => text.toLowerCase())
      .join(' '),
  )
  if (currency) return currency[0].replace(' us ', ' US ')
  const first = (previous.tokens[0]?.text ?? '').toLowerCase()
  const second = (previous.tokens[1]?.text ?? '').toLowerCase()
  // The sentence before goes on about 'it' or 'the company' itself.
  if (first === 'it' || (first === 'the' && COMPANY_HEADS.has(second))) return companyMeant(scene, marked, at)
  return null
}

/** The same for 'the company': the article's main organisation unless another was named just before. */
function companyMeant(scene: Scene, marked: Marked, at: number): string | null {
  const near = antecedent(scene, marked, at, 'organisation', true)
  // 'the firm' after 'chief executive of Harrow Europe' is as likely Harrow
  if (near !== null && scene.main !== undefined && near !== scene.main && near.includes(scene.main))
    return null
  if (near !== null) return near
  const { index } = marked.sentence
  const previous = scene.marked[index - 1]
  const opening = previous ? openingName(previous, 'organisation') : undefined
  return scene.main !== undefined && (opening === undefined || opening === scene.main) ? scene.main : null
}

/** The organisation that 'the company' at a token stands for, or null. */
export const antecedentOf = companyMeant

const possessive = (name: string): string => (name.endsWith('s') ? `${name}’` : `${name}’s`)

export interface Wording {
  /** Drop what is in brackets. */
  readonly brackets?: boolean
  /** What 'its', 'their', 'it' and 'they' may stay for: the phrase follows its own subject. */
  readonly bound?: boolean
  /** Leave these tokens out. */
  readonly without?: ReadonlySet<number>
  /** Put this in place of a token range. */
  readonly slot?: { readonly range: Range; readonly text: string }
}

/** The words of a range so that they can stand away from their sentence: names in full, pronouns and 'the company' replaced by what they stand for. Null where that cannot be told. */
export function standalone(scene: Scene, marked: Marked, range: Range, wording: Wording = {}): string | null {
  const out: string[] = []
  let previousEnd = -1
  const push = (text: string, start: number, end: number) => {
    const isGlued = start === previousEnd
    if (out.length > 0 && !isGlued) out.push(' ')
    out.push(text)
    previousEnd = end
  }
  for (let i = range.from; i < range.to; i++) {
    const token = marked.tokens[i]
    if (!token) return null
    const { slot } = wording
    if (slot && i === slot.range.from) {
      push(slot.text, token.start, marked.tokens[slot.range.to - 1]?.end ?? token.end)
      i = slot.range.to - 1
      continue
    }
    if (wording.without?.has(i)) continue
    const text = token.text
    const small = text.toLowerCase()
    if (text === '(') {
      const close = closing(marked, i, range.to)
      if (close === -1) return null
      i = close
      continue
    }
    const name = marked.names[i]
    if (name) {
      let to = i
      while (marked.names[to + 1] === name && to + 1 < range.to) to++
      if (/^(?:Mr|Mrs|Ms|Miss)\.?$/.test(out.at(-1) ?? '') && name.canonical.includes(' ')) {
        out.pop()
        if (out.at(-1) === ' ') out.pop()
      }
      push(
        name.sort === 'person' || name.sort === 'organisation' ? fullName(name) : name.text,
        token.start,
        marked.tokens[to]?.end ?? token.end,
      )
      i = to
      continue
    }
    const period = marked.periods[i]
    if (period && marked.periods[i - 1] !== period) {
      const shown = timeShown(period, out)
      if (shown === null) return null
      if (shown !== undefined) {
        while (marked.periods[i + 1] === period && i + 1 < range.to) i++
        if (shown !== '') push(shown, token.start, marked.tokens[i]?.end ?? token.end)
        continue
      }
    }
    if (period && isDeictic(marked, i)) {
      i++
      continue
    }
    if (small === 'year' && period && lower(marked, i + 1) === 'ago') {
      push('year earlier', token.start, marked.tokens[i + 1]?.end ?? token.end)
      i++
      continue
    }
    if (small === 'in' && lower(marked, i + 1) === 'turn') {
      i++
      continue
    }
    if (small === 'so' && lower(marked, i + 1) === 'far') {
      i++
      continue
    }
    if (marked.quantities[i] || period) {
      push(text, token.start, token.end)
      continue
    }
    if (
      /^(?:now|currently|recently|already|today|also|however|meanwhile)$/.test(small) &&
      token.pos === 'ADV'
    )
      continue
    const replaced = replacement(scene, marked, i, range, wording)
    if (replaced === null) return null
    if (replaced) {
      push(replaced.text, token.start, marked.tokens[replaced.to - 1]?.end ?? token.end)
      i = replaced.to - 1
      continue
    }
    if (/^["“]$/.test(text)) {
      const words = quotedWords(scene, marked, i, range.to)
      if (!words) return null
      push(words.text, token.start, marked.tokens[words.to - 1]?.end ?? token.end)
      i = words.to - 1
      continue
    }
    if (/^(?:”|\[|\])$/.test(text)) return null
    if (/^['‘’]$/.test(text) && token.start > previousEnd) return null
    if (small === '—' || small === '–') return null
    // A common word with a capital inside a sentence begins another one that ran into it.
    if (
      i > range.from &&
      /^\p{Lu}\p{Ll}{2,}$/u.test(text) &&
      /^(?:NOUN|DET|PRON|VERB|ADP|ADV|AUX)$/.test(token.pos) &&
      !isNamelike(marked, i)
    )
      return null
    push(text, token.start, token.end)
  }
  const joined = out
    .join('')
    .replace(/\s+/g, ' ')
    .replace(/^[\s,]+/, '')
    .replace(/ ,/g, ',')
    .trim()
  return joined === '' ? null : joined
}

/** A few words in quotation marks, as printed; null where the quotation does not end here or speaks of 'we' or 'this'. */
function quotedWords(
  { reading }: Scene,
  marked: Marked,
  i: number,
  limit: number,
): { text: string; to: number } | null {
  const close = closingQuote(marked, i, limit)
  const first = marked.tokens[i + 1]
  const last = marked.tokens[close - 1]
  if (close === -1 || close === i + 1 || !first || !last) return null
  const words = marked.tokens.slice(i + 1, close).map(({ text }) => text.toLowerCase())
  if (
    words.some((word) =>
      /^(?:i|we|you|us|me|my|our|your|this|that|these|those|it|they|he|she|\[|\]|\.\.\.|…)$/.test(word),
    )
  )
    return null
  const text = reading.text.slice(first.start, last.end).replace(/\s+/g, ' ').replace(/[,.]$/, '')
  return { text: `“${text}”`, to: close + 1 }
}

/** 'June this year': the last two words say nothing away from the article. */
const isDeictic = (marked: Marked, i: number): boolean =>
  /^(?:this|last|next)$/.test(lower(marked, i)) &&
  lower(marked, i + 1) === 'year' &&
  marked.periods[i - 1] === marked.periods[i]

/** 'Prime Minister', 'World Cup': capitals side by side. */
const isNamelike = (marked: Marked, i: number): boolean =>
  [i - 1, i + 1].some(
    (at) =>
      /^\p{Lu}/u.test(marked.tokens[at]?.text ?? '') ||
      marked.names[at] !== undefined ||
      marked.tokens[at]?.text === '-',
  )

/** How a time inside a phrase is shown: absolute where its date is known, as printed where that can stand (undefined), left out ('') where it cannot and nothing hangs on it; null where something does. */
function timeShown(period: Period, out: string[]): string | null | undefined {
  if (period.isAbsolute) return undefined
  const before = (out.at(-1) ?? '').toLowerCase()
  if (period.phrase !== undefined && period.relation === undefined) {
    const [preposition = '', ...others] = period.phrase.split(' ')
    if (before === preposition) return others.join(' ')
    if (/^(?:in|on|at|during|over|for|by)$/.test(before)) {
      out.pop()
      if (out.at(-1) === ' ') out.pop()
    }
    return period.phrase
  }
  if (period.canStand || /^(?:since|span|decade)$/.test(period.sort) || period.relation !== undefined)
    return undefined
  if (/^(?:since|until|by|from|than|before|after|to|between|of|the)$/.test(before)) return null
  while (/^(?:on|in|at|during|earlier|later|late|early|over| )$/i.test(out.at(-1) ?? '')) out.pop()
  return ''
}

const fullName = ({ text, canonical, sort }: Name): string =>
  sort === 'person' ? canonical : text.length > 1 ? text : canonical

const closing = (marked: Marked, from: number, to: number): number => {
  for (let i = from; i < to; i++) if (marked.tokens[i]?.text === ')') return i
  return -1
}

/** What a pronoun or pointing phrase at token `i` becomes: a text and where it ends; undefined when the token is neither; null when it cannot be told. */
function replacement(
  scene: Scene,
  marked: Marked,
  i: number,
  range: Range,
  { bound }: Wording,
): { text: string; to: number } | null | undefined {
  const small = lower(marked, i)
  const isAtStart = i === range.from
  if (/^(?:he|she)$/.test(small)) {
    if (bound && !isAtStart) return undefined
    const who = antecedent(scene, marked, i, 'person')
    return who === null ? null : { text: who, to: i + 1 }
  }
  if (/^(?:his|her)$/.test(small)) {
    if (bound) return undefined
    const who = antecedent(scene, marked, i, 'person')
    return who === null ? null : { text: possessive(who), to: i + 1 }
  }
  if (small === 'it') {
    if (bound && !isAtStart) return undefined
    const what =
      isAtStart && /^(?:be|look|seem|appear)$/.test(nextVerb(marked, i))
        ? null
        : subjectMeant(scene, marked, i)
    return what === null ? null : { text: what, to: i + 1 }
  }
  if (small === 'its') {
    if (bound) return undefined
    const what = antecedent(scene, marked, i, 'organisation')
    return what === null ? null : { text: possessive(what), to: i + 1 }
  }
  if (small === 'their' || small === 'they') return bound && !isAtStart ? undefined : null
  if (
    /^(?:i|we|you|us|me|my|our|your|them|him|these|those|this|such|ones|himself|herself|here|there)$/.test(
      small,
    )
  ) {
    if (small === 'us' && marked.tokens[i]?.text === 'US') return undefined
    return null
  }
  if (small === 'that')
    return marked.tokens[i]?.pos === 'DET' && /^(?:NOUN)$/.test(marked.tokens[i + 1]?.pos ?? '')
      ? null
      : undefined
  if (/^(?:latter|former)$/.test(small) && lower(marked, i - 1) === 'the') return null
  if (small !== 'the') return undefined
  return pointing(scene, marked, i, range)
}

/** 'the company', 'the deal': 'the' with a noun that needs what was said before. */
function pointing(
  scene: Scene,
  marked: Marked,
  i: number,
  range: Range,
): { text: string; to: number } | null | undefined {
  let head = i + 1
  while (head < marked.tokens.length && marked.tokens[head]?.pos === 'ADJ' && !marked.names[head]) head++
  if (marked.names[head] || marked.quantities[head] || marked.periods[head]) return undefined
  const noun = lower(marked, head)
  const next = lower(marked, head + 1)
  const nextTag = marked.tokens[head + 1]?.pos ?? ''
  const isModifier = /^(?:NOUN|PROPN)$/.test(nextTag) || marked.names[head + 1] !== undefined
  const isApostrophe = /^['’]s?$/.test(next)
  if (isModifier && !COMPANY_HEADS.has(noun)) return undefined
  if (isModifier && marked.names[head + 1]) return undefined
  const isDescribed =
    /^(?:of|that|which|who|behind|between|for|in)$/.test(next) && !isApostrophe && head + 1 < range.to
  if (COMPANY_HEADS.has(noun) && head === i + 1 && !isModifier) {
    if (/^(?:of|that|which|behind)$/.test(next)) return undefined
    const what = companyMeant(scene, marked, i)
    if (what === null) return null
    return isApostrophe ? { text: possessive(what), to: head + 2 } : { text: what, to: head + 1 }
  }
  const { country } = scene.reading
  if (
    /^(?:economy|government|budget|currency)$/.test(noun) &&
    head === i + 1 &&
    !isModifier &&
    country !== undefined &&
    !isDescribed
  ) {
    const named = /^(?:US|UK|EU)$/.test(country) ? `the ${country}` : `${possessive(country)}`
    return { text: `${named} ${noun}`, to: head + 1 }
  }
  if (head === i + 1 && !isModifier && !isDescribed) {
    const meant =
      noun === 'country'
        ? countryMeant(scene, marked)
        : (bodyMeant(scene, marked, noun) ?? holderMeant(scene, marked, i))
    if (meant) return isApostrophe ? { text: possessive(meant.text), to: meant.to + 1 } : meant
  }
  if (POINTING_NOUNS.has(noun) && !isDescribed && !isModifier) {
    const isGeneral = i !== range.from && GENERAL_NOUNS.has(noun) && !/^['’]s?$/.test(next)
    if (isGeneral) return undefined
    const full = head === i + 1 ? introduced(scene, marked, noun) : null
    return full === null ? null : { text: full, to: head + 1 }
  }
  return undefined
}

/** 'The country': the one country that the sentence before names. */
function countryMeant(scene: Scene, marked: Marked): { text: string; to: number } | undefined {
  const at = marked.tokens.findIndex((_, i) => lower(marked, i) === 'country')
  const previous = scene.marked[marked.sentence.index - 1]
  if (!previous || previous.isTitle || previous.sentence.block < marked.sentence.block - 1) return undefined
  const here = countriesIn(marked, at)
  const [only, another] = here.size > 0 ? here : countriesIn(previous, previous.tokens.length)
  return only !== undefined && another === undefined ? { text: only, to: at + 1 } : undefined
}

const countriesIn = ({ names }: Marked, limit: number): Set<string> =>
  new Set(names.slice(0, limit).flatMap((name) => (name?.isCountry ? [name.canonical] : [])))

const NAMED_BY_KIND =
  /^(?:union|bank|commission|agency|council|board|association|ministry|department|university|court|committee|federation|institute|exchange|administration|authority|senate|house|party|fund)$/

/** 'The union' after 'the Dockers Union': the one body whose name ends with the word. */
function bodyMeant(
  { reading, marked: all }: Scene,
  marked: Marked,
  noun: string,
): { text: string; to: number } | undefined {
  if (!NAMED_BY_KIND.test(noun)) return undefined
  const first = all[Math.max(0, marked.sentence.index - REACH)]?.sentence.start ?? 0
  const bodies = new Set(
    reading.names
      .filter(
        ({ sort, canonical, start }) =>
          sort === 'organisation' &&
          start >= first &&
          start < marked.sentence.start &&
          canonical.toLowerCase().split(' ').includes(noun) &&
          canonical.includes(' '),
      )
      .map(({ canonical }) => canonical),
  )
  const [only, another] = bodies
  if (only === undefined || another !== undefined) return undefined
  const at = marked.tokens.findIndex((_, i) => lower(marked, i) === noun && lower(marked, i - 1) === 'the')
  return { text: `the ${only}`, to: at + 1 }
}

/** 'The president', 'the prime minister' after 'President Barack Obama': the one person the article gives the office. */
function holderMeant(
  { reading }: Scene,
  marked: Marked,
  i: number,
): { text: string; to: number } | undefined {
  const two = `${lower(marked, i + 1)} ${lower(marked, i + 2)}`
  const office = /^(?:prime minister|chief executive|finance minister|treasury secretary)$/.test(two)
    ? two
    : lower(marked, i + 1)
  if (
    !/^(?:president|chancellor|chairman|chairwoman|governor|prime minister|chief executive|finance minister|treasury secretary)$/.test(
      office,
    )
  )
    return undefined
  const holders = new Set(
    reading.names
      .filter(
        ({ sort, start, canonical }) =>
          sort === 'person' &&
          canonical.includes(' ') &&
          start < marked.sentence.start &&
          reading.text
            .slice(Math.max(0, start - office.length - 3), start)
            .toLowerCase()
            .includes(office),
      )
      .map(({ canonical }) => canonical),
  )
  const [only, another] = holders
  return only !== undefined && another === undefined
    ? { text: only, to: i + 1 + office.split(' ').length }
    : undefined
}

const DESCRIBES = /^(?:ADJ|NOUN|PROPN)$/
const EMPTY_ADJECTIVES =
  /^(?:new|same|other|first|second|last|next|own|current|recent|further|such|big|major|latest|previous|former|whole|early|late|main|key|only|more|most|many|several)$/

/** 'The mill' after 'a large paper mill in Chile': the fuller phrase by which the article first named the thing, or null where it never did, or did so for two things. */
function introduced(scene: Scene, marked: Marked, noun: string): string | null {
  const phrases = new Set<string>()
  const { index } = marked.sentence
  for (let s = Math.max(0, index - REACH); s < index; s++) {
    const earlier = scene.marked[s]
    if (!earlier || earlier.isTitle) continue
    for (let i = 1; i < earlier.tokens.length; i++) {
      if (lower(earlier, i) !== noun || earlier.quoted[i] || earlier.names[i]) continue
      const phrase = phraseAround(earlier, i)
      if (phrase !== null) phrases.add(phrase)
    }
  }
  const [only, another] = phrases
  return only !== undefined && another === undefined ? only : null
}

const REACH = 12

/** The words that describe the noun at `i`, when they tell it apart: a name, or two others. */
function phraseAround(marked: Marked, i: number): string | null {
  let from = i
  while (
    from > 0 &&
    !marked.quantities[from - 1] &&
    !marked.periods[from - 1] &&
    (DESCRIBES.test(marked.tokens[from - 1]?.pos ?? '') || marked.names[from - 1])
  )
    from--
  while (from < i && EMPTY_ADJECTIVES.test(lower(marked, from))) from++
  let to = i + 1
  if (/^(?:in|of|for|between|with|from|at)$/.test(lower(marked, to)) && marked.names[to + 1]) {
    const name = marked.names[to + 1]
    to += 2
    while (marked.names[to] === name) to++
  }
  const words = marked.tokens.slice(from, to)
  const hasName = marked.names.slice(from, to).some((name) => name !== undefined)
  if (!hasName && i - from < 2) return null
  if (/^(?:VERB|AUX)$/.test(marked.tokens[from - 1]?.pos ?? '') || i - from > 5) return null
  const text = words
    .map((token, at, all) => `${at > 0 && token.start > (all[at - 1]?.end ?? 0) ? ' ' : ''}${token.text}`)
    .join('')
  return /^[\p{L}\p{N}]/u.test(text) && !/["“”()]/.test(text) ? `the ${text}` : null
}
