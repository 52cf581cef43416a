import type { Bank } from './bank.ts'
import { csv } from './csv/csv.ts'
import type { Format, Loss, ReadFile } from './format.ts'
import { unreadable } from './format.ts'
import { gift } from './gift/gift.ts'
import { json } from './json/json.ts'
import { moodleXml } from './moodle/moodle.ts'

/** The formats in which questions leave and come in. */
export const FORMATS = ['json', 'csv', 'gift', 'moodle-xml'] as const
export type FormatName = (typeof FORMATS)[number]

/** THE TABLE of formats. A format is one folder and one line here. */
export const formats: { readonly [F in FormatName]: Format } = { json, csv, gift, 'moodle-xml': moodleXml }

/** What a file will not hold of a question, the first being number 1. */
export interface LossOf extends Loss {
  readonly number: number
}

/** What a file in this format will not hold of the questions of a bank, in their order. */
export const lossesIn = (format: FormatName, { questions }: Bank): LossOf[] =>
  questions.flatMap((question, i) =>
    formats[format].losses(question).map((loss) => ({ ...loss, number: i + 1 })),
  )

/** The longest file that is read, in UTF-16 units. */
export const LONGEST_FILE = 2_000_000
const NO_CHARACTER = /\0|\p{Surrogate}/u

/** Reads a file in this format. Whatever stands in it, nothing is thrown: what is amiss is said by its line. */
export function readFile(format: FormatName, text: string): ReadFile {
  if (text.length > LONGEST_FILE)
    return unreadable(1, 'This file is longer than two million characters. Bring it in in parts.')
  if (text.trim() === '') return unreadable(1, 'This file is empty.')
  const lost = text.search(NO_CHARACTER)
  if (lost !== -1)
    return unreadable(
      text.slice(0, lost).split('\n').length,
      'There is a character that is none. Save the file as text in UTF-8 and try again.',
    )
  return formats[format].read(text.startsWith('\ufeff') && format !== 'csv' ? text.slice(1) : text)
}
