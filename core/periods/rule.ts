import type { Cue } from './cues.ts'
import type { Period } from './period.ts'

/** What a rule may look at beside its own words. */
export interface Around {
  /** The article's date, where known. */
  readonly date?: string
  /** Up to 80 characters of folded text before the match. */
  readonly before: string
  /** Up to 40 characters of folded text after it. */
  readonly after: string
}

/** A period without its place, and how to say it. */
export interface Found extends Omit<Period, 'start' | 'end' | 'phrase'> {
  /** The absolute period in words, without its preposition ('the final quarter of 2024'). */
  readonly say?: string
  /** The preposition it takes when the text has none that fits. */
  readonly preposition?: 'in' | 'on' | 'at' | 'from' | 'since' | 'over'
}

/** One way of writing a time. Patterns are global, bounded and linear; they begin behind the preposition. */
export interface PeriodRule {
  /** Cues without which neither the pattern nor its reading finds anything. */
  readonly needs: readonly Cue[]
  readonly pattern: RegExp
  /** Null where the words are no time after all. */
  read(groups: Groups, around: Around, words: string): Found | null
}

export type Groups = Readonly<Record<string, string | undefined>>

const MONTH =
  'Jan(?:uary)?|Feb(?:ruary)?|Mar(?:ch)?|Apr(?:il)?|May|June?|July?|Aug(?:ust)?|Sept?(?:ember)?|Oct(?:ober)?|Nov(?:ember)?|Dec(?:ember)?'

/** What `{name}` stands for in a pattern. None of them captures. */
const PARTS: Readonly<Record<string, string>> = {
  month: `(?:${MONTH})(?![a-z])\\.?`,
  ofYear: '(?:,? (?:of )?(?:(?:1[5-9]|2[01])\\d\\d(?!\\d)|(?:last|this|next) year))?',
  /** As it opens a fiscal year: '2017-18'. */
  opening: '(?:1[5-9]|2[01])\\d\\d(?!\\d)',
  year: '(?:1[5-9]|2[01])\\d\\d(?!\\d|[-–/]\\d\\d(?!\\d))',
  day: '(?:3[01]|[12]\\d|0?[1-9])(?:st|nd|rd|th)?(?!\\d)',
  weekday: '(?:Mon|Tues|Wednes|Thurs|Fri|Satur|Sun)day',
  to: '(?:to|ended|ending|through|until|ending on|ended on|that ended|which ended|to the end of|to end)',
  fiscal: '(?:fiscal|financial)',
  count:
    '(?:\\d{1,3}|two|three|four|five|six|seven|eight|nine|ten|eleven|twelve|fifteen|eighteen|twenty|twenty-four|thirty|forty|fifty)',
  few: '(?:few|several|couple of|many)',
  unit: '(?:day|week|month|quarter|year|decade|hour|minute)s?',
  ordinal: '(?:first|second|third|fourth|final|last|1st|2nd|3rd|4th)',
}

/** A point in time as it ends a period: 'March 2025', '24 December', 'December 24, 2004', '2024'. */
const POINT = '(?:(?:{day} (?:of )?)?{month}(?: {day})?{ofYear}|{year})'

const expand = (source: string): string =>
  source.replace(/\{(\w+)\}/g, (whole, name: string) => PARTS[name] ?? whole)

/** Builds a rule's pattern: `{month}` and the like stand for their parts, `{point}` for a date, a blank for one or two spaces (' ?' for up to two). */
export function pattern(source: string): RegExp {
  const whole = expand(expand(source.replace(/\{point\}/g, POINT)))
  return new RegExp(
    `(?<![\\w$£€¥₹])(?:${whole.replace(/ \?/g, '\\s{0,2}').replace(/ /g, '\\s{1,2}')})(?!\\w)`,
    'g',
  )
}
