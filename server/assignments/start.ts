import { randomBytes, randomUUID } from 'node:crypto'
import { createRandom } from '#core'
import { mayTryWord } from '../accounts/throttle.ts'
import { arrangeAll } from '../attempts/arranged.ts'
import { getTaken } from '../attempts/record.ts'
import { tellAttempt } from '../attempts/tell.ts'
import type { StartReply } from '../attempts/view.ts'
import { pool } from '../db.ts'
import type { Outcome } from '../outcome.ts'
import { writeArrangement } from '../questions/stored.ts'
import type { Version } from '../questions/versions.ts'
import { getSet } from '../quizzes/sets.ts'
import { noteZone } from '../reviews/learning.ts'
import type { Viewer } from '../viewer.ts'
import { collectAttempt } from './collect.ts'

/** What starts an attempt of an assignment. `word` is what its teacher has told the class to type. */
export interface StartAssigned {
  readonly assignment: string
  readonly key: string
  readonly word?: string | undefined
  readonly zone?: string | undefined
  /** Decides which questions, and their order; a test may give one, nobody else does. */
  readonly seed?: string
}

interface GivenRow {
  set_id: string
  version: number
  draw: number | null
  has_shuffled_questions: boolean
  has_shuffled_options: boolean
  withdrawn: string[]
}

interface StartRow {
  outcome:
    | 'started'
    | 'found'
    | 'over'
    | 'changed'
    | 'not-found'
    | 'not-open-yet'
    | 'closed'
    | 'no-attempts-left'
    | 'wrong-word'
  id: string
}

/** How often a start is tried again, while its teacher changes the assignment or an old attempt is being taken in. */
const TRIES = 5

/**
 * Starts the viewer's attempt of an assignment, or gives back the one under way. Its questions are drawn, shuffled and pinned
 * now, those taken back since it was given left out; one that was only made anew, and says the same, is still asked.
 */
export async function startAssigned(
  viewer: Viewer,
  { assignment, key, word, zone, seed = randomBytes(12).toString('base64url') }: StartAssigned,
): Promise<Outcome<StartReply>> {
  const { personId } = viewer
  if (personId === null) return { refused: 'not-found' }
  // Where none was typed there is nothing to count.
  if (word !== undefined && !(await mayTryWord(personId))) return { refused: 'throttled' }
  for (let tries = 0; tries < TRIES; tries++) {
    const row = await tryStart(personId, { assignment, key, word, seed })
    if (row === null) return { refused: 'not-found' }
    if (row.outcome === 'changed') continue
    if (row.outcome === 'over') {
      await collectAttempt(personId, row.id)
      continue
    }
    if (row.outcome !== 'started' && row.outcome !== 'found') return { refused: row.outcome }
    if (zone !== undefined) await noteZone(personId, zone)
    const taken = await getTaken(viewer, row.id)
    if (!taken) return { refused: 'not-found' }
    return { done: { attempt: row.id, view: tellAttempt(taken) }, created: row.outcome === 'started' }
  }
  return { refused: 'busy' }
}

/** SQL: whether what stands in the place of an item's version asks the same and has the same key: its article was read again, and nothing about it is wrong. */
const SAID_AGAIN = `EXISTS (
  SELECT FROM question_version v JOIN question_version n ON n.question_id = v.question_id AND n.number > v.number
  WHERE v.id = i.version_id AND n.stem = v.stem AND n.body #> '{question,answer}' = v.body #> '{question,answer}'
    AND NOT EXISTS (SELECT FROM withdrawal gone WHERE gone.version_id = n.id))`

async function tryStart(
  personId: string,
  { assignment, key, word, seed }: Omit<StartAssigned, 'zone'> & { readonly seed: string },
): Promise<StartRow | null> {
  const { rows: found } = await pool().query<GivenRow>(
    `SELECT set_id, version, draw, has_shuffled_questions, has_shuffled_options,
       ARRAY(SELECT i.version_id::text FROM quiz_set_item i JOIN withdrawal w ON w.version_id = i.version_id
         WHERE i.set_id = a.set_id AND NOT (w.rule = 'superseded' AND ${SAID_AGAIN})) AS withdrawn
     FROM assignment a WHERE id = $1 AND is_assigned(id, $2)`,
    [assignment, personId],
  )
  const [given] = found
  const set = given && (await getSet(given.set_id))
  if (!set) return null
  const standing = set.versions.filter(({ id }) => !given.withdrawn.includes(id))
  const items = arrangeAll(pickOwn(standing, given, seed), given.has_shuffled_options ? seed : set.id)
  if (items.length === 0) return null
  const stored = items.map(({ version, arrangement }) => ({
    version: version.id,
    arrangement: writeArrangement(arrangement),
  }))
  const { rows } = await pool().query<StartRow>(
    'SELECT * FROM start_assigned($1, $2, $3, $4, $5, $6, $7, $8)',
    [...[randomUUID(), personId, assignment, given.version, seed, key, word ?? null], JSON.stringify(stored)],
  )
  return rows[0] ?? null
}

/** One person's own questions: all of the set or so many of them, in its order or in one of their own. */
function pickOwn(
  versions: readonly Version[],
  { draw, has_shuffled_questions: isShuffled }: GivenRow,
  seed: string,
): readonly Version[] {
  const shuffled = createRandom(`${seed}/questions`).shuffle(versions)
  const picked = shuffled.slice(0, draw ?? versions.length)
  return isShuffled ? picked : versions.filter((version) => picked.includes(version))
}
