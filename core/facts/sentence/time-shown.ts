import { byReport } from '../../periods/by-report.ts'
import type { Period } from '../../periods/period.ts'
import { type Marked, wordAt } from './marked.ts'

const DETERMINERS = /^(?:the|a|an|its|their|his|her|our|['’]s?)$/

/** How a time inside a phrase is shown: absolute where its date is known, as printed where that can stand (undefined), left out ('') where it cannot and nothing hangs on it; null where something does. `words` are its own where the article's date is not known, else null. */
export function timeShown(period: Period, out: string[], words: string | null): string | null | undefined {
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
  const told = words === null ? null : byReport(words)
  // 'a report in the month before the report': before itself?
  if (told !== null) return out.some((word) => /^reports?$/i.test(word)) ? null : toldByReport(told, before)
  if (/^(?:since|until|by|from|than|before|after|to|between|of|the)$/.test(before)) return null
  // 'by midday (on Monday)'
  if (/\b(?:midday|noon|midnight|close)\b/.test(out.slice(-4).join(''))) return null
  while (/^(?:on|in|at|during|earlier|later|late|early|over| )$/i.test(out.at(-1) ?? '')) out.pop()
  return ''
}

/** A time told by the report, with the preposition that it needs; null where the words before it would not go with it. */
function toldByReport(told: string, before: string): string | null {
  if (/^(?:earlier|later|late|early|the|a|an|of|than)$/.test(before) || DETERMINERS.test(before)) return null
  if (/^(?:in|on|at|during|over|for|by|since|until|from|before|after|to|between)$/.test(before)) return told
  return `${/^the (?:year|month) /.test(told) ? 'in' : 'at'} ${told}`
}

/** 'June this year': the last two words say nothing away from the article. */
export const isDeictic = (marked: Marked, i: number): boolean =>
  /^(?:this|last|next)$/.test(wordAt(marked, i)) &&
  wordAt(marked, i + 1) === 'year' &&
  marked.periods[i - 1] === marked.periods[i]
