import { randomUUID } from 'node:crypto'
import fs from 'node:fs'
import os from 'node:os'
import path from 'node:path'
import { setTimeout as sleep } from 'node:timers/promises'
import pg from 'pg'
import { afterAll, beforeAll, expect, test } from 'vitest'
import { createRandom } from '#core'
import type { AttemptView } from '#server/attempts/view'
import { findFreePort } from '#server/postgres/server'
import { buildApp } from '../../scripts/launcher/build.ts'
import { compare } from '../faults/judge.ts'
import type { Sent } from '../faults/person.ts'
import { answerTo } from '../support/answers.ts'
import { type StartedApp, startApp } from '../support/app.ts'
import { databaseUrlIn } from '../support/app-database.ts'

const READERS = 12
/** What is killed with SIGKILL in each round. */
const ROUNDS = Array.from({ length: 20 }, (_, i) => (['app', 'postgres', 'all'] as const)[i % 3] ?? 'all')

let folder: string
let port: number
let app: StartedApp
let url = ''
beforeAll(async () => {
  folder = fs.mkdtempSync(path.join(os.tmpdir(), 'bellwether-kill-'))
  fs.chmodSync(folder, 0o711)
  port = await findFreePort()
  await buildApp(() => {})
  await start()
}, 400_000)
afterAll(async () => {
  await app?.stop()
  fs.rmSync(folder, { recursive: true, force: true })
}, 60_000)

async function start(): Promise<void> {
  app = startApp(path.join(folder, 'data'), { PORT: String(port) })
  url = await app.url
}

/** Someone who answers one question after the other, sends again whatever was not acknowledged, and notes what was. */
async function read(name: number, isOver: () => boolean) {
  const acknowledged: Sent[] = []
  const faults: string[] = []
  let retries = 0
  let cookie = ''
  /** Sends until there is an acknowledgement; only 'come back later' and a broken connection are borne. */
  async function send<Reply>(address: string, body: object): Promise<Reply> {
    for (;;) {
      const reply = await fetch(url + address, {
        method: 'POST',
        headers: { 'content-type': 'application/json', origin: url, ...(cookie ? { cookie } : {}) },
        body: JSON.stringify(body),
        signal: AbortSignal.timeout(20_000),
      })
        .then(async (response) => ({ response, text: await response.text() }))
        .catch(() => null)
      if (reply?.response.ok) {
        cookie ||= reply.response.headers.get('set-cookie')?.split(';')[0] ?? ''
        return JSON.parse(reply.text) as Reply
      }
      if (reply && reply.response.status !== 503) faults.push(`${reply.response.status} ${reply.text}`)
      retries++
      await sleep(30)
    }
  }
  while (!isOver()) {
    const set = sets[name % sets.length]
    const begun = await send<{ attempt: string; view: AttemptView }>('/api/attempts', {
      ...{ set, mode: 'test', key: randomUUID(), anew: true },
    })
    for (let turn = 1; turn <= 3; turn++)
      for (const item of begun.view.items) {
        if (isOver()) return { acknowledged, faults, retries }
        const sent: Sent = {
          ...{ attempt: begun.attempt, position: item.position, sequence: turn, key: randomUUID() },
          answer: answerTo(item.shown, turn + name),
        }
        const { attempt, ...body } = sent
        const reply = await send<{ sequence: number }>(`/api/attempts/${attempt}/responses`, {
          ...body,
          check: false,
        })
        if (reply.sequence !== turn) faults.push(`acknowledged ${reply.sequence} for ${turn}`)
        acknowledged.push(sent)
      }
  }
  return { acknowledged, faults, retries }
}

let sets: string[] = []
async function query<Row extends pg.QueryResultRow>(sql: string): Promise<Row[]> {
  const client = new pg.Client({ connectionString: databaseUrlIn(folder) })
  await client.connect()
  try {
    return (await client.query<Row>(sql)).rows
  } finally {
    await client.end()
  }
}

test('twenty times killed while answers are saved: none acknowledged is lost, none counts twice, nobody sees an error', async () => {
  sets = (
    await query<{ id: string }>(
      'SELECT DISTINCT ON (article_id) id FROM quiz_set ORDER BY article_id, number DESC',
    )
  ).map(({ id }) => id)
  const random = createRandom('twenty kills')
  let over = false
  const readers = Array.from({ length: READERS }, (_, name) => read(name, () => over))
  for (const victim of ROUNDS) {
    await sleep(200 + random.integer(600))
    if (victim === 'all') {
      await app.killAll()
      await start()
      continue
    }
    const pid = app.processes()[victim]
    if (!pid) throw new Error(`there is no ${victim} to kill`)
    process.kill(pid, 'SIGKILL')
    while (app.processes()[victim] === pid) await sleep(20)
    await answers()
  }
  await sleep(500)
  over = true
  const notes = await Promise.all(readers)

  const acknowledged = notes.flatMap((note) => note.acknowledged)
  expect(notes.flatMap(({ faults }) => faults)).toEqual([])
  expect(notes.reduce((sum, { retries }) => sum + retries, 0)).toBeGreaterThan(ROUNDS.length)
  expect(acknowledged.length).toBeGreaterThan(READERS * 10)
  const stored = await query<Sent>(
    'SELECT attempt_id AS attempt, position, sequence, key, answer FROM response',
  )
  expect(compare(acknowledged, stored)).toEqual({ lost: [], strange: [] })
}, 400_000)

test('a lost, a changed and a doubled answer would be seen', () => {
  const sent = [1, 2, 3].map((position) => ({
    attempt: 'a',
    position,
    sequence: 1,
    key: `k${position}`,
    answer: true,
  }))
  const [first, ...others] = sent
  if (!first) throw new Error('nothing was sent')
  expect(compare(sent, sent)).toEqual({ lost: [], strange: [] })
  expect(compare(sent, others).lost).toHaveLength(1)
  expect(compare(sent, [...sent, first]).strange).toHaveLength(1)
  expect(compare(sent, [{ ...first, answer: false }, ...others])).toEqual({
    lost: [expect.any(String)],
    strange: [expect.any(String)],
  })
})

/** Waits until a save would be taken again, as the readers find out for themselves. */
async function answers(): Promise<void> {
  for (let tries = 0; tries < 600; tries++) {
    const reply = await fetch(`${url}/library`, { signal: AbortSignal.timeout(5_000) }).catch(() => null)
    await reply?.arrayBuffer().catch(() => null)
    if (reply?.ok) return
    await sleep(50)
  }
  throw new Error('the app did not come back')
}
