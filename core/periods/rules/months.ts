import { addMonths, monthStretch, monthsTo, partsOf, sayMonth } from '../calendar.ts'
import { smallNumber } from '../numbers.ts'
import { isAhead, monthOf, readPoint, sayPoint, settle, stretchOf } from '../point.ts'
import { type Found, type PeriodRule, pattern } from '../rule.ts'

const inMonth = (year: number, month: number, isAbsolute: boolean, lead = ''): Found => ({
  sort: 'month',
  ...monthStretch(year, month),
  say: `${lead}${sayMonth(year, month)}`,
  preposition: 'in',
  isAbsolute,
  canStand: true,
})

/** Month names that are words or people's names as well; alone they are a time only behind a preposition. */
const DOUBTFUL = /^(?:May|March|April|June|August|Jan|Mar|Dec|Sept?|Apr|Jun|Jul|Aug|Oct|Nov|Feb)$/
const BEHIND =
  /\b(?:in|by|since|until|till|from|of|last|next|this|to|for|between|and|during|before|after|through|early|late|mid|on|every|each)[\s-]$/i

/** The tail of a spoken span: '24 December 2004', 'March 2025'. */
export function untilPoint(
  words: string,
  date: string | undefined,
  before: string,
): { to: string; say: string; absolute: boolean; point: ReturnType<typeof readPoint> } | null {
  const point = readPoint(words)
  const settled = settle(point, date, isAhead(before))
  const stretch = settled && stretchOf(settled)
  return settled && stretch
    ? { to: stretch.to, say: sayPoint(settled), absolute: point.year !== undefined, point: settled }
    : null
}

