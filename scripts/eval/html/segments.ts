import type { Span } from '#core'

/** A passage that a question rests on. */
export interface Passage extends Span {
  /** The number of the question. */
  readonly question: number
}

/** A piece of text under the same passages throughout. */
export interface Segment {
  readonly text: string
  /** Numbers of the questions that rest on it, each once, rising. */
  readonly questions: readonly number[]
  /** Those of them one of whose passages ends here. */
  readonly ending: readonly number[]
}

const numbersOf = (passages: readonly Passage[]): number[] =>
  [...new Set(passages.map(({ question }) => question))].sort((a, b) => a - b)

/** Cuts a stretch of text wherever a passage begins or ends, so that passages may overlap. The pieces together are the stretch. */
export function segmentsOf(text: string, { start, end }: Span, passages: readonly Passage[]): Segment[] {
  const inside = passages.filter((passage) => passage.start < end && passage.end > start)
  const cuts = [...new Set([start, end, ...inside.flatMap((passage) => [passage.start, passage.end])])]
    .filter((cut) => cut >= start && cut <= end)
    .sort((a, b) => a - b)
  return cuts.slice(0, -1).map((from, at) => {
    const to = cuts[at + 1] ?? end
    const over = inside.filter((passage) => passage.start <= from && passage.end >= to)
    return {
      text: text.slice(from, to),
      questions: numbersOf(over),
      ending: numbersOf(over.filter((passage) => passage.end === to)),
    }
  })
}
