import { addDays, addMonths, partsOf, sayDay, sayMonth } from '../calendar.ts'
import { smallNumber } from '../numbers.ts'
import { isAhead, readPoint, sayPoint, settle, stretchOf } from '../point.ts'
import { type Found, type PeriodRule, pattern } from '../rule.ts'

const loose = (canStand: boolean, sort: Found['sort'] = 'span'): Found => ({
  sort,
  isAbsolute: false,
  canStand,
})

/** Months in a unit that is made of months. */
const MONTHS_IN: Readonly<Record<string, number>> = { month: 1, quarter: 3, year: 12, decade: 120 }

/** The stretch of so many units that ends or begins at the article's date. */
function stretchFrom(count: number, printed: string, unit: string, ahead: boolean, date: string): Found {
  const months = MONTHS_IN[unit]
  const words = printed === '' ? unit : `${printed} ${unit}s`
  if (months === undefined) {
    const days = unit === 'week' ? 7 * count : unit === 'day' ? count : null
    if (days === null) return loose(false)
    return {
      sort: 'span',
      from: ahead ? date : addDays(date, -days),
      to: ahead ? addDays(date, days) : date,
      say: ahead ? `the ${words} from ${sayDay(date)}` : `the ${words} to ${sayDay(date)}`,
      preposition: 'over',
      isAbsolute: false,
      canStand: false,
    }
  }
  const { year, month } = partsOf(date)
  return {
    sort: 'span',
    from: ahead ? date : addMonths(date, -months * count),
    to: ahead ? addMonths(date, months * count) : date,
    say: `the ${words} ${ahead ? 'from' : 'to'} ${sayMonth(year, month)}`,
    preposition: 'over',
    isAbsolute: false,
    canStand: false,
  }
}

