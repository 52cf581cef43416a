import type pg from 'pg'
import { inheritedDifficulty, NEW_ABILITY, newDifficulty, type Rating } from '#core'
import { pool } from '../db.ts'

/** Of a question that is in no bank any more, so that no estimate of the engine's is at hand. */
const UNKNOWN = 0.5

interface RatingRow {
  id: string
  value: number | null
  answers: number | null
  earlier_value: number | null
  earlier_answers: number | null
  score: number | null
}

const RATINGS = `
  SELECT wanted.id, own.value, own.answers, earlier.value AS earlier_value, earlier.answers AS earlier_answers,
    (b.banked #>> '{banked,difficulty,score}')::float AS score
  FROM unnest($1::uuid[]) AS wanted (id)
  LEFT JOIN version_rating own ON own.version_id = wanted.id
  LEFT JOIN bank_item b ON b.version_id = wanted.id
  LEFT JOIN LATERAL (
    SELECT r.value, r.answers FROM question_version v
    JOIN question_version before ON before.question_id = v.question_id AND before.number < v.number
    JOIN version_rating r ON r.version_id = before.id
    WHERE v.id = wanted.id ORDER BY before.number DESC LIMIT 1
  ) earlier ON own.version_id IS NULL`

/**
 * How hard these question versions are: learned from their answers, else taken over from the version before, else as the
 * engine has estimated it.
 */
export async function getDifficulties(
  versions: readonly string[],
  client: pg.Pool | pg.PoolClient = pool(),
): Promise<ReadonlyMap<string, Rating>> {
  const { rows } = await client.query<RatingRow>(RATINGS, [versions])
  return new Map(rows.map((row) => [row.id, readRating(row)]))
}

function readRating({ value, answers, earlier_value, earlier_answers, score }: RatingRow): Rating {
  if (value !== null && answers !== null) return { value, answers }
  if (earlier_value !== null && earlier_answers !== null)
    return inheritedDifficulty({ value: earlier_value, answers: earlier_answers })
  return newDifficulty(score ?? UNKNOWN)
}

/** How able a person is. */
export async function getAbility(
  personId: string | null,
  client: pg.Pool | pg.PoolClient = pool(),
): Promise<Rating> {
  if (personId === null) return NEW_ABILITY
  const { rows } = await client.query<Rating>('SELECT value, answers FROM ability WHERE person_id = $1', [
    personId,
  ])
  return rows[0] ?? NEW_ABILITY
}
