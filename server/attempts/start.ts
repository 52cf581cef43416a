import { randomBytes, randomUUID } from 'node:crypto'
import { arrange, countParts, createRandom } from '#core'
import { pool } from '../db.ts'
import { guestCookie, guestIdFor } from '../guest.ts'
import type { Outcome } from '../outcome.ts'
import { writeArrangement } from '../questions/stored.ts'
import { drawMixed } from '../quizzes/mixed.ts'
import { getSet, type QuizSet } from '../quizzes/sets.ts'
import { noteZone } from '../reviews/learning.ts'
import { asGuest, type Viewer } from '../viewer.ts'
import { getTaken, keepPinned, type Pinned, type Taken } from './record.ts'
import { tellAttempt } from './tell.ts'
import type { MixedBody, Mode, StartReply } from './view.ts'

/** What starts an attempt, of a set or of one that is drawn for it. `seed` decides its order of options; a test may give one, nobody else does. */
export type Start = ({ readonly set: string } | { readonly mixed: MixedBody }) & {
  readonly mode: Mode
  readonly key: string
  readonly anew?: boolean | undefined
  readonly tries?: number | undefined
  readonly zone?: string | undefined
  readonly seed?: string
}

type Asked = Required<Omit<Extract<Start, { set: string }>, 'anew' | 'tries' | 'zone'>> & {
  anew: boolean
  tries: number
}

interface StartRow {
  outcome: 'started' | 'found' | 'superseded' | 'stranger' | 'not-found'
  id: string
  started_at: Date
}

/**
 * Starts an attempt, or gives back the one that is meant: this key's own, or an open one of the same set, mode
 * and tries (unless `anew`). A viewer without a person becomes a guest, with the cookie for it. An article that has a newer set
 * by now gives that one.
 */
export async function startAttempt(viewer: Viewer, start: Start): Promise<Outcome<StartReply>> {
  const isNew = viewer.personId === null
  const { mode, key, anew = false, tries = 1, seed = randomBytes(12).toString('base64url') } = start
  const set = 'mixed' in start ? await drawMixed(start.mixed) : start.set
  if (set === null) return { refused: 'not-found' }
  const asked: Asked = { set, mode, key, anew, tries, seed }
  const personId = viewer.personId ?? guestIdFor(start.key)
  const first = await tryStart(personId, isNew, asked)
  // The id is taken, or the person of the cookie is not known here: a guest of its own, then.
  const isStranger = first === 'stranger'
  const tried = isStranger ? await tryStart(randomUUID(), true, asked) : first
  if (start.zone !== undefined && tried !== null && tried !== 'stranger')
    await noteZone(tried.taken.pinned.personId, start.zone)
  return begun(tried, isNew || isStranger)
}

type Tried = { readonly taken: Taken; readonly isMade: boolean } | 'stranger' | null

function begun(tried: Tried, isNew: boolean): Outcome<StartReply> {
  if (tried === null || tried === 'stranger') return { refused: 'not-found' }
  const { taken, isMade } = tried
  const { id, personId } = taken.pinned
  return {
    done: { attempt: id, view: tellAttempt(taken) },
    created: isMade,
    ...(isNew ? { cookies: [guestCookie(personId)] } : {}),
  }
}

async function tryStart(personId: string, isNew: boolean, start: Asked): Promise<Tried> {
  const set = await getSet(start.set)
  if (!set || set.versions.length === 0) return null
  const { set: setId, mode, key, seed, anew, tries } = start
  const attempt = randomUUID()
  const items = arrangeAll(set, seed)
  const stored = items.map(({ version, arrangement }) => ({
    version: version.id,
    arrangement: writeArrangement(arrangement),
  }))
  const { rows } = await pool().query<StartRow>(
    'SELECT * FROM start_attempt($1, $2, $3, $4, $5, $6, $7, $8, $9, $10)',
    [...[attempt, personId, isNew, setId, mode, seed, key, anew], JSON.stringify(stored), tries],
  )
  const row = rows[0]
  if (!row || row.outcome === 'not-found') return null
  if (row.outcome === 'stranger') return 'stranger'
  if (row.outcome === 'superseded') return tryStart(personId, isNew, { ...start, set: row.id })
  if (row.outcome === 'found') {
    const taken = await getTaken(asGuest(personId), row.id)
    return taken && { taken, isMade: false }
  }
  const pinned: Pinned = { id: attempt, personId, mode, tries, set, startedAt: row.started_at, items }
  keepPinned(pinned)
  return {
    taken: { pinned, submittedAt: null, items: items.map(() => ({ given: null, tried: null, final: null })) },
    isMade: true,
  }
}

/** Ids of options and parts are random for each attempt; their order follows its seed and never the key. */
function arrangeAll(set: QuizSet, seed: string): Pinned['items'] {
  const counts = set.versions.map(({ question }) => countParts(question))
  const total = counts.reduce((sum, count) => sum + count, 0)
  const ids =
    randomBytes(ID_BYTES * total)
      .toString('hex')
      .match(ID) ?? []
  return set.versions.map((version, i) => {
    const own = ids.splice(0, counts[i] ?? 0)
    return { version, arrangement: arrange(version.question, own, createRandom(`${seed}/${i}`)) }
  })
}

const ID_BYTES = 6
/** Two digits a byte. */
const ID = /.{12}/g
