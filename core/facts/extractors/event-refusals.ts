import { wordSet } from '../../word-set.ts'
import { disagrees } from '../sentence/agreement.ts'
import type { Clause } from '../sentence/clauses.ts'
import { type Marked, posAt, type Range, rangeSome, within, wordAt } from '../sentence/marked.ts'
import { standsFor } from '../sentence/stands-for.ts'
import type { VerbGroup } from '../sentence/verbs.ts'
import { DOWN_VERBS, SPEECH_VERBS, UP_VERBS } from '../sentence/words.ts'
import { isQualified } from './qualified.ts'

/** Verbs that say of a subject what it is or has. */
export const COPULAS = /^(?:be|have|remain|become|stay)$/

/** What says nothing about the matter: 'declines to comment', and a change whose measure was not found: 'Coral Airways shed 4%'. */
function isIdle({ marked, verb, rest, subject }: Clause): boolean {
  const behind = marked.tokens.slice(verb.from, rest.to)
  if (behind.some(({ lemma }) => lemma === 'comment')) return true
  const isMoving = UP_VERBS.has(verb.lemma) || DOWN_VERBS.has(verb.lemma)
  // 'The bank went to 0.25%' tells as little.
  const isGoing = /^(?:go|move)$/.test(verb.lemma) && wordAt(marked, verb.to) === 'to'
  return (
    (isMoving || isGoing) &&
    marked.names[subject.to - 1]?.sort === 'organisation' &&
    within(marked.quantities, rest).some(({ kind }) => kind === 'percent' || kind === 'points')
  )
}

/** 'Previously, the bank had refused': what a clause tells of another time, which its predicate does not name. */
const isOfBefore = ({ marked, lead }: Clause): boolean =>
  rangeSome(lead.from, lead.to, (i) =>
    /^(?:previously|formerly|originally|initially|once)$/.test(wordAt(marked, i)),
  )

/** 'Half as many ships', 'rivals': a subject that says only how many as of what, or nobody's. */
const PARTIAL = /^(?:half|twice|(?:two|three|four|five|ten) times) as\b/i
const RELATIONAL = wordSet(
  'rivals competitors partners suppliers customers users subsidiaries others critics',
)

/** 'The number of jobs created in May': what was counted, not what it did. */
const isCounted = ({ marked, subject: { from }, verb }: Clause): boolean =>
  /^(?:number|amount|share|total)$/.test(wordAt(marked, from + 1)) &&
  wordAt(marked, from + 2) === 'of' &&
  verb.auxiliaries.length === 0 &&
  !COPULAS.test(verb.lemma) &&
  !UP_VERBS.has(verb.lemma) &&
  !DOWN_VERBS.has(verb.lemma)

const isPartial = ({ marked, subject: { from, to } }: Clause): boolean =>
  PARTIAL.test(`${wordAt(marked, from)} ${wordAt(marked, from + 1)} ${wordAt(marked, from + 2)}`) ||
  (to - from === 1 && RELATIONAL.has(wordAt(marked, from)))

/** 'The outlook of February 2025 is for ...', 'the 6 November proposal followed ...': a time that tells which one is meant, not when it is so. */
const isTimeOfSubject = ({ marked, subject, verb }: Clause): boolean =>
  rangeSome(subject.from, Math.max(subject.to, verb.from), (i) => marked.periods[i] !== undefined)

/** 'The bank had hoped that savings could pay for it': what somebody wished, which says nothing of what is. */
function isWish({ reporter }: Clause): boolean {
  return (
    reporter !== undefined &&
    (/^(?:hope|wish|fear|dream|imagine|pretend|doubt|want)$/.test(reporter.verb.lemma) || isWish(reporter))
  )
}

/** 'Orrin is its second biggest shareholder': somebody else's, whom the words before name. */
const isOfAnother = ({ marked, verb }: Clause): boolean =>
  COPULAS.test(verb.lemma) && /^(?:its|their|his|her)$/.test(wordAt(marked, verb.to))

/** 'Is hopeful of a better year as its plant opens': what is hoped for has not happened. */
const isHopedFor = ({ marked, joint = '', subject, verb }: Clause): boolean =>
  /^(?:as|once|when|after|until|before)$/.test(joint) &&
  verb.auxiliaries.length === 0 &&
  !isPast(marked, verb) &&
  marked.tokens
    .slice(0, subject.from)
    .some(({ lemma }) =>
      /^(?:hope|hopeful|expect|forecast|predict|confident|optimistic|likely|will|plan|believe)$/.test(lemma),
    )

/** 'Suffered fewer disasters': than whom, the words do not tell. */
const isFewerThan = ({ marked, verb, rest }: Clause): boolean => {
  const behind = marked.tokens.slice(verb.to, rest.to).map(({ lower }) => lower)
  return behind.includes('fewer') && !behind.includes('than')
}

