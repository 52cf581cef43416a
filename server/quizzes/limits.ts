import { z } from 'zod'
import { KINDS, LEVELS, type Limits } from '#core'
import { isStorable } from '../fields.ts'
import type { PracticeBody } from '../practice/view.ts'

const MOST = 10
/** The name of a concept, a company or a sector. */
export const topic = z.string().min(1).max(80).refine(isStorable)
const names = z.array(topic).min(1).max(MOST).exactOptional()

/** What a set over several articles may be limited to, as it comes in and as it is stored. */
export const limitsSchema = z.strictObject({
  kinds: z.array(z.enum(KINDS)).min(1).max(KINDS.length).exactOptional(),
  levels: z.array(z.enum(LEVELS)).min(1).max(LEVELS.length).exactOptional(),
  concepts: names,
  companies: names,
})

/** What a set within these limits is called. */
export function titleOf({ concepts = [], companies = [] }: Limits): string {
  const topics = [...concepts, ...companies]
  return topics.length === 0 ? 'A mixed quiz' : `A mixed quiz on ${topics.join(', ')}`
}

/** What a practice about that is called. */
export const titleOfPractice = ({ sector, concept }: Pick<PracticeBody, 'sector' | 'concept'>): string =>
  `Your own mix${(sector ?? concept) ? ` on ${sector ?? concept}` : ''}`

const DAY = new Intl.DateTimeFormat('en-GB', {
  day: 'numeric',
  month: 'long',
  year: 'numeric',
  timeZone: 'UTC',
})

/** What the quiz of a day is called. */
export const titleOfDay = (day: string): string => `The quiz of ${DAY.format(new Date(`${day}T00:00:00Z`))}`
