import { randomUUID } from 'node:crypto'
import { afterAll, afterEach, beforeEach, expect, test } from 'vitest'
import { getArticle } from '#server/articles/articles'
import { createAssignment } from '#server/assignments/assign'
import { loadContent } from '#server/content/load'
import { getCorrection, listRevisionNotes } from '#server/corrections/corrections'
import { dropCorrection, publishCorrection } from '#server/corrections/decide'
import { listOpenCorrections } from '#server/corrections/find'
import { getEditable, proposeEdit } from '#server/corrections/propose'
import { tellOfCorrection } from '#server/corrections/tell'
import { listTouchedQuizzes } from '#server/corrections/touched'
import { closeStore, pool } from '#server/db'
import { carryOut } from '#server/flags/carry-out'
import { decideFlags } from '#server/flags/decide'
import { getFlagPage, querySchema } from '#server/flags/page'
import { listNotices } from '#server/notices/list'
import { getStart } from '#server/quizzes/start'
import { ANYONE, type Viewer } from '#server/viewer'
import { bringIn } from '../../support/brought-in.ts'
import { openMember } from '../../support/browser.ts'
import {
  type ContentFolder,
  openContentFolder,
  putRetailer,
  retailerBody,
} from '../../support/content-folder.ts'
import { doneOf, openClass, openTeacherViewer, RULES_OF_TEST } from '../../support/school.ts'
import { call } from '../../support/site.ts'

let content: ContentFolder
beforeEach(() => {
  content = openContentFolder()
})
afterEach(() => content.remove())
afterAll(closeStore)

const admin = async (): Promise<Viewer> => {
  const { rows } = await pool().query<{ id: string }>(
    `INSERT INTO person (id, role) VALUES (gen_random_uuid(), 'admin') RETURNING id`,
  )
  return { personId: rows[0]?.id ?? '', role: 'admin' }
}
const WRONG = '12% to $48m'
const RIGHT = '13% to $49m'

/** Loads an article of a firm, and gives the body that corrects its revenue. */
async function load(firm: string): Promise<{ slug: string; corrected: string }> {
  putRetailer(content, firm, 1)
  await loadContent(content)
  expect(retailerBody(firm, 1)).toContain(WRONG)
  return { slug: firm.toLowerCase(), corrected: retailerBody(firm, 1).replace(WRONG, RIGHT) }
}

async function propose(viewer: Viewer, slug: string, body: string): Promise<string> {
  const article = await getEditable(viewer, slug)
  if (!article) throw new Error('it may not be corrected')
  const { base, title } = article
  const note = 'An earlier version gave revenue as $48m.'
  return doneOf(await proposeEdit(viewer, { slug, base, title, body, note })).correction
}

/** A new member hands in a test of that set with nothing said. */
async function takeEmpty(set: string) {
  const reader = await openMember()
  const { attempt, view } = (
    await call('POST /api/attempts', {
      body: { set, mode: 'test', key: randomUUID() },
      cookie: reader.cookie(),
    })
  ).json
  await call('POST /api/attempts/[id]/submit', { id: attempt, body: {}, cookie: reader.cookie() })
  return { reader, attempt, view }
}

const countOf = async (table: string) =>
  Number((await pool().query(`SELECT count(*) AS count FROM ${table}`)).rows[0]?.count)

test('what a correction would change is shown beforehand, and nothing has changed by that', async () => {
  const { slug, corrected } = await load('Amberley')
  const editor = await admin()
  const before = await Promise.all(
    ['revision', 'question_version', 'withdrawal', 'fact_reading'].map(countOf),
  )
  const seen = await getCorrection(editor, await propose(editor, slug, corrected))
  expect(
    await Promise.all(['revision', 'question_version', 'withdrawal', 'fact_reading'].map(countOf)),
  ).toEqual(before)
  expect(seen).toMatchObject({ state: 'open', isConflict: false, isOutdated: false })
  expect(seen?.diff.filter(({ sort }) => sort !== 'same').map(({ text }) => text.trim())).toEqual([
    expect.stringContaining('12'),
    expect.stringContaining('13'),
    expect.stringContaining('48'),
    expect.stringContaining('49'),
  ])
  const changed = seen?.effects?.questions ?? []
  expect(changed.length).toBeGreaterThan(0)
  for (const { stem, key, now, fate } of changed)
    expect(`${fate} ${stem} ${key} ${now?.stem} ${now?.key}`).toMatch(/12%|13%|48|49|withdrawn/)
  expect(seen?.effects?.kept).toBeGreaterThan(5)
  expect(seen?.effects?.facts.length).toBeGreaterThan(0)
  for (const { was } of seen?.effects?.facts ?? []) expect(was).toMatch(/12%|48m/)
})

