import type { Counts, FeedbackPolicy, OwnLine, StandingView } from '#server/assignments/view'

/** The feedback policies in words, as a teacher chooses one. */
export const FEEDBACK_WORDS: Readonly<Record<FeedbackPolicy, string>> = {
  'at-once': 'After every answer (practice)',
  'after-attempt': 'When it is handed in (test)',
  'after-closing': 'When it has closed for everybody (test)',
  never: 'Not at all: the key stays with you (test)',
}

/** The same, of an assignment that stands. */
export const SEEN_WORDS: Readonly<Record<FeedbackPolicy, string>> = {
  'at-once': 'They see how it went after every answer.',
  'after-attempt': 'They see how it went when they have handed in.',
  'after-closing': 'They see how it went when it has closed for everybody.',
  never: 'They do not see how it went.',
}

/** The same, as a learner reads it. */
export const TOLD_WORDS: Readonly<Record<FeedbackPolicy, string>> = {
  'at-once': 'After every answer you see how it went, and why.',
  'after-attempt': 'You see how it went, and why, when you have handed in.',
  'after-closing': 'You see how it went, and why, when everybody is done.',
  never: 'The answers are not shown here; your teacher tells you how it went.',
}

export const COUNTS_WORDS: Readonly<Record<Counts, string>> = {
  best: 'The best one',
  latest: 'The latest one',
  average: 'The average of all',
}

export const STATE_WORDS: Readonly<Record<OwnLine['state'], string>> = {
  'not-open-yet': 'Not open yet',
  open: 'To be taken',
  'under-way': 'Under way',
  'handed-in': 'Handed in',
  closed: 'Closed',
}

export const STANDING_WORDS: Readonly<Record<StandingView['state'], string>> = {
  'not-begun': 'Not begun',
  'under-way': 'Under way',
  'handed-in': 'Handed in',
}

/** What stands in place of a name that has been erased. */
export const NOBODY = 'Erased account'

/** Parts of a whole, each with its share of it: 'Tests', '60%'. */
export function sayShares<Part extends { readonly name: string; readonly weight: number }>(
  parts: readonly Part[],
): readonly (Part & { readonly share: string })[] {
  const all = parts.reduce((sum, { weight }) => sum + weight, 0)
  return parts.map((part) => ({ ...part, share: sayPercent(all === 0 ? 0 : part.weight / all) }))
}

/** '83%' */
export const sayPercent = (score: number): string => `${Math.round(score * 100)}%`

/** '1 day late' */
export const sayLate = (days: number): string =>
  days === 0 ? '' : `${days} ${days === 1 ? 'day' : 'days'} late`

const MINUTE = 60_000
const minutesFrom = (from: string, to: string): number =>
  Math.floor((Date.parse(to) - Date.parse(from)) / MINUTE)

/** 'just now', '4 min ago': how long before `now` something was. */
export function sayAgo(moment: string, now: string): string {
  const minutes = minutesFrom(moment, now)
  return minutes < 1 ? 'just now' : minutes < 60 ? `${minutes} min ago` : 'over an hour ago'
}

/** '12 min left, ' until `end`, or nothing where that is more than a day or is over. */
export function sayLeft(end: string, now: string): string {
  const minutes = minutesFrom(now, end)
  if (Date.parse(end) <= Date.parse(now)) return 'time over, '
  return minutes < 1 ? 'less than a minute left, ' : minutes < 24 * 60 ? `${minutes} min left, ` : ''
}
