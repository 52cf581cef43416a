import { randomUUID } from 'node:crypto'
import fs from 'node:fs'
import os from 'node:os'
import path from 'node:path'
import { afterAll, beforeAll, beforeEach, describe, expect, test } from 'vitest'
import { KINDS, type Written, writtenSchema } from '#core'
import { listBank } from '#server/bank/list'
import { getBankQuestion } from '#server/bank/question'
import { closeStore, pool } from '#server/db'
import { decideDraft, undoStep } from '#server/desks/decide'
import { getDesk, getDrafts } from '#server/desks/desk'
import { checkQuestion, editDraft, writeDraft } from '#server/desks/edit'
import { addDrafts } from '#server/desks/more'
import { getSharedDesk, joinDesk, leaveDesk, listDesks, openDesk, shareDesk } from '#server/desks/open'
import { setFromDesk } from '#server/desks/to-set'
import type { DraftView } from '#server/desks/view'
import { addQuestion } from '#server/sets/change'
import { createSet } from '#server/sets/make'
import { getOwnSet } from '#server/sets/sets'
import type { Viewer } from '#server/viewer'
import { blank } from '../../../ui/desk/blank.ts'
import { QUESTIONS, spanOf, storeQuiz, TEXT, withdraw } from '../../support/quiz.ts'
import { doneOf, openTeacherViewer } from '../../support/school.ts'
import { HOST } from '../../support/site.ts'

const folder = fs.mkdtempSync(path.join(os.tmpdir(), 'bellwether-desks-'))
process.env.BELLWETHER_DATA = path.join(folder, 'data')
const asked = new Headers({ host: HOST })
const missing = { refused: 'not-found' }

let teacher: Viewer
let colleague: Viewer
let quiz: Awaited<ReturnType<typeof storeQuiz>>
let desk: string

beforeAll(async () => {
  colleague = await openTeacherViewer()
})
beforeEach(async () => {
  teacher = await openTeacherViewer()
  quiz = await storeQuiz()
  desk = doneOf(await openDesk(teacher, { slug: quiz.slug })).desk
})
afterAll(async () => {
  await closeStore()
  fs.rmSync(folder, { recursive: true, force: true })
})

const look = async (viewer = teacher, id = desk) => doneOf(await getDrafts(viewer, { desk: id }))
async function draftAt(place: number, viewer = teacher): Promise<DraftView> {
  const draft = (await look(viewer)).drafts[place]
  if (!draft) throw new Error('there is no such draft')
  return draft
}
const trimmed = (written: Written) => ({ ...written, stem: written.stem.trim() })
const seen = ({ id, step }: DraftView) => ({ draft: id, seen: step })

/** A sound question on the article, by hand. */
const SOUND: Written = {
  kind: 'choice',
  stem: 'By how much did sales of kettles grow at Acme in 2024?',
  explanation: 'It says so.',
  evidence: [spanOf('Sales of kettles grew 18%, of toasters 9%, of irons 4% and of fans 2%.')].map(
    ({ start, end }) => ({ start, end }),
  ),
  options: [
    { text: '18%', correct: true, why: 'It is.' },
    { text: '12%', correct: false, why: 'So much revenue rose.' },
    { text: '45%', correct: false, why: 'That is nobody.' },
  ],
}