const CLAIMS = wordSet(
  'claim claims argument allegation allegations accusation idea suggestion view belief fear fears hope hopes possibility prospect theory notion rumour rumours rumor speculation assertion concern concerns risk chance expectation expectations',
)

/** 'The claim that sales have risen': what follows is somebody's, and may be denied. */
const isClaimed = ({ marked, subject }: Clause): boolean =>
  wordAt(marked, subject.from - 1) === 'that' && CLAIMS.has(wordAt(marked, subject.from - 2))

/** A clause that does not say by itself that something is so. 'When' tells of what was; 'so' behind a comma of what follows. */
function isDependent({ marked, joint, subject, verb }: Clause): boolean {
  if (joint === 'when')
    return verb.auxiliaries.length > 0
      ? !/^(?:was|were|had)$/.test(verb.auxiliaries[0] ?? '')
      : !isPast(marked, verb)
  if (joint === 'so') return wordAt(marked, subject.from - 2) !== ','
  return /^(?:if|unless|whether|than|who|which|whose|that|where|how|why|what)$/.test(joint ?? '')
}

/** 'Predicts that as births fall the cost will rise': what is reported is what follows. */
const isCondition = ({ marked, subject, reporter, joint = '' }: Clause): boolean =>
  (reporter !== undefined || wordAt(marked, subject.from - 2) === 'that') &&
  /^(?:as|if|when|while|unless|once|after|before|because|since|until|although|though|whether)$/.test(joint)

const TIMING = /^(?:since|after|before|until|following)$/

/** 'The first since sanctions imposed after the tests were lifted': of two such words without a comma, what follows may belong to either. */
function isOfTime({ marked, joint = '', subject }: Clause): boolean {
  if (!TIMING.test(joint)) return false
  const at = subject.from - 1
  for (let i = at - 1; i >= 0 && !/^[,;:]$/.test(wordAt(marked, i)); i--)
    if (TIMING.test(wordAt(marked, i)) && marked.periods[i] === undefined) return true
  return false
}

const isPast = (marked: Marked, { head, lemma }: VerbGroup): boolean =>
  /^(?:was|were)$/.test(wordAt(marked, head)) ||
  (wordAt(marked, head) !== lemma && !/s$/.test(wordAt(marked, head)))

/** 'Admitted his guilt', 'has confirmed plans to close': what is said is no clause but a thing. */
const takesObject = ({ marked, verb, rest }: Clause): boolean =>
  /^(?:admit|confirm|reveal|disclose|recommend)$/.test(verb.lemma) &&
  rest.to - verb.to >= 3 &&
  (/^(?:DET|ADJ|NOUN)$/.test(posAt(marked, verb.to)) ||
    /^(?:his|her|its|their)$/.test(wordAt(marked, verb.to))) &&
  marked.names[verb.to] === undefined &&
  !rangeSome(verb.to, rest.to, (i) => wordAt(marked, i) === 'that') &&
  // 'confirmed shares | fell': a clause of its own follows
  !/^(?:VERB|AUX|PRON)$/.test(posAt(marked, rest.to))

/** Whether a clause tells nothing that is so and can be asked about: it denies, depends, wishes, claims, or speaks of another time or of nobody. */
export function saysNothing(clause: Clause): boolean {
  const { marked, verb, isCut, reporter } = clause
  // 'The charges he faces are'
  if (
    /^(?:is|are|was|were|has|have|had|will|would)$/.test(wordAt(marked, verb.to)) &&
    !verb.auxiliaries.length
  )
    return true
  // 'Not everyone is convinced that'
  if (reporter?.verb.isNegated) return true
  // 'told investors that once the purchase was completed, it would'
  if (/^(?:once|whether|if)$/.test(wordAt(marked, clause.subject.from))) return true
  if (verb.isNegated || isCut || marked.quoted[verb.head] || marked.isTitle || isIdle(clause)) return true
  if (
    SPEECH_VERBS.has(verb.lemma) &&
    !verb.isPassive &&
    !/^(?:announce|report)$/.test(verb.lemma) &&
    !takesObject(clause)
  )
    return true
  return (
    (!reporter && isDependent(clause)) ||
    isOfBefore(clause) ||
    isWish(clause) ||
    isCondition(clause) ||
    isOfTime(clause) ||
    isClaimed(clause) ||
    isPartial(clause) ||
    isCounted(clause) ||
    isTimeOfSubject(clause) ||
    isOfAnother(clause) ||
    isHopedFor(clause) ||
    isFewerThan(clause) ||
    disagrees(clause)
  )
}

