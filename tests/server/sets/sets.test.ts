import { randomUUID } from 'node:crypto'
import fs from 'node:fs'
import os from 'node:os'
import path from 'node:path'
import { afterAll, beforeAll, beforeEach, describe, expect, test } from 'vitest'
import type { Question } from '#core'
import { addTag } from '#server/bank/tags'
import { closeStore, pool } from '#server/db'
import { eraseDue } from '#server/mine/erase'
import { addQuestion, arrangeSet, renameSet, renewQuestion } from '#server/sets/change'
import { copySet, createSet, duplicateSet, makeSetFromArticle } from '#server/sets/make'
import { getOwnSet, getPreview, getSharedSet, listSets } from '#server/sets/sets'
import { archiveSet, readCode, shareSet } from '#server/sets/share'
import { ANYONE, type Viewer } from '#server/viewer'
import { openMember } from '../../support/browser.ts'
import { QUESTIONS, storeQuiz, withdraw } from '../../support/quiz.ts'
import { doneOf, openTeacherViewer } from '../../support/school.ts'
import { begin, call, HOST } from '../../support/site.ts'

// The settings are read when they are first asked for.
const folder = fs.mkdtempSync(path.join(os.tmpdir(), 'bellwether-sets-'))
process.env.BELLWETHER_DATA = path.join(folder, 'data')

const asked = new Headers({ host: HOST })
type Quiz = Awaited<ReturnType<typeof storeQuiz>>
let acme: Quiz
let other: Quiz
/** An article all of whose questions make sense only beside it. */
let beside: Quiz
let teacher: Viewer
let id: string

beforeAll(async () => {
  acme = await storeQuiz()
  other = await storeQuiz(QUESTIONS.slice(0, 3))
  beside = await storeQuiz(QUESTIONS.slice(0, 2).map((each): Question => ({ ...each, needsArticle: true })))
})
beforeEach(async () => {
  teacher = await openTeacherViewer()
  id = doneOf(await createSet(teacher, { title: 'Kettles', versions: acme.versions.slice(0, 3) })).set
})
afterAll(async () => {
  await closeStore()
  fs.rmSync(folder, { recursive: true, force: true })
})

async function look(viewer = teacher, set = id) {
  const own = await getOwnSet(viewer, set, asked)
  if (!own) throw new Error('there is no such set')
  return { ...own, versions: own.items.map(({ version }) => version) }
}
const missing = { refused: 'not-found' }
const of = (quiz: Quiz, place: number): string => quiz.versions[place] ?? ''

