import { MOST_TRIES, markOf } from '../../learning/mark.ts'
import { sayNumber } from '../../learning/number-entry.ts'
import { type AnyAsk, type Ask, type FigureKey, isSeries } from '../ask.ts'
import { entryValue } from '../figure-text.ts'
import type { KindDefinition } from '../kind.ts'
import type { NumberQuestion } from '../question.ts'
import { baseOf } from '../question-base.ts'

const DIGITS_ASKED_EXACTLY = 3

/** Digits of a figure as written, without the zeros that only give its size: 3 for 61.5 and for 124,000. */
function digitsThatCount(shown: number, decimals: number): number {
  let digits = Math.round(Math.abs(shown) * 10 ** decimals)
  while (digits !== 0 && digits % 10 === 0) digits /= 10
  return String(digits).length
}

/** How far off counts as right, in the unit of entry. It depends on how the figure is written (places, number of digits), never on which figure it is, so that it can be said before the answer: 0 for up to three digits stated exactly, else half of the last place or a power of ten under 1%, whichever is more. */
function toleranceOf({ fact }: Ask, key: FigureKey): number {
  const shown = Math.abs(entryValue(key))
  const isRough = fact.exactness === 'about' || fact.exactness === 'nearly'
  if (!isRough && digitsThatCount(shown, key.decimals) <= DIGITS_ASKED_EXACTLY) return 0
  const size = shown === 0 ? 0 : Math.floor(Math.log10(shown))
  return Number(Math.max(0.5 * 10 ** -key.decimals, 10 ** (size - 2)).toPrecision(3))
}

function draft(ask: AnyAsk): NumberQuestion | null {
  if (isSeries(ask)) return null
  const { key } = ask
  if (
    ask.stem === undefined ||
    key.type !== 'figure' ||
    key.high !== undefined ||
    key.entryUnit.trim() === ''
  )
    return null
  return {
    kind: 'number',
    ...baseOf(ask, 'number'),
    stem: ask.stem,
    answer: entryValue(key),
    unit: key.entryUnit,
    tolerance: toleranceOf(ask, key),
  }
}

/** Room for the last bit of a computed sum such as 61.5 - 0.5. */
const HAIR = 1e-9

/** A figure typed in. The answer is a number in the question's unit; the browser's `readNumber` makes it from what was typed. */
export const number: KindDefinition<'number'> = {
  kind: 'number',
  draft,
  countParts: () => 0,
  mostTries: () => MOST_TRIES,
  arrange: () => ({ ids: [], order: [] }),
  show: ({ stem, unit, tolerance }) => ({ kind: 'number', stem, unit, tolerance }),
  readAnswer: (raw) => {
    if (raw === null || raw === '') return null
    return typeof raw === 'number' && Number.isFinite(raw) ? raw : undefined
  },
  feedback: (question, answer, _, tries) => {
    const room = question.tolerance + HAIR * Math.max(1, Math.abs(question.answer))
    const right = answer !== null && Math.abs(answer - question.answer) <= room
    const key = sayNumber(question.answer, question.unit)
    const given = answer === null ? '' : sayNumber(answer, question.unit)
    return {
      mark: markOf('number', answer === null ? null : { right }, tries),
      key,
      given,
      explanation: question.explanation,
    }
  },
  rekey: (question, answer) => ({ ...question, explanation: '', answer }),
}
