import { oppositeOf } from '../../language/opposites.ts'
import type { Quantity } from '../../quantities/quantity.ts'
import { wordSet } from '../../word-set.ts'
import type { Family } from '../fact.ts'
import type { EventFinding } from '../finding.ts'
import { evidenceOf, factOf, figureOf } from '../make-fact.ts'
import type { Clause } from '../sentence/clauses.ts'
import { isTelling } from '../sentence/figures.ts'
import { type Marked, posAt, type Range, rangeSome, within, wordAt } from '../sentence/marked.ts'
import type { Scene } from '../sentence/scene.ts'
import { standalone } from '../sentence/standalone.ts'
import { statusOf } from '../status.ts'
import { subjectOf } from '../subject.ts'
import { timeWords, whenIn } from '../time.ts'
import { familyOfClause, isLevel, isShare, relatedTo } from './event-family.ts'
import { COPULAS, isCutShort, namesTwice, saysNothing } from './event-refusals.ts'
import { trimmed } from './trimmed-predicate.ts'

/** 'Has called for a meeting', 'came under fire': with its preposition the verb says enough. */
const saysMore = ({ marked, verb }: Clause): boolean =>
  /^(?:call (?:for|on)|come (?:under|into)|look (?:for|into))$/.test(
    `${verb.lemma} ${wordAt(marked, verb.to)}`,
  )

/** 'Is under pressure from the union', 'is in talks with Orrin': where somebody stands, with a name in it. */
const standsBy = ({ marked, verb, rest }: Clause): boolean =>
  verb.lemma === 'be' &&
  /^(?:under|in|on|at|among)$/.test(wordAt(marked, verb.to)) &&
  !/^(?:a|an|the)$/.test(wordAt(marked, verb.to + 1)) &&
  rest.to - verb.to >= 4 &&
  within(marked.names, { from: verb.to, to: rest.to }).length > 0

/** 'Gets a seat on the board of Orrin': what somebody comes to have, with a name in it. */
const getsThing = ({ marked, verb, rest }: Clause): boolean =>
  verb.lemma === 'get' &&
  /^(?:an?|the)$/.test(wordAt(marked, verb.to)) &&
  within(marked.names, { from: verb.to, to: rest.to }).length > 0

/** Verbs that say too little to be asked about. */
const EMPTY_VERBS =
  /^(?:do|seem|appear|get|go|come|look|like|let|tend|mean|happen|call|describe|comment|speak|talk|refer|add|respond)$/

/** 'is the world’s third-largest toymaker': a copula or 'has' with a noun phrase of some length behind. */
function describes({ marked, verb, rest }: Clause): boolean {
  const first = wordAt(marked, verb.to)
  return (
    /^(?:a|an|the|one)$/.test(first) && rest.to - verb.to >= 4 && marked.tokens[verb.to + 1]?.pos !== 'VERB'
  )
}

/** 'The average rent of a flat', 'the old tunnels below the harbour': enough words to tell what is meant. */
const isSpecific = (text: string, enough = 3): boolean =>
  text.split(/[\s-]+/).filter((word) => word.length > 3).length >= enough

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

/** Words by which what follows is part of what is said. */
const NARROWS = wordSet('only who that which whose until unless')

/** A verb phrase and how it is said away from its sentence. */
type Predicate = Pick<EventFinding, 'predicate' | 'said'>

/** The verb phrase, or as much of it as can be said away from its sentence: 'plans to claim $3bn in damages (once the case ends)'. */
function sayable(scene: Scene, { marked, verb }: Clause, whole: Range): Predicate | null {
  const said = standalone(scene, marked, whole, { bound: true })
  if (said !== null) return { predicate: whole, said }
  for (let to = whole.to - 1; to >= verb.to + 3; to--) {
    if (!ADJUNCTS.test(wordAt(marked, to))) continue
    // 'people who have died | before they', 'only rose | after it': what is left says something else
    if (rangeSome(whole.from, to, (i) => NARROWS.has(wordAt(marked, i)))) continue
    const shorter = { from: whole.from, to }
    const short = standalone(scene, marked, shorter, { bound: true })
    if (short !== null) return { predicate: shorter, said: short }
  }
  return null
}

