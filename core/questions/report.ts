import { capital } from '../language/capital.ts'
import { MONTHS } from '../periods/calendar.ts'

/** 'February 2025' for '2025-02-20'. */
export const monthOf = (date: string): string => `${MONTHS[Number(date.slice(5, 7)) - 1]} ${date.slice(0, 4)}`

/** What holds at a date, where that is known: a question ends, a statement begins with 'as of February 2025'. */
export function asOf(date: string | undefined, sentence: string): string {
  if (date === undefined) return capital(sentence)
  const month = `as of ${monthOf(date)}`
  return sentence.endsWith('?')
    ? `${capital(sentence.slice(0, -1))} ${month}?`
    : `${capital(month)}, ${sentence}`
}

/** Where and when something was reported: 'as reported under the headline ‘Mill closes’ in July 2005'; '' where neither is to be said. */
export function reportedAs(headline: string, date: string | undefined): string {
  const under = headline === '' ? '' : ` under the headline ‘${headline.replace(/[‘’]/g, "'")}’`
  const when = date === undefined ? '' : ` in ${monthOf(date)}`
  return under === '' && when === '' ? '' : `as reported${under}${when}`
}

/** How what `reportedAs` gives stands in a text: at its beginning, at that of the sentence it quotes, within it or at its end. */
const REPORT = /(^|“|, )[Aa]s reported(?: under the headline ‘[^‘’]*’)?(?: in [A-Z][a-z]+ \d{4})?(, )?/

const HEADLINE = /\bunder the headline ‘([^‘’]*)’/

/** The headline under which a text says something was reported; '' where it names none. */
export const headlineIn = (text: string): string => HEADLINE.exec(text)?.[1] ?? ''

/** A text without where and when it was reported, which is no part of what it says or asks. */
export const withoutReport = (text: string): string =>
  text.includes('s reported')
    ? text.replace(REPORT, (_, before: string, behind = '') => (before === ', ' ? behind : before))
    : text

/** A text before, in and behind where and when it says something was reported; only 'before' where it does not. */
export function splitAtReport(text: string): readonly [before: string, report: string, behind: string] {
  const found = text.includes('s reported') ? REPORT.exec(text) : null
  if (!found) return [text, '', '']
  const from = found.index + (found[1] === ', ' ? 0 : (found[1]?.length ?? 0))
  const to = found.index + found[0].length
  return [text.slice(0, from), text.slice(from, to), text.slice(to)]
}
