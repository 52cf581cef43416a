import type { Family } from '#core'
import { asksIn } from '../asks-in.ts'
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

/** The slot of asks for who said it, which ask nothing of what was said. */
const SPEAKER = 'speaker'

/** Whether a text states why, whether its set rests on that, and whether it asks so rather than who said it. */
export function meaningOf({ reading, facts, questions }: Pick<TextRun, 'reading' | 'facts' | 'questions'>): {
  readonly isStated: boolean
  readonly isRestedOn: boolean
  readonly isAsked: boolean
} {
  const telling = new Set(facts.filter(({ family }) => TELLS_WHY[family]).map(({ id }) => id))
  const resting = questions.filter((question) => question.facts.some((fact) => telling.has(fact)))
  const asks = asksIn(reading)
  return {
    isStated: telling.size > 0,
    isRestedOn: resting.length > 0,
    isAsked: resting.some(({ id }) => asks.get(id)?.slot !== SPEAKER),
  }
}

/** How many texts that state a cause, a meaning or what somebody said of it have a question that asks for it, and which have none. */
export function printMeaning(runs: readonly TextRun[]): string[] {
  const stating = runs
    .map((run) => ({ file: run.file, ...meaningOf(run) }))
    .filter(({ isStated }) => isStated)
  const silent = stating.filter(({ isAsked }) => !isAsked)
  const resting = stating.filter(({ isRestedOn }) => isRestedOn).length
  return [
    held(
      silent.length === 0,
      `${stating.length - silent.length} of ${stating.length} texts that state a cause, a meaning or a view have a question that asks for it`,
    ),
    `${resting} of them have one that asks for it or for who said it`,
    ...(silent.length === 0 ? [] : [`Not asked: ${silent.map(({ file }) => file).join(', ')}`]),
  ]
}