test('published, it is what was shown; the article, its quiz and its notes say so', async () => {
  const { slug, corrected } = await load('Birchwell')
  const editor = await admin()
  const correction = await propose(editor, slug, corrected)
  const shown = await getCorrection(editor, correction)
  expect(await publishCorrection(editor, { correction })).toEqual({ done: { correction } })
  const after = await getCorrection(editor, correction)
  expect(after).toMatchObject({ state: 'published', effects: shown?.effects })
  const article = await getArticle(ANYONE, slug)
  expect(article?.revision).toBe(2)
  expect(article?.blocks[0]?.text).toContain(RIGHT)
  expect(await getStart(ANYONE, slug)).toMatchObject({ corrected: { revision: 2 } })
  expect(await listRevisionNotes(ANYONE, slug)).toMatchObject([
    { number: 2, note: 'An earlier version gave revenue as $48m.' },
  ])
  expect(await publishCorrection(editor, { correction })).toEqual({ refused: 'changed-meanwhile' })
})

test('a class that was given its quiz before is asked what still holds of it, and nothing that was corrected', async () => {
  const { slug, corrected } = await load('Darnborough')
  const set = (await getStart(ANYONE, slug))?.set ?? ''
  const school = await openClass(1)
  const given = { ...RULES_OF_TEST, class: school.id, set, chosen: null }
  const { assignment } = doneOf(await createAssignment(school.teacher, given))
  const { rows: before } = await pool().query<{ stem: string; body: unknown }>(
    'SELECT v.stem, v.body FROM quiz_set_item i JOIN question_version v ON v.id = i.version_id WHERE i.set_id = $1',
    [set],
  )
  const editor = await admin()
  await publishCorrection(editor, { correction: await propose(editor, slug, corrected) })
  const { json, status } = await call('POST /api/attempts', {
    body: { assignment, key: randomUUID() },
    cookie: school.learners[0]?.cookie() ?? '',
  })
  expect(status).toBe(201)
  const isTouched = ({ body }: (typeof before)[0]) => /12%|\$48m/.test(JSON.stringify(body))
  const asked = json.view.items.map(({ shown }) => shown.stem)
  expect(before.some(isTouched)).toBe(true)
  expect(before.filter((each) => isTouched(each) && asked.includes(each.stem))).toEqual([])
  expect(asked.length).toBeGreaterThan(0)
})

test('whoever has answered is told once, and whoever teaches with it', async () => {
  const { slug, corrected } = await load('Cawthorne')
  const set = (await getStart(ANYONE, slug))?.set ?? ''
  const school = await openClass(1)
  doneOf(await createAssignment(school.teacher, { ...RULES_OF_TEST, class: school.id, set, chosen: null }))
  const { reader } = await takeEmpty(set)
  const editor = await admin()
  const correction = await propose(editor, slug, corrected)
  const shown = await getCorrection(editor, correction)
  expect(shown?.effects).toMatchObject({ people: 1, assignments: 1 })
  await publishCorrection(editor, { correction })
  await tellOfCorrection({ correction })
  await tellOfCorrection({ correction })
  const titlesOf = async (viewer: Viewer) =>
    (await listNotices(viewer)).flatMap(({ notices }) => notices).map(({ title }) => title)
  expect(await titlesOf(await reader.viewer())).toEqual(['What you were asked about was corrected'])
  expect(await titlesOf(school.teacher)).toEqual(['An article you teach with was corrected'])
  expect(await listTouchedQuizzes(school.teacher, slug)).toMatchObject([
    {
      classId: school.id,
      questions: shown?.effects?.questions.filter(({ assignments }) => assignments > 0).length,
    },
  ])
  expect(await listTouchedQuizzes(await openTeacherViewer(), slug)).toEqual([])
  expect(await listTouchedQuizzes(await reader.viewer(), slug)).toEqual([])
  const bystander = await openMember()
  expect(await titlesOf(await bystander.viewer())).not.toContain('What you were asked about was corrected')
})

