import { randomBytes, randomUUID } from 'node:crypto'
import type pg from 'pg'
import { type StartAssigned, startAssigned } from '../assignments/start.ts'
import { pool, transaction } from '../db.ts'
import { guestCookie, guestIdFor } from '../guest.ts'
import type { Outcome } from '../outcome.ts'
import { appendItem, type Choice, choose } from '../practice/next.ts'
import type { PracticeBody } from '../practice/view.ts'
import { writeArrangement } from '../questions/stored.ts'
import { drawMixed, storePractice } from '../quizzes/mixed.ts'
import { getReadableSet, getSet } from '../quizzes/sets.ts'
import { noteZone } from '../reviews/learning.ts'
import { asGuest, type Viewer } from '../viewer.ts'
import { arrangeAll } from './arranged.ts'
import { getTaken, keepPinned, type Pinned, type Taken, UNANSWERED } from './record.ts'
import { tellAttempt } from './tell.ts'
import type { MixedBody, Mode, StartReply } from './view.ts'

/** What starts an attempt: of an assignment, of a set, of one that is drawn for it, or of practice, which chooses as it goes. `seed` decides its order of options; a test may give one, nobody else does. */
export type Start = OwnStart | StartAssigned

type OwnStart = (
  | { readonly set: string }
  | { readonly mixed: MixedBody }
  | { readonly practice: PracticeBody }
) & {
  readonly mode: Mode
  readonly key: string
  readonly anew?: boolean | undefined
  readonly tries?: number | undefined
  readonly zone?: string | undefined
  readonly seed?: string
}

type Asked = Required<Omit<Extract<OwnStart, { set: string }>, 'anew' | 'tries' | 'zone'>> & {
  anew: boolean
  tries: number
  /** The question that a practice begins with. */
  first: Choice | null
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
  if ('assignment' in start) return startAssigned(viewer, start)
  const isNew = viewer.personId === null
  const { mode, key, anew = false, tries = 1, seed = randomBytes(12).toString('base64url') } = start
  const set = await setOf(start)
  if (set === null || (await getReadableSet(viewer, set)) === null) return { refused: 'not-found' }
  const opening = 'practice' in start ? await chooseFirst(viewer, start.practice, seed) : null
  if ('practice' in start && opening === null) return { refused: 'nothing-to-ask' }
  const asked: Asked = { set, mode, key, anew, tries, seed, first: opening }
  const personId = viewer.personId ?? guestIdFor(start.key)
  const first = await tryStart(personId, isNew, asked)
  // The id is taken, or the person of the cookie is not known here: a guest of its own, then.
  const isStranger = first === 'stranger'
  const tried = isStranger ? await tryStart(randomUUID(), true, asked) : first
  if (start.zone !== undefined && tried !== null && tried !== 'stranger')
    await noteZone(tried.taken.pinned.personId, start.zone)
  return begun(tried, isNew || isStranger)
}

async function setOf(start: OwnStart): Promise<string | null> {
  if ('practice' in start) return storePractice(start.practice)
  return 'mixed' in start ? drawMixed(start.mixed) : start.set
}

const chooseFirst = ({ personId }: Viewer, practice: PracticeBody, seed: string): Promise<Choice | null> =>
  choose({ personId, practice, session: [], seed: `${seed} 1` }, [])

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
  if (!set || (set.versions.length === 0 && start.first === null)) return null
  const { set: setId, mode, key, seed, anew, tries, first } = start
  const attempt = randomUUID()
  const items = arrangeAll(set.versions, seed)
  const stored = items.map(({ version, arrangement }) => ({
    version: version.id,
    arrangement: writeArrangement(arrangement),
  }))
  const begin = async (client: pg.Pool | pg.PoolClient): Promise<StartRow | undefined> => {
    const { rows } = await client.query<StartRow>(
      'SELECT * FROM start_attempt($1, $2, $3, $4, $5, $6, $7, $8, $9, $10)',
      [...[attempt, personId, isNew, setId, mode, seed, key, anew], JSON.stringify(stored), tries],
    )
    return rows[0]
  }
  const row = await (first === null
    ? begin(pool())
    : transaction(async (client) => {
        const begun = await begin(client)
        if (begun?.outcome !== 'started') return begun
        const outcome = await appendItem({ attempt, personId, position: 1, seed, choice: first }, client)
        if (outcome !== 'appended') throw new Error(`a practice could not begin: ${outcome}`)
        return begun
      }))
  if (!row || row.outcome === 'not-found') return null
  if (row.outcome === 'stranger') return 'stranger'
  if (row.outcome === 'superseded') return tryStart(personId, isNew, { ...start, set: row.id })
  if (row.outcome === 'found' || first !== null) {
    const taken = await getTaken(asGuest(personId), row.id)
    return taken && { taken, isMade: row.outcome === 'started' }
  }
  const pinned: Pinned = {
    id: attempt,
    personId,
    mode,
    tries,
    set,
    assignment: null,
    startedAt: row.started_at,
    seed,
    items,
  }
  keepPinned(pinned)
  return {
    taken: {
      pinned,
      submittedAt: null,
      toldAt: null,
      given: null,
      items: items.map(() => UNANSWERED),
    },
    isMade: true,
  }
}
