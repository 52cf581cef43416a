import type { Kind } from '#core'
import { pool } from '../db.ts'
import type { PracticeBody } from './view.ts'

/** The newest attempts that are looked through for what somebody has been asked. */
const NEWEST = 300

/** A question somebody has been asked whose answer may be told, and how it went. */
export interface Asked {
  readonly version: string
  readonly kind: Kind
  readonly stem: string
  readonly at: Date
  /** 0 to 1; null of one that was left blank. */
  readonly mark: number | null
  /** The fact it asks about, where it is one alone. */
  readonly fact: string | null
  readonly concepts: readonly string[]
}

const ASKED = `
  SELECT i.version_id AS version, v.kind, v.stem, i.final_at AS at, rated.mark, f.fact_id AS fact, r.concepts
  FROM (
    SELECT id, mode, submitted_at FROM attempt WHERE person_id = $1 ORDER BY started_at DESC LIMIT ${NEWEST}
  ) a
  JOIN attempt_item i ON i.attempt_id = a.id AND i.final_at IS NOT NULL
  JOIN question_version v ON v.id = i.version_id
  JOIN revision r ON r.id = v.revision_id
  LEFT JOIN question_fact f ON f.version_id = i.version_id AND f.is_only
  LEFT JOIN rated_answer rated ON rated.attempt_id = i.attempt_id AND rated.position = i.position
  WHERE a.mode = 'practice' OR a.submitted_at IS NOT NULL
  ORDER BY i.final_at DESC, i.attempt_id, i.position DESC`

/** What a person has been asked in any quiz, the last first. */
export async function listAnswered(personId: string): Promise<Asked[]> {
  return (await pool().query<Asked>(ASKED, [personId])).rows
}

/** Every version that asks about a fact which one of these versions asks about, and these versions themselves. */
export async function listSameFacts(versions: readonly string[]): Promise<string[]> {
  const { rows } = await pool().query<{ id: string }>(
    `SELECT DISTINCT other.version_id AS id FROM question_fact f JOIN question_fact other ON other.fact_id = f.fact_id
     WHERE f.version_id = ANY($1::uuid[])
     UNION SELECT unnest($1::uuid[])`,
    [versions],
  )
  return rows.map(({ id }) => id)
}

/** What of a question decides whether it goes with others. */
export interface Place {
  /** Whether its article is about what the practice is about. */
  readonly fits: boolean
  /** The sentence that settles it, by its article and its place there; null where none does, or none is known. */
  readonly sentence: string | null
}

/** Where these versions stand. */
export async function getPlaces(
  versions: readonly string[],
  { sector, concept }: PracticeBody,
): Promise<ReadonlyMap<string, Place>> {
  const { rows } = await pool().query<Place & { id: string }>(
    `SELECT v.id, ($2::text IS NULL OR r.sector = $2) AND ($3::text IS NULL OR $3 = ANY(r.concepts)) AS fits,
       b.article_id || ' ' || nullif(b.banked #>> '{banked,sentence}', '-1') AS sentence
     FROM question_version v JOIN revision r ON r.id = v.revision_id
     LEFT JOIN bank_item b ON b.version_id = v.id WHERE v.id = ANY($1::uuid[])`,
    [versions, sector ?? null, concept ?? null],
  )
  return new Map(rows.map(({ id, ...place }) => [id, place]))
}

/** Which of these facts a person keeps in mind, each with whether it is set aside for now. */
export async function getKept(
  personId: string,
  facts: readonly string[],
): Promise<ReadonlyMap<string, boolean>> {
  const { rows } = await pool().query<{ fact: string; aside: boolean }>(
    `SELECT fact_id AS fact, is_suspended OR coalesce(buried_until > clock_timestamp(), false) AS aside
     FROM memory WHERE person_id = $1 AND fact_id = ANY($2::uuid[])`,
    [personId, facts],
  )
  return new Map(rows.map(({ fact, aside }) => [fact, aside]))
}
