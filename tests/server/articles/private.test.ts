import { randomUUID } from 'node:crypto'
import { afterAll, beforeAll, expect, test } from 'vitest'
import { getArticle } from '#server/articles/articles'
import { getAssignable } from '#server/assignments/assignable'
import { startAttempt } from '#server/attempts/start'
import { listBank } from '#server/bank/list'
import { closeStore, pool } from '#server/db'
import { openDesk } from '#server/desks/open'
import { getBeside } from '#server/library/beside'
import { getCard } from '#server/library/card'
import { getFeed } from '#server/library/feed'
import { listLibrary } from '#server/library/list'
import { getTimelines } from '#server/library/timeline'
import { getTopic } from '#server/library/topics'
import { listUnread } from '#server/library/unread'
import { drawMixed } from '#server/quizzes/mixed'
import { getStart } from '#server/quizzes/start'
import { makeSetFromArticle } from '#server/sets/make'
import { drawByRule, readRule } from '#server/sets/rule'
import type { Viewer } from '#server/viewer'
import { bringIn } from '../../support/brought-in.ts'
import { openMember } from '../../support/browser.ts'
import { openClass, openTeacherViewer } from '../../support/school.ts'

const GUEST: Viewer = { personId: null, role: 'guest' }
let slug: string
let owner: Viewer
let learner: Viewer
/** Who has nothing to do with it: a guest, a learner and a teacher of another class. */
let others: readonly Viewer[]

beforeAll(async () => {
  const school = await openClass(1)
  owner = school.teacher
  learner = (await school.learners[0]?.viewer()) ?? GUEST
  slug = await bringIn(owner.personId ?? '', 'Hollowmere')
  const other = await openMember()
  others = [GUEST, await other.viewer(), await openTeacherViewer()]
})
afterAll(closeStore)

test('what a teacher has brought in is read by them and their class, and by nobody else', async () => {
  for (const viewer of [owner, learner]) {
    expect((await getArticle(viewer, slug))?.isPrivate).toBe(true)
    expect((await getStart(viewer, slug))?.count).toBeGreaterThan(0)
  }
  for (const viewer of others) {
    expect(await getArticle(viewer, slug)).toBeNull()
    expect(await getStart(viewer, slug)).toBeNull()
    expect(await getAssignable(viewer, { set: null, article: slug })).toBeNull()
  }
})

test('a learner who has left the class reads it no more', async () => {
  const school = await openClass(1)
  const own = await bringIn(school.teacher.personId ?? '', 'Farrowgate')
  const gone = (await school.learners[0]?.viewer()) ?? GUEST
  expect(await getArticle(gone, own)).not.toBeNull()
  await pool().query('UPDATE enrolment SET left_at = now() WHERE person_id = $1', [gone.personId])
  expect(await getArticle(gone, own)).toBeNull()
})

test('its quiz is begun by nobody else, though they know the id of its set', async () => {
  const set = (await getStart(owner, slug))?.set ?? ''
  expect(await getAssignable(owner, { set, article: null })).not.toBeNull()
  const begin = (viewer: Viewer) => startAttempt(viewer, { set, mode: 'practice', key: randomUUID() })
  expect(await begin(learner)).toHaveProperty('done')
  for (const viewer of others) {
    expect(await begin(viewer)).toEqual({ refused: 'not-found' })
    expect(await getAssignable(viewer, { set, article: null })).toBeNull()
  }
})

test('no teacher of another class makes a set or a desk of it, or finds its questions in the bank', async () => {
  const [, , teacher = GUEST] = others
  expect(await makeSetFromArticle(teacher, { slug })).toEqual({ refused: 'not-found' })
  expect(await openDesk(teacher, { slug })).toEqual({ refused: 'not-found' })
  expect((await listBank(teacher, { article: slug })).rows).toEqual([])
  expect((await listBank(owner, { article: slug })).rows.length).toBeGreaterThan(0)
  expect(await openDesk(owner, { slug })).toHaveProperty('done')
})

test('it stands in no list that everyone reads, not even in its owner’s', async () => {
  for (const viewer of [owner, ...others]) {
    expect((await listLibrary(viewer, { q: 'Hollowmere' })).articles).toEqual([])
    expect(await getTopic(viewer, 'company', 'Hollowmere')).toBeNull()
    expect(await getTimelines(viewer, 'Hollowmere')).toEqual([])
    expect(await getCard(viewer, slug)).toBeNull()
    expect(await listUnread(viewer)).toEqual([])
  }
  const place = { slug: 'x', date: '2025-01-19', sector: 'Retail', companies: [], concepts: ['Revenue'] }
  expect(await getBeside(GUEST, place)).toEqual({ related: [], older: null, newer: null })
  expect(JSON.stringify(await getFeed(GUEST))).not.toContain('Hollowmere')
})

test('questions of it are drawn for its owner alone', async () => {
  const rule = { ...readRule({}, 'seed'), articles: [slug] }
  expect(await drawByRule(owner, rule)).not.toEqual([])
  for (const viewer of others) expect(await drawByRule(viewer, rule)).toEqual([])
  expect(await drawMixed({ seed: 'any', limits: {} })).toBeNull()
})