describe('a set put together by hand', () => {
  test('holds its questions in their order, and another order once they are moved', async () => {
    const { set: seen, versions, items, title } = await look()
    expect([title, versions]).toEqual(['Kettles', acme.versions.slice(0, 3)])
    expect(items[0]).toMatchObject({ kind: 'choice', slug: acme.slug, withdrawn: null, hasNewer: false })
    const order = [of(acme, 2), of(acme, 0)]
    const { set } = doneOf(await arrangeSet(teacher, { set: id, seen, order }))
    expect(await look()).toMatchObject({ set, versions: order })
    // What was before is kept as it was: an attempt of it still stands on it.
    const { rows } = await pool().query(
      'SELECT version_id AS id FROM quiz_set_item WHERE set_id = $1 ORDER BY position',
      [seen],
    )
    expect(rows.map((row) => row.id)).toEqual(versions)
    doneOf(await addQuestion(teacher, { set: id, version: of(other, 0) }))
    expect((await look()).versions).toEqual([...order, of(other, 0)])
  })

  test('takes nothing twice, nothing that is not there, and nothing that is withdrawn', async () => {
    const add = (version: string) => addQuestion(teacher, { set: id, version })
    expect(await add(of(acme, 0))).toEqual({ refused: 'in-set-already' })
    expect(await add(randomUUID())).toEqual(missing)
    const gone = await storeQuiz(QUESTIONS.slice(0, 1))
    await withdraw(gone.versions)
    expect(await add(of(gone, 0))).toEqual({ refused: 'withdrawn' })
    expect(await createSet(teacher, { title: 'x', versions: gone.versions })).toEqual({
      refused: 'withdrawn',
    })
    const { set: seen, versions } = await look()
    for (const order of [[of(other, 1)], [of(acme, 0), of(acme, 0)]])
      expect(await arrangeSet(teacher, { set: id, seen, order })).toEqual({ refused: 'invalid' })
    expect(await look()).toMatchObject({ set: seen, versions })
  })

  test('has at most sixty questions', async () => {
    const quizzes = await Promise.all(Array.from({ length: 8 }, () => storeQuiz()))
    const versions = quizzes.flatMap((quiz) => quiz.versions).slice(0, 60)
    const { set } = doneOf(await createSet(teacher, { title: 'Many', versions }))
    expect(await addQuestion(teacher, { set, version: of(acme, 0) })).toEqual({ refused: 'set-full' })
  })

  test('keeps what needs its article with that article alone', async () => {
    const add = (set: string, version: string) => addQuestion(teacher, { set, version })
    expect(await add(id, of(beside, 0))).toEqual({ refused: 'needs-article' })
    const { set } = doneOf(await createSet(teacher, { title: 'Beside', versions: [of(beside, 0)] }))
    doneOf(await add(set, of(beside, 1)))
    expect(await add(set, of(acme, 0))).toEqual({ refused: 'needs-article' })
    expect((await look(teacher, set)).items.map(({ needsArticle }) => needsArticle)).toEqual([true, true])
  })

  test('of two tabs takes the first, tells the second, and loses nothing', async () => {
    const { set: seen, versions } = await look()
    const orders = [[...versions].reverse(), versions.slice(1)]
    const outcomes = await Promise.all(orders.map((order) => arrangeSet(teacher, { set: id, seen, order })))
    expect(outcomes.filter((outcome) => 'done' in outcome)).toHaveLength(1)
    expect(outcomes).toContainEqual({ refused: 'changed-meanwhile' })
    const won = orders[outcomes.findIndex((outcome) => 'done' in outcome)]
    expect((await look()).versions).toEqual(won)
    const stale = { set: id, seen }
    const tried = [
      await renameSet(teacher, { ...stale, title: 'Other' }),
      await renewQuestion(teacher, { ...stale, version: of(acme, 1) }),
      await arrangeSet(teacher, { ...stale, order: [] }),
    ]
    expect(tried).toEqual(tried.map(() => ({ refused: 'changed-meanwhile' })))
    // Two that add at once both do.
    const added = [of(acme, 4), of(acme, 5)]
    await Promise.all(added.map((version) => addQuestion(teacher, { set: id, version })))
    expect((await look()).versions).toEqual(expect.arrayContaining([...(won ?? []), ...added]))
  })

  test('gives its name to attempts of it, which keep it', async () => {
    const { set } = await look()
    const learner = await openMember()
    const first = await begin(set, 'practice', learner.cookie())
    expect(first.view).toMatchObject({ title: 'Kettles', slug: null, count: 3 })
    const renamed = doneOf(await renameSet(teacher, { set: id, seen: set, title: 'Toasters' }))
    expect((await look()).title).toBe('Toasters')
    expect((await begin(renamed.set, 'test', learner.cookie())).view.title).toBe('Toasters')
    const again = await call('GET /api/attempts/[id]', { id: first.attempt, cookie: learner.cookie() })
    expect(again.json.title).toBe('Kettles')
  })

  test('names what has been withdrawn, is not begun with it, and takes in the newer version', async () => {
    const quiz = await storeQuiz(QUESTIONS.slice(0, 2))
    const { set } = doneOf(await createSet(teacher, { title: 'Corrected', versions: quiz.versions }))
    await withdraw([of(quiz, 0)])
    const own = await look(teacher, set)
    expect(own.items.map(({ withdrawn }) => withdrawn)).toEqual(['A newer one stands.', null])
    expect((await listSets(teacher)).find((each) => each.id === set)).toMatchObject({ withdrawn: 1 })
    const body = { set: own.set, mode: 'practice', key: randomUUID() }
    expect((await call('POST /api/attempts', { body })).status).toBe(404)
    const renew = () => renewQuestion(teacher, { set, seen: own.set, version: of(quiz, 0) })
    expect(await renew()).toEqual({ refused: 'withdrawn' })
    const newer = randomUUID()
    await pool().query(
      `INSERT INTO question_version (id, question_id, revision_id, number, kind, stem, body, passages, provenance,
         engine_version, verdict, content_hash)
       SELECT $2, question_id, revision_id, 2, kind, stem, body, passages, provenance, engine_version, verdict, 'x'
       FROM question_version WHERE id = $1`,
      [of(quiz, 0), newer],
    )
    expect((await look(teacher, set)).items[0]).toMatchObject({ hasNewer: true })
    doneOf(await renew())
    expect((await look(teacher, set)).versions).toEqual([newer, of(quiz, 1)])
  })

  test('is seen as a learner sees it, without a word of the key', async () => {
    const { set } = doneOf(await createSet(teacher, { title: 'All kinds', versions: acme.versions }))
    const preview = await getPreview(teacher, set)
    expect(preview?.shown.map(({ kind }) => kind)).toEqual(QUESTIONS.map(({ kind }) => kind))
    const told = JSON.stringify(preview)
    for (const word of ['WHY-', 'EXPLANATION', 'CORRECTION', 'ACCEPTED', 'correct', 'evidence'])
      expect(told).not.toContain(word)
  })

  test('is put away and taken out again, and goes on meanwhile', async () => {
    const { set } = await look()
    doneOf(await archiveSet(teacher, { set: id, isArchived: true }))
    expect((await listSets(teacher))[0]).toMatchObject({ id, isArchived: true, questions: 3, articles: 1 })
    expect((await begin(set)).view.title).toBe('Kettles')
    doneOf(await archiveSet(teacher, { set: id, isArchived: false }))
    expect(await look()).toMatchObject({ isArchived: false, set })
  })
})

