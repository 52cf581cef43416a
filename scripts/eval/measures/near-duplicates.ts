import type { Question } from '#core'
import { rootsOf } from '../../../core/questions/checker/words.ts'
import { withoutReport } from '../../../core/questions/report.ts'
import { held, sum } from '../figures.ts'
import type { TextRun } from '../run-text.ts'

/** Stems that share so much of all their words ask nearly the same. */
const ALIKE = 0.6

/** The share of the words of two stems that stand in both; where they were reported does not count. */
export function likeness(a: string, b: string): number {
  const [left, right] = [new Set(rootsOf(withoutReport(a))), new Set(rootsOf(withoutReport(b)))]
  const both = [...left].filter((word) => right.has(word)).length
  return both / Math.max(1, left.size + right.size - both)
}

/** The pairs of a set whose stems are nearly the same. */
export const nearDuplicates = (questions: readonly Question[]): (readonly [Question, Question])[] =>
  questions.flatMap((one, at) =>
    questions
      .slice(at + 1)
      .filter((other) => likeness(one.stem, other.stem) >= ALIKE)
      .map((other) => [one, other] as const),
  )

/** Pairs of one set that sound alike, for an eye to judge. */
export function printNearDuplicates(runs: readonly TextRun[]): string[] {
  const pairs = runs.map(({ file, questions }) => ({ file, pairs: nearDuplicates(questions) }))
  const count = sum(pairs.map((each) => each.pairs.length))
  return [
    held(count === 0, `${count} pairs share ${100 * ALIKE}% or more of their words`),
    ...pairs.flatMap((each) =>
      each.pairs.flatMap(([one, other]) => [
        `  ${each.file}: ${one.stem}`,
        `  ${' '.repeat(each.file.length)}  ${other.stem}`,
      ]),
    ),
  ]
}