const HANGING = wordSet(
  'on of for with between from by at in to as and than that stated whether saying adding reading telling outside inside beyond within across near against into onto towards toward despite during',
)
const ENDING = wordSet('DET CCONJ SYM X SCONJ')
/** Verbs that say little without what they take behind their object. */
const TAKES_BEHIND: readonly (readonly [RegExp, RegExp])[] = [
  [/^(?:accuse|deprive|convince|rob)$/, /^of$/],
  [/^(?:urge|ask|force|persuade|encourage|allow|enable|oblige)$/, /^(?:to|for|into)$/],
  [/^(?:quote|cite|portray)$/, /^as$/],
  [/^put$/, /^(?:in|into|on|up|forward|off|at|under|out|to|behind|aside|through)$/],
]

/** 'Has accused the regime(, which fell, of bribery)', 'tried to portray his boss (as a liar)'. */
const lacksBehind = ({ marked, verb }: Clause, to: number): boolean =>
  (!verb.isPassive && lacksWhatItTakes(marked, verb.lemma, { from: verb.to, to })) ||
  rangeSome(
    verb.to,
    to,
    (i) =>
      wordAt(marked, i) === 'to' &&
      posAt(marked, i + 1) === 'VERB' &&
      lacksWhatItTakes(marked, marked.tokens[i + 1]?.lemma ?? '', { from: i + 2, to }),
  )

/** Whether none of the words that a verb takes stands behind it. */
const lacksWhatItTakes = (marked: Marked, lemma: string, { from, to }: Range): boolean =>
  TAKES_BEHIND.some(
    ([lemmas, words]) =>
      lemmas.test(lemma) &&
      // 'of Leeds' says only where the council is
      !rangeSome(
        from,
        to,
        (i) => words.test(wordAt(marked, i)) && !(wordAt(marked, i) === 'of' && marked.names[i + 1]),
      ),
  )

/** 'Will give Orrin(, the cement maker, an entry into the market)': what was given stands behind what the commas set off. */
const lacksGift = ({ marked, verb }: Clause, to: number): boolean =>
  /^(?:give|grant|hand|award|offer|lend|cost|earn|allow|deny|bring)$/.test(verb.lemma) &&
  !verb.isPassive &&
  verb.to < to &&
  wordAt(marked, to) === ',' &&
  marked.names[to - 1] !== undefined &&
  marked.names[verb.to] === marked.names[to - 1]

/** 'The money he had received from': the object stands before. */
const lacksObject = ({ marked, verb }: Clause, to: number): boolean =>
  !verb.isPassive &&
  verb.to < to &&
  ((/^(?:receive|buy|acquire|own|obtain|purchase|donate)$/.test(verb.lemma) &&
    /^(?:from|by|in|at|for|since|during|between|until|before|after)$/.test(wordAt(marked, verb.to))) ||
    // 'the firm sold to a rival'
    (/^(?:sell|hand|award|lend|give)$/.test(verb.lemma) && wordAt(marked, verb.to) === 'to'))

/** 'Announced that 1,500 people(, a tenth of all, would go)': what is told behind 'that' lost its verb. */
function isCutBehindThat(marked: Marked, { from, to }: Range): boolean {
  // 'framed a view of how market economics(, just then emerging, worked)'
  if (rangeSome(Math.max(from, to - 3), to, (i) => /^(?:how|why|whether)$/.test(wordAt(marked, i))))
    return true
  for (let i = to - 1; i >= from; i--) {
    if (/^(?:VERB|AUX)$/.test(posAt(marked, i))) return false
    if (wordAt(marked, i) === 'that') return posAt(marked, i) !== 'DET'
  }
  return false
}

/** 'Its price was $22 higher': than what, the words do not tell. */
const isBesideNothing = ({ marked, verb }: Clause, to: number): boolean =>
  verb.lemma === 'be' &&
  /^(?:higher|lower|larger|smaller|more|fewer|less)$/.test(wordAt(marked, to - 1)) &&
  within(marked.periods, { from: verb.to, to }).length === 0

/** 'Would pay $69bn(, all in cash, for the firm)': a payment without what it is for. */
const isBarePayment = ({ marked, verb }: Clause, to: number): boolean =>
  /^(?:pay|offer|bid|spend)$/.test(verb.lemma) &&
  !verb.isPassive &&
  !rangeSome(
    verb.to,
    to,
    (i) => marked.quantities[i] === undefined && !/^(?:ADV|ADJ|ADP)$/.test(posAt(marked, i)),
  )

/** 'paid small(, steady sums)': the end stands in the middle of a list of adjectives. */
const isCutInList = ({ marked }: Clause, { to }: Range): boolean =>
  marked.tokens[to - 1]?.pos === 'ADJ' &&
  marked.tokens[to]?.text === ',' &&
  /^(?:ADJ|VERB|NOUN)$/.test(marked.tokens[to + 1]?.pos ?? '')