export const monthRules: readonly PeriodRule[] = [
  {
    needs: ['month'],
    pattern: pattern(
      '(?:(?<lead>early|mid|late)[ -])?(?:the month of )?(?<month>{month})(?:,? (?:of )?(?:(?<year>{year})|(?<near>(?:last|this|next) year)))?',
    ),
    read: ({ lead, month = '', year, near }, { date, before, after }, words) => {
      const name = month.replace('.', '')
      const number = monthOf(name)
      if (number === null) return null
      if (year === undefined && near === undefined && lead === undefined && !words.startsWith('the month')) {
        if (DOUBTFUL.test(name) && !BEHIND.test(before)) return null
        if (/^\s[A-Z]/.test(after) && /\b[A-Z][a-z]+\s$/.test(before)) return null
      }
      if (/\b(?:that|each|every|following|previous)\s$/i.test(before))
        return { sort: 'month', isAbsolute: false, canStand: false }
      const said = lead === undefined ? '' : lead === 'mid' ? 'mid-' : `${lead} `
      if (year !== undefined) return inMonth(Number(year), number, true, said)
      const settled = settle({ ...readPoint(near ?? ''), month: number }, date, isAhead(before))
      if (settled?.year === undefined) return { sort: 'month', isAbsolute: false, canStand: true }
      return inMonth(settled.year, number, false, said)
    },
  },
  {
    needs: ['monthWord'],
    pattern: pattern('(?<lead>[Ll]ast|[Nn]ext|[Tt]his) month'),
    read: ({ lead = '' }, { date }) => {
      if (date === undefined) return { sort: 'month', isAbsolute: false, canStand: false }
      const { year, month } = partsOf(addMonths(date, /last/i.test(lead) ? -1 : /next/i.test(lead) ? 1 : 0))
      return { ...inMonth(year, month, false), canStand: false }
    },
  },
  {
    needs: ['monthWord'],
    pattern: pattern('(?:[Tt]he )?(?:previous|prior|preceding) month|a month (?:earlier|before)'),
    read: () => ({ sort: 'month', isAbsolute: false, canStand: true, relation: 'period-before' }),
  },
  {
    // 'July to September', 'between July and September 2024', 'the July-September period'.
    needs: ['month'],
    pattern: pattern(
      '(?:[Tt]he )?(?<first>{month})(?: (?<year1>{year}))?(?: ?- ?| to | through | and )(?<last>{month})(?:,? (?<year>{year}))?(?: (?<what>quarter|period))?(?: (?:of|in) (?<year2>{year}))?',
    ),
    read: ({ first = '', last = '', year, year1, year2, what }, { date, before }, words) => {
      if (/\band\s/.test(words) && !/\bbetween\s{1,2}$/i.test(before)) return null
      const a = monthOf(first)
      const b = monthOf(last)
      if (a === null || b === null || a === b) return null
      const written = year ?? year2
      const end =
        written === undefined ? settle({ month: b }, date, isAhead(before)) : { year: Number(written) }
      const sort = what === 'quarter' ? 'quarter' : 'span'
      if (end?.year === undefined) return { sort, isAbsolute: false, canStand: true }
      const from = year1 === undefined ? (a < b ? end.year : end.year - 1) : Number(year1)
      const { from: start } = monthStretch(from, a)
      const { to } = monthStretch(end.year, b)
      if (start >= to) return null
      const opening = from === end.year ? sayMonth(from, a).replace(/ \d+$/, '') : sayMonth(from, a)
      return {
        sort,
        from: start,
        to,
        say: `${opening} to ${sayMonth(end.year, b)}`,
        preposition: 'from',
        isAbsolute: written !== undefined,
        canStand: true,
      }
    },
  },
  {
    // 'the three months to September', 'the 26 weeks ended 28 June 2025'.
    needs: ['weeksOrMonths', 'point'],
    pattern: pattern(
      '(?:[Tt]he )?(?:(?:first|last|final) )?(?<count>{count})[ -](?<unit>week|month)s?(?: period)? {to} (?:the end of )?(?<point>{point})',
    ),
    read: ({ count = '', unit, point = '' }, { date, before }) => {
      const number = smallNumber(count)
      const until = untilPoint(point, date, before)
      const sort =
        unit === 'month' && number === 3 ? 'quarter' : unit === 'month' && number === 6 ? 'half' : 'span'
      if (until === null || number === null || until.point.month === undefined)
        return { sort, isAbsolute: false, canStand: true }
      const { year = 0, month, day } = until.point
      const from = unit === 'week' ? null : day === undefined ? monthsTo(year, month, number).from : null
      return {
        sort,
        ...(from === null ? {} : { from }),
        to: until.to,
        say: `the ${count} ${unit}s to ${until.say}`,
        preposition: 'in',
        isAbsolute: until.absolute,
        canStand: true,
      }
    },
  },
  {
    needs: ['weeksOrMonths', 'lead'],
    pattern: pattern(
      '(?:[Tt]he )?(?<place>first|last|final|opening|closing) (?<count>{count}) (?<unit>week|month)s of (?:(?<year>{year})|(?<near>this|last|next) year|the year)',
    ),
    read: ({ place = 'first', count = '', unit = 'month', year, near }, { date }) => {
      const number = smallNumber(count)
      const shift = near === 'last' ? -1 : near === 'next' ? 1 : 0
      const of = year !== undefined ? Number(year) : date === undefined ? null : partsOf(date).year + shift
      if (number === null || of === null || number > 11)
        return { sort: 'span', isAbsolute: false, canStand: true }
      const isFirst = place === 'first' || place === 'opening'
      const stretch = unit === 'week' ? {} : isFirst ? monthStretch(of, 1, number) : monthsTo(of, 12, number)
      return {
        sort:
          unit === 'month' && number === 3 ? 'quarter' : unit === 'month' && number === 6 ? 'half' : 'span',
        ...stretch,
        say: `the ${isFirst ? 'first' : 'last'} ${count} ${unit}s of ${of}`,
        preposition: 'in',
        isAbsolute: year !== undefined,
        canStand: true,
      }
    },
  },
]
