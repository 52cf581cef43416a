import type pg from 'pg'
import {
  type Arrangement,
  judge,
  type Reckoned,
  type Remedy,
  type RemedyName,
  type Standing,
  standUnder,
  type Try,
} from '#core'
import { pool } from '../db.ts'
import type { Version } from '../questions/versions.ts'
import { readKey } from './stored.ts'
import type { RegradedView } from './view.ts'

type Client = Pick<pg.ClientBase, 'query'>

/** The last that was done about a question, and how it stands since. */
export interface Regraded {
  readonly remedy: RemedyName
  readonly reason: string
  readonly at: Date
  readonly standing: Standing
}

interface RegradeRow {
  version_id: string
  assignment_id: string | null
  remedy: RemedyName
  key: unknown
  reason: string
  regraded_at: Date
}

/** How a question stands in an assignment, or outside of all where that is null; null where nothing was done about it. */
export type FindRegraded = (version: Version, assignment: string | null) => Regraded | null

/** How a version is marked by now: as what was done about it has it, else by its own key. */
export const standingOf = ({ question }: Version, regraded: Regraded | null): Standing =>
  regraded?.standing ?? standUnder(question, [])

/** What has been done about these question versions and stands; `but`: as if those regrades had not been undone, or were not there. */
export async function findRegraded(
  versions: readonly string[],
  client: Client = pool(),
  but: { readonly with?: readonly string[]; readonly without?: readonly string[] } = {},
): Promise<FindRegraded> {
  if (versions.length === 0) return () => null
  const { rows } = await client.query<RegradeRow>(
    `SELECT version_id, assignment_id, remedy, key, reason, regraded_at FROM regrade
     WHERE version_id = ANY($1::uuid[]) AND (undone_at IS NULL OR id = ANY($2::uuid[])) AND id <> ALL($3::uuid[])
     ORDER BY number`,
    [versions, but.with ?? [], but.without ?? []],
  )
  if (rows.length === 0) return () => null
  const found = new Map<string, Regraded | null>()
  return (version, assignment) => {
    const name = `${version.id} ${assignment}`
    const known = found.get(name)
    if (known !== undefined) return known
    const holding = rows.filter(
      (row) =>
        row.version_id === version.id && (row.assignment_id === null || row.assignment_id === assignment),
    )
    const regraded = stand(version, holding)
    found.set(name, regraded)
    return regraded
  }
}

function stand({ question }: Version, rows: readonly RegradeRow[]): Regraded | null {
  const last = rows.at(-1)
  if (!last) return null
  const remedies = rows.map(
    ({ remedy, key }): Remedy =>
      remedy === 'void' || remedy === 'full-credit' ? { remedy } : { remedy, ...readKey(question, key) },
  )
  const { remedy, reason, regraded_at } = last
  return { remedy, reason, at: regraded_at, standing: standUnder(question, remedies) }
}

/** An answer that was handed in. */
export interface GivenAnswer {
  readonly attempt: string
  readonly position: number
  readonly version: Version
  /** The assignment of its attempt; null of one's own. */
  readonly assignment: string | null
  readonly arrangement: Arrangement
  /** The one that was left last. */
  readonly last: Try
}

/** What an answer comes to since its question was regraded, and by what. */
export type JudgedAnswer = Reckoned & Pick<Regraded, 'remedy' | 'reason' | 'at'>

/** What a learner is told of it. */
export const tellRegraded = ({ at, remedy, reason, mark }: JudgedAnswer): RegradedView => ({
  at: at.toISOString(),
  remedy,
  reason,
  mark,
})

/** What answers come to since their questions were regraded; null of one whose question was not. */
export async function judgeAnswers(
  answers: readonly GivenAnswer[],
  client: Client = pool(),
): Promise<(answer: GivenAnswer) => JudgedAnswer | null> {
  const find = await findRegraded([...new Set(answers.map(({ version }) => version.id))], client)
  const regraded = answers.filter(({ version, assignment }) => find(version, assignment) !== null)
  const triesOf = await listTries(regraded, client)
  return (answer) => {
    const found = find(answer.version, answer.assignment)
    if (!found) return null
    const { standing, remedy, reason, at } = found
    return { ...judge(standing, triesOf(answer), answer.arrangement), remedy, reason, at }
  }
}

interface TryRow {
  attempt_id: string
  position: number
  answer: Try['answer']
  tried: number
}

/** The tries of each of these answers in their order, and at their end the one that was left last. */
export async function listTries(
  answers: readonly Pick<GivenAnswer, 'attempt' | 'position' | 'last'>[],
  client: Client,
): Promise<(answer: Pick<GivenAnswer, 'attempt' | 'position' | 'last'>) => readonly Try[]> {
  // Whose last is their first has made no other.
  const later = answers.filter(({ last }) => last.tries > 1)
  if (later.length === 0) return ({ last }) => [last]
  const { rows } = await client.query<TryRow>(
    `SELECT r.attempt_id, r.position, r.answer, r.tried
     FROM unnest($1::uuid[], $2::int[]) AS later (attempt_id, position) JOIN response r USING (attempt_id, position)
     WHERE r.tried IS NOT NULL ORDER BY r.sequence`,
    [later.map(({ attempt }) => attempt), later.map(({ position }) => position)],
  )
  const tries = new Map<string, Try[]>()
  for (const { attempt_id, position, answer, tried } of rows) {
    const name = `${attempt_id} ${position}`
    const before = tries.get(name) ?? []
    before.push({ answer, tries: tried })
    tries.set(name, before)
  }
  return ({ attempt, position, last }) => [...(tries.get(`${attempt} ${position}`) ?? []), last]
}
