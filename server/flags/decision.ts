import type pg from 'pg'
import type { RemedyName } from '#core'
import { getVersions, type Version } from '../questions/versions.ts'
import { sayKey } from '../regrades/list.ts'
import { listPlaces } from './places.ts'
import type { Decided } from './view.ts'

/** A decision, with where it is to be carried out. */
export interface Decision {
  readonly id: string
  readonly question: string
  readonly stem: string
  readonly decided: Decided
  readonly isOwners: boolean
  readonly word: string
  /** The key it brought, in words; null where it brought none. */
  readonly key: string | null
  readonly decidedBy: string
  readonly decidedAt: Date
  readonly isSettled: boolean
  readonly regrades: readonly string[]
  readonly places: readonly {
    readonly regrade: string
    readonly assignment: string
    readonly remedy: RemedyName
  }[]
}

interface DecisionRow {
  version_id: string
  deed: 'dismissed' | 'regraded' | 'taken-back' | 'undone'
  is_owners: boolean
  word: string
  regrades: string[]
  decided_by: string
  decided_at: Date
  settled_at: Date | null
}

interface RegradeRow {
  id: string
  assignment_id: string | null
  remedy: RemedyName
  key: unknown
}

/** What the store has of a decision; null where there is none. */
export async function getDecision(client: pg.PoolClient, id: string): Promise<Decision | null> {
  const { rows } = await client.query<DecisionRow>(
    `SELECT version_id, deed, is_owners, word, regrades, decided_by, decided_at, settled_at FROM flag_decision WHERE id = $1`,
    [id],
  )
  const [row] = rows
  if (!row) return null
  const [version] = (await getVersions([row.version_id], client)) as [Version]
  const { rows: regrades } = await client.query<RegradeRow>(
    'SELECT id, assignment_id, remedy, key FROM regrade WHERE id = ANY($1) ORDER BY assignment_id',
    [row.regrades],
  )
  const [first] = regrades
  return {
    ...{ id, question: row.version_id, stem: version.question.stem, isOwners: row.is_owners, word: row.word },
    decided: row.deed === 'regraded' ? (first?.remedy ?? 'void') : row.deed,
    key: row.deed === 'regraded' && first && first.key !== null ? sayKey(version, first.key) : null,
    decidedBy: row.decided_by,
    decidedAt: row.decided_at,
    isSettled: row.settled_at !== null,
    regrades: row.regrades,
    places: await listPlacesOf(client, row.version_id, regrades),
  }
}

/** Where regrades hold, one by one: those of an assignment there, and one of everywhere in all of them. */
async function listPlacesOf(
  client: pg.PoolClient,
  question: string,
  regrades: readonly RegradeRow[],
): Promise<Decision['places']> {
  const everywhere = regrades.find(({ assignment_id }) => assignment_id === null)
  if (everywhere)
    return (await listPlaces(client, question, null)).map((assignment) => ({
      ...{ regrade: everywhere.id, assignment, remedy: everywhere.remedy },
    }))
  return regrades.flatMap(({ id, assignment_id, remedy }) =>
    assignment_id === null ? [] : [{ regrade: id, assignment: assignment_id, remedy }],
  )
}
