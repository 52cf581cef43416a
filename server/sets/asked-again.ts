import type pg from 'pg'
import { anotherWay, type Kind } from '#core'
import { pool } from '../db.ts'
import { MAY_FIND } from '../questions/of-desk.ts'

/** By which question one is asked again. */
export interface Again {
  readonly version: string
  /** Whether it is another question about the same facts, and not the same one once more. */
  readonly isOther: boolean
}

interface WayRow {
  asked: string
  version: string
  question: string
  kind: Kind
  stem: string
  is_same: boolean
  asked_kind: Kind
  asked_stem: string
  /** How well it fits: the facts both ask about, of those that either does. */
  fit: number
}

/**
 * By which standing questions these versions are asked again, in their order: by another one about the same facts, of another
 * kind or in other words, that is none of `known`; else by the newest version of the same one. None comes twice. What
 * cannot be asked any more, or not by this person, is not there.
 */
export async function mapAgain(
  versions: readonly string[],
  known: readonly string[],
  personId: string | null,
  client: pg.Pool | pg.PoolClient = pool(),
): Promise<ReadonlyMap<string, Again>> {
  const { rows } = await client.query<WayRow>(
    `WITH asked AS (
       SELECT v.id, v.question_id, q.article_id, v.kind, v.stem,
         array(SELECT fact_id FROM question_fact WHERE version_id = v.id) AS facts
       FROM question_version v JOIN question q ON q.id = v.question_id WHERE v.id = ANY($1::uuid[])
     ), way AS (
       SELECT DISTINCT asked.id AS asked, f.version_id AS version FROM asked
       JOIN question_fact f ON f.fact_id = ANY(asked.facts)
       UNION
       SELECT asked.id, v.id FROM asked JOIN question_version v ON v.question_id = asked.question_id
     )
     SELECT way.asked, v.id AS version, v.question_id AS question, v.kind, v.stem,
       v.question_id = asked.question_id AS is_same, asked.kind AS asked_kind, asked.stem AS asked_stem,
       coalesce((SELECT count(*) FILTER (WHERE f.fact_id = ANY(asked.facts))::float8
           / nullif(cardinality(asked.facts) + count(*) FILTER (WHERE f.fact_id <> ALL(asked.facts)), 0)
         FROM question_fact f WHERE f.version_id = v.id), 0) AS fit
     FROM way JOIN asked ON asked.id = way.asked JOIN question_version v ON v.id = way.version
     JOIN question q ON q.id = v.question_id LEFT JOIN bank_item b ON b.version_id = v.id
     WHERE NOT EXISTS (SELECT FROM withdrawal w WHERE w.version_id = v.id)
       AND NOT (coalesce((v.body #>> '{question,needsArticle}')::boolean, true)
         AND (SELECT count(DISTINCT article_id) FROM asked) > 1)
       AND ${MAY_FIND('q', '$3')} AND (v.question_id = asked.question_id OR (b.version_id IS NOT NULL
         AND v.question_id NOT IN (SELECT k.question_id FROM question_version k WHERE k.id = ANY($2::uuid[]))))
     ORDER BY v.number DESC, v.id`,
    [versions, known, personId],
  )
  const taken = new Set<string>()
  return new Map(
    versions.flatMap((asked): [string, Again][] => {
      const ways = rows.filter((row) => row.asked === asked && !taken.has(row.question))
      const others = ways.filter(({ is_same }) => !is_same)
      const closest = Math.max(...others.map(({ fit }) => fit))
      const [first] = ways
      const other =
        first &&
        anotherWay(
          others.filter(({ fit }) => fit === closest),
          [{ version: asked, kind: first.asked_kind, stem: first.asked_stem }],
          { seed: asked },
        )
      const way = other ?? ways.find(({ is_same }) => is_same)
      if (!way) return []
      taken.add(way.question)
      return [[asked, { version: way.version, isOther: !way.is_same }]]
    }),
  )
}
