import { afterAll, beforeEach, describe, expect, test } from 'vitest'
import { FORMATS, type FormatName, formats, readFile } from '#core'
import { listBank } from '#server/bank/list'
import { closeStore, pool } from '#server/db'
import { decideDraft } from '#server/desks/decide'
import { getDrafts } from '#server/desks/desk'
import { editDraft, writeDraft } from '#server/desks/edit'
import { setFromDesk } from '#server/desks/to-set'
import { bringIn, bringSchema, listPlaces, previewFile } from '#server/exchange/bring-in'
import { downloadDeskFile, downloadSetFile, getTakeOut } from '#server/exchange/take-out'
import type { BroughtView } from '#server/exchange/view'
import { getOwnSet } from '#server/sets/sets'
import type { Viewer } from '#server/viewer'
import * as previewDoor from '../../../app/api/bank/import/preview/route.ts'
import { openMember } from '../../support/browser.ts'
import { QUESTIONS, spanOf, storeQuiz, storeTeacherSet, TEXT, withdraw } from '../../support/quiz.ts'
import { doneOf, openTeacher, openTeacherViewer } from '../../support/school.ts'
import { HOST } from '../../support/site.ts'

afterAll(closeStore)

const missing = { refused: 'not-found' }
let teacher: Viewer
let quiz: Awaited<ReturnType<typeof storeQuiz>>
let set: string
beforeEach(async () => {
  teacher = await openTeacherViewer()
  quiz = await storeQuiz()
  set = (await storeTeacherSet(teacher.personId ?? '', 'Kettles & “toasters”', quiz.versions)).set
})

const fileOf = async (format: FormatName, viewer = teacher, id = set) =>
  doneOf(await downloadSetFile(viewer, { id, format }))
const textOf = async (format: FormatName) => String((await fileOf(format)).body)
const sent = (format: FormatName, text: string, article: string | null = null, name = 'kettles') => ({
  ...{ format, text, article },
  name: `${name}${formats[format].ending}`,
})
const bring = async (...args: Parameters<typeof sent>): Promise<BroughtView> =>
  doneOf(await bringIn(teacher, sent(...args)))
const draftsOf = async ({ desks: [desk] }: BroughtView, viewer = teacher) =>
  doneOf(await getDrafts(viewer, { desk: desk?.id ?? '' })).drafts
const approve = (viewer: Viewer, { id, step }: { id: string; step: number }) =>
  decideDraft(viewer, { draft: id, seen: step, state: 'approved' })

/** A question of GIFT that nothing is wrong with but that it has no source. */
const GIFT = `// [id:own-1]
In what year were kettles first sold in Norway by the firm Corvane, by its own account? {
=1998#So it says itself.
~1987#That is when it was founded.
~2004#That is when it opened its third shop.
####It says so itself.
}
`

describe('questions that leave', () => {
  test.each(FORMATS)('leave a set in %s as they stand, under ids that stay', async (format) => {
    const { type, fileName } = await fileOf(format)
    expect([type, fileName]).toEqual([formats[format].mediaType, `kettles-toasters${formats[format].ending}`])
    const { questions, problems } = readFile(format, await textOf(format))
    expect(problems).toEqual([])
    expect(questions.map(({ question }) => question.says.kind)).toEqual(QUESTIONS.map(({ kind }) => kind))
    const { rows } = await pool().query<{ id: string }>(
      'SELECT question_id AS id FROM question_version WHERE id = ANY($1)',
      [quiz.versions],
    )
    expect(questions.map(({ question }) => question.id).sort()).toEqual(rows.map(({ id }) => id).sort())
  })

  test('leave with what is lost said first, and without what has been withdrawn', async () => {
    await withdraw(quiz.versions.slice(0, 1))
    const out = await getTakeOut(teacher, 'set', set)
    expect(out).toMatchObject({ title: 'Kettles & “toasters”', count: QUESTIONS.length - 1 })
    const losses = Object.fromEntries(out?.formats.map(({ name, losses: all }) => [name, all.length]) ?? [])
    expect(losses).toMatchObject({ json: 0, csv: 0 })
    expect(losses.gift).toBeGreaterThan(3)
    for (const { held } of out?.formats ?? []) expect(held).toBe(QUESTIONS.length - 1)
    expect(readFile('json', await textOf('json')).questions).toHaveLength(QUESTIONS.length - 1)
  })

  test('leave the sets and desks of their owners alone', async () => {
    const stranger = await openTeacherViewer()
    for (const viewer of [stranger, await (await openMember()).viewer()]) {
      expect(await getTakeOut(viewer, 'set', set)).toBeNull()
      expect(await downloadSetFile(viewer, { id: set, format: 'json' })).toEqual(missing)
    }
    const brought = await bring('json', await textOf('json'), quiz.slug)
    const desk = brought.desks[0]?.id ?? ''
    expect(await downloadDeskFile(stranger, { id: desk, format: 'json' })).toEqual(missing)
    expect(await getTakeOut(teacher, 'desk', desk)).toMatchObject({ count: 0 })
    const [draft] = await draftsOf(brought)
    if (!draft) throw new Error('nothing came in')
    doneOf(await approve(teacher, draft))
    expect(await getTakeOut(teacher, 'desk', desk)).toMatchObject({ count: 1 })
    expect(
      readFile('csv', String(doneOf(await downloadDeskFile(teacher, { id: desk, format: 'csv' })).body))
        .questions,
    ).toHaveLength(1)
  })

  test('leave without the text of an article that whoever takes them out may not read', async () => {
    const text = await textOf('json')
    expect(readFile('json', text).sources).toEqual([
      { title: 'Acme sells more kettles', date: '2025-01-02', text: TEXT },
    ])
    await pool().query('UPDATE article SET owner_id = $2 WHERE slug = $1', [
      quiz.slug,
      (await openTeacherViewer()).personId,
    ])
    expect(readFile('json', await textOf('json')).sources).toEqual([])
  })
})

