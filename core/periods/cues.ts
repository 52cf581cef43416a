/** Cues that a word gives, in small letters or with a capital. */
const BY_WORD = {
  yearWord: 'year',
  monthWord: 'month',
  weekWord: 'week weekend fortnight',
  dayWord: 'monday tuesday wednesday thursday friday saturday sunday',
  nearDay: 'today tonight yesterday tomorrow',
  unit: 'day days week weeks month months quarter quarters year years decade decades hour hours',
  weeksOrMonths: 'week weeks month months',
  part: 'quarter half',
  partOrPeriod: 'quarter half period months',
  fiscal: 'fiscal financial fy',
  season: 'summer autumn winter spring christmas',
  lead: 'past last next coming previous preceding first following final opening closing',
  distance: 'ago earlier later before previously now',
  toDate: 'far date',
  since: 'since',
  led: 'from between',
  rest: 'rest remainder',
  same: 'same',
  edge: 'end start beginning close middle turn',
  comparison: 'year corresponding',
  prior: 'previous prior preceding',
  decade: 'sixties seventies eighties nineties noughties',
} as const satisfies Readonly<Record<string, string>>

/** Cues that only a stretch with digits can hold. */
const BY_DIGITS = {
  digit: /\d/,
  year: /(?:1[5-9]|2[01])\d\d/,
  decade: /0'?s/,
  isoDay: /\d{4}-\d/,
  dotted: /\d[/.]\d{1,2}[/.]\d/,
  clock: /\d:\d|\d\s?(?:[apo'ECMP]|GMT|BST|UTC|hrs)/,
  numbered: /[QH][1-4]|[1-4][QH]/,
} as const satisfies Readonly<Record<string, RegExp>>

/** Names of months, always with their capital: 'may' is another word. */
const MONTH_WORDS =
  'Jan January Feb February Mar March Apr April May Jun June Jul July Aug August Sep Sept September Oct October Nov November Dec December'

/** What a stretch of text must hold for a rule to find anything in it. Each says no less than the patterns that name it, and costs next to nothing beside them. */
export type Cue = keyof typeof BY_WORD | keyof typeof BY_DIGITS | 'month' | 'point'

const ALL: readonly Cue[] = [
  ...new Set<Cue>([
    ...(Object.keys(BY_WORD) as Cue[]),
    ...(Object.keys(BY_DIGITS) as Cue[]),
    'month',
    'point',
  ]),
]

/** Some cues as one number, a bit for each. */
export const maskOf = (cues: readonly Cue[]): number =>
  cues.reduce((mask, cue) => mask | (1 << ALL.indexOf(cue)), 0)

const WORD_MASKS = new Map<string, number>()
const give = (words: string, mask: number): void => {
  for (const word of words.split(' ')) WORD_MASKS.set(word, (WORD_MASKS.get(word) ?? 0) | mask)
}
for (const [cue, words] of Object.entries(BY_WORD)) give(words, maskOf([cue as Cue]))
give(MONTH_WORDS, maskOf(['month', 'point']))

const DIGIT_MASKS = Object.entries(BY_DIGITS).map(([cue, pattern]) => ({
  pattern,
  // A year is a point in time.
  mask: maskOf(cue === 'year' ? ['year', 'point'] : [cue as Cue]),
}))

const maskOfWord = (text: string, lower: string): number =>
  (WORD_MASKS.get(lower) ?? 0) | (text === lower ? 0 : (WORD_MASKS.get(text) ?? 0))

const LONGEST = Math.max(...[...WORD_MASKS.keys()].map((word) => word.length))

const isLetter = (code: number): boolean => (code >= 97 && code <= 122) || (code >= 65 && code <= 90)

/** The cues of the words. As the patterns see it, whatever is no plain letter parts two of them. */
function wordCues(part: string): number {
  let mask = 0
  let from = 0
  for (let at = 0; at <= part.length; at++) {
    if (isLetter(part.charCodeAt(at))) continue
    if (at - from > 1 && at - from <= LONGEST) {
      const word = part.slice(from, at)
      mask |= maskOfWord(word, word.toLowerCase())
    }
    from = at + 1
  }
  return mask
}

/** The cues that one stretch of folded text holds, as a mask. */
export function cuesIn(part: string): number {
  let mask = wordCues(part)
  if (BY_DIGITS.digit.test(part))
    for (const { pattern, mask: given } of DIGIT_MASKS) if (pattern.test(part)) mask |= given
  return mask
}
