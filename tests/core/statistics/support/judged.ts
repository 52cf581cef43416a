import type { ItemStatistics, Judged, OptionStatistics } from '#core'

const figure = (value: number | null, people: number) => ({ value, people })
const share = (people: number, of: number) => ({ people, of, share: of === 0 ? null : people / of })

/** What an option drew: so many of so many, with that mean rest score. */
export const drew = (people: number, of: number, rest: number | null = 0.5): OptionStatistics => ({
  chosen: share(people, of),
  restScore: figure(people === 0 ? null : rest, people),
  correlation: figure(0, of),
  upper: null,
  lower: null,
})

/** A sound question that 100 were asked and 60 had right, but for what is said otherwise. */
export function statisticsOf({
  people = 100,
  right = 60,
  blanks = 0,
  certain = 0,
  sure = 0,
  ...more
}: {
  readonly people?: number
  readonly right?: number
  readonly blanks?: number
  /** How many of those who were wrong were certain, and how many had said anything. */
  readonly certain?: number
  readonly sure?: number
} & Partial<Pick<ItemStatistics, 'correlation' | 'upperLower' | 'options'>>): ItemStatistics {
  return {
    people,
    blanks: share(blanks, people),
    facility: figure(people === 0 ? null : right / people, people),
    right: share(right, people),
    correlation: figure(0.4, people),
    upperLower: figure(0.5, people),
    options: [],
    medianSeconds: figure(null, 0),
    certainWhenWrong: share(certain, sure),
    rightWhenGuessed: null,
    ...more,
  }
}

/** The figures asked for, with the right one first. */
export const OPTIONS: Judged['options'] = [
  { text: '8%', correct: true, why: 'The article says so.' },
  { text: '32%', correct: false, why: '32% is the growth of the international business, not of the group.' },
  { text: '13%', correct: false, why: '13% is the growth of the cloud division.' },
]

/** A choice of those three that drew so many each; blanks are the rest. */
export const choice = (
  counts: readonly [right: number, first: number, second: number],
  {
    people = counts[0] + counts[1] + counts[2],
    rests = [0.7, 0.4, 0.4],
    ...more
  }: Parameters<typeof statisticsOf>[0] & { readonly rests?: readonly number[] } = {},
): Judged => ({
  statistics: statisticsOf({
    people,
    right: counts[0],
    blanks: people - counts[0] - counts[1] - counts[2],
    options: counts.map((count, i) => drew(count, people, rests[i])),
    ...more,
  }),
  options: OPTIONS,
  chance: 1 / 3,
})