describe('questions that come in', () => {
  test('by JSON come back beside the article they are from, anchored as they were', async () => {
    const text = await textOf('json')
    const seen = doneOf(await previewFile(teacher, sent('json', text, quiz.slug)))
    expect(seen.problems).toEqual([])
    expect(seen.questions.every(({ isSourced, isKnown }) => isSourced && !isKnown)).toBe(true)
    const brought = await bring('json', text, quiz.slug)
    expect(brought).toMatchObject({
      added: QUESTIONS.length,
      changed: 0,
      same: 0,
      desks: [{ title: 'Acme sells more kettles' }],
    })
    const drafts = await draftsOf(brought)
    expect(drafts.map(({ kind, origin, state }) => [kind, origin, state])).toEqual(
      QUESTIONS.map(({ kind }) => [kind, 'imported', 'open']),
    )
    expect(drafts.map(({ written: { evidence } }) => evidence.length)).toEqual(
      QUESTIONS.map(({ evidence }) => evidence.length),
    )
  })

  test.each(FORMATS)(
    'by the same file in %s twice change nothing, and by a changed one are changed',
    async (format) => {
      const text = await textOf(format)
      const first = await bring(format, text, quiz.slug)
      const again = await bring(format, text, quiz.slug)
      expect(again).toEqual({ desks: first.desks, added: 0, changed: 0, same: QUESTIONS.length })
      const stem = "By how much did Acme's revenue rise in 2024?"
      const changed = text.replaceAll(stem, 'How far did revenue rise at Acme in 2024?')
      expect(doneOf(await previewFile(teacher, sent(format, changed))).questions[0]).toMatchObject({
        isKnown: true,
      })
      expect(await bring(format, changed, null, 'another')).toEqual({
        desks: first.desks,
        added: 0,
        changed: 1,
        same: QUESTIONS.length - 1,
      })
      const drafts = await draftsOf(first)
      expect(drafts).toHaveLength(QUESTIONS.length)
      expect(drafts[0]).toMatchObject({ stem: 'How far did revenue rise at Acme in 2024?', mayUndo: true })
    },
  )

  test.each(FORMATS)('keep at the desk what %s has no place for', async (format) => {
    const first = await bring('json', await textOf('json'), quiz.slug)
    expect(await bring(format, await textOf(format), quiz.slug)).toEqual({
      ...{ desks: first.desks, added: 0, changed: 0, same: QUESTIONS.length },
    })
  })

  test('at the same time from two tabs come in once', async () => {
    const text = await textOf('json')
    const both = await Promise.all([bring('json', text, quiz.slug), bring('json', text, quiz.slug)])
    expect(both.map(({ added }) => added).sort((a, b) => a - b)).toEqual([0, QUESTIONS.length])
    expect(await draftsOf(both[0] as BroughtView)).toHaveLength(QUESTIONS.length)
  })

  test('are each teacher’s own: what another has brought in is new here', async () => {
    const text = await textOf('gift')
    await bring('gift', text, quiz.slug)
    const colleague = await openTeacherViewer()
    expect(doneOf(await bringIn(colleague, sent('gift', text, quiz.slug)))).toMatchObject({
      added: QUESTIONS.length,
    })
  })

  test('with a text of their own lie beside it, as an article that only the importer and their classes read', async () => {
    const text = (await textOf('json')).replaceAll('Acme', 'Bcme')
    const brought = await bring('json', text)
    expect(brought.desks).toMatchObject([{ title: 'Bcme sells more kettles' }])
    const { rows } = await pool().query(
      `SELECT a.owner_id, r.origin, r.author_id, r.text FROM desk k JOIN revision r ON r.id = k.revision_id
       JOIN article a ON a.id = r.article_id WHERE k.id = $1`,
      [brought.desks[0]?.id],
    )
    expect(rows).toEqual([
      {
        owner_id: teacher.personId,
        author_id: teacher.personId,
        origin: 'import',
        text: TEXT.replaceAll('Acme', 'Bcme'),
      },
    ])
    for (const { written } of await draftsOf(brought)) expect(written.evidence).not.toEqual([])
    // Nobody else sees it, and the same file finds it again.
    expect((await listPlaces(await openTeacherViewer())).map(({ title }) => title)).not.toContain(
      'Bcme sells more kettles',
    )
    expect((await listPlaces(teacher))[0]?.title).toBe('Bcme sells more kettles')
    const changed = text.replace(/"id": "[\w-]+"/, '"id": "another"')
    expect(await bring('json', changed)).toMatchObject({ desks: brought.desks, added: 1 })
  })

  test('lie beside no article of somebody else', async () => {
    await pool().query('UPDATE article SET owner_id = $2 WHERE slug = $1', [
      quiz.slug,
      (await openTeacherViewer()).personId,
    ])
    for (const article of [quiz.slug, 'nothing-of-the-kind']) {
      expect(await previewFile(teacher, sent('gift', GIFT, article))).toEqual(missing)
      expect(await bringIn(teacher, sent('gift', GIFT, article))).toEqual(missing)
    }
  })

  test('that cannot be read are told by their line, and what can be comes in', async () => {
    const text = `${GIFT}\nBroken {=a ~b\n\nAn essay {}\n`
    const seen = doneOf(await previewFile(teacher, sent('gift', text)))
    expect(seen.problems.map(({ line }) => line)).toEqual([9, 11])
    expect(seen.questions).toHaveLength(1)
    expect(await bring('gift', text)).toMatchObject({ added: 1 })
    expect(await bringIn(teacher, sent('gift', 'nothing'))).toEqual({ refused: 'nothing-brought' })
  })

  test('are sent as a format, a name, a text and an article', () => {
    expect(bringSchema.safeParse(sent('gift', GIFT)).success).toBe(true)
    for (const unsound of [
      {},
      { ...sent('gift', GIFT), format: 'aiken' },
      { ...sent('gift', GIFT), name: 'a\0' },
    ])
      expect(bringSchema.safeParse(unsound).success).toBe(false)
  })
})

