import { randomUUID } from 'node:crypto'
import { afterAll, beforeAll, beforeEach, describe, expect, test } from 'vitest'
import { handOutPack } from '#server/attempts/pack'
import { closeStore, pool } from '#server/db'
import { getOwnScores } from '#server/learning/scores'
import type { Viewer } from '#server/viewer'
import { viewerOf } from '#server/viewer-of'
import { feedback } from '../../../core/marker.ts'
import type { PackView } from '../../../server/attempts/pack-view.ts'
import { markHere } from '../../../ui/offline/mark.ts'
import { answerTo } from '../../support/answers.ts'
import { freshMail, openBrowser, PASSWORD } from '../../support/browser.ts'
import { HINT, QUESTIONS, storeQuiz } from '../../support/quiz.ts'
import { begin, call, type Guest, save } from '../../support/site.ts'

let set: string
let versions: readonly string[]
let guest: Guest
let viewer: Viewer

beforeAll(async () => {
  ;({ set, versions } = await storeQuiz(QUESTIONS.map((question) => ({ ...question, hint: HINT }))))
})
beforeEach(async () => {
  guest = await begin(set)
  viewer = await viewerOf(guest.cookie)
})
afterAll(closeStore)

const rows = async (sql: string, values: unknown[] = []) => (await pool().query(sql, values)).rows
const recorded = (attempt: string) =>
  rows('SELECT position, at FROM handed_out WHERE attempt_id = $1 ORDER BY position', [attempt])
const tallyOf = async (version: string | undefined): Promise<number> =>
  (
    await rows('SELECT coalesce(sum(answered), 0)::int AS n FROM question_tally WHERE version_id = $1', [
      version,
    ])
  )[0].n

async function take(of: Guest = guest): Promise<PackView> {
  const { status, json } = await call('POST /api/attempts/[id]/pack', {
    id: of.attempt,
    cookie: of.cookie,
    body: {},
  })
  expect(status).toBe(200)
  return json as unknown as PackView
}
const handIn = (of: Guest = guest) =>
  call('POST /api/attempts/[id]/submit', { id: of.attempt, cookie: of.cookie, body: {} })

describe('an offline pack', () => {
  test('holds the keys of the questions that are open, each recorded as handed out', async () => {
    await save(guest, { position: 1, check: true })
    const { items } = await take()
    expect(items.map(({ position }) => position)).toEqual(QUESTIONS.slice(1).map((_, i) => i + 2))
    expect(items[0]?.question.answer).toBe(QUESTIONS[1]?.answer)
    expect((await recorded(guest.attempt)).map(({ position }) => position)).toEqual(
      items.map(({ position }) => position),
    )
  })

  test('asked for again is the same, and recorded once', async () => {
    const first = await take()
    const before = await recorded(guest.attempt)
    expect(await take()).toEqual(first)
    expect(await recorded(guest.attempt)).toEqual(before)
  })

  test('is refused for a test, for what was handed in, and for anybody else', async () => {
    const inTest = await begin(set, 'test', guest.cookie)
    const ask = ({ attempt, cookie }: Guest) =>
      call('POST /api/attempts/[id]/pack', { id: attempt, cookie, body: {} })
    expect((await ask(inTest)).json.error).toBe('not-yet')
    const stranger = await begin(set)
    const theirs = await ask({ ...guest, cookie: stranger.cookie })
    expect([theirs.status, theirs.json.error]).toEqual([404, 'not-found'])
    await handIn()
    expect((await ask(guest)).json.error).toBe('handed-in')
    expect([...(await recorded(inTest.attempt)), ...(await recorded(guest.attempt))]).toEqual([])
  })

  test('cannot be unsaid', async () => {
    await take()
    await expect(rows('DELETE FROM handed_out')).rejects.toThrow(/never changed or deleted/)
    await expect(rows('UPDATE handed_out SET at = at')).rejects.toThrow(/never changed or deleted/)
  })

  test('leaves what is answered with it out of every score, and out of how many got it right', async () => {
    await take()
    const before = await tallyOf(versions[0])
    await save(guest, { position: 1, answer: answerTo(guest.view.items[0]?.shown as never, 1), check: true })
    await save(guest, { position: 2, answer: true, confidence: 'certain' })
    const results = await handIn()
    expect(results.json.isPacked).toBe(true)
    expect(await tallyOf(versions[0])).toBe(before)
    expect(await tallyOf(versions[1])).toBe(0)
    const scores = await getOwnScores(viewer)
    expect(scores.totals).toEqual({ quizzes: 0, questions: 0, score: 0 })
    expect([scores.answers, scores.sets, scores.calibration.words.every(({ asked }) => asked === 0)]).toEqual(
      [0, [], true],
    )
    expect(scores.lines.map(({ isPacked, score }) => [isPacked, score])).toEqual([[true, undefined]])
  })

  test('leaves other attempts at the same set as they are', async () => {
    await take()
    await handIn()
    const counted = await begin(set, 'practice', guest.cookie)
    await save(counted, { position: 2, answer: false, check: true })
    await handIn(counted)
    const { sets, totals, answers } = await getOwnScores(viewer)
    expect([totals.quizzes, answers, sets[0]?.attempts, sets[0]?.first.attempt]).toEqual([
      1,
      1,
      1,
      counted.attempt,
    ])
  })

  test('stands in what a person may take along of themselves', async () => {
    await take()
    const { text } = await call('GET /api/me/export.json', { cookie: guest.cookie })
    expect(JSON.parse(text).offlinePacks).toHaveLength(QUESTIONS.length)
  })

  test('is recorded before it leaves, or does not leave', async () => {
    const attempt = (await begin(set, 'practice', guest.cookie)).attempt
    await pool().query('ALTER TABLE handed_out RENAME TO handed_out_away')
    try {
      await expect(handOutPack(viewer, attempt)).rejects.toThrow()
    } finally {
      await pool().query('ALTER TABLE handed_out_away RENAME TO handed_out')
    }
  })
})

