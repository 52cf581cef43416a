import type { Reading } from '../../article/reading.ts'
import type { Finding } from '../../facts/finding.ts'
import type { Quantity } from '../../quantities/quantity.ts'

/** 0 to 1: more for what stands early, in the title, or is repeated. */
export function worthOf(reading: Reading, finding: Finding, base: number): number {
  const count = Math.max(1, reading.sentences.length)
  const early = 1 - finding.marked.sentence.index / count
  return Math.min(1, Math.round((base * 0.8 + early * 0.2) * 1000) / 1000)
}

const DIGITS = /[\d.,]+/
const MOST_DIGITS = 4

/** How many digits a figure is printed to, noughts at its end left out: 4 for '1,234', 1 for '2,000'. */
const digitsOf = (printed: string): number =>
  (
    Number((DIGITS.exec(printed)?.[0] ?? '').replace(/\D/g, ''))
      .toExponential()
      .split('e')[0] ?? ''
  ).replace('.', '').length

/** What a figure's closeness takes off its worth: nobody needs to remember '2,315.55'. */
export const exactnessPrice = (printed: string): number => (digitsOf(printed) > MOST_DIGITS ? 0.6 : 1)

const TRADED =
  /\b(?:shares?|stocks?|index|currency|dollar|euro|pound|sterling|yen|rupiah|rouble|peso|yuan|baht|rupee|barrel)\b/i
const MOVED =
  /\b(?:trad(?:ing|ed)|edged|inched|hovered|opened|clos(?:ed|ing)|finish(?:ed|ing)|fell|fallen|rose|risen|up|down|slid|dropped|gained|lost|shed|jumped|dipped|climbed|slipped|slumped|declined|sank|plunged|soared|surged|tumbled|eased|advanced|strengthened|weakened)\b/i
const MUCH = 5
const HARDLY = 0.2
/** What tells of an hour of trading and no more. */
const OF_THE_HOUR =
  /\b(?:\d{4} GMT|mid-?(?:morning|afternoon)|(?:early|morning|afternoon|late|lunchtime|midday) (?:trade|trading|deals)|by (?:lunchtime|midday|noon)|at the close)\b/i

/** What something is worth, beside a result, where it only tells how a price moved or stood on one day: little, unless the figure asked for is that of a large move. */
export function dailyPrice(told: string, figure?: Quantity): number {
  if (!TRADED.test(told) || !MOVED.test(told)) return 1
  if (OF_THE_HOUR.test(told)) return HARDLY
  return figure?.kind === 'percent' && Math.abs(figure.value) >= MUCH ? 0.7 : HARDLY
}
