import { oppositeOf } from '../../language/opposites.ts'
import type { Quantity } from '../../quantities/quantity.ts'
import { wordSet } from '../../word-set.ts'
import type { Family } from '../fact.ts'
import type { EventFinding } from '../finding.ts'
import { evidenceOf, factOf, figureOf } from '../make-fact.ts'
import { disagrees } from '../sentence/agreement.ts'
import type { Clause } from '../sentence/clauses.ts'
import { isTelling } from '../sentence/figures.ts'
import { type Marked, posAt, type Range, rangeSome, within, wordAt } from '../sentence/marked.ts'
import type { Scene } from '../sentence/scene.ts'
import { standalone } from '../sentence/standalone.ts'
import { standsFor } from '../sentence/stands-for.ts'
import type { VerbGroup } from '../sentence/verbs.ts'
import { DOWN_VERBS, SPEECH_VERBS, UP_VERBS } from '../sentence/words.ts'
import { statusOf } from '../status.ts'
import { subjectOf } from '../subject.ts'
import { timeWords, whenIn } from '../time.ts'
import { familyOfClause, isLevel, isShare, relatedTo } from './event-family.ts'
import { isQualified } from './qualified.ts'

/** Verbs that say too little to be asked about. */
const EMPTY_VERBS =
  /^(?:do|seem|appear|get|go|come|look|like|let|tend|mean|happen|call|describe|comment|speak|talk|refer|add|respond)$/

const COPULAS = /^(?:be|have|remain|become|stay)$/

/** 'is the world’s third-largest toymaker': a copula or 'has' with a noun phrase of some length behind. */
function describes({ marked, verb, rest }: Clause): boolean {
  const first = wordAt(marked, verb.to)
  return (
    /^(?:a|an|the|one)$/.test(first) && rest.to - verb.to >= 4 && marked.tokens[verb.to + 1]?.pos !== 'VERB'
  )
}

const HANGING = wordSet(
  'on of for with between from by at in to as and than that stated whether saying adding reading telling outside inside beyond within across near against into onto towards toward despite during',
)
const ENDING = wordSet('DET CCONJ SYM X SCONJ')
/** What a predicate may lose at its end. */
const LOST = wordSet('also earlier later ago last starting ending beginning')
/** And where it was cut already. */
const LOST_AT_CUT = wordSet('since in on at by for from of to with during over until before after as between')

const SPAN = /[\p{L}\p{N}]/u

/** 'The average rent of a flat', 'the old tunnels below the harbour': enough words to tell what is meant. */
const isSpecific = (text: string, enough = 3): boolean =>
  text.split(/[\s-]+/).filter((word) => word.length > 3).length >= enough

