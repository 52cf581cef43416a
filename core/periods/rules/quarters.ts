import { MONTHS, monthStretch, monthsTo, partsOf, quarterStretch } from '../calendar.ts'
import { ordinalOf } from '../numbers.ts'
import { isAhead, monthOf, settle } from '../point.ts'
import { type Found, type PeriodRule, pattern } from '../rule.ts'
import { untilPoint } from './months.ts'

const ORDINAL_WORDS = ['first', 'second', 'third', 'fourth'] as const

/** A part of a year by its number. A fiscal year's parts have no days: which ones they are, the company decides. */
function partOfYear(
  part: { sort: 'quarter' | 'half'; number: number; word?: string },
  year: { words: string; calendar?: number } | null,
  isAbsolute: boolean,
): Found {
  const { sort, number, word } = part
  if (year === null) return { sort, isAbsolute: false, canStand: true }
  const stretch =
    year.calendar === undefined
      ? {}
      : sort === 'quarter'
        ? quarterStretch(year.calendar, number)
        : monthStretch(year.calendar, number === 1 ? 1 : 7, 6)
  const ordinal = word ?? ORDINAL_WORDS[number - 1]
  return {
    sort,
    ...stretch,
    say: `the ${ordinal} ${sort} of ${year.words}`,
    preposition: 'in',
    isAbsolute,
    canStand: true,
  }
}

/** '2024', 'fiscal 2025', 'last year': the year a part belongs to. */
function yearOf(
  words: string | undefined,
  date: string | undefined,
): { words: string; calendar?: number } | null {
  if (words === undefined) return null
  const digits = /\d{4}(?:[/-]\d\d(?:\d\d)?)?/.exec(words)
  if (digits) {
    const plain = digits[0].length === 4 && !/fiscal|financial|FY/i.test(words)
    return plain ? { words: digits[0], calendar: Number(digits[0]) } : { words: `fiscal ${digits[0]}` }
  }
  const short = /FY\s?'?(\d\d)/.exec(words)
  if (short) return { words: `fiscal 20${short[1]}` }
  if (date === undefined) return null
  const shift = /last/i.test(words) ? -1 : /next/i.test(words) ? 1 : /this/i.test(words) ? 0 : null
  if (shift === null) return null
  const calendar = partsOf(date).year + shift
  return { words: String(calendar), calendar }
}

const YEAR =
  "(?:{fiscal} (?:year )?{opening}(?:[/-]\\d\\d)?|FY ?'?(?:{year}|\\d\\d)|{opening}(?:[/-]\\d\\d)?|(?:last|this|next) year)"