describe('a desk', () => {
  test('opens with the questions of the article’s quiz laid down in order, and is the same when it is opened again', async () => {
    const { drafts, between } = await look()
    expect(drafts.map(({ kind }) => kind)).toEqual(QUESTIONS.map(({ kind }) => kind))
    expect(
      drafts.every(({ state, origin, by }) => state === 'open' && origin === 'engine' && by === null),
    ).toBe(true)
    expect(between).toEqual([])
    expect(doneOf(await openDesk(teacher, { slug: quiz.slug })).desk).toBe(desk)
    const [first, second] = await Promise.all([1, 2].map(() => openDesk(colleague, { slug: quiz.slug })))
    expect(first && doneOf(first).desk).toBe(second && doneOf(second).desk)
    const view = await getDesk(teacher, desk, asked)
    expect(view).toMatchObject({ slug: quiz.slug, revision: 1, isOutdated: false, link: null })
    for (const { start, end, text } of view?.sentences ?? []) expect(TEXT.slice(start, end)).toBe(text)
    expect(await openDesk(teacher, { slug: 'nothing' })).toEqual(missing)
  })

  test('leaves out what has been withdrawn, and says so of what is withdrawn later', async () => {
    const other = await storeQuiz()
    await withdraw(other.versions.slice(0, 2))
    const id = doneOf(await openDesk(teacher, { slug: other.slug })).desk
    expect((await look(teacher, id)).drafts).toHaveLength(other.versions.length - 2)
    await withdraw(other.versions.slice(2, 3))
    const [first] = (await look(teacher, id)).drafts
    expect(first?.withdrawn).toBe('A newer one stands.')
    expect(first && (await decideDraft(teacher, { ...seen(first), state: 'approved' }))).toEqual({
      refused: 'withdrawn',
    })
  })

  test('tells each draft with its key, its passage and what the checker says', async () => {
    const draft = await draftAt(0)
    expect(draft).toMatchObject({ kind: 'choice', key: '12%', failures: [] })
    expect(draft.rules).toBeGreaterThan(20)
    expect(draft.passages[0]?.quote).toContain('revenue rose 12%')
    expect(draft.parts.map(({ isRight }) => isRight)).toEqual([false, true, false])
  })

  test('takes every kind of question back as it gave it out', async () => {
    const { drafts } = await look()
    for (const { written } of drafts) expect(writtenSchema.parse(written)).toEqual(written)
    for (const kind of KINDS) expect(writtenSchema.parse(blank(kind, []))).toEqual(trimmed(blank(kind, [])))
    for (const unsound of [{}, { ...drafts[0]?.written, key: 1 }, { ...drafts[0]?.written, kind: 'essay' }])
      expect(writtenSchema.safeParse(unsound).success).toBe(false)
  })

  test('is nobody else’s: every deed of another teacher finds nothing', async () => {
    const draft = await draftAt(0)
    const question = draft.written
    const tries = [
      getDrafts(colleague, { desk }),
      checkQuestion(colleague, { desk, question }),
      writeDraft(colleague, { desk, question }),
      addDrafts(colleague, { desk }),
      setFromDesk(colleague, { desk }),
      shareDesk(colleague, { desk, isShared: true }),
      leaveDesk(colleague, { desk }),
      decideDraft(colleague, { ...seen(draft), state: 'approved' }),
      undoStep(colleague, seen(draft)),
      editDraft(colleague, { ...seen(draft), question }),
    ]
    for (const outcome of await Promise.all(tries)) expect(outcome).toEqual(missing)
    expect(await getDesk(colleague, desk, asked)).toBeNull()
    expect((await listDesks(colleague)).map(({ id }) => id)).not.toContain(desk)
    expect(await draftAt(0)).toEqual(draft)
  })
})

describe('a decision', () => {
  test('is kept with who took it, and a set is made of what was approved, in the order of the desk', async () => {
    for (const place of [2, 0])
      doneOf(await decideDraft(teacher, { ...seen(await draftAt(place)), state: 'approved' }))
    doneOf(await decideDraft(teacher, { ...seen(await draftAt(1)), state: 'rejected' }))
    const { drafts } = await look()
    expect(drafts.slice(0, 4).map(({ state }) => state)).toEqual(['approved', 'rejected', 'approved', 'open'])
    expect(drafts[0]?.by).not.toBeNull()
    const { set } = doneOf(await setFromDesk(teacher, { desk }))
    const own = await getOwnSet(teacher, set, asked)
    expect(own?.title).toBe('Acme sells more kettles')
    expect(own?.items.map(({ version }) => version)).toEqual([quiz.versions[0], quiz.versions[2]])
    expect((await listDesks(teacher)).find(({ id }) => id === desk)).toMatchObject({
      approved: 2,
      open: drafts.length - 3,
    })
  })

  test('makes no set where nothing is approved, and leaves out what was withdrawn since', async () => {
    expect(await setFromDesk(teacher, { desk })).toEqual({ refused: 'none-approved' })
    doneOf(await decideDraft(teacher, { ...seen(await draftAt(0)), state: 'approved' }))
    await withdraw(quiz.versions.slice(0, 1))
    expect(await setFromDesk(teacher, { desk })).toEqual({ refused: 'none-approved' })
  })

  test('is undone step by step, back to how it was laid down and no further', async () => {
    const first = await draftAt(0)
    doneOf(await decideDraft(teacher, { ...seen(first), state: 'approved' }))
    doneOf(await decideDraft(teacher, { ...seen(await draftAt(0)), state: 'rejected' }))
    const states: string[] = []
    for (let i = 0; i < 2; i++) {
      doneOf(await undoStep(teacher, seen(await draftAt(0))))
      states.push((await draftAt(0)).state)
    }
    expect(states).toEqual(['approved', 'open'])
    expect(await draftAt(0)).toMatchObject({ state: 'open', mayUndo: false, written: first.written })
    expect(await undoStep(teacher, seen(await draftAt(0)))).toEqual({ refused: 'nothing-to-undo' })
    // What is done after an undoing can be undone again.
    doneOf(await decideDraft(teacher, { ...seen(await draftAt(0)), state: 'rejected' }))
    doneOf(await undoStep(teacher, seen(await draftAt(0))))
    expect((await draftAt(0)).state).toBe('open')
  })
})

