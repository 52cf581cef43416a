import { grouped } from '../grouped.ts'

/** An attempt that was handed in. */
export interface Scored {
  readonly set: string
  readonly at: Date
  /** Sum of its marks. */
  readonly score: number
  /** How many questions it has. */
  readonly of: number
}

/** What somebody has made of a quiz set. */
export interface Scores<T extends Scored> {
  readonly set: string
  readonly attempts: number
  readonly first: T
  readonly latest: T
  /** By share of the marks; of equals the earliest. */
  readonly best: T
}

const share = ({ score, of }: Scored): number => (of === 0 ? 0 : score / of)

/** First, latest and best attempt of each quiz set, the set taken last before the others. */
export const scoresBySet = <T extends Scored>(attempts: readonly T[]): Scores<T>[] =>
  [
    ...grouped(
      [...attempts].sort((a, b) => a.at.getTime() - b.at.getTime()),
      ({ set }) => set,
    ),
  ]
    .flatMap(([set, taken]) => {
      const [first] = taken
      const latest = taken.at(-1)
      if (!first || !latest) return []
      const best = taken.reduce((most, each) => (share(each) > share(most) ? each : most), first)
      return [{ set, attempts: taken.length, first, latest, best }]
    })
    .sort((a, b) => b.latest.at.getTime() - a.latest.at.getTime())
