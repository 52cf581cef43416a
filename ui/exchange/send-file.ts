import type { FormatName } from '#core'
import type { Reply } from '#ui/form/reply.ts'
import { send } from '#ui/form/send.ts'

/** A file as it is sent. */
export interface SentFile {
  readonly format: FormatName
  readonly name: string
  readonly text: string
  readonly article: string | null
}

/** Sends a file to one of our own routes: what came of it, or why not. */
export const sendFile = <Result>(path: string, file: SentFile): Promise<Reply<Result>> =>
  send(path, 'application/json', JSON.stringify(file))

/** What a file of that ending is, most likely. */
const ENDINGS: readonly (readonly [ending: string, format: FormatName])[] = [
  ['.json', 'json'],
  ['.csv', 'csv'],
  ['.tsv', 'csv'],
  ['.xml', 'moodle-xml'],
  ['.gift', 'gift'],
  ['.txt', 'gift'],
]

/** The format that the name of a file speaks for; null where it does for none. */
export const formatOf = (name: string): FormatName | null =>
  ENDINGS.find(([ending]) => name.toLowerCase().endsWith(ending))?.[1] ?? null
