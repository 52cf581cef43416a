import type { FormatName } from '#core'
import { type Reply, UNREACHED } from '#ui/form/reply.ts'

/** A file as it is sent. */
export interface SentFile {
  readonly format: FormatName
  readonly name: string
  readonly text: string
  readonly article: string | null
}

/** Sends a file to one of our own routes: what came of it, or why not. */
export async function sendFile<Result>(path: string, file: SentFile): Promise<Reply<Result>> {
  try {
    const response = await fetch(path, {
      method: 'POST',
      headers: { 'content-type': 'application/json' },
      body: JSON.stringify(file),
      credentials: 'same-origin',
    })
    const reply = await response.json()
    return response.ok ? { done: reply as Result } : reply
  } catch {
    return { error: 'failed', message: UNREACHED }
  }
}

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
