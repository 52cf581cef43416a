import type { Quantity } from '../../quantities/quantity.ts'
import type { ChangeFinding } from '../finding.ts'
import type { Clause } from '../sentence/clauses.ts'
import { behind, type Figure, figureAfter } from '../sentence/figures.ts'
import { type Marked, type Range, wordAt } from '../sentence/marked.ts'
import type { Scene } from '../sentence/scene.ts'
import { statusOf } from '../status.ts'
import { reportedSubject } from '../subject.ts'
import { timeWords, whenIn, whenReported } from '../time.ts'
import { readFigures, timeBehind } from './change-figures.ts'
import { changeFinding } from './change-finding.ts'
import { DOWNWARD, directionOf, PLAIN, pastOf, UPWARD } from './change-words.ts'
import { isQualified } from './qualified.ts'

/** 'Revenue climbed 14% to Rmb41.9bn', 'sales were up 5%'. */
export function fromVerb(scene: Scene, clause: Clause): ChangeFinding | null {
  const { marked, verb, rest, subject: range } = clause
  if (verb.isNegated || marked.quoted[verb.head] || isQualified(clause)) return null
  const isAhead = isExpectedTo(clause)
  if (verb.isPassive && !isAhead) return null
  const moved = isAhead ? (marked.tokens[rest.from + 1]?.lemma ?? '') : verb.lemma
  const text = wordAt(marked, verb.head)
  let direction = directionOf(moved)
  let words =
    direction && verb.modal === undefined ? { verb: moved, past: isAhead ? pastOf(moved) : text } : null
  let at = isAhead ? rest.from + 2 : rest.from
  // 'The price was $22 higher' than another's, not than before
  let isBeside = false
  if (
    verb.lemma === 'be' ||
    /^(?:finish|end|close|trade|shoot|shot|go|move|edge|inch|creep|tick|head|open|stand)$/.test(verb.lemma)
  ) {
    const opening = wordAt(marked, at)
    const figure = figureAfter(marked, at, rest.to)
    const behindFigure = figure ? wordAt(marked, behind(marked, figure)) : ''
    const mark = UPWARD.has(opening) || DOWNWARD.has(opening) ? opening : behindFigure
    direction = UPWARD.has(mark) ? 'up' : DOWNWARD.has(mark) ? 'down' : null
    // 'The loss is up to 70%': at most
    if (verb.lemma === 'be' && opening === 'up' && wordAt(marked, at + 1) === 'to') return null
    isBeside = /^(?:higher|lower)$/.test(mark) && !/^(?:percent|points)$/.test(figure?.quantity.kind ?? '')
    if (UPWARD.has(opening) || DOWNWARD.has(opening)) at++
    words = direction ? PLAIN[direction] : null
  }
  if (!direction || !words) return null
  const read = readFigures(marked, at, rest.to)
  // In 'went up to 5.5%' no 'up to' belongs to the figure.
  const figures = read.to && wordAt(marked, at - 1) === 'up' ? { ...read, to: plain(read.to) } : read
  if (!figures.by && !figures.to) return null
  // 'Spain grows 70% of the olives': a share of them
  if (figures.by?.quantity.kind === 'percent' && !figures.to && isOf(marked, figures.by)) return null
  const bare = withoutQuarter(marked, range)
  const subject = reportedSubject(scene, clause, bare)
  if (!subject || isMade(moved, subject.measure, figures.by?.quantity)) return null
  const own = timeBehind(marked, figures.from && figures.to) ?? whenIn(marked, timeWords(clause))
  if (isBeside && own.phrase === '') return null
  const when = whenReported(scene, marked, subject.measure, own)
  // 'in the quarter': which one, the sentences before tell
  if (bare.to < range.to && (when.from === undefined || when.period?.sort !== 'quarter')) return null
  const isDone = verb.auxiliaries.some((word) => /^(?:has|have|had)$/.test(word))
  const past =
    isDone && words.past === text
      ? `${verb.auxiliaries.filter((w) => /^(?:has|have|had)$/.test(w))[0]} ${words.past}`
      : words.past
  return changeFinding({
    scene,
    marked,
    subject,
    figures,
    direction,
    verb: words.verb,
    past,
    status: statusOf(clause),
    when,
    range: { from: clause.lead.from, to: rest.to },
    limit: rest.to,
    clause,
  })
}

/** 'Orrin's net income (in the quarter)'. */
const withoutQuarter = (marked: Marked, { from, to }: Range): Range =>
  /^(?:in|for) the quarter$/.test(
    marked.tokens
      .slice(to - 3, to)
      .map(({ lower }) => lower)
      .join(' '),
  ) && to - 3 > from
    ? { from, to: to - 3 }
    : { from, to }

/** 'Is expected to fall by 5%', 'was forecast to reach': what has not come. */
const isExpectedTo = ({ marked, verb, rest }: Clause): boolean =>
  verb.isPassive &&
  /^(?:expect|forecast|project|predict)$/.test(verb.lemma) &&
  wordAt(marked, rest.from) === 'to'

const plain = (figure: Figure): Figure => ({
  ...figure,
  quantity: { ...figure.quantity, exactness: 'exactly', outerStart: figure.quantity.start },
})

const isOf = (marked: Marked, figure: Figure): boolean => wordAt(marked, behind(marked, figure)) === 'of'

const PRICED =
  /\b(?:shares?|stocks?|index|price|bonds?|value|market|currency|dollar|euro|pound|sterling|yen|yuan|rupee|rouble|franc)\b/i

/** 'The business lost $400m', 'the firm added 200 shops': a sum that is made or lost moves nothing; that of a price does. */
const isMade = (verb: string, measure: string, by: Quantity | undefined): boolean =>
  /^(?:lose|gain|add|shed)$/.test(verb) &&
  (by?.kind === 'money' || by?.kind === 'count') &&
  !PRICED.test(measure)
