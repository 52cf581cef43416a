import { entryUnitOf, readNumber } from '../../../learning/number-entry.ts'
import type { EstimateQuestion, NumberQuestion } from '../../question.ts'
import type { Rule } from '../rule.ts'
import { rootOf, rootsOf } from '../words.ts'

const SCALE_ASKED = /\bhow many (thousands?|lakhs?|millions?|crores?|billions?|trillions?)\b/i
const MONEY_ASKED =
  /\bhow many (?:[a-z]+ )?(?:of )?(euros|dollars|pounds|yen|yuan|renminbi|rupees|cents|pence|francs|won|kroner)\b|\bin (euros|dollars|pounds|yen|yuan|renminbi|rupees|cents|pence)\b/i
const SMALL_MONEY = new Set(['cent', 'pence', 'penny'])

/** A stem that asks in one unit above a field that takes another. */
function otherUnit({ stem, unit }: NumberQuestion | EstimateQuestion): string | null {
  const field = entryUnitOf(unit)
  const says = (asked: string) => `The question asks for '${asked}', and the field takes '${unit}'.`
  const scale = SCALE_ASKED.exec(stem)?.[1]
  if (scale !== undefined && entryUnitOf(scale).scale !== field.scale) return says(scale)
  const [, first, second] = MONEY_ASKED.exec(stem) ?? []
  const money = first ?? second
  if (money !== undefined && field.measure === 'money') {
    const asked = entryUnitOf(money)
    const isSmall = [...asked.words].some((word) => SMALL_MONEY.has(word))
    const takesSmall = [...field.words].some((word) => SMALL_MONEY.has(word))
    if (isSmall !== takesSmall) return says(money)
    if (asked.currencies.length > 0 && !asked.currencies.some((code) => field.currencies.includes(code)))
      return says(money)
  }
  if (field.measure !== 'plain' || !/\bhow many\b/i.test(stem)) return null
  const counted = [...field.words].filter((word) => entryUnitOf(word).scale === 1).map(rootOf)
  return counted.length === 0 || counted.some((root) => rootsOf(stem).includes(root))
    ? null
    : `The question does not ask for '${unit}', which the field takes.`
}

export const numberReadable: Rule = {
  number: 24,
  title: 'The figure can be typed as asked, and is read as the answer.',
  kinds: ['number', 'estimate'],
  check: ({ question }) => {
    const { answer, unit } = question as NumberQuestion | EstimateQuestion
    const reading = readNumber(String(answer), { unit })
    if (!reading.valid) return `${answer} typed into a field for '${unit}' cannot be read.`
    if (Math.abs(reading.value - answer) > 1e-9 * Math.max(1, Math.abs(answer)))
      return `${answer} typed into a field for '${unit}' is read as ${reading.text}.`
    return otherUnit(question as NumberQuestion | EstimateQuestion)
  },
}
