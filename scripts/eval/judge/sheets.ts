import type { z } from 'zod'
import { CRITERIA, WORTH } from './criteria.ts'
import type { Item, keySchema } from './item.ts'
import type { Sheet } from './pile.ts'

const LETTERS = 'ABCDEFGHIJKL'

function printItem({ id, said }: Item): string {
  const { stem, told, options, key } = said
  return [
    `### ${id}`,
    '',
    stem,
    ...(told === '' ? [] : ['', `(${told})`]),
    ...(options.length === 0 ? [] : ['', ...options.map((text, at) => `- ${LETTERS[at]}. ${text}`)]),
    '',
    `Claimed key: ${key}`,
  ].join('\n')
}

/** Questions on such an article are asked only right after it. */
const UNDATED =
  '(Its date is not known: its questions are asked right after it and may leave the year to it.)'

/** A sheet as a judge reads it: the article, then its questions. Who made a question and whether it has a fault is nowhere on it. */
export const printSheet = ({ text, date, items }: Sheet, number: number): string =>
  `# Sheet ${number}\n\n## The article\n\n${date === undefined ? UNDATED : `(It appeared on ${date}.)`}\n\n${text}\n\n## The questions\n\n${items.map(printItem).join('\n\n')}\n`

/** What a judge is told. */
export const INSTRUCTIONS = `# How to judge

Every sheet holds an article and questions on it, made by several people and programs; some are faulty. Judge each question by
itself, beside its article. Put one line for each into answers.tsv: its id, y or n for 1 to 5, 0 to 2 for 6, and a note where
anything is wrong. Do not guess who made it.

${[...CRITERIA, WORTH].map(({ asks }, at) => `${at + 1}. ${asks}`).join('\n')}
`

const HEAD = ['id', ...[...CRITERIA, WORTH].map(({ short }, at) => `${at + 1} ${short}`), 'note']

/** The form a judge fills in: a line for every question. */
export const printForm = (sheets: readonly Sheet[]): string =>
  [HEAD, ...sheets.flatMap(({ items }) => items.map(({ id }) => [id, ...HEAD.slice(1).map(() => '')]))]
    .map((cells) => `${cells.join('\t')}\n`)
    .join('')

/** What the sheets hide. */
export const keyOf = (sheets: readonly Sheet[]): z.infer<typeof keySchema> => ({
  items: sheets.flatMap(({ items }) => items),
})