export const spanRules: readonly PeriodRule[] = [
  {
    // Spoken of from the day of the article: 'the past decade', 'the next three years', 'the last 18 months'.
    needs: ['lead', 'unit'],
    pattern: pattern(
      '(?:[Tt]he |its |this )?(?<lead>past|last|next|coming|previous|preceding|first|following) (?:(?<count>{count})[ -])?(?:(?<few>{few}|half a|half) )?(?:{fiscal} |calendar |trading |business |working )?(?<unit>day|week|month|quarter|year|decade|hour)s?',
    ),
    read: ({ lead = '', count, few, unit = '' }, { date }, words) => {
      const number = count === undefined ? 1 : smallNumber(count)
      const bare = count === undefined && few === undefined
      // 'last year', 'next week', 'the previous month' have rules of their own; 'the first week' is one of many.
      if (bare && !/^(?:the |this )?(?:past|coming|last|next)$/i.test(words.replace(/ \w+$/, ''))) return null
      if (bare && /^(?:last|next)/i.test(words)) return null
      if (bare && lead === 'first') return null
      // 'the next months': nobody says how many.
      const isUncounted = count === undefined && /s$/.test(words)
      if (date === undefined || number === null || few !== undefined || isUncounted) return loose(false)
      if (lead === 'first' || lead === 'following' || lead === 'previous' || lead === 'preceding')
        return loose(true)
      return stretchFrom(number, count ?? '', unit, lead === 'next' || lead === 'coming', date)
    },
  },
  {
    needs: ['distance'],
    pattern: pattern(
      '(?:(?<count>{count}) |(?<few>a few|several|a couple of|some|many) )(?<unit>{unit}) (?<way>ago|earlier|later|before|previously|from now)|an? (?<one>week|month|decade|day) (?<when>ago|from now)',
    ),
    read: ({ count = 'one', few, one, unit = one ?? '', when, way = when }, { date }) => {
      const number = smallNumber(count)
      const months = MONTHS_IN[unit.replace(/s$/, '')]
      if (
        way !== 'ago' ||
        date === undefined ||
        few !== undefined ||
        number === null ||
        months === undefined
      ) {
        return loose(way !== 'ago' && way !== 'from now', 'instant')
      }
      const { year, month } = partsOf(addMonths(date, -months * number))
      return {
        sort: 'instant',
        say: months >= 12 ? String(year) : sayMonth(year, month),
        preposition: 'in',
        isAbsolute: false,
        canStand: false,
      }
    },
  },
  {
    needs: ['toDate'],
    pattern: pattern(
      '(?:[Ss]o far|[Tt]hus far) (?<unit>this year|this month|this quarter|this week|in {year})|(?:[Tt]he )?year to date|year-to-date',
    ),
    read: ({ unit = 'this year' }, { date }) => {
      const year = /\d{4}/.exec(unit)
      if (year === null && (date === undefined || !/year/.test(unit))) return loose(false, 'since')
      const number = year === null ? partsOf(date ?? '').year : Number(year[0])
      return {
        sort: 'since',
        from: `${number}-01-01`,
        ...(date !== undefined ? { to: date } : {}),
        say: `the start of ${number}`,
        preposition: 'since',
        isAbsolute: year !== null,
        canStand: year !== null,
      }
    },
  },
  {
    // 'since 2019', 'since the start of the year', 'since last March'.
    needs: ['since'],
    pattern: pattern(
      '(?:(?:early |mid-|late )?|(?:[Tt]he )?(?<edge>start|beginning|turn|end) of )(?:(?:the |(?<near>this |last ))year|(?<point>{point}))',
    ),
    read: ({ edge, near, point }, { date, before }) => {
      if (!/\b[Ss]ince\s$/.test(before)) return null
      const isEnd = edge === 'end'
      const lead = edge === undefined ? '' : isEnd ? 'the end of ' : 'the start of '
      if (point === undefined) {
        if (date === undefined) return loose(false, 'since')
        const year = partsOf(date).year - (near === 'last ' ? 1 : 0)
        return {
          sort: 'since',
          from: isEnd ? `${year}-12-31` : `${year}-01-01`,
          to: date,
          say: `${lead}${year}`,
          preposition: 'since',
          isAbsolute: false,
          canStand: false,
        }
      }
      const parsed = readPoint(point)
      const settled = settle(parsed, date, false)
      const stretch = settled && stretchOf(settled)
      if (!settled || !stretch) return loose(true, 'since')
      return {
        sort: 'since',
        from: isEnd ? stretch.to : stretch.from,
        ...(date !== undefined && date >= stretch.from ? { to: date } : {}),
        say: `${lead}${sayPoint(settled)}`,
        preposition: 'since',
        isAbsolute: parsed.year !== undefined,
        canStand: true,
      }
    },
  },
  {
    // 'from 3 August to 24 December', 'between June 2015 and 2018'.
    needs: ['led', 'point'],
    pattern: pattern('(?<first>{point})(?<join> to | until | through | and | ?- ?)(?<last>{point})'),
    read: ({ first = '', join = '', last = '' }, { date, before }) => {
      const led = /\b([Ff]rom|[Bb]etween)\s$/.exec(before)?.[1]?.toLowerCase()
      if (led === undefined || (led === 'between') !== (join.trim() === 'and')) return null
      const [a, b] = [readPoint(first), readPoint(last)]
      // Months alone and years alone have rules of their own.
      const isPlain = a.day === undefined && b.day === undefined
      if (isPlain && (a.month === undefined) === (b.month === undefined)) return null
      const end = settle(b, date, isAhead(before))
      const start = end && settle(a.year === undefined ? { ...a, year: end.year ?? 0 } : a, date, false)
      const from = start && stretchOf(start)
      const to = end && stretchOf(end)
      if (!from || !to || from.from >= to.to) return loose(true)
      return {
        sort: 'span',
        from: from.from,
        to: to.to,
        say: `${sayPoint(start)} to ${sayPoint(end)}`,
        preposition: 'from',
        isAbsolute: b.year !== undefined,
        canStand: true,
      }
    },
  },
  {
    needs: ['rest', 'unit'],
    pattern: pattern(
      '(?:[Tt]he )?(?:rest|remainder) of (?:the |this )(?<unit>year|month|week|quarter|decade)',
    ),
    read: ({ unit }, { date }) => {
      if (unit !== 'year' || date === undefined) return loose(false)
      const { year } = partsOf(date)
      return {
        sort: 'span',
        from: date,
        to: `${year}-12-31`,
        say: `the rest of ${year}`,
        preposition: 'in',
        isAbsolute: false,
        canStand: false,
      }
    },
  },
  {
    // Which months a summer has, the hemisphere decides.
    needs: ['season'],
    pattern: pattern(
      '(?:[Tt]he |[Tt]his |[Ll]ast |[Nn]ext )?(?<season>summer|autumn|winter|spring|Christmas)(?: (?:of )?(?<year>{year}))?',
    ),
    read: ({ season = '', year }, _around, words) => {
      if (year === undefined) {
        const isLoose = season === 'spring' || season === 'Christmas'
        const named = isLoose ? /^(?:this|last|next)\s/i : /^(?:the|this|last|next)\s/i
        return named.test(words) ? loose(false) : null
      }
      const isChristmas = season === 'Christmas'
      return {
        sort: 'span',
        say: isChristmas ? `Christmas ${year}` : `the ${season} of ${year}`,
        preposition: isChristmas ? 'at' : 'in',
        isAbsolute: true,
        canStand: true,
      }
    },
  },
]
