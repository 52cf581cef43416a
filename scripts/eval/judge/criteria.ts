/** One thing a judge answers of every question. */
interface Criterion {
  /** As the column of the answers is headed. */
  readonly short: string
  readonly asks: string
}

/** THE TABLE of what is answered with yes or no, in order: 1 to 5. */
export const CRITERIA = [
  { short: 'key right', asks: 'The claimed key is right, by what the article says.' },
  { short: 'only one', asks: 'Only this key can be defended; no other option is right as well.' },
  {
    short: 'stands alone',
    asks: 'It can be answered from the article, and is understood without it: whom, what and (where the article has a date) when it means.',
  },
  { short: 'English', asks: 'It is clear, grammatical English.' },
  {
    short: 'distractors',
    asks: "At least two wrong options are plausible and of the key's type. Where a kind shows no options: yes.",
  },
] as const satisfies readonly Criterion[]

/** What is answered with 0, 1 or 2: the sixth. */
export const WORTH = {
  short: 'worth 0-2',
  asks: 'Worth knowing for someone who follows business: 0 not, 1 somewhat, 2 very.',
} as const satisfies Criterion

/** So many of the first criteria make a question valid; all of them and some worth make it pass. */
export const VALID = 3