const SHORTEST = 3

/** Whether one of the words has an opposite: then even a short predicate can be turned round. */
const canTurn = ({ tokens, names, periods }: Marked, { from, to }: Range): boolean =>
  rangeSome(from, to, (i) => {
    const token = tokens[i]
    return token !== undefined && !names[i] && !periods[i] && oppositeOf(token.text, token.pos) !== undefined
  })
const LONGEST = 32

/** 'Began on 19 November 2023': of what began or ended the day is all that there is to tell. */
const isDated = ({ marked, verb, rest }: Clause): boolean =>
  /^(?:begin|start|end)$/.test(verb.lemma) &&
  !verb.isPassive &&
  wordAt(marked, rest.from) === 'on' &&
  marked.periods[rest.from + 1]?.isAbsolute === true

/** 'Gave three reasons: growth was slower and costs were too high': what they were, as far as it can be told away from its sentence. */
function reasonsBehind(scene: Scene, { marked, rest }: Clause): string | undefined {
  const isTold = rangeSome(
    rest.from,
    rest.to,
    (i) => marked.quantities[i] !== undefined && /^(?:reasons|causes|factors)$/.test(wordAt(marked, i)),
  )
  if (!isTold || wordAt(marked, rest.to) !== ':') return undefined
  const to = marked.tokens.length - (wordAt(marked, marked.tokens.length - 1) === '.' ? 1 : 0)
  return standalone(scene, marked, { from: rest.to + 1, to }, { bound: true }) ?? undefined
}

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
    if (saysNothing(clause)) return []
    const told = sayable(scene, clause, trimmed(clause))
    if (!told) return []
    const { predicate, said } = told
    if (isCutShort(clause, predicate, said)) return []
    const length = predicate.to - predicate.from
    const turns = canTurn(marked, { from: verb.from, to: predicate.to })
    const shortest = isDated(clause) ? 1 : turns ? SHORTEST - 1 : SHORTEST
    if (length < shortest || length > LONGEST) return []
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
      (quantity) =>
        !taken.has(quantity) &&
        (isTelling(quantity) || isDuration(clause, quantity) || isIndexLevel(clause, quantity)),
    )
    if (figures.length === 0 && inside.some((quantity) => taken.has(quantity))) return []
    if (
      EMPTY_VERBS.test(verb.lemma) &&
      figures.length === 0 &&
      !counted &&
      !saysMore(clause) &&
      !getsThing(clause)
    )
      return []
    if (
      COPULAS.test(verb.lemma) &&
      figures.length === 0 &&
      !counted &&
      !turns &&
      !describes(clause) &&
      !standsBy(clause)
    )
      return []
    const when = whenIn(marked, timeWords(clause))
    const status = statusOf(clause)
    // 'Harrow sold its mill to bail out Harrow': whoever that was, it was not Harrow
    if (namesTwice(subject.text, said)) return []
    const build = (quantity?: Quantity, isInSubject = false): EventFinding => {
      const measured = quantity ? figureOf(quantity) : undefined
      const related = quantity ? undefined : relatedTo(clause)
      const object = related ?? reasonsBehind(scene, clause)
      const fact = factOf({
        family: familyOf(clause, said, related, quantity),
        subject: subject.text,
        measure: said,
        ...(object === undefined ? {} : { object }),
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

/** 'The index closed at 31,458.42': points, though nothing says so. */
const isIndexLevel = ({ marked, verb, subject, rest }: Clause, { kind, unit, spelled }: Quantity): boolean =>
  kind === 'count' &&
  unit === '' &&
  !spelled &&
  /^(?:close|end|finish|open)$/.test(verb.lemma) &&
  wordAt(marked, rest.from) === 'at' &&
  /^(?:index|average|nikkei|dow|nasdaq)$/.test(wordAt(marked, subject.to - 1))
