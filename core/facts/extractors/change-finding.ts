import { mentionsOf } from '../../article/things.ts'
import type { Quantity } from '../../quantities/quantity.ts'
import type { Fact, Status } from '../fact.ts'
import type { ChangeFinding, Subject, When } from '../finding.ts'
import { evidenceOf, factOf, figureOf } from '../make-fact.ts'
import type { Clause } from '../sentence/clauses.ts'
import type { Marked, Range } from '../sentence/marked.ts'
import type { Scene } from '../sentence/scene.ts'
import { agrees, type Figures } from './change-figures.ts'
import { comparisonIn, tailOf } from './change-tail.ts'
import type { Direction } from './change-words.ts'

interface Parts {
  readonly scene: Scene
  readonly marked: Marked
  readonly limit: number
  readonly subject: Subject
  readonly figures: Figures
  readonly direction: Direction
  readonly verb: string
  readonly past: string
  readonly status: Status
  readonly when: When
  readonly range: Range
  readonly clause: Clause
}

/** What is itself a change in per cent. */
const RATES = /\b(?:inflation|growth|unemployment|(?:inflation|growth|jobless|unemployment) rate)$/

/** How many sentences back shares may have been spoken of. */
const SHARES_REACH = 6

/** 'Coral Airways dropped 2.2%' speaks of its shares; null where nothing near says so. */
function sharesOf(
  scene: Scene,
  { marked, subject, clause }: Pick<Parts, 'marked' | 'subject' | 'clause'>,
  by: Quantity | undefined,
): Subject | null {
  const name = mentionsOf(scene.reading, subject.owner ?? '').find(
    // 'Harrow Idec shed 43%': what falls by so much is nobody, whatever the name looks like
    ({ sort }) => sort === 'organisation' || sort === 'person',
  )
  const isBare =
    subject.measure === subject.owner ||
    endsInName(marked, clause.subject) ||
    (subject.text.endsWith(name?.text ?? ' ') && isDescribedName(marked, clause.subject))
  if (!name || !isBare || /\b(?:index|exchange)\b/i.test(subject.text)) return subject
  if (by && by.kind === 'count' && by.unit !== 'point') return subject
  const near = scene.marked.slice(
    Math.max(0, marked.sentence.index - SHARES_REACH),
    marked.sentence.index + 2,
  )
  const isTraded = near.some(({ tokens }) =>
    tokens.some(({ lemma }) => /^(?:share|stock|bourse)$/.test(lemma)),
  )
  if (!isTraded) return null
  const text = `${subject.text}${subject.text.endsWith('s') ? '’' : '’s'} shares`
  return { ...subject, text, isPlural: true, measure: 'shares' }
}

/** 'Germany’s Alpine Re': the name at the end is what moved. */
const endsInName = (marked: Marked, { from, to }: Range): boolean =>
  marked.names[to - 1]?.sort === 'organisation' &&
  /^['’]s?$/.test(marked.tokens[marked.names.indexOf(marked.names[to - 1]) - 1]?.text ?? '') &&
  to - from < 8

/** 'Resort operator Tarn Holdings', 'the carmaker Orrin': words that describe the name behind them. */
const isDescribedName = (marked: Marked, { from, to }: Range): boolean =>
  marked.names[to - 1]?.sort === 'organisation' &&
  marked.tokens
    .slice(from, marked.names.indexOf(marked.names[to - 1]))
    .every(({ pos }) => /^(?:NOUN|ADJ|DET|PROPN)$/.test(pos))

/** A change from its parts; null where the figures contradict the direction or each other, or nothing says what moved. */
export function changeFinding({
  scene,
  marked,
  limit,
  clause,
  subject: given,
  figures,
  direction,
  verb,
  past,
  status,
  when,
  range,
}: Parts): ChangeFinding | null {
  const by = agrees(figures) ? figures.by?.quantity : undefined
  const told = sharesOf(scene, { marked, subject: given, clause }, by)
  if (!told) return null
  const subject = told
  const to = figures.to?.quantity
  const from = figures.from?.quantity
  if (!by && !to && !from) return null
  // 'Inflation is strong, up 13.8% in the year': that is how high it is.
  if (by?.kind === 'percent' && !to && !from && RATES.test(subject.measure)) return null
  if (to && from && to.unit !== from.unit) return null
  // Going up to less than before: the figures were not read right
  if (to && from && direction === 'up' && to.value < from.value) return null
  if (to && from && direction === 'down' && to.value > from.value) return null
  const tail = tailOf(scene, marked, figures.end, limit)
  if (tail === null) return null
  const text = scene.reading.text
  const target = to ? figureOf(to) : undefined
  const source = from ? figureOf(from) : undefined
  const size = by ? figureOf(by) : undefined
  const unit = target?.unit ?? source?.unit
  const exactness = (by ?? to)?.exactness
  const fact: Fact = factOf({
    family: 'change',
    subject: subject.owner ?? subject.text,
    measure: tail === '' ? subject.measure : `${subject.measure} ${tail}`,
    direction,
    ...(size ? { by: size.figure, by_unit: size.unit } : {}),
    ...(source ? { from: source.figure } : {}),
    ...(target ? { to: target.figure, value: target.figure } : {}),
    ...(unit ? { unit } : {}),
    ...(when.phrase ? { period: when.phrase } : {}),
    status,
    ...(exactness && exactness !== 'exactly' ? { exactness } : {}),
    evidence: evidenceOf(text, [marked.sentence, ...(when.from ? [when.from.sentence] : [])]),
  })
  return {
    family: 'change',
    fact,
    marked,
    clause,
    when,
    subject,
    verb,
    past,
    ...(by ? { by } : {}),
    ...(to ? { to } : {}),
    ...(from ? { from } : {}),
    comparison: comparisonIn(marked, range),
    tail,
  }
}
