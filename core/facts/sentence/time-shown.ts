import type { Period } from '../../periods/period.ts'
import { type Marked, wordAt } from './marked.ts'

const DETERMINERS = /^(?:the|a|an|its|their|his|her|our|['’]s?)$/

/** How a time inside a phrase is shown: absolute where its date is known, as printed where that can stand (undefined), left out ('') where it cannot and nothing hangs on it; null where something does. */
export function timeShown(period: Period, out: string[]): string | null | undefined {
  if (period.isAbsolute) return undefined
  const before = (out.at(-1) ?? '').toLowerCase()
  if (period.phrase !== undefined && period.relation === undefined) {
    const [preposition = '', ...others] = period.phrase.split(' ')
    // 'until last September'
    if (/^(?:last|this|next)$/.test(before)) return null
    // 'Their July peaks' become 'their July 2004 peaks'.
    if (before === preposition || DETERMINERS.test(before)) return others.join(' ')
    if (/^(?:in|on|at|during|over|for|by)$/.test(before)) {
      out.pop()
      if (out.at(-1) === ' ') out.pop()
    }
    return period.phrase
  }
  if (period.canStand || /^(?:since|span|decade)$/.test(period.sort) || period.relation !== undefined)
    return undefined
  if (/^(?:since|until|by|from|than|before|after|to|between|of|the)$/.test(before)) return null
  while (/^(?:on|in|at|during|earlier|later|late|early|over| )$/i.test(out.at(-1) ?? '')) out.pop()
  return ''
}

/** 'June this year': the last two words say nothing away from the article. */
export const isDeictic = (marked: Marked, i: number): boolean =>
  /^(?:this|last|next)$/.test(wordAt(marked, i)) &&
  wordAt(marked, i + 1) === 'year' &&
  marked.periods[i - 1] === marked.periods[i]
