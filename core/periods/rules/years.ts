import { addDays, addMonths, isoDay, monthsTo, partsOf, yearStretch } from '../calendar.ts'
import { type Found, type PeriodRule, pattern } from '../rule.ts'
import { untilPoint } from './months.ts'

const inYear = (year: number, isAbsolute: boolean, lead = ''): Found => ({
  sort: 'year',
  ...yearStretch(year),
  say: `${lead}${year}`,
  preposition: 'in',
  isAbsolute,
  canStand: isAbsolute,
})

const fiscal = (words: string): Found => ({
  sort: 'fiscal-year',
  say: `fiscal ${words}`,
  preposition: 'in',
  isAbsolute: true,
  canStand: true,
})

/** Words that make the four digits before them a count after all. */
const COUNTED =
  /^[\s-]{1,2}(?:people|pages?|seats?|words?|beds?|rooms?|mile|acre|workers|jobs|employees|staff|shares|customers|stores|shops|branches|points|miles|km|kg|mg|g|m|mm|cm|metres|meters|feet|ft|tonnes|tons|barrels|hours|minutes|seconds|days|units|vehicles|cars|planes|flights|jets|trucks|dollars|euros|pounds|yuan|yen|won|rupees|crore|rpm|sq|square|cubic|MW|mAh|kW|homes|houses|companies|firms|times|hectares|acres|watts|calories|passengers|members|deaths|cases|percent|per cent|times|residents|students|soldiers|troops|police|megawatts|litres|gallons|or so|more|fewer|additional|new (?:jobs|homes|cars|stores|posts))\b/
const CUED =
  /\b(?:more than|fewer than|less than|about|around|nearly|almost|some|at least|roughly|approximately|up to|under|an estimated|as many as|a total of|all|no|No\.?|number)\s{1,2}$/i
const CENTURIES_AGO =
  /\b(?:in|since|between|from|of|by|until|to|and|early|late|before|after|around|about|year)[\s-]{1,2}$/i

const DECADES: Readonly<Record<string, number>> = {
  sixties: 1960,
  seventies: 1970,
  eighties: 1980,
  nineties: 1990,
  noughties: 2000,
}

