const MONTHS = 'jan feb mar apr may jun jul aug sep oct nov dec'.split(' ')

const ISO = /\b(\d{4})-(\d{2})-(\d{2})(?!\d)/
const DAY_FIRST =
  /\b(\d{1,2})(?:st|nd|rd|th)? (jan|feb|mar|apr|may|jun|jul|aug|sep|oct|nov|dec)[a-z]{0,6}\.?,? (\d{4})\b/i
const MONTH_FIRST =
  /\b(jan|feb|mar|apr|may|jun|jul|aug|sep|oct|nov|dec)[a-z]{0,6}\.? (\d{1,2})(?:st|nd|rd|th)?,? (\d{4})\b/i

function day(year: string | undefined, month: number, dayOfMonth: string | undefined): string | undefined {
  const text = `${year}-${String(month).padStart(2, '0')}-${dayOfMonth?.padStart(2, '0')}`
  const date = new Date(`${text}T00:00:00Z`)
  return !Number.isNaN(date.getTime()) && date.toISOString().startsWith(text) ? text : undefined
}

const monthOf = (name: string | undefined): number => MONTHS.indexOf(name?.toLowerCase() ?? '') + 1

/** The day that a line names in words or figures, `YYYY-MM-DD`. '3/4/2025' names none: which of the two is the month depends on who reads it. */
export function dayIn(line: string): string | undefined {
  const iso = ISO.exec(line)
  if (iso) return day(iso[1], Number(iso[2]), iso[3])
  const english = DAY_FIRST.exec(line)
  if (english) return day(english[3], monthOf(english[2]), english[1])
  const american = MONTH_FIRST.exec(line)
  return american ? day(american[3], monthOf(american[1]), american[2]) : undefined
}

/** The day of a moment as a machine writes it, as it was where the document was written. */
export const dayOf = (moment: string | undefined): string | undefined =>
  moment === undefined ? undefined : dayIn(moment.trim().slice(0, 40))
