import type pg from 'pg'
import { type Fact, newMemory, ownDayEnd, stableKey, statedBy } from '#core'
import { readFact, type StoredFact } from '../articles/stored.ts'
import { pool, storeTime, transaction } from '../db.ts'
import type { Outcome } from '../outcome.ts'
import type { Viewer } from '../viewer.ts'
import { getLearning } from './learning.ts'
import type { Fact as Named } from './memories.ts'
import { storeMemory } from './settle.ts'
import type { CorrectionView } from './view.ts'

/** SQL: whether all passages of a reading's fact, `data`, stand word for word in the text of a revision. What an engine merely reads otherwise is no correction. */
const IS_QUOTED = (data: string, revision: string): string => `coalesce((
  SELECT bool_and(strpos(text.text, piece ->> 'quote') > 0)
  FROM revision text, jsonb_array_elements(${data} -> 'fact' -> 'evidence') piece WHERE text.id = ${revision}), true)`

/** SQL: whether the newest revision of its article states the fact: some engine has found it there, or its passages stand. Whoever remembers one that is not stated is not asked for it, and does not count it. */
export const IS_STATED = (fact: string): string => `(
  EXISTS (SELECT FROM fact_reading found JOIN reading own ON own.id = found.reading_id
    JOIN library_article newest ON newest.revision_id = own.revision_id WHERE found.fact_id = ${fact})
  OR coalesce((SELECT ${IS_QUOTED('found.data', 'newest.revision_id')}
    FROM fact_reading found JOIN reading own ON own.id = found.reading_id
    JOIN fact whose ON whose.id = found.fact_id JOIN library_article newest ON newest.article_id = whose.article_id
    WHERE found.fact_id = ${fact} ORDER BY own.created_at DESC LIMIT 1), true))`

interface ChangedRow {
  fact: string
  slug: string
  title: string
  newest: string
  was: unknown
  /** The reading it comes from. */
  learned_in: string
  /** Whether the revision as of which it is known stated it; where it did not, that was seen. */
  was_stated: boolean
  now: unknown
}

/**
 * Facts a person remembers from a revision whose passages are no longer in the newest one: as they were when the person
 * last answered for them, or has seen what became of them, and as the newest revision has them, if at all.
 */
const CHANGED = `
  SELECT m.fact_id AS fact, shelf.slug, shelf.title, shelf.revision_id AS newest, was.data AS was,
    was.reading_id AS learned_in, was.revision_id = known.id AS was_stated,
    (SELECT found.data FROM fact_reading found JOIN reading own ON own.id = found.reading_id
     WHERE found.fact_id = m.fact_id AND own.revision_id = shelf.revision_id
     ORDER BY own.created_at DESC LIMIT 1) AS now
  FROM memory m
  JOIN fact f ON f.id = m.fact_id
  JOIN library_article shelf ON shelf.article_id = f.article_id
  JOIN LATERAL (
    SELECT r.id, r.number FROM revision r
    WHERE r.id = m.seen_revision_id OR r.id = (
      SELECT v.revision_id FROM review past
      JOIN attempt_item i ON i.attempt_id = past.attempt_id AND i.position = past.position
      JOIN question_version v ON v.id = i.version_id
      WHERE past.person_id = m.person_id AND past.fact_id = m.fact_id ORDER BY past.at DESC LIMIT 1)
    ORDER BY r.number DESC LIMIT 1
  ) known ON known.id <> shelf.revision_id
  JOIN LATERAL (
    SELECT found.data, found.reading_id, own.revision_id FROM fact_reading found JOIN reading own ON own.id = found.reading_id
    JOIN revision r ON r.id = own.revision_id
    WHERE found.fact_id = m.fact_id AND r.number <= known.number
    ORDER BY r.number DESC, own.created_at DESC LIMIT 1
  ) was ON true
  WHERE m.person_id = $1 AND ($2::uuid IS NULL OR m.fact_id = $2)
    AND NOT ${IS_QUOTED('was.data', 'shelf.revision_id')}
  ORDER BY m.added_at, m.fact_id LIMIT 100`

interface Correction {
  readonly view: CorrectionView
  /** The revision that corrected it. */
  readonly revision: string
}

