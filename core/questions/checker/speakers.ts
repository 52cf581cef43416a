import type { Name } from '../../article/name.ts'
import type { Reading } from '../../article/reading.ts'
import { keepWith } from '../../remember.ts'

const SAYS =
  /\b(?:said|says|say|saying|added|adds|told|tells|noted|notes|argued|argues|claimed|claims|warned|warns|explained|explains|insisted|insists|commented|comments|stated|states|wrote|writes|declared|continued|remarked|concluded|asked|replied|announced|according to)\b/i
const MARKS = '"“”'
const isMark = (mark: string): boolean => mark !== '' && MARKS.includes(mark)

/** As far around a quotation as its speaker is named. */
const REACH = 180

const namesIn = ({ names }: Reading, start: number, end: number): Name[] =>
  names.filter((name) => name.start >= start && name.end <= end)

const ENDS = '.!?'

/** Where sentences end, by the offset of their last character. */
const lastCharacters = keepWith(
  ({ sentences }: Reading): ReadonlySet<number> => new Set(sentences.map(({ end }) => end - 1)),
)

/** Whether a sentence is over at this mark: 'lt. H' may be 'Holt. Her' or 'Lt. Hale', 'Yu. H' is told by the sentences. */
const isOver = (reading: Reading, at: number): boolean =>
  ENDS.includes(reading.text.charAt(at)) &&
  /\s/.test(reading.text.charAt(at + 1)) &&
  (lastCharacters(reading).has(at) || /\p{Ll}\p{Ll}$/u.test(reading.text.slice(at - 2, at)))

/** From `start` on, where the next quotation opens, the sentence ends or the reach is at its end. */
function clauseEnd(reading: Reading, start: number): number {
  const { text } = reading
  const last = Math.min(text.length, start + REACH)
  for (let at = start; at < last; at++)
    if (text.charAt(at) === '\n' || isMark(text.charAt(at)) || isOver(reading, at)) return at
  return last
}

/** Back from `end`, where the quotation before closes, the sentence begins or the reach is at its end. */
function clauseStart(reading: Reading, end: number): number {
  const { text } = reading
  const first = Math.max(0, end - REACH)
  for (let at = end - 1; at > first; at--)
    if (text.charAt(at) === '\n' || isMark(text.charAt(at)) || isOver(reading, at)) return at + 1
  return first
}

/** 'At the White House, he also commented': the place is not the speaker. */
const HE_SAYS =
  /\b(?:he|she) (?:also |later |then )?(?:said|says|added|told|noted|argued|claimed|warned|explained|insisted|commented|stated|wrote|declared|continued|remarked|concluded|replied|announced)\b|\b(?:said|added|explained|commented|continued) (?:he|she)\b/i
const PRONOUN = /\b(?:he|she|it|they|the [a-z-]+(?: [a-z-]+)?)\b/i

/** Who a clause says is speaking: the people named in it, else the organisations; for 'he said' or 'the company said' the last ones named before it. Null where the clause names no speaker. Whoever is told something does not say it. */
function speakersIn(reading: Reading, start: number, end: number): string[] | null {
  const clause = reading.text.slice(start, end)
  if (!SAYS.test(clause)) return null
  const before = reading.names.filter((name) => name.end <= start && name.sort !== 'place')
  const last = (sort: Name['sort']) => before.filter((name) => name.sort === sort).at(-1)?.canonical
  const person = last('person')
  if (HE_SAYS.test(clause)) return person === undefined ? null : [person]
  const told = clause.search(/\b(?:told|tells)\b/i)
  const named = namesIn(reading, start, told < 0 ? end : start + told)
  const people = named.filter(({ sort }) => sort === 'person')
  if (named.length > 0) return (people.length > 0 ? people : named).map(({ canonical }) => canonical)
  if (!PRONOUN.test(clause)) return null
  return [person, last('organisation')].filter((name) => name !== undefined)
}

const FIRST_WORDS = 4

/** Whether what follows a quotation still belongs to its sentence: ', said X', or 'X said' in the next words. `stop` is the last mark inside the quotation. */
function goesOn(stop: string, tail: string): boolean {
  if (/^\s*\p{Ll}/u.test(tail) || !'.!?…'.includes(stop)) return true
  return SAYS.test(tail.trim().split(' ').slice(0, FIRST_WORDS).join(' '))
}

/** The whole quotation that these words are part of, without its marks. */
function wholeQuotation(
  text: string,
  start: number,
  end: number,
): { readonly start: number; readonly end: number } {
  let from = start
  while (from > 0 && !isMark(text.charAt(from - 1)) && text.charAt(from - 1) !== '\n') from--
  let to = end
  while (to < text.length && !isMark(text.charAt(to)) && text.charAt(to) !== '\n') to++
  return { start: from, end: to }
}

/** Who, by the words around it, says what stands in quotation marks at this place; null where the article does not say. A quotation without a speaker of its own continues the one before it in its paragraph. */
export function speakersOf(reading: Reading, start: number, end: number): string[] | null {
  const { text } = reading
  const quotation = wholeQuotation(text, start, end)
  const after = quotation.end + (isMark(text.charAt(quotation.end)) ? 1 : 0)
  const before = quotation.start - (isMark(text.charAt(quotation.start - 1)) ? 1 : 0)
  const tailStart = after + (/^[.,]/.test(text.slice(after)) ? 1 : 0)
  const tail = text.slice(tailStart, clauseEnd(reading, tailStart))
  const stop = text.charAt(quotation.end - 1) + (tailStart > after ? text.charAt(after) : '')
  const isTail = after > quotation.end && goesOn(stop.at(-1) ?? '', tail)
  const own =
    (isTail ? speakersIn(reading, tailStart, tailStart + tail.length) : null) ??
    speakersIn(reading, clauseStart(reading, before), before)
  if (own) return own
  const previous = Math.max(...[...MARKS].map((mark) => text.lastIndexOf(mark, before - 1)))
  const between = text.slice(previous + 1, before)
  if (previous <= 0 || between.length > REACH || between.includes('\n')) return null
  return speakersIn(reading, previous + 1, before)
}

/** Who may be the one that reports something in a sentence: the names before or right behind a verb of saying, else whoever the sentence before names. */
export function reportersOf(reading: Reading, start: number, end: number): string[] {
  const sentence = reading.text.slice(start, end)
  const verb = SAYS.exec(sentence)
  if (!verb) return []
  const at = start + verb.index
  const near = namesIn(reading, start, Math.min(end, at + verb[0].length + REACH / 3)).filter(
    ({ sort }) => sort !== 'place',
  )
  const pronoun = PRONOUN.exec(sentence.slice(0, verb.index))
  if (near.some((name) => name.end <= at) && !pronoun) return near.map(({ canonical }) => canonical)
  const previous = reading.sentences.filter((each) => each.end <= start).at(-1)
  const before = reading.names.filter((name) => name.end <= start && name.sort !== 'place')
  const recent = before.filter((name) => previous !== undefined && name.start >= previous.start)
  return [...near, ...recent, ...before.slice(-1)].map(({ canonical }) => canonical)
}

/** Whether a sentence names somebody before its verb of saying. */
export function namesReporter(reading: Reading, start: number, end: number): boolean {
  const verb = SAYS.exec(reading.text.slice(start, end))
  return verb !== null && namesIn(reading, start, start + verb.index).some(({ sort }) => sort !== 'place')
}
