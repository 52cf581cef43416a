import type { Family } from '#core'
import { held } from '../figures.ts'
import type { TextRun } from '../run-text.ts'

/** Whether a family tells of cause, consequence or meaning, of why rather than of how much. */
const TELLS_WHY: Readonly<Record<Family, boolean>> = {
  level: false,
  change: false,
  role: false,
  event: false,
  cause: true,
  statement: true,
  derived: false,
}

/** Whether a text states why, and whether its set asks so. */
export function meaningOf({ facts, questions }: Pick<TextRun, 'facts' | 'questions'>): {
  readonly isStated: boolean
  readonly isAsked: boolean
} {
  const telling = new Set(facts.filter(({ family }) => TELLS_WHY[family]).map(({ id }) => id))
  return {
    isStated: telling.size > 0,
    isAsked: questions.some((question) => question.facts.some((fact) => telling.has(fact))),
  }
}

/** Which texts that state a cause, a meaning or what somebody said of it have no question on one. */
export function printMeaning(runs: readonly TextRun[]): string[] {
  const stating = runs.filter((run) => meaningOf(run).isStated)
  const silent = stating.filter((run) => !meaningOf(run).isAsked)
  return [
    held(
      silent.length === 0,
      `${stating.length - silent.length} of ${stating.length} texts that state a cause, a meaning or a view have a question on one`,
    ),
    ...silent.map(({ file }) => `  none: ${file}`),
  ]
}