describe('a question written otherwise', () => {
  const edited = async (change: object) => {
    const draft = await draftAt(0)
    return editDraft(teacher, { ...seen(draft), question: { ...draft.written, ...change } as Written })
  }

  test('is checked before it is kept, and nothing is stored by that', async () => {
    const draft = await draftAt(0)
    const question = { ...draft.written, stem: 'By how much did it rise?' } as Written
    const told = doneOf(await checkQuestion(teacher, { desk, question, draft: draft.id }))
    expect(told.failures.map(({ rule }) => rule)).toContain('stands-alone')
    expect(told.failures.every(({ title, says }) => title !== '' && says !== '')).toBe(true)
    expect(await draftAt(0)).toEqual(draft)
  })

  test('is open again, and is a question of its own once it is approved: the house’s stays as it was', async () => {
    doneOf(await decideDraft(teacher, { ...seen(await draftAt(0)), state: 'approved' }))
    doneOf(await edited({ stem: 'By how much did revenue rise at Acme in 2024?' }))
    expect(await draftAt(0)).toMatchObject({ state: 'open', origin: 'edited', failures: [] })
    doneOf(await decideDraft(teacher, { ...seen(await draftAt(0)), state: 'approved' }))
    const { set } = doneOf(await setFromDesk(teacher, { desk }))
    const [item] = (await getOwnSet(teacher, set, asked))?.items ?? []
    expect(item).toMatchObject({
      stem: 'By how much did revenue rise at Acme in 2024?',
      level: null,
      isSourced: true,
    })
    expect(item?.version).not.toBe(quiz.versions[0])
    const { rows } = await pool().query(
      'SELECT v.stem, v.provenance, v.verdict, v.number FROM question_version v WHERE v.id = ANY($1) ORDER BY v.provenance',
      [[quiz.versions[0], item?.version]],
    )
    expect(rows).toEqual([
      {
        stem: "By how much did Acme's revenue rise in 2024?",
        provenance: 'engine',
        verdict: 'passed',
        number: 1,
      },
      {
        stem: 'By how much did revenue rise at Acme in 2024?',
        provenance: 'person',
        verdict: 'passed',
        number: 1,
      },
    ])
    // Written once more, it is the next version of the same question.
    doneOf(await edited({ stem: 'How much did revenue rise by at Acme in 2024?' }))
    doneOf(await decideDraft(teacher, { ...seen(await draftAt(0)), state: 'approved' }))
    const numbers = await pool().query(
      'SELECT max(number)::int AS most FROM question_version WHERE question_id = $1',
      [item?.question],
    )
    expect(numbers.rows[0].most).toBe(2)
    expect((await getOwnSet(teacher, set, asked))?.items[0]).toMatchObject({ hasNewer: true })
  })

  test('that says the same is the house’s still', async () => {
    doneOf(await edited({}))
    expect(await draftAt(0)).toMatchObject({ origin: 'engine' })
  })

  test('whose key its passage does not carry is approved by nobody', async () => {
    const { written } = await draftAt(0)
    const options = 'options' in written ? written.options : []
    doneOf(await edited({ options: options.map((each) => ({ ...each, correct: each.text === '20%' })) }))
    const draft = await draftAt(0)
    expect(draft.failures.some(({ isFirm }) => isFirm)).toBe(true)
    for (const overruling of [{}, { overruling: 'I know better.' }])
      expect(await decideDraft(teacher, { ...seen(draft), state: 'approved', ...overruling })).toEqual({
        refused: 'key-fails',
      })
  })

  test('with a fault of form is approved with a reason alone, which is kept', async () => {
    doneOf(await edited({ stem: "In 2024 Acme's revenue rose by" }))
    const draft = await draftAt(0)
    expect(draft.failures.map(({ rule, isFirm }) => [rule, isFirm])).toEqual([['stem-is-a-question', false]])
    expect(await decideDraft(teacher, { ...seen(draft), state: 'approved' })).toEqual({ refused: 'say-why' })
    doneOf(await decideDraft(teacher, { ...seen(draft), state: 'approved', overruling: 'A gap at the end.' }))
    expect(await draftAt(0)).toMatchObject({ state: 'approved', overruling: 'A gap at the end.' })
    const { rows } = await pool().query(
      `SELECT verdict FROM question_version v JOIN draft_step s ON s.version_id = v.id WHERE s.draft_id = $1`,
      [draft.id],
    )
    expect(rows.map(({ verdict }) => verdict)).toContain('overruled')
  })

  test('keeps its kind', async () => {
    const draft = await draftAt(0)
    const { written } = await draftAt(2)
    expect(await editDraft(teacher, { ...seen(draft), question: written })).toEqual({ refused: 'invalid' })
  })

  test('may rest on another passage', async () => {
    const { start, end } = spanOf('Acme, which makes kettles, said revenue rose 12% to $45m in 2024.')
    doneOf(await edited({ evidence: [{ start, end }] }))
    const draft = await draftAt(0)
    expect(draft).toMatchObject({ origin: 'edited', failures: [] })
    expect(draft.passages.map((passage) => [passage.start, passage.end])).toEqual([[start, end]])
    doneOf(await edited({ evidence: [] }))
    expect((await draftAt(0)).failures.map(({ rule }) => rule)).toContain('key-in-evidence')
  })
})

