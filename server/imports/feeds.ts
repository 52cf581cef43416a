import { z } from 'zod'
import { pool, transaction } from '../db.ts'
import { id, isStorable } from '../fields.ts'
import { addJob } from '../jobs/add.ts'
import type { Outcome } from '../outcome.ts'
import type { Viewer } from '../viewer.ts'
import type { addressSchema } from './ask.ts'
import { want } from './ask.ts'
import { IMPORT, IMPORT_ORIGIN, type ImportRow, tellImport } from './imports.ts'
import type { FeedItemView, FeedView } from './view.ts'

/** Feeds that somebody may follow. */
const MOST_FEEDS = 20
/** Items of a feed that are listed. */
const LISTED = 20

export const feedSchema = z.strictObject({ feed: id })
export const itemSchema = feedSchema.extend({ guid: z.string().min(1).max(2_000).refine(isStorable) })

/** Follows a feed: it is read at once, and again from time to time. Followed already, it is read again. */
export const followFeed = (
  { personId }: Viewer,
  { address }: z.output<typeof addressSchema>,
): Promise<Outcome<{ readonly feed: string }>> =>
  transaction<Outcome<{ readonly feed: string }>>(async (client) => {
    if (personId === null) return { refused: 'not-found' }
    await client.query('SELECT FROM person WHERE id = $1 FOR NO KEY UPDATE', [personId])
    const { rows } = await client.query<{ id: string }>(
      `INSERT INTO feed (id, owner_id, address, title)
       SELECT gen_random_uuid(), $1, $2, $2
       WHERE (SELECT count(*) FROM feed WHERE owner_id = $1 AND address <> $2) < ${MOST_FEEDS}
       ON CONFLICT (owner_id, address) DO UPDATE SET next_at = clock_timestamp() RETURNING id`,
      [personId, address],
    )
    const feed = rows[0]?.id
    if (feed === undefined) return { refused: 'enough-feeds' }
    await addJob(client, 'read-feeds', {})
    return { done: { feed }, created: true }
  })

/** Follows a feed no more; what was brought in from it stays. */
export async function unfollowFeed(
  { personId }: Viewer,
  { feed }: z.output<typeof feedSchema>,
): Promise<Outcome<{ readonly left: true }>> {
  const { rowCount } = await pool().query('DELETE FROM feed WHERE id = $1 AND owner_id = $2', [
    feed,
    personId,
  ])
  return rowCount === 0 ? { refused: 'not-found' } : { done: { left: true } }
}

/** Brings in an item of a feed of the viewer's; again, once the feed tells of it otherwise. */
export async function takeItem(
  viewer: Viewer,
  { feed, guid }: z.output<typeof itemSchema>,
): Promise<Outcome<{ readonly import: string }>> {
  const { rows } = await pool().query<{ address: string }>(
    `SELECT i.address FROM feed_item i JOIN feed f ON f.id = i.feed_id
     WHERE f.id = $1 AND f.owner_id = $2 AND i.guid = $3`,
    [feed, viewer.personId, guid],
  )
  const [item] = rows
  if (!item) return { refused: 'not-found' }
  const wanted = await want(viewer, { kind: 'item', address: item.address })
  if ('refused' in wanted) return wanted
  await pool().query(
    'UPDATE feed_item SET import_id = $3, changed_at = NULL WHERE feed_id = $1 AND guid = $2',
    [feed, guid, wanted.done.import],
  )
  return wanted
}

interface ItemRow extends ImportRow {
  readonly feed: string
  readonly guid: string
  readonly itemTitle: string
  readonly address: string
  readonly date: string | null
  readonly isChanged: boolean
}

/** The feeds that the viewer follows, by title, each with its newest items. */
export async function listFeeds({ personId }: Viewer): Promise<FeedView[]> {
  const [{ rows: feeds }, { rows: items }] = await Promise.all([
    pool().query<Omit<FeedView, 'items' | 'checkedAt'> & { checkedAt: Date | null }>(
      `SELECT id, title, address, checked_at AS "checkedAt", problem FROM feed
       WHERE owner_id = $1 ORDER BY lower(title), id`,
      [personId],
    ),
    pool().query<ItemRow>(
      `SELECT item.feed_id AS feed, item.guid, item.title AS "itemTitle", item.address,
         to_char(item.published_at AT TIME ZONE 'UTC', 'YYYY-MM-DD') AS date,
         item.changed_at IS NOT NULL AND item.import_id IS NOT NULL AS "isChanged", ${IMPORT}
       FROM feed f CROSS JOIN LATERAL (
         SELECT * FROM feed_item WHERE feed_id = f.id
         ORDER BY coalesce(published_at, seen_at) DESC, guid LIMIT ${LISTED}
       ) item LEFT JOIN import i ON i.id = item.import_id ${IMPORT_ORIGIN}
       WHERE f.owner_id = $1 ORDER BY coalesce(item.published_at, item.seen_at) DESC, item.guid`,
      [personId],
    ),
  ])
  return feeds.map(({ checkedAt, ...feed }) => ({
    ...feed,
    checkedAt: checkedAt?.toISOString() ?? null,
    items: items.filter((item) => item.feed === feed.id).map(tellItem),
  }))
}

const tellItem = ({ feed: _, guid, itemTitle, address, date, isChanged, ...row }: ItemRow): FeedItemView => ({
  guid,
  title: itemTitle,
  address,
  date,
  isChanged,
  import: row.id === null ? null : tellImport(row),
})
