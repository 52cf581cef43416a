import { FAMILIES, KINDS } from '#core'
import { itemOf } from '../../../core/questions/item.ts'
import { openingOf } from '../../../core/questions/opening.ts'
import { columns, held, mean, percent, tallyOf } from '../figures.ts'
import type { TextRun } from '../run-text.ts'

const KINDS_WANTED = 4

/** What one set is made of. */
export interface Variety {
  readonly file: string
  readonly kinds: number
  /** Questions whose answer is no figure. */
  readonly notNumeric: number
  /** How many stems of the set open in the way that most of them do. */
  readonly mostAlike: number
  readonly opening: string
}

/** How varied the set of a text is. */
export function varietyOf({ file, reading, facts, questions }: TextRun): Variety {
  const items = questions.map((question) => itemOf(question, { reading, facts }))
  const openings = tallyOf(questions.map(({ stem }) => openingOf(stem)).filter((opening) => opening !== ''))
  const [opening, mostAlike] = [...openings][0] ?? ['', 0]
  return {
    file,
    kinds: new Set(questions.map(({ kind }) => kind)).size,
    notNumeric: items.filter(({ keyAmounts }) => keyAmounts.length === 0).length,
    mostAlike,
    opening,
  }
}

/** How many facts, and how many questions on them, each family has. */
function familiesOf(runs: readonly TextRun[]) {
  const facts = tallyOf(runs.flatMap((run) => run.facts.map(({ family }) => family)))
  const asked = tallyOf(
    runs.flatMap((run) => {
      const family = new Map(run.facts.map((fact) => [fact.id, fact.family]))
      return run.questions.flatMap((question) => [...new Set(question.facts.map((id) => family.get(id)))])
    }),
  )
  return FAMILIES.map((family) => [family, facts.get(family) ?? 0, asked.get(family) ?? 0] as const)
}

/** Kinds, families, figures and openings. */
export function printVariety(runs: readonly TextRun[]): string[] {
  const kinds = tallyOf(runs.flatMap(({ questions }) => questions.map(({ kind }) => kind)))
  const total = runs.flatMap(({ questions }) => questions).length
  const sets = runs.filter(({ questions }) => questions.length > 0).map(varietyOf)
  const enough = sets.filter((set) => set.kinds >= KINDS_WANTED).length
  const most = Math.max(0, ...sets.map(({ mostAlike }) => mostAlike))
  return [
    ...columns([
      ['kind', 'questions', 'share'],
      ...KINDS.map((kind) => [kind, kinds.get(kind) ?? 0, percent(kinds.get(kind) ?? 0, total)]),
    ]),
    '',
    ...columns([['family', 'facts', 'questions'], ...familiesOf(runs)]),
    '',
    held(enough === sets.length, `${enough} of ${sets.length} sets have ${KINDS_WANTED} kinds or more`),
    `Questions whose answer is no figure: ${mean(sets.map(({ notNumeric }) => notNumeric)).toFixed(1)} a set, at least ${Math.min(...sets.map(({ notNumeric }) => notNumeric))}`,
    `Most stems of one opening in a set: ${most} (${sets
      .filter(({ mostAlike }) => mostAlike === most)
      .map(({ file, opening }) => `${file}: '${opening}'`)
      .join('; ')})`,
  ]
}