/** What has been corrected of what the person remembers, and not been seen yet; of one fact where it is named. */
async function findCorrections(
  client: pg.Pool | pg.PoolClient,
  personId: string,
  fact: string | null = null,
): Promise<Correction[]> {
  const { rows } = await client.query<ChangedRow>(CHANGED, [personId, fact])
  const corrections: Correction[] = []
  for (const { fact, slug, title, newest, was, learned_in, was_stated, now } of rows) {
    if (now === null && !was_stated) continue
    const before = readFact(was)
    const stands = now === null ? null : readFact(now)
    if (stands && statedBy(before.fact) === statedBy(stands.fact)) continue
    const after = stands ?? (await findReplacement(client, before.fact, learned_in, newest))
    const view = {
      fact,
      label: before.said.label,
      was: say(before),
      now: after && say(after),
      isRetired: stands === null,
      article: { slug, title },
      at: (after && startAndEnd(after.fact)) ?? null,
    }
    corrections.push({ revision: newest, view })
  }
  return corrections
}

const startAndEnd = ({ evidence }: Fact): CorrectionView['at'] =>
  evidence[0] ? { start: evidence[0].start, end: evidence[0].end } : null

/** 'up 12% to $45m, 2024': what is said of it and for when; its sentence where the margin says nothing. */
function say({ said, fact: { period = '', evidence } }: StoredFact): string {
  if (said.value === '') return evidence[0]?.quote ?? ''
  const time = period.replace(/^in (?:the )?/, '')
  return time === '' || said.value.includes(time) ? said.value : `${said.value}, ${time}`
}

/** Of the facts that the newest revision states and the earlier one did not: one of the same family, subject and measure, of the same thing and time before others. */
async function findReplacement(
  client: pg.Pool | pg.PoolClient,
  gone: Fact,
  learnedIn: string,
  newest: string,
): Promise<StoredFact | null> {
  const { rows } = await client.query<{ data: unknown }>(
    `SELECT found.data FROM fact_reading found
     WHERE found.reading_id = (SELECT id FROM reading WHERE revision_id = $1 ORDER BY created_at DESC LIMIT 1)
       AND NOT EXISTS (SELECT FROM fact_reading WHERE reading_id = $2 AND fact_id = found.fact_id)
     ORDER BY found.place`,
    [newest, learnedIn],
  )
  const alike = rows.map(({ data }) => readFact(data)).filter(({ fact }) => kin(fact) === kin(gone))
  const near = ({ fact: { object, period } }: StoredFact): number =>
    Number(object === gone.object) + Number(period === gone.period)
  return alike.sort((a, b) => near(b) - near(a))[0] ?? null
}

/** What two facts share that tell of the same thing at another time, or otherwise: the stable key without object and period. */
const kin = ({ object: _, period: __, ...fact }: Fact): string => stableKey(fact)

/** What was corrected since the viewer learned it: what it was, and what stands now. Each is told until it has been seen. */
export async function listCorrections({ personId }: Viewer): Promise<CorrectionView[]> {
  if (personId === null) return []
  return (await findCorrections(pool(), personId)).map(({ view }) => view)
}

/** The viewer has seen what became of a fact. One that the article states otherwise now is learned anew, from their own tomorrow. */
export async function seeCorrection(
  { personId }: Viewer,
  { fact }: Named,
): Promise<Outcome<{ readonly seen: true }>> {
  if (personId === null) return { refused: 'not-found' }
  const { zone } = await getLearning(personId)
  return transaction<Outcome<{ readonly seen: true }>>(async (client) => {
    await client.query('SELECT FROM person WHERE id = $1 FOR NO KEY UPDATE', [personId])
    const [correction] = await findCorrections(client, personId, fact)
    if (!correction) return { refused: 'not-found' }
    const { revision, view } = correction
    await client.query('UPDATE memory SET seen_revision_id = $3 WHERE person_id = $1 AND fact_id = $2', [
      personId,
      fact,
      revision,
    ])
    if (!view.isRetired)
      await storeMemory(client, personId, fact, newMemory(ownDayEnd(await storeTime(), zone)))
    return { done: { seen: true } }
  })
}
