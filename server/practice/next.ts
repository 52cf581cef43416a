import type pg from 'pg'
import { type Kind, nextBest } from '#core'
import { arrangeOne } from '../attempts/arranged.ts'
import { getTaken, type Pinned } from '../attempts/record.ts'
import { tellItem } from '../attempts/tell.ts'
import type { NextReply } from '../attempts/view.ts'
import { pool } from '../db.ts'
import type { Outcome } from '../outcome.ts'
import { writeArrangement } from '../questions/stored.ts'
import { getVersions, type Version } from '../questions/versions.ts'
import { questionsIn } from '../quizzes/minutes.ts'
import type { Refusal } from '../refusal-view.ts'
import type { Viewer } from '../viewer.ts'
import { listCandidates, type Situation } from './candidates.ts'
import { getAbility } from './ratings.ts'
import { writeWhy } from './stored.ts'
import type { PracticeBody, WhyView } from './view.ts'

/** A question that was chosen, and why. */
export interface Choice {
  readonly version: Version
  readonly why: WhyView
}

/** Chooses the question that suits a person best now; `before` are the kinds asked so far, the last one first. Null where nothing is left. */
export async function choose(situation: Situation, before: readonly Kind[]): Promise<Choice | null> {
  const candidates = await listCandidates(situation)
  const ability = await getAbility(situation.personId)
  const best = nextBest(candidates, ability, { seed: situation.seed, before })
  if (!best) return null
  const [version] = await getVersions([best.id])
  return version ? { version, why: best.why } : null
}

interface Place {
  readonly attempt: string
  readonly personId: string
  /** Counts from 1. */
  readonly position: number
  /** The attempt's. */
  readonly seed: string
  readonly choice: Choice
}

type Appended = 'appended' | 'found' | 'stale' | Extract<Refusal, 'not-found' | 'handed-in' | 'answer-first'>

/** Gives an attempt the question that was chosen for a position (append_item in the migrations): of two at once, the first. */
export async function appendItem(
  { attempt, personId, position, seed, choice: { version, why } }: Place,
  client: pg.Pool | pg.PoolClient = pool(),
): Promise<Appended> {
  const arrangement = writeArrangement(arrangeOne(version, seed, position))
  const { rows } = await client.query<{ outcome: Appended }>(
    'SELECT append_item($1, $2, $3, $4, $5, $6) AS outcome',
    [attempt, personId, position, version.id, arrangement, writeWhy(why)],
  )
  return rows[0]?.outcome ?? 'not-found'
}

/** How often a choice is made again that was overtaken by a withdrawal. */
const TRIES = 3

/**
 * The question after the one at `after` in the viewer's practice: chosen now where there is none yet, which wants the
 * answer before to be final, so that nothing of it can show in what comes next. Asked twice, or by two tabs, it is one.
 */
export async function nextItem(
  viewer: Viewer,
  { id, after }: { readonly id: string; readonly after: number },
): Promise<Outcome<NextReply>> {
  for (let tries = 0; tries < TRIES; tries++) {
    const taken = await getTaken(viewer, id)
    const practice = taken?.pinned.set.practice
    if (!taken || !practice || after > taken.items.length) return { refused: 'not-found' }
    const { pinned, items, submittedAt } = taken
    if (after < items.length) return { done: { item: tellItem(taken, after + 1), end: null } }
    if (submittedAt) return { refused: 'handed-in' }
    if (items.at(-1)?.final === null) return { refused: 'answer-first' }
    if (after >= (questionsIn(practice.minutes) ?? MOST)) return { done: { item: null, end: 'long-enough' } }
    const choice = await chooseAfter(pinned, practice)
    if (!choice) return { done: { item: null, end: 'nothing-left' } }
    const { personId, seed } = pinned
    const outcome = await appendItem({ attempt: id, personId, position: after + 1, seed, choice })
    if (outcome !== 'appended' && outcome !== 'found' && outcome !== 'stale') return { refused: outcome }
  }
  return { refused: 'busy' }
}

/** No attempt has more questions. */
const MOST = 999

function chooseAfter({ personId, seed, items }: Pinned, practice: PracticeBody): Promise<Choice | null> {
  const session = items.map(({ version }) => version.id)
  const before = items.map(({ version }) => version.question.kind).reverse()
  return choose({ personId, practice, session, seed: `${seed} ${items.length + 1}` }, before)
}
