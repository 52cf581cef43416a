import fs from 'node:fs'
import path from 'node:path'
import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import { CONFIDENCES, type Kind, type QuestionOf, TAGS } from '#core'
import { type ItemView, MODES } from '#server/attempts/view'
import { loadContent } from '#server/content/load'
import { closeStore, pool } from '#server/db'
import { getOwnScores } from '#server/learning/scores'
import type { OwnScoresView } from '#server/learning/view'
import type { Viewer } from '#server/viewer'
import { viewerOf } from '#server/viewer-of'
import { getVersions } from '../../../server/questions/versions.ts'
import { answerTo } from '../../support/answers.ts'
import { openMember } from '../../support/browser.ts'
import { type ContentFolder, openContentFolder } from '../../support/content-folder.ts'
import { moveBack } from '../../support/past.ts'
import { storeQuiz } from '../../support/quiz.ts'
import { begin, call, type Guest, save } from '../../support/site.ts'
import { plainScores } from './plain.ts'

const house = path.resolve(import.meta.dirname, '../../../content')
const ARTICLES = 3
let content: ContentFolder
let sets: string[]

beforeAll(async () => {
  content = openContentFolder()
  for (const file of fs.readdirSync(path.join(house, 'articles')).sort().slice(0, ARTICLES))
    fs.cpSync(path.join(house, 'articles', file), path.join(content.folder, 'articles', file))
  expect((await loadContent(content)).broken).toEqual([])
  await storeQuiz()
  sets = (await pool().query<{ id: string }>('SELECT id FROM quiz_set ORDER BY id')).rows.map(({ id }) => id)
}, 120_000)
afterAll(async () => {
  await closeStore()
  content.remove()
})

/** The answer that is right beyond doubt, for the kinds whose key is one; else one that may be. */
async function answerFor({ shown, question }: ItemView, turn: number) {
  const [version] = await getVersions([question])
  const key = version?.question as QuestionOf<Kind>
  const isPlain = ['true-false', 'number', 'cloze', 'estimate'].includes(key.kind)
  if (turn % 3 === 0 && isPlain) return key.answer as never
  if (key.kind === 'choice' && turn % 3 === 0 && 'options' in shown)
    return shown.options.find(({ text }) => text === key.answer)?.id ?? null
  return answerTo(shown as never, turn)
}

/** Goes through a quiz: some answers right, some wrong, some tried again, some only saved, some blank, some asked to be shown. */
async function take(guest: Guest, turn: number, isHandedIn = true): Promise<void> {
  const { items, mode } = guest.view
  for (const item of items) {
    const way = (item.position + turn) % 6
    if (way === 5) continue
    const confidence = CONFIDENCES[(item.position + turn) % 4]
    const more = confidence ? { confidence } : {}
    const check = mode === 'practice' && way !== 4
    const answer = way === 3 ? null : await answerFor(item, way === 2 ? turn + 1 : turn)
    const { json } = await save(guest, { position: item.position, answer, check, ...more })
    if (check && !json.final)
      await save(guest, {
        position: item.position,
        sequence: 2,
        answer: await answerFor(item, 3),
        check: turn % 2 === 0,
        confidence: 'certain',
      })
  }
  if (isHandedIn) await call('POST /api/attempts/[id]/submit', { id: guest.attempt, cookie: guest.cookie })
}

/** Takes every set several times over some weeks, in practice and as a test; leaves two open. Gives the cookie of whoever it was. */
async function takeAll(cookie?: string): Promise<string> {
  let own = cookie
  for (const turn of [0, 1, 2, 3, 4]) {
    for (const [place, set] of sets.entries()) {
      const mode = MODES[(turn + place) % 2] ?? 'practice'
      const guest = await begin(set, mode, own, mode === 'test' ? 1 : (turn % 3) + 1)
      own = guest.cookie
      await take(guest, turn + place)
      await moveBack(guest.attempt, [40, 21, 19, 3, 0][turn] ?? 0)
    }
  }
  for (const mode of MODES)
    await take(await begin(sets[0] ?? '', mode, own, mode === 'test' ? 1 : 2), 0, false)
  return own ?? ''
}

/** All that the view says, page after page. */
async function readAll(viewer: Viewer): Promise<OwnScoresView & { all: OwnScoresView['lines'] }> {
  const first = await getOwnScores(viewer)
  const pages = [first]
  for (let page = 2; page <= first.pages; page++) pages.push(await getOwnScores(viewer, page))
  return { ...first, all: pages.flatMap(({ lines }) => lines) }
}

const close = (figure: number) => expect.closeTo(figure, 9)
const closeOrNull = (figure: number | null) => (figure === null ? null : close(figure))

