import type { Question } from '#core'
import { pool } from '../db.ts'
import { createKept } from '../kept.ts'
import { readPassages, readQuestion, type StoredPassage } from './stored.ts'

/** A question version with its key; it never leaves the server as it is. */
export interface Version {
  readonly id: string
  readonly question: Question
  readonly passages: readonly StoredPassage[]
}

const kept = createKept<Version>(4_000)

/** The versions with these ids, in that order. Throws when one does not exist: ids come from the store itself. */
export async function getVersions(ids: readonly string[]): Promise<Version[]> {
  const missing = ids.filter((id) => !kept.get(id))
  const fresh = new Map<string, Version>()
  if (missing.length > 0) {
    const { rows } = await pool().query<{ id: string; body: unknown; passages: unknown }>(
      'SELECT id, body, passages FROM question_version WHERE id = ANY($1::uuid[])',
      [missing],
    )
    for (const { id, body, passages } of rows) {
      const version = { id, question: readQuestion(body), passages: readPassages(passages) }
      fresh.set(id, version)
      kept.set(id, version)
    }
  }
  return ids.map((id) => {
    const version = fresh.get(id) ?? kept.get(id)
    if (!version) throw new Error('a pinned question version is missing from the store')
    return version
  })
}
