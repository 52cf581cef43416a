import { tellsWhy } from '#core'
import { held } from '../figures.ts'
import type { TextRun } from '../run-text.ts'

/** Whether a text states why or what something means, and whether its set asks for it. */
export function meaningOf({ facts, questions }: Pick<TextRun, 'facts' | 'questions'>): {
  readonly isStated: boolean
  readonly isAsked: boolean
} {
  const telling = new Set(facts.filter(tellsWhy).map(({ id }) => id))
  return {
    isStated: telling.size > 0,
    isAsked: questions.some((question) => question.facts.some((fact) => telling.has(fact))),
  }
}

/** How many texts that state a cause or a meaning have a question that asks for it, and which have none. */
export function printMeaning(runs: readonly TextRun[]): string[] {
  const stating = runs
    .map((run) => ({ file: run.file, ...meaningOf(run) }))
    .filter(({ isStated }) => isStated)
  const silent = stating.filter(({ isAsked }) => !isAsked)
  return [
    held(
      silent.length === 0,
      `${stating.length - silent.length} of ${stating.length} texts that state a cause or a meaning have a question that asks for it`,
    ),
    ...(silent.length === 0 ? [] : [`Not asked: ${silent.map(({ file }) => file).join(', ')}`]),
  ]
}
