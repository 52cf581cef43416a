import type { ChangeFinding, LevelFinding, Subject, When } from '../finding.ts'
import type { Clause } from '../sentence/clauses.ts'
import { behind, type Figure, figureAfter, figureAt } from '../sentence/figures.ts'
import { type Marked, within, wordAt } from '../sentence/marked.ts'
import type { Scene } from '../sentence/scene.ts'
import { whoStart } from '../sentence/set-off.ts'
import { statusOf } from '../status.ts'
import { subjectOf } from '../subject.ts'
import { timeWords, UNTOLD, whenIn } from '../time.ts'
import { type Figures, readFigures } from './change-figures.ts'
import { changeFinding } from './change-finding.ts'
import { type Direction, DOWNWARD, PLAIN, UPWARD } from './change-words.ts'
import { countedSubject } from './counted-subject.ts'
import { isQualified } from './qualified.ts'

/** What is told of a level behind a comma: which way it went, from what or by how much, since when. */
interface Beside {
  readonly direction: Direction
  readonly by?: Figure
  readonly from?: Figure
  readonly end: number
}

const MORE = /^(?:more|higher|larger|bigger)$/
const LESS = /^(?:less|fewer|lower|smaller)$/

const hasTime = (marked: Marked, from: number, to: number): boolean =>
  within(marked.periods, { from, to }).length > 0

/** ', up 8% on the year before', ', down from 76% a year earlier'; null where it is set beside something else than its own past: ', up 8% on the forecast'. */
function upOrDown(marked: Marked, at: number): Beside | null {
  const word = wordAt(marked, at)
  const direction = UPWARD.has(word) ? 'up' : DOWNWARD.has(word) ? 'down' : null
  if (!direction || wordAt(marked, at + 1) === 'to') return null
  const { by, from, to, end } = readFigures(marked, at + 1, marked.tokens.length)
  if (to || (!by && !from)) return null
  if (
    [end - 1, end].some((i) => /^(?:on|from|than|against|of|for)$/.test(wordAt(marked, i))) &&
    !hasTime(marked, end, end + 4)
  )
    return null
  return { direction, end, ...(by ? { by } : {}), ...(from ? { from } : {}) }
}

/** ', 20% fewer than the 9,123 of a year before', ', 55% less than in 2020': with a time behind, so that it is not set beside another's. */
function moreOrLess(marked: Marked, at: number): Beside | null {
  const by = figureAfter(marked, at, marked.tokens.length)
  if (!by || by.range.from > at + 1) return null
  const mark = behind(marked, by)
  const word = wordAt(marked, mark)
  const direction = MORE.test(word) ? 'up' : LESS.test(word) ? 'down' : null
  if (!direction || wordAt(marked, mark + 1) !== 'than') return null
  let i = mark + 2
  while (/^(?:the|in|at|on|during)$/.test(wordAt(marked, i)) && !marked.periods[i] && i < mark + 4) i++
  const from = figureAt(marked, i)
  if (from) {
    const close = behind(marked, from)
    return hasTime(marked, close, close + 3) ? { direction, by, from, end: close } : null
  }
  if (!marked.periods[i]) return null
  return { direction, by, end: marked.periods.lastIndexOf(marked.periods[i]) + 1 }
}

/** ', 14% above the $40 at which they had been sold': beside the price that the same thing had before. */
function aboveOrBelow(marked: Marked, at: number): Beside | null {
  const by = figureAfter(marked, wordAt(marked, at) === 'between' ? at + 1 : at, marked.tokens.length)
  if (by?.quantity.kind !== 'percent' || by.range.from > at + 1) return null
  const mark = behind(marked, by)
  const direction = wordAt(marked, mark) === 'above' ? 'up' : wordAt(marked, mark) === 'below' ? 'down' : null
  const from = direction && wordAt(marked, mark + 1) === 'the' ? figureAt(marked, mark + 2) : null
  if (!from || !direction) return null
  const said = marked.tokens.slice(behind(marked, from), behind(marked, from) + LONGEST_PRICE)
  return PRICED_AT.test(said.map(({ lower }) => lower).join(' '))
    ? { direction, by, from, end: behind(marked, from) }
    : null
}

const LONGEST_PRICE = 6
const PRICED_AT =
  /^at which (?:they|it) (?:(?:had|has|have) been|were|was) (?:sold|issued|priced|offered|listed|floated)/

