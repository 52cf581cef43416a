import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import { closeStore, storeTime } from '#server/db'
import { getStreak, getToday } from '#server/learning/streak'
import { DEFAULT_LEARNING, getLearning, updateLearning } from '#server/reviews/learning'
import type { Viewer } from '#server/viewer'
import { viewerOf } from '#server/viewer-of'
import { openMember } from '../../support/browser.ts'
import { moveBack } from '../../support/past.ts'
import { storeQuiz } from '../../support/quiz.ts'
import { begin, call, type Guest, save } from '../../support/site.ts'
import { plainMinutes, plainRow } from './plain-days.ts'

let set: string
beforeAll(async () => {
  set = (await storeQuiz()).set
})
afterAll(closeStore)

const learning = { ...DEFAULT_LEARNING, restDays: [...DEFAULT_LEARNING.restDays] }

/** Answers the figure at position 3, one saved only, one given up, one left blank; hands in where that is asked. */
async function take(guest: Guest, seconds: number, isHandedIn = true): Promise<void> {
  await save(guest, { position: 3, answer: 45, check: true, seconds })
  await save(guest, { position: 2, answer: true, check: false, seconds: 40 })
  await save(guest, { position: 1, check: true, seconds: 20 })
  await save(guest, { position: 4, answer: null, check: false, seconds: 170 })
  if (isHandedIn) await call('POST /api/attempts/[id]/submit', { id: guest.attempt, cookie: guest.cookie })
}

/** Takes a quiz so many days ago each; gives the cookie of whoever it was. */
async function takeOn(daysAgo: readonly number[], cookie?: string): Promise<string> {
  let own = cookie
  for (const [turn, days] of daysAgo.entries()) {
    const guest = await begin(set, turn % 2 === 0 ? 'practice' : 'test', own)
    own = guest.cookie
    await take(guest, 100 + 90 * turn)
    await moveBack(guest.attempt, days)
  }
  return own ?? ''
}

/** That what is told is what the raw answers come to. */
async function expectPlain(viewer: Viewer): Promise<void> {
  const person = viewer.personId ?? ''
  const wishes = await getLearning(person)
  const streak = await getStreak(viewer)
  const row = await plainRow(person, await storeTime(), wishes)
  expect({ current: streak?.today.current, rests: streak?.today.rests }).toEqual(row)
  const minutes = await plainMinutes(person, wishes.zone)
  for (const { day, minutes: told, isDone } of streak?.days ?? []) {
    expect(told).toBeCloseTo(minutes.get(day) ?? 0, 9)
    expect(isDone).toBe(minutes.has(day) && told >= (wishes.goal ?? 0))
  }
  const shown = new Set(streak?.days.map(({ day }) => day))
  for (const day of minutes.keys()) expect(shown.has(day)).toBe(true)
  expect(await getToday(viewer)).toEqual(streak?.today)
}

describe('days in a row', () => {
  test('are what the raw answers come to, a guest’s and a member’s, in any zone, with any goal and rest days', async () => {
    const guest = await takeOn([0, 1, 1, 2, 3, 5, 6, 9, 16, 17])
    const member = await openMember()
    await takeOn([0, 2, 4], member.cookie())
    const currents = new Set<number>()
    for (const viewer of [await viewerOf(guest), await member.viewer()]) {
      for (const zone of ['UTC', 'Asia/Kathmandu', 'America/Santiago', 'Pacific/Kiritimati'])
        for (const goal of [null, 5, 10, 15] as const)
          for (const restDays of [[], [0, 6], [0, 1, 2, 3, 4, 5, 6]]) {
            await updateLearning(viewer, { ...learning, zone, goal, restDays })
            await expectPlain(viewer)
            currents.add((await getToday(viewer))?.current ?? -1)
          }
    }
    // The test would be worth little were all rows alike.
    expect(currents.size).toBeGreaterThan(3)
  }, 120_000)

  test('count an answer for three minutes at most, and blanks and what may yet change for nothing', async () => {
    const guest = await begin(set, 'test')
    const viewer = await viewerOf(guest.cookie)
    await take(guest, 3_600, false)
    expect(await getStreak(viewer)).toBeNull()
    await call('POST /api/attempts/[id]/submit', { id: guest.attempt, cookie: guest.cookie })
    // In a test nobody asks to be told: the first question was left blank, like the fourth.
    expect((await getToday(viewer))?.minutes).toBeCloseTo((180 + 40) / 60, 9)
    await expectPlain(viewer)
  })

  test('are nowhere when they are switched off, nor before the first answer, nor for somebody unknown', async () => {
    const cookie = await takeOn([0])
    const viewer = await viewerOf(cookie)
    expect(await getToday(viewer)).not.toBeNull()
    await updateLearning(viewer, { ...learning, hasStreak: false })
    expect([await getToday(viewer), await getStreak(viewer)]).toEqual([null, null])
    const guest = await begin(set, 'test', cookie)
    const reply = await call('POST /api/attempts/[id]/submit', { id: guest.attempt, cookie })
    expect([reply.status, reply.json.today]).toEqual([200, null])
    expect(await getToday(await viewerOf((await begin(set)).cookie))).toBeNull()
    expect(await getStreak({ personId: null, role: 'guest' })).toBeNull()
  })

  test('are told with the results, by the days of the browser that began the quiz', async () => {
    const zone = 'Pacific/Kiritimati'
    const start = { set, mode: 'practice', key: crypto.randomUUID() }
    const started = await call('POST /api/attempts', { body: { ...start, zone } })
    const cookie = started.headers.get('set-cookie')?.split(';')[0] ?? ''
    const guest = { cookie, attempt: started.json.attempt, view: started.json.view }
    await take(guest, 100, false)
    const reply = await call('POST /api/attempts/[id]/submit', { id: guest.attempt, cookie })
    expect(reply.json.today).toEqual({
      ...{ minutes: (100 + 40 + 20) / 60, goal: null, current: 1, rests: 0 },
      isRest: expect.any(Boolean),
    })
    const viewer = await viewerOf(cookie)
    expect((await getStreak(viewer))?.zone).toBe(zone)
    // The first one told stays, and one that nobody knows stops nobody.
    const other = { ...start, key: crypto.randomUUID(), anew: true, zone: 'Middle/Earth' }
    expect((await call('POST /api/attempts', { cookie, body: other })).status).toBe(201)
    await call('POST /api/attempts', {
      cookie,
      body: { ...other, key: crypto.randomUUID(), zone: 'Asia/Tokyo' },
    })
    expect((await getLearning(viewer.personId)).zone).toBe(zone)
  })
})
