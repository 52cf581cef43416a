import { randomUUID } from 'node:crypto'
import { setTimeout as sleep } from 'node:timers/promises'
import type { Random } from '#core'
import type { EndView, SaveReply, StartReply } from '#server/attempts/view'
import { pool } from '#server/db'
import { answerTo } from '../support/answers.ts'
import { storeQuiz } from '../support/quiz.ts'
import { type Asking, createAsking } from './asking.ts'
import { type Came, many } from './came.ts'
import { fault } from './fault.ts'
import { assign, type Member, makeClass } from './members.ts'
import { type Node, startNode } from './node.ts'

/** Who hand in together: as many as get through to the app within what is asked. */
const TOGETHER = 20
/** How far from the deadline they do, in milliseconds. */
const WITHIN = 50
/** From when all have begun to the deadline of a round, in seconds. */
const ROUND = 2
/** Seconds within which all of them have begun. */
const BEGINNING = 300
/** Rounds that are under way at a time, one after the other at their ends. */
const ROUNDS_AT_ONCE = 3

/** What of the deadline is tried in a round, in turn. */
const WAYS = ['without grace', 'with grace', 'moved away', 'moved up'] as const

/** People answer and hand in within 50 ms of the deadline, which in every other round is moved at the last moment. */
export const deadline = fault({
  number: 8,
  what: 'handing in within 50 ms of the deadline; the deadline moved at the last moment',
  full: { submits: 1_000 },
  async run({ random, say }, { submits }) {
    const node = await startNode()
    const came = await tryDeadlines([node], submits, random, say)
    await node.stop()
    return came
  },
})

/** So many hand in about a deadline, each over one of these processes. */
export async function tryDeadlines(
  nodes: readonly Node[],
  submits: number,
  random: Random,
  say: (line: string) => void,
): Promise<Came> {
  const askings = nodes.map(({ url }) => createAsking(url, TOGETHER * ROUNDS_AT_ONCE))
  const school = await makeClass(TOGETHER)
  const { set } = await storeQuiz()
  const came: Round[] = []
  const rounds = Math.ceil(submits / TOGETHER)
  let next = 0
  const lane = async () => {
    for (let i = next++; i < rounds; i = next++) {
      const way = WAYS[i % WAYS.length] ?? 'without grace'
      came.push(await tryRound({ askings, school, set, way, random }))
      if (came.length % 10 === 0) say(`${came.length} of ${rounds} rounds`)
    }
  }
  await Promise.all(Array.from({ length: ROUNDS_AT_ONCE }, lane))
  for (const asking of askings) asking.close()
  const sum = (part: (round: Round) => number) => came.reduce((total, round) => total + part(round), 0)
  return {
    did: `${many(rounds * TOGETHER)} handed in: ${many(sum(({ inTime }) => inTime))} in time, ${many(sum(({ late }) => late))} late; ${many(sum(({ tooLate }) => tooLate))} answers came too late, were kept and said so`,
    lost: sum(({ lost }) => lost),
    doubled: 0,
    errors: askings.flatMap(({ errors }) => errors),
    wrong: came.flatMap(({ wrong }) => wrong),
  }
}

interface Round {
  readonly inTime: number
  readonly late: number
  readonly tooLate: number
  readonly lost: number
  readonly wrong: readonly string[]
}

interface Setting {
  readonly askings: readonly Asking[]
  readonly school: { readonly id: string; readonly learners: readonly Member[] }
  readonly set: string
  readonly way: (typeof WAYS)[number]
  readonly random: Random
}

async function tryRound({ askings, school, set, way, random }: Setting): Promise<Round> {
  const askingOf = (i: number) => askings[i % askings.length] as Asking
  const terms = { closesIn: BEGINNING, graceMinutes: way === 'with grace' ? 1 : 0 }
  const id = await assign(school.id, set, terms)
  const begun = await Promise.all(
    school.learners.map(({ cookie }, i) =>
      askingOf(i).insist<StartReply>('/api/attempts', { assignment: id, key: randomUUID() }, cookie),
    ),
  )
  const ends = await endIn(id, ROUND)
  const skew = await storeSkew()
  const offsets = school.learners.map(() => random.integer(2 * WITHIN + 1) - WITHIN)
  const moving = move(id, way, ends.getTime() - skew)
  const kept = await Promise.all(
    school.learners.map(({ cookie }, i) =>
      takeToTheEnd(askingOf(i), begun[i], cookie, ends.getTime() - skew + (offsets[i] ?? 0)),
    ),
  )
  await moving
  return settle(id, kept)
}

/** Moves the end of an assignment to so many seconds from now, and gives it. */
async function endIn(assignment: string, seconds: number): Promise<Date> {
  const { rows } = await pool().query<{ ends: Date }>(
    `UPDATE assignment SET version = version + 1, closes_at = clock_timestamp() + $2 * interval '1 second'
     WHERE id = $1 RETURNING closes_at AS ends`,
    [assignment, seconds],
  )
  return (rows as [{ ends: Date }])[0].ends
}

