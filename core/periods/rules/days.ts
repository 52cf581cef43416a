import { addDays, isIsoDay, sayDay, WEEKDAYS, weekdayOf } from '../calendar.ts'
import { isAhead, readPoint, sayPoint, settle, stretchOf } from '../point.ts'
import { type Around, type Found, type PeriodRule, pattern } from '../rule.ts'

const unsettled = (sort: Found['sort'], canStand: boolean): Found => ({ sort, isAbsolute: false, canStand })

const onDay = (iso: string, isAbsolute: boolean): Found => ({
  sort: 'day',
  from: iso,
  to: iso,
  say: sayDay(iso),
  preposition: 'on',
  isAbsolute,
  canStand: isAbsolute,
})

/** A date with its month in words, with or without a year. */
function readDate(words: string, { date, before }: Around): Found | null {
  const point = readPoint(words)
  const settled = settle(point, date, isAhead(before))
  if (settled === null) return { ...unsettled('day', true) }
  const stretch = stretchOf(settled)
  return stretch && { ...onDay(stretch.from, point.year !== undefined), canStand: true }
}

/** 'Friday', 'last Friday', 'next Monday': counted from the article's date; that day itself when it falls on it. */
function readWeekday(word: string, lead: string, { date, before }: Around): Found {
  if (date === undefined) return unsettled('day', false)
  const back = (weekdayOf(date) - WEEKDAYS.findIndex((name) => name === word) + 7) % 7
  const ahead = lead === 'next' || (lead === '' && isAhead(before))
  // On a Wednesday, 'will begin Wednesday' may be today, and 'last Monday' is one of two.
  if (lead === 'last' || (ahead && back === 0)) return unsettled('day', false)
  if (ahead) return onDay(addDays(date, 7 - back), false)
  return onDay(addDays(date, -back), false)
}

const NEAR: Readonly<Record<string, number>> = { today: 0, tonight: 0, yesterday: -1, tomorrow: 1 }

export const dayRules: readonly PeriodRule[] = [
  {
    needs: ['digit', 'month'],
    pattern: pattern(
      '(?:{weekday},? )?(?:[Tt]he )?(?<date>{day} (?:of )?{month}{ofYear}|{month} (?:[Tt]he )?{day}{ofYear})(?!,\\d\\d\\d)',
    ),
    read: ({ date = '' }, around) => readDate(date, around),
  },
  {
    // '16-17 March': two days or more of one month.
    needs: ['digit', 'month'],
    pattern: pattern(
      '(?<first>{day})(?:-| to | and )(?<second>{day}) (?<rest>{month}(?:,? {year})?)|(?<month>{month}) (?<one>{day})(?:-| to | and )(?<other>{day})(?:,? (?<year>{year}))?',
    ),
    read: ({ first, second, rest, month, one, other, year }, { date, before }) => {
      const tail = rest ?? `${month} ${year ?? ''}`
      const ahead = isAhead(before)
      const start = settle(readPoint(`${first ?? one} ${tail}`), date, ahead)
      const end = settle(readPoint(`${second ?? other} ${tail}`), date, ahead)
      const isAbsolute = readPoint(tail).year !== undefined
      const from = start && stretchOf(start)
      const to = end && stretchOf(end)
      if (!start || !end || !from || !to || from.from >= to.to) return unsettled('span', true)
      return {
        sort: 'span',
        from: from.from,
        to: to.to,
        say: `${start.day} to ${sayPoint(end)}`,
        preposition: 'from',
        isAbsolute,
        canStand: true,
      }
    },
  },
  {
    needs: ['isoDay'],
    pattern: pattern('(?<iso>\\d{4}-\\d\\d-\\d\\d)'),
    read: ({ iso = '' }) => (isIsoDay(iso) ? onDay(iso, true) : unsettled('day', false)),
  },
  {
    // Which of 3/4/2025 is the month, nobody knows.
    needs: ['dotted'],
    pattern: pattern('\\d{1,2}[/.]\\d{1,2}[/.](?:\\d{4}|\\d\\d)'),
    read: () => unsettled('day', false),
  },
  {
    needs: ['dayWord'],
    pattern: pattern(
      '(?:(?<lead>last|next|this) )?(?<weekday>{weekday})(?: (?:morning|afternoon|evening|night))?',
    ),
    read: ({ lead = '', weekday = '' }, around) => readWeekday(weekday, lead, around),
  },
  {
    needs: ['nearDay'],
    pattern: pattern('(?<word>[Tt]oday|[Tt]onight|[Yy]esterday|[Tt]omorrow)'),
    read: ({ word = '' }, { date, after }) =>
      // 'Today, games often ...' and 'today's world' speak of nowadays.
      date === undefined ||
      (/^today$/i.test(word) && (after.startsWith("'s") || (word === 'Today' && after.startsWith(','))))
        ? unsettled('day', false)
        : onDay(addDays(date, NEAR[word.toLowerCase()] ?? 0), false),
  },
  {
    needs: ['weekWord'],
    pattern: pattern(
      '(?<lead>[Tt]his|[Ll]ast|[Nn]ext|[Tt]he (?:past|previous|coming|following)) (?:week|weekend|fortnight)',
    ),
    read: ({ lead = '' }, { date }, words) => {
      if (date === undefined || !/^(?:this|last|next) week$/i.test(words)) return unsettled('week', false)
      const monday = addDays(date, -((weekdayOf(date) + 6) % 7))
      const from = addDays(monday, /last/i.test(lead) ? -7 : /next/i.test(lead) ? 7 : 0)
      return {
        sort: 'week',
        from,
        to: addDays(from, 6),
        say: `the week of ${sayDay(from)}`,
        preposition: 'in',
        isAbsolute: false,
        canStand: false,
      }
    },
  },
  {
    // 'the week ending 19 March', 'the first week of May 2025'.
    needs: ['weekWord'],
    pattern: pattern(
      '(?:[Tt]he )?(?:(?<place>first|second|third|last|final) )?week (?:{to}|of|commencing|beginning|starting) (?<point>{point})',
    ),
    read: ({ place, point = '' }, { date, before }, words) => {
      const written = readPoint(point)
      const settled = settle(written, date, isAhead(before))
      const stretch = settled && stretchOf(settled)
      if (!settled || !stretch) return unsettled('week', true)
      const isAbsolute = written.year !== undefined
      if (settled.day === undefined) {
        const say = `the ${place ? `${place} ` : ''}week of ${sayPoint(settled)}`
        return { sort: 'week', say, preposition: 'in', isAbsolute, canStand: true }
      }
      const isEnd = !/\b(?:of|commencing|beginning|starting)\b/.test(words)
      return {
        sort: 'week',
        from: isEnd ? addDays(stretch.to, -6) : stretch.from,
        to: isEnd ? stretch.to : addDays(stretch.from, 6),
        say: isEnd ? `the week to ${sayPoint(settled)}` : `the week of ${sayPoint(settled)}`,
        preposition: 'in',
        isAbsolute,
        canStand: true,
      }
    },
  },
  {
    // Clock times are no dates, but no figures either.
    needs: ['clock'],
    pattern: pattern(
      "\\d{1,2}(?:[:.]\\d\\d)?\\s?(?:[ap]m|[ap]\\.m\\.?|o'clock)(?: [A-Z]{2,4})?|\\d{1,2}:\\d\\d(?::\\d\\d)?(?:\\s?(?:GMT|BST|UTC|[ECMP][SD]?T|CES?T))?|\\d{4}\\s?(?:GMT|BST|UTC|[ECMP][SD]?T|CES?T|hrs)",
    ),
    read: () => unsettled('instant', false),
  },
]