describe('a question by hand', () => {
  test('lies at the end of the desk, passes the checker like any other, and is asked once it is approved', async () => {
    const { draft: id } = doneOf(await writeDraft(teacher, { desk, question: SOUND }))
    const last = (await look()).drafts.at(-1)
    expect(last).toMatchObject({ id, origin: 'written', state: 'open', failures: [], key: '18%' })
    if (last) doneOf(await decideDraft(teacher, { ...seen(last), state: 'approved' }))
    expect(doneOf(await setFromDesk(teacher, { desk })).set).toBeDefined()
  })

  test('is found by those at its desk alone', async () => {
    const { draft: id } = doneOf(await writeDraft(teacher, { desk, question: SOUND }))
    doneOf(await decideDraft(teacher, { draft: id, seen: 1, state: 'approved' }))
    const { set } = doneOf(await setFromDesk(teacher, { desk }))
    const [item] = (await getOwnSet(teacher, set, asked))?.items ?? []
    const { question = '', version = '' } = item ?? {}
    const listed = async (viewer: Viewer) =>
      (await listBank(viewer, { article: quiz.slug })).rows.map((row) => row.version)
    expect(await listed(teacher)).toContain(version)
    expect(await listed(colleague)).not.toContain(version)
    expect(await getBankQuestion(teacher, question)).toMatchObject({ provenance: 'person' })
    expect(await getBankQuestion(colleague, question)).toBeNull()
    const theirs = doneOf(await createSet(colleague, { title: 'x', versions: [] })).set
    expect(await addQuestion(colleague, { set: theirs, version })).toEqual(missing)
    expect(await createSet(colleague, { title: 'x', versions: [version] })).toEqual(missing)
    // A learner is never asked it by the house itself.
    const { rowCount } = await pool().query('SELECT FROM bank_item WHERE version_id = $1', [version])
    expect(rowCount).toBe(0)
  })

  test('that gives another approved one away is told apart', async () => {
    doneOf(await decideDraft(teacher, { ...seen(await draftAt(0)), state: 'approved' }))
    const question = {
      ...SOUND,
      stem: 'What grew by 18% at Acme, whose revenue rose 12% in 2024?',
    } as Written
    const { draft } = doneOf(await writeDraft(teacher, { desk, question }))
    const outcome = await decideDraft(teacher, {
      draft,
      seen: 1,
      state: 'approved',
      overruling: 'For the test.',
    })
    if ('refused' in outcome) throw new Error(JSON.stringify((await look()).drafts.at(-1)?.failures))
    const { between } = await look()
    expect(between.map((each) => each.draft)).toContain(draft)
  })
})

