import { wordSet } from '../../word-set.ts'
import { type Marked, posAt, type Range, rangeSome, wordAt } from './marked.ts'
import { subordinates } from './nominal.ts'
import { subjectBefore } from './subject-range.ts'
import type { VerbGroup } from './verbs.ts'
import { DOWN_VERBS, SPEECH_VERBS, UP_VERBS } from './words.ts'

const NEGATIVES = wordSet('not no never neither nor none nobody few little hardly barely')

/** How a clause begins, before its end is known. */
export interface Start {
  readonly subject: Range
  readonly verb: VerbGroup
  readonly lead: Range
  readonly joint?: string
  /** Where it begins: at its subject, or at the verb of a second predicate. */
  readonly begin: number
  readonly isSecond: boolean
}

/** A clause with a subject of its own. */
export function startOf(
  marked: Marked,
  verb: VerbGroup,
  floor: number,
  groups: readonly VerbGroup[],
): Start | null {
  const subject = subjectBefore(marked, verb, floor)
  if (!subject || isObject(marked, subject, groups)) return null
  const lead = leadBefore(marked, subject, floor)
  const before = wordAt(marked, subject.from - 1) === ',' ? subject.from - 2 : subject.from - 1
  const joint =
    subordinates(marked, before) || /^(?:and|but)$/.test(wordAt(marked, before))
      ? wordAt(marked, before)
      : subordinates(marked, lead.from)
        ? wordAt(marked, lead.from)
        : undefined
  const negates = rangeSome(Math.max(0, subject.from - 1), subject.to, (i) =>
    NEGATIVES.has(wordAt(marked, i)),
  )
  return {
    subject,
    verb: negates ? { ...verb, isNegated: true } : verb,
    lead,
    ...(joint === undefined ? {} : { joint }),
    begin: subject.from,
    isSecond: false,
  }
}

/** Whether the noun phrase belongs to a verb before it ('to put radios into cars | sold in Spain') or to 'with': then what follows is no finite verb. */
function isObject(marked: Marked, { from }: Range, groups: readonly VerbGroup[]): boolean {
  const before = from - 1
  if (wordAt(marked, before) === 'with') return true
  const group = groups.find(({ head }) => head === before)
  if ((group === undefined && !/^(?:VERB|AUX)$/.test(posAt(marked, before))) || marked.names[before])
    return false
  return group === undefined || !SPEECH_VERBS.has(group.lemma)
}

const PARTING = wordSet('; : . and but while')

/** Where the words that open the sentence before the subject begin to matter: only what stands in the same clause. */
function leadBefore(marked: Marked, subject: Range, floor: number): Range {
  let from = subject.from
  while (from > floor && !PARTING.has(wordAt(marked, from - 1)) && !subordinates(marked, from)) from--
  return { from, to: subject.from }
}

/** The last 'that', 'which' or 'who' of a stretch, -1 where it has none. */
function lastRelative(marked: Marked, from: number, to: number): number {
  for (let i = to - 1; i >= from; i--) if (/^(?:that|which|who)$/.test(wordAt(marked, i))) return i
  return -1
}

/** 'closed its mill, | had 40 visitors in May | and sold a bakery': the middle one of three verbs in the past of the same subject. */
function isInVerbList(marked: Marked, verb: VerbGroup, before: VerbGroup, next?: VerbGroup): boolean {
  const isPast = ({ head, lemma, auxiliaries }: VerbGroup): boolean =>
    auxiliaries.length === 0 && wordAt(marked, head) !== lemma && !/s$/.test(wordAt(marked, head))
  // 'had', which has no other form in the past, or a verb with its object: 'founded in 1990' describes
  const hasObject = /^(?:an?|the|its|his|her|their|more|about|some)$/.test(wordAt(marked, verb.to))
  return (
    next !== undefined &&
    wordAt(marked, verb.from - 1) === ',' &&
    wordAt(marked, next.from - 1) === 'and' &&
    [verb, before, next].every(isPast) &&
    !SPEECH_VERBS.has(before.lemma) &&
    // 'closed lower on Monday, lost 13% after hours': of which time is not told
    !UP_VERBS.has(verb.lemma) &&
    !DOWN_VERBS.has(verb.lemma) &&
    (hasObject || marked.quantities[verb.to] !== undefined) &&
    !rangeSome(verb.to, next.from, (i) => wordAt(marked, i) === ',' || posAt(marked, i) === 'SCONJ')
  )
}

/** Verbs whose participle takes an object: 'was named and given a task'. */
const OBJECT_OF_PASSIVE =
  /^(?:give|pay|offer|award|hand|teach|send|show|make|appoint|name|call|grant|allow|deny|promise|tell|ask|owe|lend|leave|sell|cost|charge)$/

/** 'was founded in 1990 and employs 400', 'was called Velt and received a licence': a verb in the active voice behind one in the passive, as its own object or its form tells. */
const turnsActive = (marked: Marked, before: VerbGroup, verb: VerbGroup): boolean =>
  before.isPassive &&
  !verb.isPassive &&
  verb.auxiliaries.length === 0 &&
  !OBJECT_OF_PASSIVE.test(verb.lemma) &&
  /^(?:an?|the|its|his|her|their)$/.test(wordAt(marked, verb.to))

/** 'came out of administration, and rejoined the index': a verb behind 'and' that goes on with the subject before. */
export function secondPredicate(
  marked: Marked,
  verb: VerbGroup,
  before: Start | undefined,
  next?: VerbGroup,
): Start | null {
  let at = verb.from - 1
  while (at > 0 && posAt(marked, at) === 'ADV') at--
  if (
    !before ||
    !(/^(?:and|but)$/.test(wordAt(marked, at)) || isInVerbList(marked, verb, before.verb, next)) ||
    marked.quoted[at] !== marked.quoted[before.verb.head]
  )
    return null
  // Only a verb that matches the first in form goes on with its subject: 'to buy and sell' does not.
  const isTensed = verb.auxiliaries.length > 0 || !/(?:ing)$/.test(wordAt(marked, verb.head))
  const hadInfinitive = rangeSome(
    before.verb.to,
    at,
    (i) => wordAt(marked, i) === 'to' && posAt(marked, i + 1) === 'VERB',
  )
  // 'the body that pays the claims and sells the rest': the verb goes on with 'that'
  const relative = lastRelative(marked, before.verb.to, at)
  if (
    relative !== -1 &&
    rangeSome(relative, at, (i) => /^(?:VERB|AUX)$/.test(posAt(marked, i)) && !marked.names[i])
  )
    return null
  // 'The estimate is preliminary, Jane Doe told reporters, and could rise'
  if (SPEECH_VERBS.has(before.verb.lemma) && wordAt(marked, at - 1) === ',') return null
  // 'saying the payouts were legal and made with their support'
  if (
    verb.auxiliaries.length === 0 &&
    rangeSome(before.verb.to, at, (i) => /^(?:is|are|was|were)$/.test(wordAt(marked, i)))
  )
    return null
  const isPast = verb.auxiliaries.length > 0 || wordAt(marked, verb.head) !== verb.lemma
  if (
    !isTensed ||
    (hadInfinitive && !isPast) ||
    // 'could not agree and sent it on' is no 'could send'
    (before.verb.modal !== undefined && (verb.auxiliaries.length > 0 || !isPast)) ||
    (before.verb.isPassive !== verb.isPassive && !turnsActive(marked, before.verb, verb))
  )
    return null
  return {
    subject: before.subject,
    verb,
    lead: { from: at, to: at },
    joint: wordAt(marked, at),
    begin: at,
    isSecond: true,
  }
}