describe('a set from an article', () => {
  test('holds what its quiz asks, under its title', async () => {
    const { set } = doneOf(await makeSetFromArticle(teacher, { slug: acme.slug }))
    expect(await look(teacher, set)).toMatchObject({
      title: 'Acme sells more kettles',
      versions: acme.versions,
    })
  })

  test('leaves out what has been withdrawn, and is not made where nothing is left', async () => {
    const quiz = await storeQuiz(QUESTIONS.slice(0, 2))
    await withdraw([of(quiz, 0)])
    const { set } = doneOf(await makeSetFromArticle(teacher, { slug: quiz.slug }))
    expect((await look(teacher, set)).versions).toEqual([of(quiz, 1)])
    await withdraw([of(quiz, 1)])
    expect(await makeSetFromArticle(teacher, { slug: quiz.slug })).toEqual(missing)
    expect(await makeSetFromArticle(teacher, { slug: 'no-such-article' })).toEqual(missing)
  })
})

describe('a set that is shared', () => {
  const share = (isShared: boolean) => shareSet(teacher, { set: id, isShared })
  const codeOf = async () => readCode((await look()).link?.split('/').at(-1)) ?? ''

  test('is looked at and copied by the link, until it is taken back', async () => {
    expect((await look()).link).toBeNull()
    doneOf(await share(true))
    const code = await codeOf()
    expect((await look()).link).toBe(`http://${HOST}/sets/shared/${code}`)
    doneOf(await share(true))
    expect(await codeOf()).toBe(code)
    const colleague = await openTeacherViewer()
    expect(await getSharedSet(colleague, code)).toMatchObject({
      title: 'Kettles',
      by: 'Ada Reader',
      own: null,
    })
    expect(await getSharedSet(teacher, code)).toMatchObject({ own: id })
    const { set } = doneOf(await copySet(colleague, { code }))
    const copy = await look(colleague, set)
    expect(copy).toMatchObject({ title: 'Kettles', versions: acme.versions.slice(0, 3), link: null })
    // The copy is its owner's alone.
    doneOf(await arrangeSet(colleague, { set, seen: copy.set, order: [] }))
    expect((await look()).versions).toHaveLength(3)

    doneOf(await share(false))
    expect(await getSharedSet(colleague, code)).toBeNull()
    expect(await copySet(colleague, { code })).toEqual(missing)
    doneOf(await share(true))
    expect(await codeOf()).not.toBe(code)
  })

  test('is not shared any more once it is put away', async () => {
    doneOf(await share(true))
    const code = await codeOf()
    doneOf(await archiveSet(teacher, { set: id, isArchived: true }))
    expect(await getSharedSet(await openTeacherViewer(), code)).toBeNull()
    expect(await share(true)).toEqual({ refused: 'archived' })
    doneOf(await archiveSet(teacher, { set: id, isArchived: false }))
    expect((await look()).link).toBeNull()
  })

  test('and one that is copied leave out what has been withdrawn', async () => {
    const quiz = await storeQuiz(QUESTIONS.slice(0, 2))
    const { set } = doneOf(await createSet(teacher, { title: 'Part', versions: quiz.versions }))
    await withdraw([of(quiz, 0)])
    doneOf(await shareSet(teacher, { set, isShared: true }))
    const code = readCode((await look(teacher, set)).link?.split('/').at(-1)) ?? ''
    const copy = doneOf(await duplicateSet(teacher, { set })).set
    expect(await look(teacher, copy)).toMatchObject({ title: 'Copy of Part', versions: [of(quiz, 1)] })
    const theirs = await openTeacherViewer()
    const taken = doneOf(await copySet(theirs, { code })).set
    expect((await look(theirs, taken)).versions).toEqual([of(quiz, 1)])
  })
})

