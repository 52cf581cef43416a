import path from 'node:path'
import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import { loadContent } from '#server/content/load'
import { closeStore, pool } from '#server/db'
import { listUnread } from '#server/library/unread'
import { storeDrawn } from '#server/quizzes/mixed'
import { getDay, keepDay, listDays } from '#server/quizzes/today'
import { ANYONE } from '#server/viewer'
import { viewerOf } from '#server/viewer-of'
import { call, cookieOf } from '../../support/site.ts'

const content = path.resolve(import.meta.dirname, '../../../content')

beforeAll(async () => {
  await loadContent({ folder: content })
}, 60_000)
afterAll(closeStore)

const dayBack = (days: number): string => new Date(Date.now() - days * 86_400_000).toISOString().slice(0, 10)

const questionsOf = async (set: string): Promise<string[]> => {
  const { rows } = await pool().query<{ id: string }>(
    `SELECT v.question_id AS id FROM quiz_set_item i JOIN question_version v ON v.id = i.version_id
     WHERE i.set_id = $1 ORDER BY i.position`,
    [set],
  )
  return rows.map(({ id }) => id)
}

describe('the quiz of a day', () => {
  test('is one set of seven, the same for everyone however many ask at once', async () => {
    const days = await Promise.all(Array.from({ length: 8 }, () => getDay(ANYONE)))
    expect(new Set(days.map((day) => day?.set)).size).toBe(1)
    expect(days[0]).toMatchObject({ count: 7, isToday: true, day: dayBack(0), open: null })
    expect(await getDay(ANYONE, dayBack(0))).toEqual(days[0])
  })

  test('is stored once, however many nodes store it in the same moment', async () => {
    for (let ahead = 1; ahead <= 200; ahead++) {
      const day = dayBack(-ahead)
      const set = await storeDrawn({ count: 0, seed: 'stored once', limits: {}, day }, [])
      const kept = await Promise.all(Array.from({ length: 10 }, () => keepDay(day, set)))
      expect(new Set(kept)).toEqual(new Set([set]))
    }
    await pool().query(`DELETE FROM daily_quiz WHERE day > $1`, [dayBack(0)])
  })

  test('asks nothing again that another day asked', async () => {
    const days = await Promise.all([0, 1, 2, 3, 4].map((back) => getDay(ANYONE, dayBack(back))))
    // One after the other: days that are drawn at the same moment do not know each other.
    const later = []
    for (const back of [10, 11, 12]) later.push(await getDay(ANYONE, dayBack(back)))
    const asked = (await Promise.all(later.map((day) => questionsOf(day?.set ?? '')))).flat()
    expect(asked).toHaveLength(21)
    expect(new Set(asked).size).toBe(21)
    const before = new Set((await Promise.all(days.map((day) => questionsOf(day?.set ?? '')))).flat())
    expect(asked.filter((id) => before.has(id))).toEqual([])
  })

  test('stays as it was drawn', async () => {
    const day = await getDay(ANYONE, dayBack(1))
    expect((await getDay(ANYONE, dayBack(1)))?.set).toBe(day?.set)
    expect(await listDays(ANYONE, 3)).toContain(dayBack(1))
  })

  test.each([dayBack(-1), dayBack(400), '0001-01-01'])('is none on %s', async (day) => {
    expect(await getDay(ANYONE, day)).toBeNull()
  })

  test('is taken like any other, and its results say of which day it was', async () => {
    const day = await getDay(ANYONE)
    const started = await call('POST /api/attempts', {
      body: { set: day?.set, mode: 'test', key: crypto.randomUUID() },
    })
    expect(started.status).toBe(201)
    const cookie = cookieOf(started)
    const { attempt } = started.json
    expect((await getDay(await viewerOf(cookie)))?.open).toMatchObject({ attempt, answered: 0 })
    await call('POST /api/attempts/[id]/submit', { id: attempt, cookie, body: {} })
    const results = await call('GET /api/attempts/[id]/results', { id: attempt, cookie })
    expect(results.json).toMatchObject({ day: dayBack(0), count: 7, slug: null })
  })
})

describe('more for a reader', () => {
  test('is what is new and not begun', async () => {
    const first = (await listUnread(ANYONE)).map(({ slug }) => slug)
    expect(first).toHaveLength(3)
    const { rows } = await pool().query<{ id: string }>(
      `SELECT s.id FROM quiz_set s JOIN article a ON a.id = s.article_id WHERE a.slug = $1 ORDER BY s.number DESC LIMIT 1`,
      [first[0]],
    )
    const started = await call('POST /api/attempts', {
      body: { set: rows[0]?.id, mode: 'practice', key: crypto.randomUUID() },
    })
    const mine = (await listUnread(await viewerOf(cookieOf(started)))).map(({ slug }) => slug)
    expect(mine).not.toContain(first[0])
    expect(mine.slice(0, 2)).toEqual(first.slice(1))
  })
})
