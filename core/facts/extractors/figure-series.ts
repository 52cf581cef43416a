import type { ChangeFinding, LevelFinding, Subject, When } from '../finding.ts'
import { behind, type Figure, figureAfter, figureAt } from '../sentence/figures.ts'
import { lastOfName, type Marked, wordAt } from '../sentence/marked.ts'
import type { Scene } from '../sentence/scene.ts'
import { whenOf } from '../time.ts'
import { changeFinding } from './change-finding.ts'
import { levelFinding } from './level-finding.ts'

/** One further figure of a sentence that leaves out what it said of the first: '(sales fell 16% in Asia,) 7% in Europe'. */
interface Item {
  readonly figure: Figure
  /** Where it ends. */
  readonly end: number
  readonly when?: When
  /** Where 'in Asia' begins. */
  readonly tail?: number
}

/** Behind the comma or semicolon and 'and' that part two of a series; -1 where nothing parts them. */
function behindJoint(marked: Marked, i: number): number {
  const at = /^[,;]$/.test(wordAt(marked, i)) ? i + 1 : i
  const next = /^(?:and|but)$/.test(wordAt(marked, at)) ? at + 1 : at
  return next > i ? next : -1
}

const CLOSES = /^(?:[,.;:]|and|but|or|while|)$/

/** '462,000 in August 2024', '7.2% in Europe', '35.3% for Norvale': the figure with its time, or with where or for whom it is. */
function placedAt(marked: Marked, at: number, preposition: string): Item | null {
  const start = /^(?:by|at|to)$/.test(wordAt(marked, at)) ? at + 1 : at
  const figure = figureAfter(marked, start, marked.tokens.length)
  if (!figure) return null
  const close = behind(marked, figure)
  const period = marked.periods[close] ?? marked.periods[close + 1]
  if (period && period.relation === undefined && preposition === '') {
    const end = marked.periods.lastIndexOf(period) + 1
    return CLOSES.test(wordAt(marked, end)) ? { figure, end, when: whenOf(marked, period) } : null
  }
  if (preposition === '' || wordAt(marked, close) !== preposition) return null
  const from = wordAt(marked, close + 1) === 'the' ? close + 2 : close + 1
  if (!marked.names[from]) return null
  const end = lastOfName(marked, from) + 1
  return CLOSES.test(wordAt(marked, end)) ? { figure, end, tail: close } : null
}

/** Where the first figure's own words end, and what of a series they could open: '' for times, 'in' or 'for' before a name. */
function opening(
  marked: Marked,
  close: number,
): { readonly end: number; readonly preposition: string } | null {
  const period = marked.periods[close] ?? marked.periods[close + 1]
  if (period) return { end: marked.periods.lastIndexOf(period) + 1, preposition: '' }
  const word = wordAt(marked, close)
  if (!/^(?:in|for|at)$/.test(word)) return null
  const from = wordAt(marked, close + 1) === 'the' ? close + 2 : close + 1
  return marked.names[from] ? { end: lastOfName(marked, from) + 1, preposition: word } : null
}

const isLike = (a: Figure['quantity'], b: Figure['quantity']): boolean =>
  a.kind === b.kind &&
  a.per === b.per &&
  a.high === undefined &&
  (a.unit === b.unit || (a.kind === 'count' && a.unit === ''))

/** '462,000' beside '374,000 tonnes': tonnes too. */
const inUnitOf = (figure: Figure, { unit }: Figure['quantity']): Figure =>
  figure.quantity.unit === unit ? figure : { ...figure, quantity: { ...figure.quantity, unit } }

/** The further figures of the series that a first one opens; none where the sentence goes on otherwise. */
function itemsBehind(marked: Marked, first: Figure): Item[] {
  const close = behind(marked, first)
  const opened = opening(marked, close)
  const items: Item[] = []
  if (!opened) return items
  let end = opened.end
  for (;;) {
    const at = behindJoint(marked, end)
    if (at === -1) return items
    const item = placedAt(marked, at, opened.preposition)
    if (!item || !isLike(item.figure.quantity, first.quantity)) return items
    items.push({ ...item, figure: inUnitOf(item.figure, first.quantity) })
    end = item.end
  }
}

const figureOfQuantity = (marked: Marked, quantity: Figure['quantity'] | undefined): Figure | null =>
  quantity === undefined ? null : figureAt(marked, marked.quantities.indexOf(quantity))

/** The changes that a sentence tells behind a first one without its words: 'fell 16% in Asia, 7% in Europe'. */
export function changesInSeries(scene: Scene, change: ChangeFinding): ChangeFinding[] {
  const { marked, clause, by, to, from, subject, verb, past, fact, when } = change
  const first = to || from ? null : figureOfQuantity(marked, by)
  if (!first || !clause || !fact.direction) return []
  const { direction, status } = fact
  return itemsBehind(marked, first).flatMap((item): ChangeFinding[] => {
    const told = changeFinding({
      scene,
      marked,
      subject,
      figures: { by: item.figure, end: behind(marked, item.figure) },
      direction,
      verb,
      past,
      status,
      when: item.when ?? when,
      range: { from: item.figure.range.from, to: item.end },
      limit: item.end,
      clause,
    })
    return told ? [{ ...told, comparison: change.comparison }] : []
  })
}

/** The levels that a sentence tells behind a first one without its words: 'was 374 tonnes in 2023 and 462 in 2024', 'is 17% for Harrow, 35% for Norvale'. */
export function levelsInSeries(scene: Scene, level: LevelFinding): LevelFinding[] {
  const { marked, quantity, subject, fact, when, clause } = level
  const first = figureOfQuantity(marked, quantity)
  if (!first) return []
  return itemsBehind(marked, first).flatMap((item): LevelFinding[] => {
    const whose = withTail(marked, subject, first, item)
    if (!whose) return []
    return [
      levelFinding({
        scene,
        marked,
        subject: whose,
        quantity: item.figure.quantity,
        status: fact.status,
        when: item.when ?? when,
        ...(clause ? { clause } : {}),
      }),
    ]
  })
}

/** 'The extra rate for Norvale' beside 'the extra rate for Harrow'. */
function withTail(marked: Marked, subject: Subject, first: Figure, { tail, end }: Item): Subject | null {
  if (tail === undefined) return subject
  const own = wordsOf(marked, behind(marked, first), opening(marked, behind(marked, first))?.end ?? 0)
  if (!subject.text.endsWith(` ${own}`)) return null
  const swap = (text: string): string => `${text.slice(0, -own.length)}${wordsOf(marked, tail, end)}`
  return { ...subject, text: swap(subject.text), measure: swap(subject.measure) }
}

const wordsOf = ({ tokens }: Marked, from: number, to: number): string =>
  tokens
    .slice(from, to)
    .map(({ text, start }, i, all) => (i > 0 && start > (all[i - 1]?.end ?? 0) ? ` ${text}` : text))
    .join('')
