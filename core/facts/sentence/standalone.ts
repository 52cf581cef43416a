import type { Name } from '../../article/name.ts'
import { isToldByReport } from '../../periods/by-report.ts'
import { wordSet } from '../../word-set.ts'
import { type Marked, type Range, wordAt } from './marked.ts'
import { quotedWords } from './quoted-words.ts'
import { replacement } from './replacement.ts'
import type { Scene } from './scene.ts'
import { isDeictic, timeShown } from './time-shown.ts'
import type { Wording } from './wording.ts'
import { APOSTROPHES } from './words.ts'

/** Words and the spaces between them, as they are told. */
class Telling {
  readonly parts: string[] = []
  /** Where in the article the last word ended: what begins there is glued to it. */
  end = -1

  push(text: string, start: number, end: number): void {
    if (this.parts.length > 0 && start !== this.end) this.parts.push(' ')
    this.parts.push(text)
    this.end = end
  }
}

/** Words that tell of a time or a turn of the article's own, and are left out. */
const DROPPED = wordSet('now currently recently already today also however meanwhile finally')
const ADDRESSES = wordSet('Mr Mrs Ms Miss Mr. Mrs. Ms. Miss.')
/** Marks behind which the words are another's. */
const BREAKING = wordSet('” [ ] — –')
const QUOTES = wordSet("' ‘ ’")
/** Parts of speech whose words have no capital of their own. */
const COMMON = wordSet('NOUN DET PRON VERB ADP ADV AUX')

/** The words of a range so that they can stand away from their sentence: names in full, pronouns and 'the company' replaced by what they stand for. Null where that cannot be told. */
export function standalone(scene: Scene, marked: Marked, range: Range, wording: Wording = {}): string | null {
  const telling = new Telling()
  const out = telling.parts
  for (let i = range.from; i < range.to; i++) {
    const token = marked.tokens[i]
    if (!token) return null
    const { slot } = wording
    if (slot && i === slot.range.from) {
      telling.push(slot.text, token.start, marked.tokens[slot.range.to - 1]?.end ?? token.end)
      i = slot.range.to - 1
      continue
    }
    if (wording.without?.has(i)) continue
    const text = token.text
    const small = token.lower
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
      if (ADDRESSES.has(out.at(-1) ?? '') && name.canonical.includes(' ')) {
        out.pop()
        if (out.at(-1) === ' ') out.pop()
      }
      telling.push(
        name.sort === 'person' || name.sort === 'organisation' ? fullName(name) : name.text,
        token.start,
        marked.tokens[to]?.end ?? token.end,
      )
      i = to
      continue
    }
    const period = marked.periods[i]
    if (period && marked.periods[i - 1] !== period) {
      const { date, text: whole } = scene.reading
      const shown = timeShown(period, out, date === undefined ? whole.slice(period.start, period.end) : null)
      // 'Friday's estimate' without its Friday is nobody's
      if (isOwner(marked, i) && (shown === '' || isToldByReport(shown ?? ''))) return null
      if (shown === null) return null
      if (shown !== undefined) {
        while (marked.periods[i + 1] === period && i + 1 < range.to) i++
        if (shown !== '') telling.push(shown, token.start, marked.tokens[i]?.end ?? token.end)
        continue
      }
    }
    if (period && isDeictic(marked, i)) {
      // 'the first weeks of (this year)'
      if (wordAt(marked, i - 1) === 'of') return null
      i++
      continue
    }
    if (small === 'year' && period && wordAt(marked, i + 1) === 'ago') {
      telling.push('year earlier', token.start, marked.tokens[i + 1]?.end ?? token.end)
      i++
      continue
    }
    const day = sameDay(scene, marked, i)
    if (day === null) return null
    if (day) {
      telling.push(day, token.start, marked.tokens[i + 2]?.end ?? token.end)
      i += 2
      continue
    }
    const leaning = leaningLength(marked, i)
    if (leaning > 0) {
      i += leaning - 1
      continue
    }
    if (small === 'so' && wordAt(marked, i + 1) === 'far') {
      i++
      continue
    }
    if (marked.quantities[i] || period) {
      telling.push(text, token.start, token.end)
      continue
    }
    // 'even now'
    if (small === 'even' && wordAt(marked, i + 1) === 'now') continue
    if (token.pos === 'ADV' && DROPPED.has(small)) continue
    const replaced = replacement(scene, marked, i, range, wording)
    if (replaced === null) return null
    if (replaced && replaced.to > i) {
      telling.push(replaced.text, token.start, marked.tokens[replaced.to - 1]?.end ?? token.end)
      i = replaced.to - 1
      continue
    }
    if (text === '"' || text === '“') {
      const words = quotedWords(scene, marked, i, range.to)
      if (!words) return null
      telling.push(words.text, token.start, marked.tokens[words.to - 1]?.end ?? token.end)
      i = words.to - 1
      continue
    }
    if (BREAKING.has(text) || (QUOTES.has(text) && token.start > telling.end)) return null
    // A common word with a capital inside a sentence begins another one that ran into it.
    if (
      i > range.from &&
      text !== small &&
      COMMON.has(token.pos) &&
      /^\p{Lu}\p{Ll}{2,}$/u.test(text) &&
      !isNamelike(marked, i)
    )
      return null
    telling.push(text, token.start, token.end)
  }
  const told = tidied(out.join(''))
  return told === '' || TWICE.test(told) || isCutOff(told, marked, range) ? null : told
}