/** By how many milliseconds the clock of the database is ahead of this process's. */
async function storeSkew(): Promise<number> {
  const before = Date.now()
  const { rows } = await pool().query<{ now: Date }>('SELECT clock_timestamp() AS now')
  return (rows[0]?.now.getTime() ?? 0) - (before + Date.now()) / 2
}

async function move(assignment: string, way: Setting['way'], ends: number): Promise<void> {
  if (way !== 'moved away' && way !== 'moved up') return
  await sleep(Math.max(0, ends - WITHIN / 2 - Date.now()))
  await pool().query(
    `UPDATE assignment SET version = version + 1, closes_at = closes_at + $2 * interval '1 second' WHERE id = $1`,
    [assignment, way === 'moved up' ? -0.05 : 60],
  )
}

interface Kept {
  readonly attempt: string
  /** Keys of the answers that were acknowledged, and of those that were acknowledged as late. */
  readonly acknowledged: readonly string[]
  readonly late: readonly string[]
  readonly wrong: readonly string[]
}

type Begun = { readonly sort: 'done'; readonly reply: StartReply } | { readonly sort: 'refused' }
const NONE: Kept = { attempt: '', acknowledged: [], late: [], wrong: ['a quiz did not begin'] }

/** Answers one question early and one at the moment, and hands in at once. */
async function takeToTheEnd(
  asking: Asking,
  begun: Begun | undefined,
  cookie: string,
  at: number,
): Promise<Kept> {
  if (begun?.sort !== 'done') return NONE
  const { attempt, view } = begun.reply
  const [acknowledged, late, wrong]: [string[], string[], string[]] = [[], [], []]
  const save = async (place: number) => {
    const item = view.items[place]
    if (!item) return
    const body = {
      ...{ position: item.position, sequence: 1, key: randomUUID() },
      ...{ answer: answerTo(item.shown, place), check: false },
    }
    const reply = await asking.insist<SaveReply>(`/api/attempts/${attempt}/responses`, body, cookie)
    if (reply.sort === 'done') (reply.reply.late ? late : acknowledged).push(body.key)
    // Handed in by the one, the quiz takes no answer of the other.
    else if (reply.error !== 'handed-in') wrong.push(`an answer: ${reply.error}`)
  }
  await save(0)
  await sleep(Math.max(0, at - Date.now()))
  const [, over] = await Promise.all([
    save(1),
    asking.insist<EndView>(`/api/attempts/${attempt}/submit`, {}, cookie),
  ])
  if (over.sort !== 'done') wrong.push(`a handing-in: ${over.error}`)
  return { attempt, acknowledged, late, wrong }
}

interface ScoreRow {
  readonly id: string
  readonly late_days: number | null
  readonly is_over: boolean
  readonly is_after: boolean
  readonly is_collected: boolean
  readonly keys: readonly string[]
  readonly late_keys: readonly string[]
}

/** Each attempt is handed in, has one score, and is in or late; every answer that was acknowledged is among what counts. */
async function settle(assignment: string, kept: readonly Kept[]): Promise<Round> {
  const { rows } = await pool().query<ScoreRow>(
    `SELECT a.id, s.late_days, a.submitted_at IS NOT NULL AS is_over, a.is_collected,
       s.handed_in_at > own.taken_until AS is_after,
       ARRAY(SELECT key::text FROM response r WHERE r.attempt_id = a.id) AS keys,
       ARRAY(SELECT key::text FROM late_response l WHERE l.attempt_id = a.id) AS late_keys
     FROM attempt a LEFT JOIN attempt_score s ON s.attempt_id = a.id
     CROSS JOIN LATERAL own_terms(a.assignment_id, a.person_id, a.started_at) own
     WHERE a.assignment_id = $1`,
    [assignment],
  )
  const wrong = kept.flatMap((each) => each.wrong)
  if (rows.length !== kept.length) wrong.push(`${rows.length} attempts of ${kept.length} people`)
  for (const row of rows) if (!row.is_over || row.late_days === null) wrong.push('neither in nor late')
  const stored = new Map(rows.map((row) => [row.id, row]))
  const lost = kept.flatMap(({ attempt, ...keys }) => {
    const row = stored.get(attempt)
    return [
      ...keys.acknowledged.filter((key) => !row?.keys.includes(key)),
      ...keys.late.filter((key) => !row?.late_keys.includes(key)),
    ]
  })
  const late = rows.filter(({ late_days }) => (late_days ?? 0) > 0).length
  return {
    late,
    inTime: rows.length - late,
    tooLate: kept.reduce((sum, each) => sum + each.late.length, 0),
    lost: lost.length,
    wrong,
  }
}