/** That every figure of the view is the one reckoned from the raw rows. */
async function expectPlain(viewer: Viewer): Promise<void> {
  const view = await readAll(viewer)
  const plain = await plainScores(viewer.personId ?? '')
  expect(view.totals).toEqual({ ...plain.totals, score: close(plain.totals.score) })
  expect(view.answers).toBe(plain.answers)
  expect(view.weeks.map(({ week: _, ...each }) => each)).toEqual(
    plain.weeks.map((each) => ({ ...each, mark: closeOrNull(each.mark) })),
  )
  for (const [i, tag] of TAGS.entries()) {
    const { names, left } = view.mastery[tag]
    const wanted = plain.mastery[i] ?? []
    expect(names.length + left).toBe(wanted.length)
    for (const { tag: of, ...each } of names) {
      const same = wanted.find(({ name }) => name === each.name)
      expect([of, each]).toEqual([
        tag,
        same && {
          ...same,
          last: same.last.map(close),
          range: { low: closeTo(same.range.low), high: closeTo(same.range.high) },
        },
      ])
    }
    const highs = names.map(({ range }) => range.high)
    expect(highs).toEqual([...highs].sort((a, b) => a - b))
  }
  expect(
    view.calibration.words.map(({ confidence, asked, right }) => ({ confidence, asked, right })),
  ).toEqual(plain.sure)
  for (const { asked, right, says } of view.calibration.words)
    if (asked > 0) expect(says).toContain(`right ${right} of ${asked} time`)
  expect(view.calibration.brier).toEqual(closeOrNull(plain.brier))
  expect(view.sets.map(({ set }) => set).sort()).toEqual(plain.sets.map(({ set }) => set).sort())
  for (const { set, attempts, first, latest, best } of view.sets) {
    const same = plain.sets.find((each) => each.set === set)
    expect([attempts, first.attempt, latest.attempt, best.attempt]).toEqual([
      ...[same?.attempts, same?.first, same?.latest, same?.best],
    ])
    for (const { attempt, score } of [first, latest, best])
      expect(score).toBeCloseTo(same?.scores.get(attempt) ?? -1, 9)
  }
  expect(
    view.all.map(({ attempt, answered, count, score, seconds, marks }) => ({
      ...{ attempt, answered, count, score, seconds, marks },
    })),
  ).toEqual(
    plain.lines.map((line) => ({
      ...line,
      score: line.score === undefined ? undefined : close(line.score),
      marks: line.marks.map(closeOrNull),
    })),
  )
}

/** Both find the edge by other ways, so that they differ in the last digits. */
const closeTo = (figure: number) => expect.closeTo(figure, 6)

describe('the scores', () => {
  test('are what the raw answers come to: a guest’s, a member’s, and nobody else’s in them', async () => {
    const guest = await takeAll()
    const viewer = await viewerOf(guest)
    await expectPlain(viewer)
    const before = await readAll(viewer)
    const member = await openMember()
    await takeAll(member.cookie())
    await expectPlain(await member.viewer())
    expect(await readAll(viewer)).toEqual(before)
    const own = new Set(before.all.map(({ attempt }) => attempt))
    for (const { attempt } of (await readAll(await member.viewer())).all) expect(own.has(attempt)).toBe(false)
    // The test would be worth little were its figures all nought.
    expect(before.weeks.length).toBeGreaterThan(4)
    expect(before.weeks.some(({ mark }) => mark === null)).toBe(true)
    expect(before.sets.some(({ first, best }) => first.attempt !== best.attempt)).toBe(true)
    for (const { asked } of before.calibration.words) expect(asked).toBeGreaterThan(0)
    for (const tag of TAGS) expect(before.mastery[tag].names.length).toBeGreaterThan(1)
    expect(before.pages).toBe(2)
  }, 180_000)

  test('of somebody who has stored nothing are empty, and store nobody', async () => {
    const count = async () => (await pool().query('SELECT FROM person')).rowCount
    const people = await count()
    const scores = await getOwnScores({ personId: null, role: 'guest' })
    expect(scores).toMatchObject({ answers: 0, weeks: [], sets: [], lines: [], page: 1, pages: 1 })
    expect(scores.calibration.brier).toBeNull()
    expect(await count()).toBe(people)
  })

  test('tell nothing of a test before it is handed in', async () => {
    const guest = await begin(sets[0] ?? '', 'test')
    await take(guest, 0, false)
    const open = await getOwnScores(await viewerOf(guest.cookie))
    expect(open).toMatchObject({ answers: 0, weeks: [], sets: [], calibration: { brier: null } })
    for (const tag of TAGS) expect(open.mastery[tag].names).toEqual([])
    expect(open.lines[0]).not.toHaveProperty('score')
    expect(open.lines[0]?.marks.every((mark) => mark === null)).toBe(true)
    await call('POST /api/attempts/[id]/submit', { id: guest.attempt, cookie: guest.cookie })
    expect((await getOwnScores(await viewerOf(guest.cookie))).answers).toBeGreaterThan(0)
  })

  test.each([
    ['0', 0, 1],
    ['-1', -1, 1],
    ['beyond the last', 99, 2],
  ])('at page %s give one that there is', async (_, page, given) => {
    const guest = await begin(sets[0] ?? '')
    for (let more = 0; more < 20; more++) await begin(sets[0] ?? '', 'practice', guest.cookie)
    expect((await getOwnScores(await viewerOf(guest.cookie), page)).page).toBe(given)
  })
})