describe('more questions', () => {
  test('come of a sentence, a kind or a family; where there are none it is said why', async () => {
    const other = await storeQuiz()
    const id = doneOf(await openDesk(teacher, { slug: other.slug })).desk
    // All of the quiz lie there already, and the house has no others.
    const none = doneOf(await addDrafts(teacher, { desk: id, at: spanOf('It sold 640,000 kettles.') }))
    expect(none.added).toEqual([])
    for (const kind of ['choice', 'number'])
      await pool().query(
        `INSERT INTO question_version (id, question_id, revision_id, number, kind, stem, body, passages, provenance,
           engine_version, verdict, content_hash)
         SELECT gen_random_uuid(), question_id, revision_id, $2::int, kind, stem, body, passages, 'engine', 'test', 'passed', $2::text
         FROM question_version WHERE kind = $1 AND id = ANY($3)`,
        [kind, kind === 'choice' ? 2 : 3, other.versions],
      )
    const added = doneOf(await addDrafts(teacher, { desk: id, kind: 'number' }))
    expect(added.added).toHaveLength(1)
    expect((await look(teacher, id)).drafts.at(-1)).toMatchObject({ id: added.added[0], kind: 'number' })
    expect(doneOf(await addDrafts(teacher, { desk: id, kind: 'number' })).added).toEqual([])
    const at = spanOf('Exports went to Norway and Chile for the first time.')
    expect(doneOf(await addDrafts(teacher, { desk: id, at })).added).toEqual([])
    expect(doneOf(await addDrafts(teacher, { desk: id, at: spanOf('12%') })).added).toHaveLength(1)
    // None twice.
    expect(doneOf(await addDrafts(teacher, { desk: id })).added).toEqual([])
  })
})

describe('several teachers at one desk', () => {
  const codeOf = async () => {
    doneOf(await shareDesk(teacher, { desk, isShared: true }))
    const { rows } = await pool().query<{ code: string }>(
      'SELECT share_code AS code FROM desk WHERE id = $1',
      [desk],
    )
    return rows[0]?.code ?? ''
  }

  test('come by a link, which leads nowhere once it is taken back', async () => {
    const code = await codeOf()
    expect(await getSharedDesk(colleague, code)).toMatchObject({ own: null })
    expect(doneOf(await joinDesk(colleague, { code })).desk).toBe(desk)
    doneOf(await joinDesk(colleague, { code }))
    expect((await getDesk(colleague, desk, asked))?.teachers).toHaveLength(2)
    doneOf(await shareDesk(teacher, { desk, isShared: false }))
    expect(await joinDesk(await openTeacherViewer(), { code })).toEqual(missing)
    expect(await getSharedDesk(colleague, code)).toBeNull()
    doneOf(await leaveDesk(colleague, { desk }))
    expect(await getDrafts(colleague, { desk })).toEqual(missing)
  })

  test('do not overwrite each other: of two who saw the same step the second is told', async () => {
    doneOf(await joinDesk(colleague, { code: await codeOf() }))
    const draft = await draftAt(0)
    const question = { ...draft.written, stem: 'How far did revenue rise at Acme in 2024?' } as Written
    const outcomes = await Promise.all([
      editDraft(teacher, { ...seen(draft), question }),
      decideDraft(colleague, { ...seen(draft), state: 'rejected' }),
      decideDraft(colleague, { ...seen(draft), state: 'approved' }),
    ])
    expect(outcomes.filter((each) => 'done' in each)).toHaveLength(1)
    expect(outcomes.filter((each) => 'refused' in each && each.refused === 'changed-meanwhile')).toHaveLength(
      2,
    )
    const { rows } = await pool().query('SELECT count(*)::int AS steps FROM draft_step WHERE draft_id = $1', [
      draft.id,
    ])
    expect(rows[0].steps).toBe(2)
    expect(await undoStep(teacher, { draft: randomUUID(), seen: 1 })).toEqual(missing)
  })
})
