import type { ChangeFinding } from '../../facts/finding.ts'
import type { Quantity } from '../../quantities/quantity.ts'
import { type Ask, type FigureKey, type Rival, SLOT } from '../ask.ts'
import { type ArticleFigures, figureRivals } from './article-figures.ts'
import type { AskScene } from './ask-scene.ts'
import { figureKey } from './figure-key.ts'
import { askedOf, isShort, modifierOf, needsArticle, opened, printedModifier, words } from './wording.ts'
import { dailyPrice, worthOf } from './worth.ts'

/** 'by what percentage', 'by how many basis points': how a size is asked for. */
function howMuch({ kind }: Quantity, entryUnit: string): string | null {
  if (kind === 'percent') return 'what percentage'
  if (kind === 'points') return 'how many percentage points'
  if (kind === 'basis-points') return 'how many basis points'
  if (kind === 'money') return 'how much'
  return kind === 'count' ? `how many ${entryUnit}` : null
}

/** Verbs that take a size as their object, and those that a question needs in their place. */
const PLAIN_VERBS: Readonly<Record<string, string>> = {
  shed: 'fall',
  lose: 'fall',
  gain: 'rise',
  add: 'rise',
}
const PLAIN_PARTICIPLES: Readonly<Record<string, string>> = {
  shed: 'fallen',
  lost: 'fallen',
  gained: 'risen',
  added: 'risen',
}

/** 'did X rise', 'has X risen': the verb turned round its subject. */
function asked({ past, verb, subject }: ChangeFinding): string {
  const perfect = /^(has|have|had) (.+)$/.exec(past)
  return perfect
    ? `${perfect[1]} ${subject.text} ${PLAIN_PARTICIPLES[perfect[2] ?? ''] ?? perfect[2]}`
    : `did ${subject.text} ${PLAIN_VERBS[verb] ?? verb}`
}

/** A move of less, in percent or points, is hardly worth knowing. */
const SMALL = 2

const isSmall = ({ kind, value }: Quantity): boolean =>
  (kind === 'percent' || kind === 'points') && Math.abs(value) < SMALL

interface Part {
  readonly slot: 'by' | 'to' | 'from'
  readonly quantity: Quantity
  readonly stem?: string
  readonly statement: string
  readonly base: number
}

function parts(text: string, finding: ChangeFinding): Part[] {
  const { by, to, from, subject, past, tail, when, comparison } = finding
  const found: Part[] = []
  // 'Shares shed 4%', not 'by 4%'
  const isTaken = /^(?:shed|lose|gain|add)$/.test(finding.verb)
  const compared =
    comparison.startsWith('compared') || comparison === 'year on year' || comparison === 'at an annual rate'
      ? comparison
      : ''
  // 'accelerated in the last three months'
  if (by && !/^(?:second|minute|hour|day|week|month|quarter|year|decade)$/.test(by.unit)) {
    const key = figureKey(text, by)
    const modifier = modifierOf(by)
    const how = key && modifier !== null ? howMuch(by, key.entryUnit) : null
    if (how) {
      found.push({
        slot: 'by',
        quantity: by,
        stem: `${words('by', `${modifier}${how}`, asked(finding), tail, when.phrase, compared)}?`,
        statement: `${words(subject.text, past, `${isTaken ? '' : 'by '}${printedModifier(text, by)}${SLOT}`, tail, when.phrase, compared)}.`,
        base: isSmall(by) ? 0.55 : 0.85,
      })
    }
  }
  if (to && /^(?:money|count|percent)$/.test(to.kind))
    found.push({
      slot: 'to',
      quantity: to,
      ...(to.exactness === 'exactly'
        ? { stem: `${words('what', asked(finding), 'to', tail, when.phrase)}?` }
        : {}),
      statement: `${words(subject.text, past, `to ${printedModifier(text, to)}${SLOT}`, tail, when.phrase)}.`,
      base: 0.8,
    })
  if (from && to && from.exactness === 'exactly') {
    const target = text.slice(to.start, to.end)
    found.push({
      slot: 'from',
      quantity: from,
      stem: `${words('from what level', asked(finding), `to ${target}`, when.phrase)}?`,
      statement: `${words(subject.text, past, `from ${SLOT} to ${target}`, when.phrase)}.`,
      base: 0.75,
    })
  }
  return found
}

/** 'Rose 31.2 points, or 0.4%': the gap could take either. */
function hasTwin({ marked }: ChangeFinding, quantity: Quantity): boolean {
  const end = marked.quantities.lastIndexOf(quantity)
  return [1, 2, 3].some(
    (step) =>
      marked.tokens[end + step]?.text === 'or' &&
      (marked.quantities[end + step + 1] ?? marked.quantities[end + step + 2]) !== undefined,
  )
}

/** So many times more or less is no likely end of a change. */
const FARTHEST = 5

/** Whether a change could have begun or ended there: on the right side of its other end, and not far out. */
function isLikelyEnd({ fact, from, to }: ChangeFinding, slot: Part['slot'], { key }: Rival): boolean {
  const other = slot === 'from' ? to : from
  if (slot === 'by' || key.type !== 'figure' || !other) return true
  if (key.value === other.value || key.value > other.value * FARTHEST || key.value * FARTHEST < other.value)
    return false
  return key.value > other.value === ((fact.direction === 'up') === (slot === 'to'))
}

/** Where the end that is asked for could have been, as the other end shows. */
function boundsOf({ fact, from, to }: ChangeFinding, slot: Part['slot']): Ask['bounds'] {
  const other = (slot === 'from' ? to : from)?.value
  if (slot === 'by' || other === undefined || fact.direction === undefined) return undefined
  return (fact.direction === 'up') === (slot === 'to') ? { above: other } : { below: other }
}

/** The wrong options that the change could have had. */
function rivalsOf(
  figures: ArticleFigures,
  finding: ChangeFinding,
  slot: Part['slot'],
  key: FigureKey,
): Rival[] {
  const rivals = figureRivals(figures, key)
  return slot === 'by' ? rivals : rivals.filter((rival) => isLikelyEnd(finding, slot, rival))
}

/** What can be asked about a change: by how much, to what, from what. */
export function changeAsks({ reading, figures }: AskScene, finding: ChangeFinding): Ask[] {
  if (finding.fact.status !== 'actual') return []
  return parts(reading.text, finding).flatMap(({ slot, quantity, stem, statement, base }) => {
    const key = figureKey(reading.text, quantity)
    const opening = key === null ? {} : { key: key.text }
    const whole = stem === undefined ? undefined : opened(reading, finding, stem, opening)
    if (!key) return []
    const said = opened(reading, finding, statement, opening)
    const bounds = boundsOf(finding, slot)
    return [
      {
        slot,
        ...(whole === undefined || !isShort(whole) ? {} : { stem: whole }),
        key,
        rivals: rivalsOf(figures, finding, slot, key),
        ...(bounds ? { bounds } : {}),
        statement: said,
        ...(hasTwin(finding, quantity) ? {} : { sentence: said }),
        needsArticle: needsArticle(reading, finding.when),
        worth: worthOf(reading, finding, base) * dailyPrice(statement, quantity),
        ...askedOf(reading, finding),
      },
    ]
  })
}
