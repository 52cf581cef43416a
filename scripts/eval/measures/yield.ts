import { columns, held, percent, sum, tallyOf } from '../figures.ts'
import type { TextRun } from '../run-text.ts'

/** From this many words on a text should give a whole set. */
const WORDS = 300
const WHOLE_SET = 10
const SHARE_WANTED = 0.9

/** Which texts are long enough for a whole set, and which of those fell short of it. */
export function yieldOf(runs: readonly TextRun[]): {
  readonly long: readonly TextRun[]
  readonly short: readonly TextRun[]
} {
  const long = runs.filter(({ words }) => words >= WORDS)
  return {
    long,
    short: long.filter(({ questions, wish }) => questions.length < Math.min(WHOLE_SET, wish.count)),
  }
}

const reasonsOf = ({ shortfall }: TextRun): string =>
  shortfall.reasons.map(({ rule, count }) => `${rule} ${count}`).join(', ')

/** Words, facts and questions of each text, and the texts that gave less than a set. */
export function printYield(runs: readonly TextRun[]): string[] {
  const { long, short } = yieldOf(runs)
  const whole = long.length - short.length
  const all = [
    'all',
    sum(runs.map(({ words }) => words)),
    sum(runs.map(({ facts }) => facts.length)),
    sum(runs.map(({ questions }) => questions.length)),
  ]
  const reasons = tallyOf(
    runs.flatMap(({ shortfall }) => shortfall.reasons.flatMap(({ rule, count }) => Array(count).fill(rule))),
  )
  return [
    ...columns([
      ['text', 'words', 'facts', 'questions'],
      ...runs.map(({ file, words, facts, questions }) => [file, words, facts.length, questions.length]),
      all,
    ]),
    held(
      whole >= SHARE_WANTED * long.length,
      `${percent(whole, long.length)} of ${long.length} texts of ${WORDS} words or more have ${WHOLE_SET} questions or all asked for (${100 * SHARE_WANTED}% wanted)`,
    ),
    ...short.map((run) => `  ${run.file}: ${run.questions.length}; kept out: ${reasonsOf(run)}`),
    `What kept more from being asked, over all texts: ${[...reasons].map(([rule, count]) => `${rule} ${count}`).join(', ') || 'nothing'}`,
  ]
}