/** 'The same day', as the one day that this sentence or the one before names: 'on 23 April 2025'; null where none is known, undefined where the words say something else. */
function sameDay({ marked: all }: Scene, marked: Marked, i: number): string | null | undefined {
  if (wordAt(marked, i) !== 'the' || wordAt(marked, i + 1) !== 'same' || wordAt(marked, i + 2) !== 'day')
    return undefined
  const before = all[marked.sentence.index - 1]
  const near = before?.sentence.block === marked.sentence.block ? before.periods : []
  const days = new Set([...near, ...marked.periods].filter((period) => period?.sort === 'day'))
  const [only] = days
  if (days.size !== 1 || only?.phrase === undefined) return null
  return wordAt(marked, i - 1) === 'on' ? only.phrase.replace(/^on /, '') : only.phrase
}

/** Turns of phrase that only tie a sentence to the one before. */
const LEANING: readonly (readonly string[])[] = [
  ['in', 'turn'],
  ['in', 'contrast'],
  ['by', 'contrast'],
  ['in', 'addition'],
  ['as', 'a', 'result'],
]

/** How many words at `i` only tie the sentence to the one before; 0 where they name what they tie it to: 'as a result of the strike'. */
function leaningLength(marked: Marked, i: number): number {
  const turn = LEANING.find((words) => words.every((word, k) => wordAt(marked, i + k) === word))
  if (turn === undefined || /^(?:of|to|with)$/.test(wordAt(marked, i + turn.length))) return 0
  return turn.length
}

/** 'LVMH, LVMH, as': what a phrase stands for was named right before it. */
const TWICE = /(?<!\p{L})(\p{Lu}\p{L}+), (?:the )?\1(?!\p{L})/u

const HANGING = /(?:^| )(for|of|with|to|from|by|at|in|on|over|during|since|and|or|the|an?)$/

/** Whether what a last word belongs to was left out: 'declines for' of 'declines for three quarters'. */
function isCutOff(told: string, { tokens }: Marked, { to }: Range): boolean {
  const last = HANGING.exec(told)?.[1]
  return last !== undefined && tokens[to - 1]?.lower !== last
}

/** What dropping words may leave to be mended: spaces and commas side by side or at the ends. */
const UNTIDY = /[^\S ]| [ ,]|, ?,|^[ ,]|[ ,]$/

function tidied(joined: string): string {
  if (!UNTIDY.test(joined)) return joined
  return withoutEdges(
    joined
      .replace(/\s+/g, ' ')
      // What is left of 'Harrow, however, said'
      .replace(/, ?,(?= ?(?:and|but|or)\b)/g, ',')
      .replace(/ ?, ?,/g, '')
      .replace(/ ,/g, ','),
  )
}

/** Without the spaces and commas around it. */
function withoutEdges(text: string): string {
  let [from, to] = [0, text.length]
  while (from < to && /[ ,]/.test(text.charAt(from))) from++
  while (to > from && /[ ,]/.test(text.charAt(to - 1))) to--
  return text.slice(from, to)
}

/** 'Prime Minister', 'World Cup': capitals side by side. */
const isNamelike = (marked: Marked, i: number): boolean =>
  [i - 1, i + 1].some(
    (at) =>
      /^\p{Lu}/u.test(marked.tokens[at]?.text ?? '') ||
      marked.names[at] !== undefined ||
      marked.tokens[at]?.text === '-',
  )

/** Whether the period at `i` owns what follows: 'last year's profit'. */
function isOwner({ periods, tokens }: Marked, i: number): boolean {
  let end = i
  while (periods[end + 1] === periods[i]) end++
  return APOSTROPHES.has(tokens[end + 1]?.text ?? '')
}

const fullName = ({ text, canonical, sort }: Name): string =>
  sort === 'person' ? canonical : text.length > 1 ? text : canonical

const closing = (marked: Marked, from: number, to: number): number => {
  for (let i = from; i < to; i++) if (marked.tokens[i]?.text === ')') return i
  return -1
}