/** What a price is told of, where no level was read: 'Orrin's shares closed at $45'. */
const pricedSubject = (scene: Scene, clause: Clause, { quantity }: Figure): Subject | null =>
  quantity.kind === 'money' && /^(?:close|end|finish|open|trade)$/.test(clause.verb.lemma)
    ? subjectOf(scene, clause.marked, clause.subject)
    : null

/** The figure of which a comma at `at` goes on to tell: the last before it, with nothing between that another figure or deed is told by. */
function toldOf(marked: Marked, { verb }: Clause, at: number): Figure | null {
  for (let i = at - 1; i >= verb.to; i--) {
    const figure = figureAt(marked, i)
    if (figure) return figure
    if (wordAt(marked, i) === ',') i = whoStart(marked, i, verb.to)
    if (/^(?:VERB|AUX|CCONJ)$/.test(marked.tokens[i]?.pos ?? '') || /^[;:]$/.test(wordAt(marked, i)))
      return null
  }
  return null
}

/** '9,123' beside '7,261 people': people too. */
const alike = (from: Figure | undefined, { unit, kind, per }: Figure['quantity']): Figure | undefined =>
  from && from.quantity.unit === '' && from.quantity.kind === 'count' && kind === 'count'
    ? { ...from, quantity: { ...from.quantity, unit, ...(per === undefined ? {} : { per }) } }
    : from

/** Whether a size in per cent or in the unit of both ends is what lies between them. */
function fits({ by, from, to }: Figures): boolean {
  if (!by || !from || !to || by.quantity.high !== undefined) return true
  const moved = Math.abs(to.quantity.value - from.quantity.value)
  if (by.quantity.kind !== 'percent') return true
  return Math.abs((moved / from.quantity.value) * 100 - by.quantity.value) <= 1 + by.quantity.value * 0.02
}

/** 'than in 2020' tells since when; 'than a year before' the comparison says already. */
function sinceWhen(marked: Marked, at: number, end: number): string {
  const [period] = within(marked.periods, { from: at, to: end })
  if (!period?.phrase || period.relation !== undefined || !period.isAbsolute) return ''
  return `compared with ${period.phrase.replace(/^(?:in|on|at) (?:the )?(?=\d|\p{Lu})/u, '')}`
}

/** 'Numbered 263m in May 2024, up 11% from 236m': they did not rise so much in that month, and since when they did is not told. */
const isPoint = ({ period }: When): boolean => /^(?:month|day)$/.test(period?.sort ?? '')

/** The changes that are told behind a level: 'Revenue was $5bn, up 8%', 'Harrow sold 700 boats, 5% fewer than a year before'. */
export function changesBeside(
  scene: Scene,
  marked: Marked,
  clauses: readonly Clause[],
  levels: readonly LevelFinding[],
): ChangeFinding[] {
  if (!marked.hasFigures || clauses.length === 0) return []
  const found: ChangeFinding[] = []
  for (let i = 1; i < marked.tokens.length - 2; i++) {
    if (wordAt(marked, i) !== ',' || marked.quoted[i] || marked.quantities[i]) continue
    const beside = upOrDown(marked, i + 1) ?? moreOrLess(marked, i + 1) ?? aboveOrBelow(marked, i + 1)
    const clause = beside && clauses.findLast(({ verb }) => verb.to <= i)
    if (!beside || !clause || clause.verb.isNegated || isQualified(clause)) continue
    const told = toldOf(marked, clause, i)
    if (!told) continue
    const level = levels.find(({ quantity }) => quantity === told.quantity)
    const subject = level
      ? level.subject
      : (countedSubject(scene, clause, told) ?? pricedSubject(scene, clause, told))
    if (!subject) continue
    const from = alike(beside.from, told.quantity)
    const figures: Figures = {
      to: told,
      ...(beside.by ? { by: beside.by } : {}),
      ...(from ? { from } : {}),
      end: beside.end,
    }
    if (!fits(figures)) continue
    const build = (when: When): ChangeFinding | null =>
      changeFinding({
        scene,
        marked,
        subject,
        figures,
        direction: beside.direction,
        ...PLAIN[beside.direction],
        status: statusOf(clause),
        when,
        range: { from: i, to: beside.end },
        limit: beside.end,
        clause,
      })
    const when = level?.when ?? whenIn(marked, timeWords(clause))
    const change = build(when)
    if (!change) continue
    const comparison = change.comparison || sinceWhen(marked, i, from ? beside.end + 3 : beside.end)
    const isOfThatDay = comparison === '' && told.quantity.kind === 'count' && isPoint(when)
    const kept = isOfThatDay ? build(UNTOLD) : change
    if (kept) found.push({ ...kept, comparison })
  }
  return found
}
