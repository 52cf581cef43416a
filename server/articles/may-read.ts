import type pg from 'pg'

/**
 * SQL: whether a person may read the article with that owner: what nobody owns everyone reads, what somebody has brought in
 * they themselves and who is in a class that they teach.
 */
export const MAY_READ = (owner: string, person: string): string =>
  `(${owner} IS NULL OR ${owner} = ${person} OR EXISTS (
    SELECT FROM enrolment taught JOIN enrolment there ON there.class_id = taught.class_id
    WHERE taught.person_id = ${owner} AND taught.role = 'teacher' AND taught.left_at IS NULL
      AND there.person_id = ${person} AND there.left_at IS NULL))`

/** The newest revision of an article that a person may read; null where there is none. */
export async function findRevision(
  client: Pick<pg.ClientBase, 'query'>,
  personId: string | null,
  slug: string,
): Promise<string | null> {
  const { rows } = await client.query<{ id: string }>(
    `SELECT r.id FROM article a JOIN revision r ON r.article_id = a.id
     WHERE a.slug = $1 AND ${MAY_READ('a.owner_id', '$2')} ORDER BY r.number DESC LIMIT 1`,
    [slug, personId],
  )
  return rows[0]?.id ?? null
}
