import { grouped } from '../grouped.ts'
import { type Range, wilson } from './wilson.ts'

/** What answers are told apart by. */
export const TAGS = ['concept', 'sector', 'company', 'family'] as const
export type Tag = (typeof TAGS)[number]

/** A final answer, and what its question was about. */
export interface TaggedAnswer {
  readonly at: Date
  /** 0 to 1 (mark.ts). */
  readonly mark: number
  readonly tags: Readonly<Record<Tag, readonly string[]>>
}

/** How well somebody knows one concept, sector, company or sort of fact. */
export interface Mastery {
  readonly tag: Tag
  readonly name: string
  readonly asked: number
  /** Wholly right at the first try. */
  readonly right: number
  /** The marks of the last three answers, the newest first. */
  readonly last: readonly number[]
  /** Where the share of right answers would settle, with 95% confidence. */
  readonly range: Range
}

const LAST = 3

function masteryOf(tag: Tag, name: string, answers: readonly TaggedAnswer[]): Mastery {
  const right = answers.filter(({ mark }) => mark === 1).length
  const last = answers
    .slice(-LAST)
    .map(({ mark }) => mark)
    .reverse()
  return { tag, name, asked: answers.length, right, last, range: wilson(right, answers.length) }
}

/**
 * What somebody knows, the weakest first: by the top of the range in which their share of right answers may lie. So a
 * name must have been asked about often enough to show that it is weak; one wrong answer to one question is no evidence.
 * (It is the rule by which things are ranked from few votes, turned round: there the bottom of the range decides.)
 */
export function masteryBy(answers: readonly TaggedAnswer[]): Mastery[] {
  const ordered = [...answers].sort((a, b) => a.at.getTime() - b.at.getTime())
  const perName = TAGS.flatMap((tag) => {
    const named = ordered.flatMap((answer) =>
      [...new Set(answer.tags[tag])].map((name) => ({ name, answer })),
    )
    return [...grouped(named, ({ name }) => name)].map(([name, group]) =>
      masteryOf(
        tag,
        name,
        group.map(({ answer }) => answer),
      ),
    )
  })
  return perName.sort(
    (a, b) => a.range.high - b.range.high || b.asked - a.asked || (a.name < b.name ? -1 : 1),
  )
}