test('a file of two million characters goes through the door, and much more does not', async () => {
  const browser = await openTeacher()
  const post = async (text: string) => {
    const request = new Request(`http://${HOST}/api/bank/import/preview`, {
      method: 'POST',
      headers: browser.headers({ 'content-type': 'application/json' }),
      body: JSON.stringify(sent('gift', text)),
    })
    const response = await previewDoor.POST(request, { params: Promise.resolve({}) })
    return [response.status, JSON.stringify(await response.json())]
  }
  expect(await post('x'.repeat(1_900_000))).toEqual([
    200,
    expect.stringContaining('longer than 20000 characters'),
  ])
  expect(await post('x'.repeat(2_100_000))).toEqual([200, expect.stringContaining('two million characters')])
  expect(await post('x'.repeat(9_000_000))).toEqual([413, expect.stringContaining('too-large')])
})

describe('a question without a source', () => {
  let brought: BroughtView
  beforeEach(async () => {
    brought = await bring('gift', GIFT)
  })
  const only = async () => {
    const [draft] = await draftsOf(brought)
    if (!draft) throw new Error('nothing came in')
    return draft
  }

  test('lies beside a text that says what it is', async () => {
    expect(brought.desks).toMatchObject([{ title: 'Questions from kettles.gift' }])
    expect(await only()).toMatchObject({
      origin: 'imported',
      passages: [],
      failures: [],
      written: { evidence: [] },
    })
  })

  test('is approved by its teacher alone, with a verdict of its own, and says so wherever a teacher meets it', async () => {
    const draft = await only()
    doneOf(await approve(teacher, draft))
    const { rows } = await pool().query(
      `SELECT v.id, v.verdict, v.provenance, v.passages, (SELECT count(*)::int FROM question_fact f WHERE f.version_id = v.id) AS facts,
         EXISTS (SELECT FROM bank_item b WHERE b.version_id = v.id) AS is_drawn
       FROM question_version v JOIN question q ON q.id = v.question_id WHERE q.desk_id = $1`,
      [brought.desks[0]?.id],
    )
    expect(rows).toMatchObject([
      { verdict: 'unsourced', provenance: 'import', passages: { passages: [] }, facts: 0, is_drawn: false },
    ])
    const { rows: bank } = await listBank(teacher, { q: 'kettles first sold' })
    expect(bank).toMatchObject([{ version: rows[0].id, isSourced: false }])
    expect((await listBank(await openTeacherViewer(), { q: 'kettles first sold' })).rows).toEqual([])
    const made = doneOf(await setFromDesk(teacher, { desk: brought.desks[0]?.id ?? '' }))
    const own = await getOwnSet(teacher, made.set, new Headers({ host: HOST }))
    expect(own?.items).toMatchObject([{ isSourced: false }])
    // It leaves under the id it came in with.
    const file = String(doneOf(await downloadSetFile(teacher, { id: made.set, format: 'json' })).body)
    expect(readFile('json', file)).toMatchObject({
      sources: [],
      questions: [{ question: { id: 'own-1', source: null } }],
    })
  })

  test('is approved by nobody where its key does not hold by itself', async () => {
    const changed = GIFT.replace('~1987', '=1987')
    brought = await bring('gift', changed.replace('own-1', 'own-2'))
    const drafts = await draftsOf(brought)
    const broken = drafts.at(-1)
    if (!broken) throw new Error('nothing came in')
    expect(broken.failures.some(({ isFirm }) => isFirm)).toBe(true)
    expect(await approve(teacher, broken)).toEqual({ refused: 'key-fails' })
  })

  test('is anchored by its teacher, after which every rule holds for it, and a file without passages does not undo that', async () => {
    const text = GIFT.replace(
      'In what year were kettles first sold in Norway by the firm Corvane, by its own account?',
      'By how much did revenue rise at Acme in 2024?',
    )
      .replace('=1998', '=12%')
      .replace('~1987', '~18%')
      .replace('~2004', '~9%')
      .replace('own-1', 'own-3')
    brought = await bring('gift', text, quiz.slug)
    const draft = (await draftsOf(brought)).at(-1)
    if (!draft) throw new Error('nothing came in')
    expect(draft).toMatchObject({ passages: [], failures: [] })
    const { start, end } = spanOf('Acme, which makes kettles, said revenue rose 12% to $45m in 2024.')
    const question = { ...draft.written, evidence: [{ start, end }] } as typeof draft.written
    doneOf(await editDraft(teacher, { draft: draft.id, seen: draft.step, question }))
    const anchored = (await draftsOf(brought)).at(-1)
    expect(anchored).toMatchObject({ passages: [{ start, end }], failures: [] })
    expect(await bring('gift', text, quiz.slug)).toMatchObject({ added: 0, changed: 0, same: 1 })
    doneOf(await approve(teacher, anchored as typeof draft))
    const { rows } = await pool().query(
      'SELECT v.verdict FROM question_version v JOIN question q ON q.id = v.question_id WHERE q.desk_id = $1',
      [brought.desks[0]?.id],
    )
    expect(rows).toEqual([{ verdict: 'passed' }])
    // Held against its passage, the same question with another key is approved by nobody.
    const wrong = await bring('gift', text.replace('=12%', '=19%'), quiz.slug)
    const other = (await draftsOf(wrong)).at(-1)
    expect(other?.failures.some(({ isFirm }) => isFirm)).toBe(true)
    expect(await approve(teacher, other as typeof draft)).toEqual({ refused: 'key-fails' })
  })
})

test('a question that somebody writes at a desk is not approved without a passage: only what came with a file is', async () => {
  const brought = await bring('gift', GIFT)
  const desk = brought.desks[0]?.id ?? ''
  const [draft] = await draftsOf(brought)
  if (!draft) throw new Error('nothing came in')
  doneOf(await writeDraft(teacher, { desk, question: draft.written }))
  const written = (await draftsOf(brought)).at(-1)
  expect(written).toMatchObject({ origin: 'written', stem: draft.stem })
  expect(await approve(teacher, written as typeof draft)).toEqual({ refused: 'key-fails' })
})
