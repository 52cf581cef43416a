import { randomUUID } from 'node:crypto'
import type pg from 'pg'
import { z } from 'zod'
import { nameField } from '../accounts/fields.ts'
import { transaction } from '../db.ts'
import { id } from '../fields.ts'
import type { Outcome } from '../outcome.ts'
import { writeMixedSettings } from '../quizzes/stored.ts'
import type { Viewer } from '../viewer.ts'
import type { ChangedView } from './view.ts'

export const setSchema = z.strictObject({ set: id })

/** A change of what is in a set says which state of it was seen: two tabs do not undo each other. */
export const changeSchema = setSchema.extend({ seen: id })

/** What a set is called. */
export const titleField = nameField

/** A title within what a title may be. */
export const asTitle = (text: string): string =>
  text.length <= 100 ? text : `${text.slice(0, 99).trimEnd()}…`

/** A set as it stands, held to the end of the transaction. */
export interface Held {
  readonly id: string
  readonly title: string
  readonly set: string
  readonly number: number
  readonly versions: readonly string[]
}

/** The set of that id, if it is this person's; whoever else changes it waits. Null where it is not there, or somebody else's. */
export async function holdSet(
  client: pg.PoolClient,
  personId: string | null,
  set: string,
): Promise<Held | null> {
  const { rows: own } = await client.query<{ title: string; set: string }>(
    'SELECT title, set_id AS set FROM teacher_set WHERE id = $1 AND owner_id = $2 FOR UPDATE',
    [set, personId],
  )
  const [held] = own
  if (!held) return null
  // Only now: what stood before the wait may not stand any more.
  const { rows } = await client.query<{ number: number; versions: string[] }>(
    `SELECT s.number,
       array(SELECT i.version_id::text FROM quiz_set_item i WHERE i.set_id = s.id ORDER BY i.position) AS versions
     FROM quiz_set s WHERE s.id = $1`,
    [held.set],
  )
  const { number, versions } = (rows as [{ number: number; versions: string[] }])[0]
  return { id: set, ...held, number, versions }
}

type Changed = Outcome<ChangedView>

/** What a set is to be. */
export interface State {
  readonly title: string
  readonly versions: readonly string[]
}

/**
 * Changes what is in a set of the viewer's: `work` gives what it is to be, or why not. With `seen`, a set that has been
 * changed since then is left as it is.
 */
export const changeSet = (
  { personId }: Viewer,
  { set, seen }: { readonly set: string; readonly seen?: string },
  work: (client: pg.PoolClient, held: Held) => Promise<State | Extract<Changed, { refused: unknown }>>,
): Promise<Changed> =>
  transaction<Changed>(async (client) => {
    const held = await holdSet(client, personId, set)
    if (!held) return { refused: 'not-found' }
    if (seen !== undefined && seen !== held.set) return { refused: 'changed-meanwhile' }
    const next = await work(client, held)
    if ('refused' in next) return next
    return { done: { set: await storeState(client, held, next) } }
  })

const settingsOf = (id: string, { title, versions }: State): string =>
  JSON.stringify(writeMixedSettings({ count: versions.length, seed: id, limits: {}, title }))

/** Stores another state of a set and lets it stand; the same again stays what it was. Gives the quiz set that stands. */
async function storeState(client: pg.PoolClient, held: Held, next: State): Promise<string> {
  const { title, versions } = next
  if (title === held.title && versions.join() === held.versions.join()) return held.set
  const set = randomUUID()
  await client.query(
    `WITH stored AS (
       INSERT INTO quiz_set (id, teacher_set_id, number, settings) VALUES ($1, $2, $3, $4)
     ), standing AS (
       UPDATE teacher_set SET set_id = $1, title = $5, changed_at = clock_timestamp() WHERE id = $2
     )
     INSERT INTO quiz_set_item (set_id, position, version_id)
     SELECT $1, item.position, item.version FROM unnest($6::uuid[]) WITH ORDINALITY AS item (version, position)`,
    [set, held.id, held.number + 1, settingsOf(held.id, next), title, versions],
  )
  return set
}

/** Makes a set of somebody's, and gives its id. */
export async function storeSet(client: pg.PoolClient, owner: string, first: State): Promise<string> {
  const [id, set] = [randomUUID(), randomUUID()]
  await client.query(
    `WITH stored AS (
       INSERT INTO quiz_set (id, teacher_set_id, number, settings) VALUES ($1, $2, 1, $3)
     ), made AS (
       INSERT INTO teacher_set (id, owner_id, title, set_id) VALUES ($2, $4, $5, $1)
     )
     INSERT INTO quiz_set_item (set_id, position, version_id)
     SELECT $1, item.position, item.version FROM unnest($6::uuid[]) WITH ORDINALITY AS item (version, position)`,
    [set, id, settingsOf(id, first), owner, first.title, first.versions],
  )
  return id
}