export const yearRules: readonly PeriodRule[] = [
  {
    needs: ['year'],
    pattern: pattern(
      '(?:(?<lead>early|mid|late)[ -])?(?:(?:calendar|the) (?:year )?)?(?<year>{year})(?=s?(?!\\w))(?![.,]\\d|[%/]|-\\d|\\s?(?:GMT|BST|UTC))s?',
    ),
    read: ({ lead, year = '' }, { before, after }, words) => {
      const number = Number(year)
      const decade = /^(?:[Tt]he )?(?:\w+[ -])?\d{3}0s$/.test(words)
      if (decade) return null
      if (lead === undefined && (COUNTED.test(after) || CUED.test(before))) return null
      if (/[-/.#@&+_]$/.test(before)) return null
      if ((number < 1900 || number > 2099) && !CENTURIES_AGO.test(before)) return null
      return inYear(number, true, lead === undefined ? '' : lead === 'mid' ? 'mid-' : `${lead} `)
    },
  },
  {
    needs: ['decade'],
    pattern: pattern(
      "(?:[Tt]he )?(?:(?<lead>early|mid|late)[ -])?(?<decade>(?:1[5-9]|20)\\d0)'?s|(?:[Tt]he )?'(?<short>[2-9]0)s",
    ),
    read: ({ lead, decade, short }) => {
      const first = decade === undefined ? 1900 + Number(short) : Number(decade)
      return {
        sort: 'decade',
        from: yearStretch(first).from,
        to: yearStretch(first + 9).to,
        say: `the ${lead ? `${lead} ` : ''}${first}s`,
        preposition: 'in',
        isAbsolute: true,
        canStand: true,
      }
    },
  },
  {
    needs: ['decade'],
    pattern: pattern('(?:[Tt]he )?(?<word>sixties|seventies|eighties|nineties|noughties)'),
    read: ({ word = '' }) => {
      const first = DECADES[word] ?? 0
      const stretch = { from: yearStretch(first).from, to: yearStretch(first + 9).to }
      return {
        sort: 'decade',
        ...stretch,
        say: `the ${first}s`,
        preposition: 'in',
        isAbsolute: true,
        canStand: true,
      }
    },
  },
  {
    // '2019-2021', 'from 2019 to 2021', 'between 2019 and 2021'.
    needs: ['year'],
    pattern: pattern(
      '(?<first>{year})(?:(?<dash> ?- ?)| to | through | until (?:the end of )?| and )(?<last>{year})(?![.,]\\d|%)',
    ),
    read: ({ first = '', last = '', dash }, { before, after }, words) => {
      const [a, b] = [Number(first), Number(last)]
      const led = /\b(?<!up )(?:from|between|in|of|for|during|over|period|years?|the)\s{1,2}$/i.test(before)
      if (a >= b || b - a > 500 || COUNTED.test(after)) return null
      if (/\band\b/.test(words) && !/\bbetween\s{1,2}$/i.test(before)) return null
      if (dash === undefined && !led) return null
      return {
        sort: 'span',
        from: yearStretch(a).from,
        to: yearStretch(b).to,
        say: `${a} to ${b}`,
        preposition: 'from',
        isAbsolute: true,
        canStand: true,
      }
    },
  },
  {
    // '2024/25' and '2024-25': a year that straddles two.
    needs: ['year'],
    pattern: pattern(
      '(?:[Tt]he )?(?<first>{opening})[/-](?<short>\\d\\d)(?: (?<sort>{fiscal} year|season|tax year|marketing year|school year))?(?![\\d/.,-]\\d|%)',
    ),
    read: ({ first = '', short = '', sort }, { after }) => {
      if (Number(short) !== (Number(first) + 1) % 100 || COUNTED.test(after)) return null
      const years = fiscal(`${first}/${short}`)
      if (sort === undefined) return { ...years, say: `${first}/${short}` }
      // A season of the harvest is no year of anybody's accounts.
      return /^(?:fiscal|financial)/.test(sort) ? years : { ...years, say: `the ${first}/${short} ${sort}` }
    },
  },
  {
    needs: ['fiscal'],
    pattern: pattern(
      "(?:[Tt]he )?(?:{fiscal} (?:year )?|FY ?'?)(?<year>{opening}(?:[/-]\\d\\d(?:\\d\\d)?)?|\\d\\d(?:/\\d\\d)?)|(?:[Tt]he )?(?<other>{opening}(?:[/-]\\d\\d)?) {fiscal} year",
    ),
    read: ({ year, other }) => {
      const words = year ?? other ?? ''
      return fiscal(/^\d\d(?:\/|$)/.test(words) ? `20${words}` : words)
    },
  },
  {
    needs: ['fiscal', 'yearWord'],
    pattern: pattern(
      '(?:[Tt]he |[Ii]ts |[Tt]heir )?(?:(?:current|last|next|this|previous|full|new|latest|coming) )?{fiscal} year',
    ),
    read: (_groups, _around, words) => ({
      sort: 'fiscal-year',
      isAbsolute: false,
      canStand: !/current|this|next|last|new|latest|coming/.test(words),
      ...(/previous/.test(words) ? { relation: 'year-before' as const } : {}),
    }),
  },
  {
    needs: ['yearWord', 'point'],
    pattern: pattern(
      '(?:[Tt]he |[Ii]ts )?(?:(?:full|whole|{fiscal}) )?year {to} (?:the end of )?(?<point>{point})',
    ),
    read: ({ point = '' }, { date, before }) => {
      const until = untilPoint(point, date, before)
      if (until === null) return { sort: 'fiscal-year', isAbsolute: false, canStand: true }
      const { year = 0, month, day } = until.point
      if (month === undefined) return inYear(year, true)
      const last = day === undefined ? null : isoDay(year, month, day)
      const from = last === null ? monthsTo(year, month, 12).from : addDays(addMonths(last, -12), 1)
      return {
        sort: 'fiscal-year',
        from,
        to: until.to,
        say: `the year to ${until.say}`,
        preposition: 'in',
        isAbsolute: until.absolute,
        canStand: true,
      }
    },
  },
  {
    needs: ['yearWord'],
    pattern: pattern(
      '(?:(?<part>[Ee]arly|[Ll]ate) )?(?<lead>[Tt]his|[Ll]ast|[Nn]ext|(?:[Tt]he|its) (?:current|coming)) (?:calendar )?year',
    ),
    read: ({ lead = '', part }, { date }) => {
      if (date === undefined) return { sort: 'year', isAbsolute: false, canStand: false }
      const shift = /last/i.test(lead) ? -1 : /next|coming/i.test(lead) ? 1 : 0
      return inYear(partsOf(date).year + shift, false, part === undefined ? '' : `${part.toLowerCase()} `)
    },
  },
  ...[
    {
      needs: ['same', 'yearWord'] as const,
      source:
        '(?:[Tt]he )?same (?:period|quarter|time|month|three months|half|stage|point|week) (?:of |in )?(?:last year|the (?:previous|prior|preceding) year|(?:a|one|the) year (?:earlier|ago|before|previously))',
    },
    {
      needs: ['yearWord', 'prior'] as const,
      source: '(?:[Tt]he |that )?(?:previous|prior|preceding) year',
    },
    {
      needs: ['yearWord', 'distance'] as const,
      source: '(?:a|one|the) year (?:earlier|ago|before|previously)',
    },
    {
      needs: ['comparison'] as const,
      source:
        '(?:[Tt]he )?(?:corresponding|year-earlier|year-ago|prior-year) (?:period|quarter|month|half)(?: (?:of |in )?(?:last|the previous) year)?',
    },
  ].map(
    ({ needs, source }): PeriodRule => ({
      needs,
      pattern: pattern(source),
      read: () => ({ sort: 'year', isAbsolute: false, canStand: true, relation: 'year-before' }),
    }),
  ),
  {
    needs: ['same', 'year'],
    pattern: pattern(
      '(?:[Tt]he )?same (?:period|quarter|time|month|half|stage|three months) (?:of |in ){year}',
    ),
    // Which months they are, another period says.
    read: () => ({ sort: 'span', isAbsolute: false, canStand: false }),
  },
  {
    needs: ['yearWord'],
    pattern: pattern('(?:[Tt]he )?(?:following|subsequent) year|(?:a|one|the) year (?:later|after)'),
    read: () => ({ sort: 'year', isAbsolute: false, canStand: true, relation: 'year-after' }),
  },
  {
    needs: ['yearWord'],
    pattern: pattern('[Tt]he (?:full |whole |entire )?year(?= (?:as a whole|so far)|[.,;]|$)'),
    read: () => ({ sort: 'year', isAbsolute: false, canStand: false }),
  },
  {
    needs: ['edge'],
    pattern: pattern(
      '(?:[Tt]he )?(?<edge>end|start|beginning|close|middle|turn) of (?:[Tt]he )?(?:(?<year>{year})|(?<near>last|this|next) year|(?:[Tt]he )?(?<bare>year)|(?<point>{month}(?: {year})?))',
    ),
    read: ({ edge = 'end', year, near, point }, { date, before }) => {
      const word = /start|beginning|turn/.test(edge) ? 'start' : edge === 'middle' ? 'middle' : 'end'
      const today = date === undefined ? null : partsOf(date).year
      const shift = near === 'last' ? -1 : near === 'next' ? 1 : 0
      const settled =
        year !== undefined
          ? {
              from: yearStretch(Number(year)).from,
              to: yearStretch(Number(year)).to,
              say: year,
              absolute: true,
            }
          : point !== undefined
            ? (() => {
                const until = untilPoint(point, date, before)
                return (
                  until && {
                    from: `${until.to.slice(0, 8)}01`,
                    to: until.to,
                    say: until.say,
                    absolute: until.absolute,
                  }
                )
              })()
            : today === null
              ? null
              : { ...yearStretch(today + shift), say: String(today + shift), absolute: false }
      if (settled === null) return { sort: 'instant', isAbsolute: false, canStand: false }
      const at = word === 'start' ? settled.from : settled.to
      return {
        sort: 'instant',
        ...(word === 'middle' ? {} : { from: at, to: at }),
        say: `the ${word} of ${settled.say}`,
        preposition: 'at',
        isAbsolute: settled.absolute,
        canStand: settled.absolute,
      }
    },
  },
]