/** 'Excludes people who have died | before they', 'only saw sales rise | after it': what follows is part of what is said. */
const isCutBeforeCondition = ({ marked, verb }: Clause, { from, to }: Range): boolean =>
  /^(?:after|before|when|until|once|because|as|if|since)$/.test(wordAt(marked, to)) &&
  (rangeSome(Math.max(0, from - 1), verb.to, (i) => wordAt(marked, i) === 'only') ||
    rangeSome(verb.to, to, (i) => /^(?:who|that|which|only)$/.test(wordAt(marked, i))))

/** Whether a token stands between brackets that open at or behind `from`: 'paid $339m (£182.5m)'. */
function isBracketed({ tokens }: Marked, from: number, i: number): boolean {
  for (let at = i; at >= from; at--) {
    if (at < i && tokens[at]?.text === ')') return false
    if (tokens[at]?.text === '(') return true
  }
  return false
}

/** A figure that could not be read ('$1,8923') makes the sentence unfit; what stands in brackets is not told. */
const holdsUnread = ({ marked }: Clause, { from, to }: Range): boolean =>
  rangeSome(
    from,
    to,
    (i) =>
      !marked.quantities[i] &&
      !isBracketed(marked, from, i) &&
      !marked.periods[i] &&
      !marked.names[i] &&
      /[$£€¥]|\d[.,]\d/.test(marked.tokens[i]?.text ?? ''),
  )

/** 'A meeting between the minister': and whom? */
const ONE_OF_TWO = /\bbetween (?:the )?\p{Lu}(?!.* (?:and|or)\b)/u

/** 'Took over after his predecessor(, Jane Doe, had died)': what the last 'after' or 'when' opens lost its verb. */
function isCutInAside(marked: Marked, { from, to }: Range): boolean {
  if (wordAt(marked, to) !== ',') return false
  for (let i = to - 1; i > from; i--) {
    if (/^(?:VERB|AUX)$/.test(posAt(marked, i))) return false
    if (!/^(?:after|before|when|while|because|until|once)$/.test(wordAt(marked, i))) continue
    const close = marked.tokens.findIndex(({ text }, at) => at > to && text === ',')
    return close !== -1 && rangeSome(close + 1, close + 3, (at) => /^(?:VERB|AUX)$/.test(posAt(marked, at)))
  }
  return false
}

/** 'Collapsed with debts of $2bn and its new boss has sued': another subject with its verb, which the reading of the sentence missed. */
function runsOn(marked: Marked, { from, to }: Range): boolean {
  for (let i = from + 1; i < to; i++) {
    if (wordAt(marked, i) === 'that' || SPEECH_VERBS.has(marked.tokens[i]?.lemma ?? '')) return false
    if (!/^(?:and|but)$/.test(wordAt(marked, i))) continue
    let at = i + 1
    while (
      at < to &&
      (marked.names[at] !== undefined || /^(?:DET|ADJ|NOUN|PROPN|NUM|PART)$/.test(posAt(marked, at)))
    )
      at++
    if (at > i + 1 && at < to && /^(?:has|have|had|is|are|was|were|will|would)$/.test(wordAt(marked, at)))
      return true
  }
  return false
}

/** Whether the predicate of a clause, `said` away from it, lacks a part of what it tells. */
export function isCutShort(clause: Clause, predicate: Range, said: string): boolean {
  const { marked } = clause
  const last = marked.tokens[predicate.to - 1]
  return (
    isCutBehindThat(marked, predicate) ||
    runsOn(marked, predicate) ||
    isCutInAside(marked, predicate) ||
    ONE_OF_TWO.test(said) ||
    standsFor(said) ||
    ENDING.has(last?.pos ?? '') ||
    HANGING.has(last?.text ?? '') ||
    isCutInList(clause, predicate) ||
    isCutBeforeCondition(clause, predicate) ||
    holdsUnread(clause, predicate) ||
    isQualified(clause) ||
    lacksObject(clause, predicate.to) ||
    lacksBehind(clause, predicate.to) ||
    lacksGift(clause, predicate.to) ||
    isBarePayment(clause, predicate.to) ||
    isBesideNothing(clause, predicate.to) ||
    isCutBehindSaying(marked, predicate.to)
  )
}

/** 'To enforce a bill it says (the company owes)': what is said, and not only who says it, belongs to the bill. */
const isCutBehindSaying = (marked: Marked, to: number): boolean =>
  SPEECH_VERBS.has(marked.tokens[to - 1]?.lemma ?? '') && /^(?:it|he|she|they)$/.test(wordAt(marked, to - 2))

/** Whether what is told of somebody names them again, as if they were another. */
export const namesTwice = (who: string, said: string): boolean => {
  const at = said.indexOf(who)
  return at !== -1 && /^\p{Lu}/u.test(who) && !/^['’\p{L}\p{N}]/u.test(said.slice(at + who.length))
}