test('what was answered is regraded on the word of whoever corrects, and of nobody else', async () => {
  const { slug, corrected } = await load('Harrowby')
  const set = (await getStart(ANYONE, slug))?.set ?? ''
  const { reader, attempt, view } = await takeEmpty(set)
  const scoreOf = async () => {
    const { json } = await call('GET /api/attempts/[id]/results', { id: attempt, cookie: reader.cookie() })
    return json.score
  }
  const editor = await admin()
  const correction = await propose(editor, slug, corrected)
  const asked = new Set(view.items.map(({ question }: { question: string }) => question))
  const open = async (question: string, viewer: Viewer) =>
    getFlagPage(viewer, question, querySchema.parse({}))
  const before = (await getCorrection(editor, correction))?.effects?.questions ?? []
  const question = before.find(({ version }) => asked.has(version))?.version ?? ''
  expect(question).not.toBe('')
  expect(await open(question, editor)).toBeNull()
  await publishCorrection(editor, { correction })

  expect(await open(question, await openTeacherViewer())).toBeNull()
  expect(await open(question, await reader.viewer())).toBeNull()
  const page = await open(question, editor)
  expect(page).toMatchObject({ flags: [], isOwners: true })
  expect(await scoreOf()).toBe(0)
  const { decision } = doneOf(
    await decideFlags(editor, {
      ...{ question, choice: 'full-credit', key: null, word: 'The article was wrong.' },
      ...{ seen: page?.seen ?? 0, until: page?.until ?? '' },
    }),
  )
  await carryOut({ decision })
  expect(await scoreOf()).toBe(1)
})

test('an article of the house is corrected by an admin alone, one that was brought in by its owner alone', async () => {
  const { slug, corrected } = await load('Dunmere')
  const [teacher, editor] = [await openTeacherViewer(), await admin()]
  expect(await getEditable(teacher, slug)).toBeNull()
  const wanted = { slug, base: 1, title: 'x', body: corrected, note: 'n' }
  expect(await proposeEdit(teacher, wanted)).toEqual({ refused: 'not-found' })
  const correction = await propose(editor, slug, corrected)
  expect(await getCorrection(teacher, correction)).toBeNull()
  expect(await publishCorrection(teacher, { correction })).toEqual({ refused: 'not-found' })
  expect(await dropCorrection(teacher, { correction })).toEqual({ refused: 'not-found' })

  const own = await bringIn(teacher.personId ?? '', 'Eastmoor')
  expect(await getEditable(editor, own)).toBeNull()
  expect(await getEditable(teacher, own)).not.toBeNull()
})

test('of two corrections that were begun beside one text, the second is told', async () => {
  const { slug, corrected } = await load('Fernside')
  const editor = await admin()
  const first = await propose(editor, slug, corrected)
  await publishCorrection(editor, { correction: first })
  const late = { slug, base: 1, title: 'Fernside sells more', body: retailerBody('Fernside', 1), note: 'n' }
  expect(await proposeEdit(editor, late)).toEqual({ refused: 'changed-meanwhile' })
  expect(await proposeEdit(editor, { ...late, base: 2, body: corrected })).toEqual({
    refused: 'nothing-changed',
  })
})

test('a file that changes after its article was edited here waits for an admin’s choice', async () => {
  const { slug, corrected } = await load('Glaisdale')
  const editor = await admin()
  await publishCorrection(editor, { correction: await propose(editor, slug, corrected) })
  await loadContent(content)
  expect((await getArticle(ANYONE, slug))?.revision).toBe(2)

  const other = retailerBody('Glaisdale', 1).replace(WRONG, '14% to $50m')
  putRetailer(content, 'Glaisdale', 1, other)
  const said: string[] = []
  await loadContent({ folder: content.folder, report: (line) => said.push(line) })
  expect(said[0]).toContain('an admin chooses')
  expect((await getArticle(ANYONE, slug))?.revision).toBe(2)
  const waiting = (await listOpenCorrections(editor)).filter(({ title }) => title.startsWith('Glaisdale'))
  expect(waiting).toMatchObject([{ origin: 'file' }])
  const correction = waiting[0]?.id ?? ''
  expect(await getCorrection(editor, correction)).toMatchObject({ isConflict: true })

  await dropCorrection(editor, { correction })
  await loadContent(content)
  expect((await listOpenCorrections(editor)).filter(({ title }) => title.startsWith('Glaisdale'))).toEqual([])

  putRetailer(content, 'Glaisdale', 1, other.replace('$50m', '$51m'))
  await loadContent(content)
  const [again] = (await listOpenCorrections(editor)).filter(({ title }) => title.startsWith('Glaisdale'))
  await publishCorrection(editor, { correction: again?.id ?? '' })
  const article = await getArticle(ANYONE, slug)
  expect(article?.revision).toBe(3)
  expect(article?.blocks[0]?.text).toContain('$51m')
  // The file has won; it is the last that was taken.
  await loadContent(content)
  expect((await getArticle(ANYONE, slug))?.revision).toBe(3)
})
