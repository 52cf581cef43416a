import type pg from 'pg'
import { z } from 'zod'
import { MAY_READ } from '../articles/may-read.ts'
import { transaction } from '../db.ts'
import { id } from '../fields.ts'
import type { Outcome } from '../outcome.ts'
import type { Viewer } from '../viewer.ts'
import { MOST, whyNot } from './fits.ts'
import { asTitle, holdSet, type State, type setSchema, storeSet, titleField } from './held.ts'
import type { codeSchema } from './share.ts'
import type { MadeView } from './view.ts'

type Made = Outcome<MadeView>

/** Makes a set of the viewer's own of what `work` gives, or says why not. */
export const makeSet = (
  { personId }: Viewer,
  work: (client: pg.PoolClient, personId: string) => Promise<State | Extract<Made, { refused: unknown }>>,
): Promise<Made> =>
  transaction<Made>(async (client) => {
    if (personId === null) return { refused: 'not-found' }
    const first = await work(client, personId)
    if ('refused' in first) return first
    return { done: { set: await storeSet(client, personId, first) }, created: true }
  })

export const newSetSchema = z.strictObject({
  title: titleField,
  versions: z.array(id).max(MOST).default([]),
})

/** Makes a set of these questions, in this order; of none at first where none are named. */
export const createSet = (
  viewer: Viewer,
  { title, versions }: z.output<typeof newSetSchema>,
): Promise<Made> =>
  makeSet(viewer, async (client, personId) => {
    const refused = await whyNot(client, personId, [], versions)
    return refused === null ? { title, versions } : { refused }
  })

export const articleSchema = z.strictObject({ slug: z.string().min(1).max(200) })

/** Makes a set of what the quiz of an article asks now, and calls it by the article. */
export const makeSetFromArticle = (viewer: Viewer, { slug }: z.output<typeof articleSchema>): Promise<Made> =>
  makeSet(viewer, async (client, personId) => {
    const { rows } = await client.query<{ title: string; versions: string[] }>(
      `SELECT r.title, ${standingOf('s.id')} AS versions
       FROM quiz_set s JOIN article a ON a.id = s.article_id JOIN revision r ON r.id = s.revision_id
       WHERE a.slug = $1 AND ${MAY_READ('a.owner_id', '$2')} ORDER BY s.number DESC LIMIT 1`,
      [slug, personId],
    )
    const [found] = rows
    if (!found || found.versions.length === 0) return { refused: 'not-found' }
    return { title: asTitle(found.title), versions: found.versions }
  })

/** Makes another set of one of the viewer's own; what has been withdrawn is left out. */
export const duplicateSet = (viewer: Viewer, { set }: z.output<typeof setSchema>): Promise<Made> =>
  makeSet(viewer, async (client, personId) => {
    const held = await holdSet(client, personId, set)
    if (!held) return { refused: 'not-found' }
    return { title: asTitle(`Copy of ${held.title}`), versions: await listStanding(client, held.set) }
  })

/** Makes a set of the viewer's own of one that a colleague shares; what has been withdrawn is left out. */
export const copySet = (viewer: Viewer, { code }: z.output<typeof codeSchema>): Promise<Made> =>
  makeSet(viewer, async (client) => {
    const { rows } = await client.query<{ title: string; set: string }>(
      'SELECT title, set_id AS set FROM teacher_set WHERE share_code = $1 FOR SHARE',
      [code],
    )
    const [shared] = rows
    if (!shared) return { refused: 'not-found' }
    return { title: shared.title, versions: await listStanding(client, shared.set) }
  })

/** SQL: the versions of a quiz set that stand, in its order. */
export const standingOf = (set: string): string => `array(
  SELECT i.version_id::text FROM quiz_set_item i
  WHERE i.set_id = ${set} AND NOT EXISTS (SELECT FROM withdrawal w WHERE w.version_id = i.version_id)
  ORDER BY i.position)`

async function listStanding(client: pg.PoolClient, set: string): Promise<string[]> {
  const { rows } = await client.query<{ versions: string[] }>(
    `SELECT ${standingOf('$1::uuid')} AS versions`,
    [set],
  )
  return rows[0]?.versions ?? []
}
