import { pool } from '../db.ts'
import { readFeed } from '../documents/feed.ts'
import { fetchAddress } from '../documents/fetch-address.ts'
import { refusal } from '../outcome.ts'

/** Minutes until a feed is read again, and after how many failures in a row the pause is the longest. */
const PAUSE = 30
const LONGEST_PAUSE = 24 * 60

/** Feeds read in one go; what is left comes next time. */
const AT_ONCE = 50

/** Items of a feed that are kept: those that were seen last, and all that have been brought in. */
const KEPT = 200

interface Due {
  readonly id: string
  readonly address: string
  readonly etag: string | null
  readonly lastModified: string | null
}

/** Reads every feed whose time has come. Any number of nodes may call it: each takes what no other holds. */
export async function readFeeds(): Promise<void> {
  for (let read = 0; read < AT_ONCE; read++) {
    const feed = await takeDue()
    if (!feed) return
    const problem = await readOne(feed)
    await pool().query(
      `UPDATE feed SET problem = $2, checked_at = clock_timestamp(), failures = CASE WHEN $2::text IS NULL THEN 0 ELSE failures + 1 END
       WHERE id = $1`,
      [feed.id, problem],
    )
  }
}

/** The feed that has waited longest, whose next time is set before it is read: a node that dies over one does not hold it up. */
async function takeDue(): Promise<Due | undefined> {
  const { rows } = await pool().query<Due>(
    `UPDATE feed SET next_at = clock_timestamp() + make_interval(mins => least(${LONGEST_PAUSE}, ${PAUSE} * power(2, least(failures, 10)))::int)
     WHERE id = (SELECT id FROM feed WHERE next_at <= clock_timestamp() ORDER BY next_at LIMIT 1 FOR UPDATE SKIP LOCKED)
     RETURNING id, address, etag, last_modified AS "lastModified"`,
  )
  return rows[0]
}

/** Reads one; what was wrong in words, or null. */
async function readOne({ id, address }: Due): Promise<string | null> {
  const fetched = await fetchAddress(address)
  if ('refused' in fetched) return refusal(fetched.refused).message
  const read = await readFeed(fetched.done.bytes, fetched.done.type, fetched.done.address)
  if ('refused' in read) return refusal(read.refused).message
  const { title, items } = read.done
  await pool().query('UPDATE feed SET title = $2 WHERE id = $1', [id, title || address])
  await pool().query(
    `INSERT INTO feed_item (feed_id, guid, address, title, published_at)
     SELECT DISTINCT ON (guid) $1::uuid, guid, address, title, published FROM jsonb_to_recordset($2::jsonb)
       AS item (guid text, address text, title text, published timestamptz)
     ON CONFLICT (feed_id, guid) DO UPDATE SET address = excluded.address, title = excluded.title,
       published_at = excluded.published_at, seen_at = clock_timestamp(),
       changed_at = CASE WHEN (feed_item.title, feed_item.published_at) IS DISTINCT FROM (excluded.title, excluded.published_at)
         THEN clock_timestamp() ELSE feed_item.changed_at END`,
    [id, JSON.stringify(items)],
  )
  await pool().query(
    `DELETE FROM feed_item WHERE feed_id = $1 AND import_id IS NULL AND guid NOT IN (
       SELECT guid FROM feed_item WHERE feed_id = $1 ORDER BY seen_at DESC, guid LIMIT ${KEPT})`,
    [id],
  )
  return null
}
