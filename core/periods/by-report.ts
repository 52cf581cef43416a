/** Times that an article tells from its own day, with how they are told from the day of its report. */
const FROM_ITS_DAY: Readonly<Record<string, string>> = {
  last: 'before',
  this: 'of',
  'the current': 'of',
  next: 'after',
}
const DAY_TIME = /^((?:the )?(?:end|beginning|start) of )?(last|this|the current|next) (year|month)$/

/** 'Last year' as somebody says it who knows the report but not its day: 'the year before the report'; null for what cannot be put so. */
export function byReport(words: string): string | null {
  const [, part = '', which = '', unit = ''] = DAY_TIME.exec(words.toLowerCase()) ?? []
  const tie = FROM_ITS_DAY[which]
  if (tie === undefined) return null
  return `${part === '' || part.startsWith('the ') ? part : `the ${part}`}the ${unit} ${tie} the report`
}

/** A time put so. */
const BY_REPORT = /\b(?:the (?:end|beginning|start) of )?the (?:year|month) (?:before|of|after) the report\b/

/** Whether a text tells a time from a report, which it then has to name. */
export const isToldByReport = (text: string): boolean => BY_REPORT.test(text)

/** A text with a year in the place of a time told from a report. */
export const withoutReportTime = (text: string): string =>
  text.includes(' the report') ? text.replace(BY_REPORT, 'that year') : text