export const quarterRules: readonly PeriodRule[] = [
  {
    needs: ['part'],
    pattern: pattern(
      `(?:[Tt]he |its |[Ii]ts |their )?(?<ordinal>{ordinal})[ -](?<fiscal>{fiscal}[ -])?(?<sort>quarter|half)(?:,? (?:of |in )?(?:[Tt]he )?(?<year>${YEAR}|year))?`,
    ),
    read: ({ ordinal = '', fiscal, sort, year }, { date, after }, words) => {
      const kind = sort === 'half' ? 'half' : 'quarter'
      const number = ordinalOf(ordinal, kind === 'half' ? 2 : 4)
      if (number === null || number > (kind === 'half' ? 2 : 4)) return null
      if (/^\s?-?(?:century|of the (?:season|game|match|century))/.test(after)) return null
      // 'last quarter' without 'of' is the one before this, not the fourth.
      if (/^last[ -]/i.test(words.replace(/^the /i, '')) && year === undefined) {
        return { sort: kind, isAbsolute: false, canStand: false }
      }
      const named = yearOf(fiscal === undefined ? year : year && `fiscal ${year}`, date)
      const word = /final|last/i.test(ordinal) ? 'final' : undefined
      return partOfYear({ sort: kind, number, ...(word ? { word } : {}) }, named, /\d/.test(year ?? ''))
    },
  },
  {
    // 'in that quarter, the fourth of fiscal 2025,'
    needs: ['part'],
    pattern: pattern(
      `(?:[Tt]hat|[Tt]he) (?<sort>quarter|half), (?:the|its) (?<ordinal>{ordinal}) of (?:the |its )?(?<year>${YEAR})`,
    ),
    read: ({ ordinal = '', sort, year }, { date }) => {
      const kind = sort === 'half' ? 'half' : 'quarter'
      const number = ordinalOf(ordinal, kind === 'half' ? 2 : 4)
      if (number === null || number > (kind === 'half' ? 2 : 4)) return null
      return partOfYear({ sort: kind, number }, yearOf(year, date), /\d/.test(year ?? ''))
    },
  },
  {
    needs: ['numbered'],
    pattern: pattern(
      "(?:(?<letter>[QH])(?<number>[1-4])|(?<before>[1-4])(?<after>[QH]))(?:[ -]?(?:of )?(?<year>(?:{fiscal} (?:year )?)?{year}|FY ?'?(?:{year}|\\d\\d)|'\\d\\d(?!\\d)|[12]\\d(?!\\d)))?",
    ),
    read: ({ letter, number, before, after, year }, { date }) => {
      const sort = (letter ?? after) === 'H' ? 'half' : 'quarter'
      const place = Number(number ?? before)
      if (sort === 'half' && place > 2) return null
      const full = year !== undefined && /^'?\d\d$/.test(year) ? `20${year.slice(-2)}` : year
      return partOfYear({ sort, number: place }, yearOf(full, date), full !== undefined)
    },
  },
  {
    // 'the December quarter', 'the June half'.
    needs: ['month', 'part'],
    pattern: pattern('(?:[Tt]he )?(?<month>{month}) (?<sort>quarter|half)(?: (?:of )?(?<year>{year}))?'),
    read: ({ month = '', sort, year }, { date, before, after }) => {
      const number = monthOf(month)
      const kind = sort === 'half' ? 'half' : 'quarter'
      if (number === null) return null
      // 'the March quarter of 2017-18': which of the two depends on where the year begins
      if (/^ (?:of )?\d{4}[-–/]\d\d/.test(after)) return { sort: kind, isAbsolute: false, canStand: false }
      const settled = settle(
        { month: number, ...(year ? { year: Number(year) } : {}) },
        date,
        isAhead(before),
      )
      if (settled?.year === undefined) return { sort: kind, isAbsolute: false, canStand: true }
      return {
        sort: kind,
        ...monthsTo(settled.year, number, kind === 'quarter' ? 3 : 6),
        say: `the ${kind} to ${MONTHS[number - 1]} ${settled.year}`,
        preposition: 'in',
        isAbsolute: year !== undefined,
        canStand: true,
      }
    },
  },
  {
    needs: ['part', 'point'],
    pattern: pattern(
      '(?:[Tt]he )?(?:(?<ordinal>{ordinal}) )?(?<sort>quarter|half)(?: that| which)?,? {to} (?:the end of )?(?<point>{point})',
    ),
    read: ({ ordinal, sort, point = '' }, { date, before }) => {
      const kind = sort === 'half' ? 'half' : 'quarter'
      const until = untilPoint(point, date, before)
      if (until?.point.month === undefined) return { sort: kind, isAbsolute: false, canStand: true }
      const { year = 0, month, day } = until.point
      const months = kind === 'quarter' ? 3 : 6
      return {
        sort: kind,
        ...(day === undefined ? { from: monthsTo(year, month, months).from } : {}),
        to: until.to,
        say: `the ${ordinal ? `${ordinal} ` : ''}${kind} to ${until.say}`,
        preposition: 'in',
        isAbsolute: until.absolute,
        canStand: true,
      }
    },
  },
  {
    needs: ['part'],
    pattern: pattern(
      '(?<lead>[Tt]his|[Ll]ast|[Nn]ext|the (?:current|latest|past|most recent|coming)) (?<sort>quarter|half)',
    ),
    read: ({ sort }) => ({ sort: sort === 'half' ? 'half' : 'quarter', isAbsolute: false, canStand: false }),
  },
  {
    needs: ['partOrPeriod'],
    pattern: pattern(
      '(?:[Tt]he )?(?:previous|prior|preceding) (?<sort>quarter|half)|a (?<other>quarter) (?:earlier|before)|(?:[Tt]he )?(?:quarter|period|three months) before',
    ),
    read: ({ sort }) => ({
      sort: sort === 'half' ? 'half' : 'quarter',
      isAbsolute: false,
      canStand: true,
      relation: 'period-before',
    }),
  },
]
