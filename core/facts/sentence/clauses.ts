import { keepWith } from '../../remember.ts'
import { boundaryBefore, restEnd } from './clause-end.ts'
import { type Start, secondPredicate, startOf } from './clause-start.ts'
import { type Marked, posAt, type Range, rangeSome, wordAt } from './marked.ts'
import { closingDash } from './set-off.ts'
import { findVerbGroups, isBareParticiple, type VerbGroup } from './verbs.ts'
import { SPEECH_VERBS } from './words.ts'

/** A finite clause: who, does, what. Ranges are token indices of one sentence. */
export interface Clause {
  readonly marked: Marked
  /** The noun phrase before the verb, without an opening 'In 2024,'. */
  readonly subject: Range
  readonly verb: VerbGroup
  /** From behind the verb to the end of the clause. */
  readonly rest: Range
  /** What stands before the subject: 'In 2024 alone,'. Empty when nothing does. */
  readonly lead: Range
  /** The clause whose 'said (that)' this one follows. */
  readonly reporter?: Clause
  /** Whether its end was cut off at a quotation or a clause that belongs to its last noun: it says less than the article. */
  readonly isCut: boolean
  /** The word that joins it to what is before: 'while', 'because', 'if'. */
  readonly joint?: string
}

/** The finite clauses of a sentence, found once though facts and references both look. */
export const clausesOf: (marked: Marked) => readonly Clause[] = keepWith(findClauses)

/** The finite clauses of a sentence, left to right; a clause behind 'said (that)' names its reporter. */
function findClauses(marked: Marked): Clause[] {
  const groups = findVerbGroups(marked)
  const starts: Start[] = []
  let floor = 0
  for (const [g, verb] of groups.entries()) {
    const next = groups[g + 1]
    if (isBareParticiple(marked, verb, next)) continue
    // The verbs of a few quoted words are no clauses of the sentence around them.
    const isQuotedAside =
      marked.quoted[verb.head] && starts.length > 0 && !marked.quoted[starts[0]?.verb.head ?? 0]
    if (isQuotedAside) continue
    const start = startOf(marked, verb, floor, groups) ?? secondPredicate(marked, verb, starts.at(-1), next)
    if (!start) continue
    starts.push(start)
    floor = verb.to
  }
  const clauses: Clause[] = []
  for (const [k, start] of starts.entries()) {
    const next = starts[k + 1]
    const { begin: _, isSecond, ...said } = start
    const limit = next ? boundaryBefore(marked, start.verb.to, beginOf(marked, next)) : sentenceEnd(marked)
    const rest = { from: start.verb.to, to: restEnd(marked, start.verb.to, limit) }
    const previous = clauses.at(-1)
    const isReported =
      !isSecond &&
      previous !== undefined &&
      // 'said that the loan which Orrin gave': that is no more than a part of what is said
      !/^(?:which|who|whose|whom)$/.test(start.joint ?? '') &&
      gapIsEmpty(marked, previous.verb, start.subject.from)
    const reporter = isReported ? previous : isSecond ? previous?.reporter : undefined
    const isCut =
      /^(?:["“”]|that|than|who|which|whose|where|if|unless)$/.test(wordAt(marked, rest.to)) ||
      // What a colon opens belongs to a verb of speech, and only explains any other.
      (wordAt(marked, rest.to) === ':' && SPEECH_VERBS.has(start.verb.lemma)) ||
      wordAt(marked, rest.to - 1) === 'that' ||
      goesOnBehindAside(marked, rest.to)
    const clause: Clause = { marked, ...said, rest, isCut, ...(reporter ? { reporter } : {}) }
    clauses.push(clause)
  }
  return clauses
}

/** Where a clause begins with the time that opens it: 'fell in March, and | by June it had risen'. */
function beginOf(marked: Marked, { begin, lead, isSecond }: Start): number {
  if (isSecond || lead.from === lead.to || !/^(?:and|but)$/.test(wordAt(marked, lead.from - 1))) return begin
  const isTime = (i: number): boolean => marked.periods[i] !== undefined
  const holdsOnlyTime = rangeEvery(
    lead.from,
    lead.to,
    (i) => isTime(i) || /^(?:in|on|at|by|from|since|until|,)$/.test(wordAt(marked, i)),
  )
  return holdsOnlyTime && rangeSome(lead.from, lead.to, isTime) ? lead.from : begin
}

/** 'A way the deficit | - which weighs on the dollar - could be reduced': behind what dashes set off the clause has more to say. */
function goesOnBehindAside(marked: Marked, i: number): boolean {
  const close = closingDash(marked, i)
  return close !== -1 && /^(?:VERB|AUX)$/.test(posAt(marked, close + 1))
}

/** The last word index of the sentence without its closing mark. */
const sentenceEnd = (marked: Marked): number => marked.tokens.length

/** Whether nothing but 'that', a time, an addressee or what opens the reported clause ('said that in future it will') stands between a verb and the next subject. */
function gapIsEmpty(marked: Marked, { to: from, lemma }: VerbGroup, to: number): boolean {
  if (to - from > 8) return false
  const that = thatBetween(marked, from, to)
  if (that !== -1)
    return (
      (that === from || TELLING.test(lemma) || rangeEvery(from, that, (i) => isPassedOver(marked, i))) &&
      !rangeSome(that + 1, to, (i) => /^(?:VERB|AUX|SCONJ)$/.test(posAt(marked, i)))
    )
  return rangeEvery(from, to, (i) => isPassedOver(marked, i))
}

/** Verbs with whoever is told behind them: 'told parliament that'. */
const TELLING = /^(?:tell|inform|remind|warn|assure|promise|persuade|convince|show|notify)$/

const isPassedOver = (marked: Marked, i: number): boolean =>
  marked.periods[i] !== undefined ||
  marked.names[i] !== undefined ||
  /^(?:that|on|in|at|,|also|out|of|to|the|reporters|investors|analysts|had)$/.test(wordAt(marked, i))

/** Where 'that' opens what is reported, -1 where it does not. */
function thatBetween(marked: Marked, from: number, to: number): number {
  for (let i = from; i < to; i++) if (wordAt(marked, i) === 'that') return i
  return -1
}

const rangeEvery = (from: number, to: number, test: (i: number) => boolean): boolean =>
  !rangeSome(from, to, (i) => !test(i))