/** Where another subject shares the verb that it leaves out: 'Spain grows 70% of it(, and Italy alone 20%)'; the end where none does. */
function gappedAt(marked: Marked, { from, to }: Range): number {
  for (let i = from; i < to - 2; i++) {
    if (wordAt(marked, i) !== ',' || !/^(?:and|but)$/.test(wordAt(marked, i + 1)) || !marked.names[i + 2])
      continue
    const behind = { from: i + 2, to }
    const hasVerb = rangeSome(
      i + 2,
      to,
      (at) => /^(?:VERB|AUX)$/.test(posAt(marked, at)) && !marked.names[at],
    )
    if (!hasVerb && within(marked.quantities, behind).length > 0) return i
  }
  return to
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

/** The verb phrase with times and prepositions left hanging at its end dropped. */
function trimmed({ marked, verb, rest }: Clause): Range {
  let to = gappedAt(marked, rest)
  const [first, another] = within(marked.periods, rest)
  while (to > verb.to) {
    const token = marked.tokens[to - 1]
    if (!token || token.text === ')') break
    // Of two times each stays where it belongs: 'at $4m in 2021 and at $6m in 2022'.
    if (another !== undefined && marked.periods[to - 1] !== undefined && marked.periods[to - 1] !== first)
      break
    if (
      marked.periods[to - 1] !== undefined ||
      !SPAN.test(token.text) ||
      (to < rest.to && LOST_AT_CUT.has(token.text)) ||
      LOST.has(token.text) ||
      // 'in May alone', but not 'cars that run on petrol alone'
      (token.text === 'alone' && marked.periods[to - 2] !== undefined)
    )
      to--
    else break
  }
  return { from: verb.from, to }
}

/** 'paid small(, steady sums)': the end stands in the middle of a list of adjectives. */
const isCutInList = ({ marked }: Clause, { to }: Range): boolean =>
  marked.tokens[to - 1]?.pos === 'ADJ' &&
  marked.tokens[to]?.text === ',' &&
  /^(?:ADJ|VERB|NOUN)$/.test(marked.tokens[to + 1]?.pos ?? '')

/** A figure that could not be read ('$1,8923') makes the sentence unfit. */
const holdsUnread = ({ marked }: Clause, { from, to }: Range): boolean =>
  rangeSome(
    from,
    to,
    (i) =>
      !marked.quantities[i] &&
      !marked.periods[i] &&
      !marked.names[i] &&
      /[$£€¥]|\d[.,]\d/.test(marked.tokens[i]?.text ?? ''),
  )

/** 'In Norway, the retailer sold 400 cars': the place that opens a clause. */
export function placeBefore({ marked, lead }: Clause): string {
  const name = within(marked.names, lead).find(({ sort }) => sort === 'place')
  // 'Whilst running a bank in Leeds, she': where another clause took place
  if (!name || rangeSome(lead.from, lead.to, (i) => /^(?:VERB|AUX)$/.test(posAt(marked, i)))) return ''
  const at = marked.names.indexOf(name)
  const before = wordAt(marked, at - 1)
  return at > lead.from && /^(?:in|across|throughout)$/.test(before) ? `${before} ${name.text}` : ''
}

/** Words before which a verb phrase can end without saying anything else than before. */
const ADJUNCTS =
  /^(?:after|before|because|when|while|once|until|following|despite|amid|during|which|where|although|though|as|since)$/

/** A verb phrase and how it is said away from its sentence. */
type Predicate = Pick<EventFinding, 'predicate' | 'said'>

/** The verb phrase, or as much of it as can be said away from its sentence: 'plans to claim $3bn in damages (once the case ends)'. */
function sayable(scene: Scene, { marked, verb }: Clause, whole: Range): Predicate | null {
  const said = standalone(scene, marked, whole, { bound: true })
  if (said !== null) return { predicate: whole, said }
  for (let to = whole.to - 1; to >= verb.to + 3; to--) {
    if (!ADJUNCTS.test(wordAt(marked, to))) continue
    const shorter = { from: whole.from, to }
    const short = standalone(scene, marked, shorter, { bound: true })
    if (short !== null) return { predicate: shorter, said: short }
  }
  return null
}

/** What says nothing about the matter: 'declines to comment', and a change whose measure was not found: 'Coral Airways shed 4%'. */
function isIdle({ marked, verb, rest, subject }: Clause): boolean {
  const behind = marked.tokens.slice(verb.from, rest.to)
  if (behind.some(({ lemma }) => lemma === 'comment')) return true
  const isMoving = UP_VERBS.has(verb.lemma) || DOWN_VERBS.has(verb.lemma)
  return (
    isMoving &&
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
const isCondition = ({ reporter, joint = '' }: Clause): boolean =>
  reporter !== undefined &&
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
  for (let i = to - 1; i >= from; i--) {
    if (/^(?:VERB|AUX)$/.test(posAt(marked, i))) return false
    if (wordAt(marked, i) === 'that') return posAt(marked, i) !== 'DET'
  }
  return false
}

/** Whether what is told of somebody names them again, as if they were another. */
const namesTwice = (who: string, said: string): boolean => {
  const at = said.indexOf(who)
  return at !== -1 && /^\p{Lu}/u.test(who) && !/^['’\p{L}\p{N}]/u.test(said.slice(at + who.length))
}

/** 'A meeting between the minister': and whom? */
const ONE_OF_TWO = /\bbetween (?:the )?\p{Lu}(?!.* (?:and|or)\b)/u

const SHORTEST = 3

/** Whether one of the words has an opposite: then even a short predicate can be turned round. */
const canTurn = ({ tokens, names, periods }: Marked, { from, to }: Range): boolean =>
  rangeSome(from, to, (i) => {
    const token = tokens[i]
    return token !== undefined && !names[i] && !periods[i] && oppositeOf(token.text, token.pos) !== undefined
  })
const LONGEST = 32

/** What a clause tells: of a share, a level or a relation, else what its words say. */
function familyOf(
  clause: Clause,
  said: string,
  related: string | undefined,
  quantity: Quantity | undefined,
): Family {
  if (quantity && isShare(clause.marked, quantity)) return 'share'
  if (quantity && isLevel(clause, quantity)) return 'level'
  return related === undefined ? familyOfClause(said) : 'relation'
}

/** Who did what: one finding for each clause with a named subject, with the figures in it. `taken` are figures that other families hold. */
export function findEvents(
  scene: Scene,
  clauses: readonly Clause[],
  taken: ReadonlySet<Quantity>,
): EventFinding[] {
  return clauses.flatMap((clause): EventFinding[] => {
    const { marked, verb, subject: range } = clause
    if (verb.isNegated || clause.isCut || marked.quoted[verb.head] || marked.isTitle || isIdle(clause))
      return []
    if (SPEECH_VERBS.has(verb.lemma) && !verb.isPassive && !/^(?:announce|report)$/.test(verb.lemma))
      return []
    if ((!clause.reporter && isDependent(clause)) || isOfBefore(clause) || isWish(clause)) return []
    if (isCondition(clause) || isOfTime(clause)) return []
    if (isClaimed(clause) || isPartial(clause) || isCounted(clause) || isTimeOfSubject(clause)) return []
    if (disagrees(clause)) return []
    const told = sayable(scene, clause, trimmed(clause))
    if (!told) return []
    const { predicate, said } = told
    if (isCutBehindThat(marked, predicate)) return []
    if (ONE_OF_TWO.test(said) || standsFor(said)) return []
    const last = marked.tokens[predicate.to - 1]
    if (ENDING.has(last?.pos ?? '') || HANGING.has(last?.text ?? '')) return []
    if (isCutInList(clause, predicate) || holdsUnread(clause, predicate) || isQualified(clause)) return []
    if (lacksObject(clause, predicate.to) || isBarePayment(clause, predicate.to)) return []
    if (isBesideNothing(clause, predicate.to)) return []
    const length = predicate.to - predicate.from
    const turns = canTurn(marked, { from: verb.from, to: predicate.to })
    if (length < (turns ? SHORTEST - 1 : SHORTEST) || length > LONGEST) return []
    const tells =
      within(marked.names, predicate).length > 0 ||
      within(marked.quantities, predicate).some((quantity) => !taken.has(quantity))
    const counted = countIn(marked, range, taken)
    const subject = subjectOf(scene, marked, range)
    if (
      !subject ||
      !(
        subject.isAnchored ||
        isSpecific(subject.text, tells ? 2 : 3) ||
        (counted &&
          isSpecific(
            `${subject.text} ${marked.tokens
              .slice(predicate.from, predicate.to)
              .map(({ text }) => text)
              .join(' ')}`,
          ))
      )
    )
      return []
    const inside = within(marked.quantities, predicate)
    const figures = inside.filter(
      (quantity) => !taken.has(quantity) && (isTelling(quantity) || isDuration(clause, quantity)),
    )
    if (figures.length === 0 && inside.some((quantity) => taken.has(quantity))) return []
    if (EMPTY_VERBS.test(verb.lemma) && figures.length === 0 && !counted) return []
    if (COPULAS.test(verb.lemma) && figures.length === 0 && !counted && !turns && !describes(clause))
      return []
    const when = whenIn(marked, timeWords(clause))
    const status = statusOf(clause)
    // 'Harrow sold its mill to bail out Harrow': whoever that was, it was not Harrow
    if (namesTwice(subject.text, said)) return []
    const build = (quantity?: Quantity, isInSubject = false): EventFinding => {
      const measured = quantity ? figureOf(quantity) : undefined
      const related = quantity ? undefined : relatedTo(clause)
      const fact = factOf({
        family: familyOf(clause, said, related, quantity),
        subject: subject.text,
        measure: said,
        ...(related === undefined ? {} : { object: related }),
        ...(measured ? { value: measured.figure, unit: measured.unit } : {}),
        ...(when.phrase ? { period: when.phrase } : {}),
        status,
        ...(quantity && quantity.exactness !== 'exactly' ? { exactness: quantity.exactness } : {}),
        evidence: evidenceOf(scene.reading.text, [marked.sentence]),
      })
      return {
        family: 'event',
        fact,
        marked,
        when,
        clause,
        subject,
        predicate,
        place: placeBefore(clause),
        isInSubject,
        said,
        ...(quantity ? { quantity } : {}),
      }
    }
    const measured = figures.map((quantity) => build(quantity))
    if (counted) return [build(counted, true), ...measured]
    return measured.length > 0 ? measured : [build()]
  })
}

/** The count that opens a subject: '3.4 million boats in the south', 'more than 17,000 people'. */
function countIn(marked: Marked, { from, to }: Range, taken: ReadonlySet<Quantity>): Quantity | undefined {
  for (let i = from; i < Math.min(to, from + 5); i++) {
    const quantity = marked.quantities[i]
    if (!quantity) continue
    const isOpening = (marked.tokens[from]?.start ?? 0) >= quantity.outerStart
    return isOpening &&
      quantity.kind === 'count' &&
      quantity.unit !== '' &&
      quantity.high === undefined &&
      !taken.has(quantity) &&
      isTelling(quantity)
      ? quantity
      : undefined
  }
  return undefined
}

/** 'Is expected to take seven years': how long something lasts is what its verb is about. */
const isDuration = ({ marked, verb, rest }: Clause, { kind, unit, value }: Quantity): boolean =>
  kind === 'count' &&
  value > 1 &&
  /^(?:year|month|week|day|hour)$/.test(unit) &&
  marked.tokens.slice(verb.from, rest.to).some(({ lemma }) => /^(?:take|last|serve|spend|wait)$/.test(lemma))
