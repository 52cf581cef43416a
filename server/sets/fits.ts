import type pg from 'pg'
import { MAY_FIND } from '../questions/of-desk.ts'
import type { Refusal } from '../refusal-view.ts'

/** The most questions of one set. */
export const MOST = 60

interface Fact {
  id: string
  question: string
  article: string
  needs_article: boolean
  is_withdrawn: boolean
  may_find: boolean
}

/**
 * Why these questions cannot stand together in a set of this person's, or null: `added` join what is in it already. What is added
 * must stand, and be the house's or of a desk of theirs; no question comes twice, in whatever version; and one that makes sense only right after its article is with its own kind alone.
 */
export async function whyNot(
  client: pg.PoolClient,
  personId: string | null,
  before: readonly string[],
  added: readonly string[],
): Promise<Refusal | null> {
  const all = [...before, ...added]
  if (all.length > MOST) return 'set-full'
  const { rows } = await client.query<Fact>(
    `SELECT v.id, v.question_id AS question, r.article_id AS article,
       coalesce((v.body #>> '{question,needsArticle}')::boolean, true) AS needs_article,
       EXISTS (SELECT FROM withdrawal w WHERE w.version_id = v.id) AS is_withdrawn,
       ${MAY_FIND('q', '$2')} AS may_find
     FROM question_version v JOIN revision r ON r.id = v.revision_id JOIN question q ON q.id = v.question_id
     WHERE v.id = ANY($1::uuid[])`,
    [all, personId],
  )
  const facts = new Map(rows.map((row) => [row.id, row]))
  const known = all.flatMap((id) => facts.get(id) ?? [])
  if (known.length < all.length || added.some((id) => !facts.get(id)?.may_find)) return 'not-found'
  if (added.some((id) => facts.get(id)?.is_withdrawn)) return 'withdrawn'
  if (new Set(known.map(({ question }) => question)).size < known.length) return 'in-set-already'
  const isOfSeveral = new Set(known.map(({ article }) => article)).size > 1
  return isOfSeveral && known.some(({ needs_article }) => needs_article) ? 'needs-article' : null
}
