import { columns, percent } from '../figures.ts'
import type { Judge } from './answers.ts'
import type { Item } from './item.ts'
import { type Failure, tally } from './tally.ts'

const share = (value: number): string => (Number.isNaN(value) ? '–' : percent(value, 1))

function printFailure({ item, by }: Failure): string[] {
  const { id, file, origin, said } = item
  return [
    `${id} (${origin}, ${file}, ${said.kind}): ${said.stem}`,
    ...(said.options.length === 0 ? [] : [`    options: ${said.options.join(' | ')}`]),
    `    key: ${said.key}`,
    ...by.map(({ judge, answer: { kept, worth, note } }) => {
      const broken = kept.flatMap((isKept, at) => (isKept ? [] : [at + 1]))
      const what = broken.length === 0 ? '' : `not ${broken.join(', ')}; `
      return `    ${judge}: ${what}worth ${worth}${note === '' ? '' : `; ${note}`}`
    }),
  ]
}

/** The tally in words: whom to trust, how each origin stands, and every failure. */
export function printTally(items: readonly Item[], judges: readonly Judge[]): string[] {
  const { watches, standings, failures } = tally(items, judges)
  const known = new Set(items.map(({ id }) => id))
  const strange = judges.flatMap(({ name, answers }) =>
    [...answers.keys()]
      .filter((id) => !known.has(id))
      .map((id) => `${name} answers ${id}, which is in no sheet`),
  )
  return [
    ...columns([
      ['judge', 'judged', 'of', 'planted faults found', 'missed'],
      ...watches.map(({ judge, judged, found, missed }) => [
        judge,
        judged,
        items.length,
        found.length,
        missed.length,
      ]),
    ]),
    ...watches.flatMap(({ judge, missed }) =>
      missed.map(({ id, fault, said }) => `  ${judge} missed ${id} (${fault}): ${said.stem}`),
    ),
    ...strange,
    '',
    ...columns([
      ['origin', 'items', 'answers', 'valid', 'pass', 'worth', 'agree on valid', 'agree on pass'],
      ...standings.map(({ origin, items, answers, valid, pass, worth, agreeValid, agreePass }) => [
        origin,
        items,
        answers,
        share(valid),
        share(pass),
        worth.toFixed(2),
        share(agreeValid),
        share(agreePass),
      ]),
    ]),
    '',
    `${failures.length} questions that somebody did not pass:`,
    ...failures.flatMap(printFailure),
  ]
}