test('what is somebody else’s is answered as what is not there', async () => {
  const { set: seen } = await look()
  const learner = await (await openMember()).viewer()
  for (const viewer of [await openTeacherViewer(), learner, ANYONE])
    for (const set of [id, randomUUID()]) {
      expect([await getOwnSet(viewer, set, asked), await getPreview(viewer, set)]).toEqual([null, null])
      const tried = [
        await addQuestion(viewer, { set, version: of(acme, 3) }),
        await arrangeSet(viewer, { set, seen, order: [] }),
        await renameSet(viewer, { set, seen, title: 'Mine now' }),
        await renewQuestion(viewer, { set, seen, version: of(acme, 0) }),
        await archiveSet(viewer, { set, isArchived: true }),
        await shareSet(viewer, { set, isShared: true }),
        await duplicateSet(viewer, { set }),
      ]
      expect(tried).toEqual(tried.map(() => missing))
      expect((await listSets(viewer)).some((each) => each.id === set)).toBe(false)
    }
  expect(await look()).toMatchObject({ set: seen, title: 'Kettles', isArchived: false, link: null })
})

describe('when its owner is', () => {
  test('exporting, a set and their words go along', async () => {
    const member = await openMember()
    const viewer = await member.viewer()
    await pool().query(`UPDATE person SET role = 'teacher' WHERE id = $1`, [viewer.personId])
    doneOf(await createSet(viewer, { title: 'Exported', versions: [of(acme, 0)] }))
    const { rows } = await pool().query('SELECT question_id AS id FROM question_version WHERE id = $1', [
      of(acme, 0),
    ])
    doneOf(await addTag(viewer, { question: rows[0].id, word: 'exam' }))
    const { text } = await call('GET /api/me/export.json', { cookie: member.cookie() })
    expect(JSON.parse(text)).toMatchObject({
      sets: [{ title: 'Exported', questions: [QUESTIONS[0]?.stem], archivedAt: null }],
      words: [{ word: 'exam', question: rows[0].id }],
    })
    expect(text).not.toContain('Kettles')
  })

  test('erased, what they called it and their words are gone everywhere, and what was taken of it stays', async () => {
    const first = await look()
    const { set: seen } = doneOf(
      await renameSet(teacher, { set: id, seen: first.set, title: 'By Quirina Unmistakable' }),
    )
    const taken = await begin(seen)
    expect(taken.view.title).toBe('By Quirina Unmistakable')
    const { rows } = await pool().query('SELECT question_id AS id FROM question_version WHERE id = $1', [
      of(acme, 0),
    ])
    doneOf(await renameSet(teacher, { set: id, seen, title: 'Quirina Unmistakable' }))
    doneOf(await addTag(teacher, { question: rows[0].id, word: 'Unmistakable' }))
    doneOf(await shareSet(teacher, { set: id, isShared: true }))
    const { set, link } = await look()
    // As long as they are there, not even the name of a quiz set changes.
    const rename = () =>
      pool().query(`UPDATE quiz_set SET settings = settings - 'title' WHERE id = $1`, [set])
    await expect(rename()).rejects.toThrow('never changed')
    await pool().query('UPDATE account SET erase_at = clock_timestamp() WHERE person_id = $1', [
      teacher.personId,
    ])
    expect(await eraseDue()).toBe(1)
    for (const table of ['teacher_set', 'quiz_set', 'question_tag']) {
      const { rowCount } = await pool().query(`SELECT FROM ${table} t WHERE t::text LIKE '%Unmistakable%'`)
      expect([table, rowCount]).toEqual([table, 0])
    }
    const code = readCode(link?.split('/').at(-1)) ?? ''
    expect(await getSharedSet(await openTeacherViewer(), code)).toBeNull()
    const { json } = await call('GET /api/attempts/[id]', { id: taken.attempt, cookie: taken.cookie })
    expect(json.count).toBe(3)
    for (const change of [`settings = '{}'`, 'number = number + 1'])
      await expect(pool().query(`UPDATE quiz_set SET ${change} WHERE id = $1`, [set])).rejects.toThrow(
        'never changed',
      )
  })
})
