import type { LevelFinding } from '../../facts/finding.ts'
import { type Ask, SLOT } from '../ask.ts'
import { figureRivals } from './article-figures.ts'
import type { AskScene } from './ask-scene.ts'
import { figureKey } from './figure-key.ts'
import { askedOf, isAre, isShort, needsArticle, opened, printedModifier, words } from './wording.ts'
import { dailyPrice, exactnessPrice, worthOf } from './worth.ts'

/** How a level is asked for, by how exactly it is given; null where no question reads well. */
function stemOf({ subject, quantity, when }: LevelFinding, each: string): string | null {
  const was = isAre(subject)
  if (quantity.exactness === 'exactly') return `${words('what', was, subject.text, each, when.phrase)}?`
  if (quantity.exactness === 'about')
    return `${words(quantity.kind === 'percent' ? 'about what percentage' : 'about how much', was, subject.text, each, when.phrase)}?`
  if (quantity.exactness === 'more-than')
    return `${words('what figure did', subject.text, each, 'exceed', when.phrase)}?`
  return null
}

/** What is counted in time, and what is not. */
const TIMES = /^(?:second|minute|hour|day|week|month|year)$/
const MONEYS =
  /\b(?:earnings|profits?|loss(?:es)?|sales|revenues?|turnover|income|prices?|costs?|debts?|shares?)$/

/** For how much of what a price is, where neither the figure nor its subject says so: 'per gigajoule'. */
const eachOf = ({ subject, quantity: { per } }: LevelFinding, printed: string): string =>
  per === undefined || subject.text.includes(per) || printed.includes(per) ? '' : `per ${per}`

/** What can be asked about a level: how much it was. */
export function levelAsks({ reading, figures }: AskScene, finding: LevelFinding): Ask[] {
  if (finding.fact.status !== 'actual') return []
  const { quantity, subject, when, fact } = finding
  // 'The warning of a hit to earnings came 24 hours after'
  if (TIMES.test(quantity.unit) && MONEYS.test(fact.measure ?? '')) return []
  const key = figureKey(reading.text, quantity)
  const each = key === null ? '' : eachOf(finding, key.text)
  const bare = stemOf(finding, each)
  if (!key || !bare || quantity.high !== undefined) return []
  const opening = { key: key.text }
  const stem = opened(reading, finding, bare, opening)
  const printed = printedModifier(reading.text, quantity)
  const told = /^exceed/.test(printed) ? words('exceeded', SLOT) : words(isAre(subject), `${printed}${SLOT}`)
  const statement = opened(reading, finding, `${words(subject.text, told, each, when.phrase)}.`, opening)
  return [
    {
      slot: 'value',
      ...(isShort(stem) ? { stem } : {}),
      key,
      rivals: figureRivals(figures, key),
      statement,
      sentence: statement,
      needsArticle: needsArticle(reading, when),
      worth:
        worthOf(reading, finding, 0.8) *
        exactnessPrice(key.text) *
        dailyPrice(`${statement} ${fact.measure ?? ''}`, quantity),
      ...askedOf(reading, finding),
    },
  ]
}
