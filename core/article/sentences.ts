import type { Span } from './span.ts'

/** Words whose full stop does not end a sentence. */
const ABBREVIATIONS = new Set(
  (
    'mr mrs ms dr prof sir st jr sr gen col capt lt sgt rev hon gov sen rep pres messrs ' +
    'inc corp co ltd plc llc bros dept est no nos vs v etc approx fig vol ' +
    'jan feb mar apr jun jul aug sep sept oct nov dec mon tue tues wed thu thur thurs fri sat sun ' +
    'calif fla mass conn ill tex pa va ore ariz colo mich minn wis ga tenn okla nev del md ont que ' +
    'u.s u.k u.n e.u u.s.a d.c a.m p.m e.g i.e n.y l.a n.v s.a a.g s.p.a b.v'
  ).split(' '),
)

/** Abbreviations after which a capital letter usually does begin a sentence. */
const MAY_END = new Set(
  'inc corp co ltd plc llc u.s u.k u.n e.u u.s.a d.c a.m p.m etc n.v s.a a.g s.p.a b.v'.split(' '),
)

/** Words a sentence begins with that names hardly do. */
const OPENERS = new Set(
  'the a an in on at it its he she they this that these those but and however meanwhile while when after as for by with according shares analysts'.split(
    ' ',
  ),
)

const END = /(?<![.!?…])[.!?…]+[)\]"'”’»]*(?=\s|$)/g
const isSmallLetter = (code: number): boolean => code >= 97 && code <= 122
const isOfWord = (text: string, at: number): boolean =>
  isSmallLetter(text.charCodeAt(at)) || /[\p{L}\p{N}.]/u.test(text.charAt(at))

const wordBefore = (text: string, at: number): string => {
  let start = at
  while (start > 0 && at - start < 24 && isOfWord(text, start - 1)) start--
  return text.slice(start, at)
}

/** Whether the mark at `at` (its end at `after`) closes a sentence. */
function isEnd(text: string, at: number, after: number): boolean {
  const next = /^\s+([("'“‘«[]*)(\S{0,40})/.exec(text.slice(after, after + 80))
  if (!next) return true
  const following = next[2] ?? ''
  if (/^\p{Ll}/u.test(following)) return false
  if (text[at] !== '.') return true
  const word = wordBefore(text, at)
  const bare = word.toLowerCase()
  if (MAY_END.has(bare)) {
    const opener = following.toLowerCase().replace(/[^\p{L}]/gu, '')
    return OPENERS.has(opener) || /\n/.test(text.slice(after, after + 3))
  }
  if (ABBREVIATIONS.has(bare)) return false
  if (/^\p{Lu}$/u.test(word)) return false // an initial: 'J. Thomas Smith'
  if (/^(?:\p{Lu}\.)+\p{Lu}$/u.test(word)) return OPENERS.has(following.toLowerCase())
  return true
}

/** The sentences inside one block of `text`. A full stop in an abbreviation, an initial or a number does not end one. */
export function findSentences(text: string, block: Span): Span[] {
  const part = text.slice(block.start, block.end)
  const sentences: Span[] = []
  let start = 0
  const push = (end: number) => {
    const raw = part.slice(start, end)
    const lead = raw.length - raw.trimStart().length
    const kept = raw.trim()
    if (kept !== '') {
      const from = block.start + start + lead
      sentences.push({ start: from, end: from + kept.length })
    }
    start = end
  }
  for (const match of part.matchAll(END)) {
    const after = match.index + match[0].length
    if (isEnd(part, match.index, after)) push(after)
  }
  push(part.length)
  return sentences
}