describe('an answer marked in the browser', () => {
  test.each(QUESTIONS.map(({ kind }, i) => [kind, i + 1] as const))(
    '%s is marked as the server marks it, right, wrong and blank',
    async (_, position) => {
      for (const turn of [0, 1, 2, null]) {
        const fresh = await begin(set, 'practice', guest.cookie)
        const item = (await take(fresh)).items[position - 1]
        const shown = fresh.view.items[position - 1]?.shown
        if (!item) throw new Error('the pack lacks a question')
        const answer = turn === null ? null : answerTo(shown as never, turn)
        const body = { position, sequence: 1, key: randomUUID(), answer, check: true }
        const here = markHere(item, body as never, 0)
        const there = (await save(fresh, body as never)).json
        expect(here).toEqual({ feedback: there.feedback })
      }
    },
  )

  test('uses up tries as the server has it, with the hint between them', async () => {
    const tried = await begin(set, 'practice', guest.cookie, 2)
    const { items } = await take(tried)
    const item = items[2]
    if (!item) throw new Error('the pack lacks a question')
    const first = { position: 3, sequence: 1, key: randomUUID(), answer: 1, check: true }
    const second = { ...first, sequence: 2, key: randomUUID(), answer: 45 }
    const sent = [(await save(tried, first)).json, (await save(tried, second)).json]
    expect(markHere(item, first, 0)).toEqual({ tried: sent[0]?.tried })
    expect(markHere(item, second, 1)).toEqual({ feedback: sent[1]?.feedback })
    expect(sent[1]?.feedback?.mark).toBe(0.5)
  })

  test('is nothing where it does not answer the question', async () => {
    const item = (await take()).items[0]
    if (!item) throw new Error('the pack lacks a question')
    const body = { position: 1, sequence: 1, key: randomUUID(), answer: 'no option of mine', check: true }
    expect(markHere(item, body, 0)).toBeNull()
    expect(feedback(item.question, null, item.arrangement).mark).toBe(0)
  })
})

describe('who a browser speaks for', () => {
  const here = async (cookie: string | null) =>
    (await call('GET /api/me/here', { cookie })).json as unknown as Record<string, unknown>

  test('nobody, a guest, or an account with the guests it has claimed', async () => {
    expect(await here(null)).toEqual({ owner: null, claimed: [] })
    expect(await here(guest.cookie)).toEqual({ owner: guest.view.owner, claimed: [] })
    const browser = openBrowser({ address: '198.18.7.7', cookies: guest.cookie })
    const mail = freshMail()
    const refused = (await browser.signUp({ mail })) ?? (await browser.signIn({ mail, password: PASSWORD }))
    expect(refused).toBeNull()
    const { personId } = await browser.viewer()
    expect(await here(browser.cookie())).toEqual({ owner: personId, claimed: [guest.view.owner] })
  })
})
