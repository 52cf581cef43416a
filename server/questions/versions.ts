import type pg from 'pg'
import type { Question } from '#core'
import { pool } from '../db.ts'
import { createKept } from '../kept.ts'
import { readPassages, readQuestion, type StoredPassage } from './stored.ts'

/** A question version with its key; it never leaves the server as it is. */
export interface Version {
  readonly id: string
  readonly question: Question
  readonly passages: readonly StoredPassage[]
  /** The article it was made from, and in which revision. */
  readonly source: {
    readonly revisionId: string
    readonly slug: string
    readonly title: string
    /** `YYYY-MM-DD` */
    readonly date: string
  }
}

interface VersionRow {
  id: string
  body: unknown
  passages: unknown
  source: Version['source']
}

const VERSIONS = `
  SELECT v.id, v.body, v.passages, json_build_object('revisionId', r.id, 'slug', a.slug, 'title', r.title,
    'date', to_char(r.date, 'YYYY-MM-DD')) AS source
  FROM question_version v JOIN revision r ON r.id = v.revision_id JOIN article a ON a.id = r.article_id
  WHERE v.id = ANY($1::uuid[])`

const kept = createKept<Version>(4_000)

/** The versions with these ids, in that order. Throws when one does not exist: ids come from the store itself. Whoever is in a transaction hands its connection in, so as not to wait for a second one. */
export async function getVersions(
  ids: readonly string[],
  client: pg.Pool | pg.PoolClient = pool(),
): Promise<Version[]> {
  const missing = ids.filter((id) => !kept.get(id))
  const fresh = new Map<string, Version>()
  if (missing.length > 0) {
    const { rows } = await client.query<VersionRow>(VERSIONS, [missing])
    for (const { id, body, passages, source } of rows) {
      const version = { id, question: readQuestion(body), passages: readPassages(passages), source }
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

/** The same by their ids, which may be named any number of times. */
export async function mapVersions(
  ids: Iterable<string>,
  client: pg.Pool | pg.PoolClient = pool(),
): Promise<ReadonlyMap<string, Version>> {
  const versions = await getVersions([...new Set(ids)], client)
  return new Map(versions.map((version) => [version.id, version]))
}
