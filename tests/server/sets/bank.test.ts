import { randomUUID } from 'node:crypto'
import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import { listBank, PAGE } from '#server/bank/list'
import { readBankQuery } from '#server/bank/query'
import { getBankQuestion } from '#server/bank/question'
import { addTag, listTags, removeTag, tagSchema } from '#server/bank/tags'
import { loadContent } from '#server/content/load'
import { closeStore, pool } from '#server/db'
import { addQuestion } from '#server/sets/change'
import { createSet } from '#server/sets/make'
import type { Viewer } from '#server/viewer'
import {
  type ContentFolder,
  openContentFolder,
  putRetailer,
  retailerBody,
} from '../../support/content-folder.ts'
import { doneOf, openTeacherViewer } from '../../support/school.ts'
import { begin } from '../../support/site.ts'

const FIRMS = ['Norvale', 'Cedarline', 'Halbrook', 'Quintex']
let content: ContentFolder
let teacher: Viewer

beforeAll(async () => {
  content = openContentFolder()
  for (const [i, firm] of FIRMS.entries()) putRetailer(content, firm, i)
  await loadContent(content)
  teacher = await openTeacherViewer()
})
afterAll(async () => {
  content.remove()
  await closeStore()
})

/** Everything that is found, page by page. */
async function all(asked: Record<string, string> = {}, viewer = teacher) {
  const rows: Awaited<ReturnType<typeof listBank>>['rows'][number][] = []
  for (let after: string | undefined; ; ) {
    const page = await listBank(viewer, readBankQuery({ ...asked, ...(after ? { after } : {}) }))
    rows.push(...page.rows)
    expect(page.rows.length).toBeLessThanOrEqual(PAGE)
    if (page.next === null) return { rows, total: page.total }
    expect(page.rows).toHaveLength(PAGE)
    after = page.next
  }
}
const first = async (asked: Record<string, string> = {}) => {
  const [row] = (await all(asked)).rows
  if (!row) throw new Error('nothing was found')
  return row
}

describe('the bank', () => {
  test('lists every question that stands once, however many pages it takes', async () => {
    const { rows: standing } = await pool().query(
      'SELECT id FROM question_version v WHERE NOT EXISTS (SELECT FROM withdrawal WHERE version_id = v.id) ORDER BY 1',
    )
    const { rows, total } = await all()
    expect(standing.length).toBeGreaterThan(2 * PAGE)
    expect(rows.map(({ version }) => version).sort()).toEqual(standing.map(({ id }) => id))
    expect(total).toBe(standing.length)
  })

  test.each<readonly [string, Record<string, string>, (row: Awaited<ReturnType<typeof first>>) => boolean]>([
    ['words', { q: 'shops Norvale' }, ({ stem }) => stem.includes('shops') && stem.includes('Norvale')],
    ['a word half typed', { q: 'cedarl' }, ({ stem }) => stem.includes('Cedarline')],
    ['an article', { article: 'halbrook' }, ({ slug }) => slug === 'halbrook'],
    ['words of a title', { title: 'Quintex sell' }, ({ slug }) => slug === 'quintex'],
    ['a concept', { concept: 'Outsourcing' }, ({ slug }) => ['cedarline', 'quintex'].includes(slug)],
    ['a kind', { kind: 'number' }, ({ kind }) => kind === 'number'],
    ['a difficulty', { level: 'easy' }, ({ level }) => level === 'easy'],
    [
      'several at once',
      { concept: 'Revenue', kind: 'true-false', q: 'revenue' },
      ({ kind, slug }) => kind === 'true-false' && ['norvale', 'halbrook'].includes(slug),
    ],
  ])('narrowed by %s lists what has it and nothing else', async (_, asked, fits) => {
    const everything = await all()
    const { rows } = await all(asked)
    expect(rows.length).toBeGreaterThan(0)
    expect(rows.length).toBeLessThan(everything.rows.length)
    expect(rows.filter((row) => !fits(row))).toEqual([])
  })

  test('leaves out what cannot be read, and survives what is typed', async () => {
    const { total } = await all()
    expect((await all({ kind: 'essay', level: 'none', after: 'x', tag: '' })).total).toBe(total)
    for (const q of ["'); DROP TABLE question; --", '&&& ::: !!!', '"'])
      expect((await all({ q })).rows).toEqual([])
  })

  test('tells how questions have proved, and finds them by it', async () => {
    const [{ version: easy }, { version: hard }] = [
      await first({ article: 'norvale' }),
      await first({ article: 'quintex' }),
    ]
    const tally = (version: string, shard: number, answered: number, right: number) =>
      pool().query('INSERT INTO question_tally VALUES ($1, $2, $3, $4)', [version, shard, answered, right])
    await tally(easy, 1, 6, 6)
    await tally(easy, 2, 4, 2)
    await tally(hard, 1, 12, 5)
    expect((await all({ measured: 'easy' })).rows).toMatchObject([{ version: easy, answered: 10, right: 8 }])
    expect((await all({ measured: 'hard' })).rows).toMatchObject([{ version: hard, answered: 12, right: 5 }])
    expect((await all({ measured: 'medium' })).rows).toEqual([])
    expect((await all({ measured: 'unknown' })).total).toBe((await all()).total - 2)
  })

  test('knows what is in a set of one’s own, and what has been asked', async () => {
    const viewer = await openTeacherViewer()
    const { rows } = await all({ article: 'cedarline' })
    const standing = rows.filter(({ needsArticle }) => !needsArticle)
    const [mine, asked] = [standing[0]?.version ?? '', standing[1]?.version ?? '']
    doneOf(await createSet(viewer, { title: 'Mine', versions: [mine] }))
    const theirs = await openTeacherViewer()
    const { set } = doneOf(await createSet(theirs, { title: 'Theirs', versions: [asked] }))
    const { rows: sets } = await pool().query('SELECT set_id AS id FROM teacher_set WHERE id = $1', [set])
    await begin(sets[0].id)
    const found = async (used: string) => (await all({ used }, viewer)).rows.map(({ version }) => version)
    expect(await found('mine')).toEqual([mine])
    expect(await found('asked')).toEqual([asked])
    const never = await found('never')
    expect(never).not.toContain(mine)
    expect(never).not.toContain(asked)
    expect(never).toHaveLength((await all()).total - 2)
  })
})

describe('a word of one’s own', () => {
  test('is put on a question, found by, and taken away, and nobody else sees it', async () => {
    const { question } = await first()
    const sent = tagSchema.parse({ question, word: '  exam   2027 ' })
    expect(sent.word).toBe('exam 2027')
    for (let i = 0; i < 2; i++) doneOf(await addTag(teacher, sent))
    expect((await all({ tag: 'exam 2027' })).rows).toMatchObject([{ question, tags: ['exam 2027'] }])
    expect(await listTags(teacher)).toEqual([{ word: 'exam 2027', questions: 1 }])
    const other = await openTeacherViewer()
    expect((await all({ tag: 'exam 2027' }, other)).rows).toEqual([])
    expect((await getBankQuestion(other, question))?.tags).toEqual([])
    expect(await removeTag(other, sent)).toEqual({ refused: 'not-found' })
    doneOf(await removeTag(teacher, sent))
    expect(await listTags(teacher)).toEqual([])
    expect(await removeTag(teacher, sent)).toEqual({ refused: 'not-found' })
  })

  test('is refused where it is none, where there is no such question, and where there are twenty', async () => {
    const { question } = await first()
    for (const word of ['', '  ', 'x'.repeat(41), 'a\0b', 'a\u0007b'])
      expect(tagSchema.safeParse({ question, word }).success).toBe(false)
    expect(await addTag(teacher, { question: randomUUID(), word: 'x' })).toEqual({ refused: 'not-found' })
    const words = Array.from({ length: 22 }, (_, i) => `word ${i}`)
    const outcomes = await Promise.all(words.map((word) => addTag(teacher, { question, word })))
    expect(outcomes.filter((outcome) => 'done' in outcome)).toHaveLength(20)
    expect(outcomes).toContainEqual({ refused: 'enough-words' })
  })
})

describe('a question in full', () => {
  test('has its key, its options with reasons and its passage', async () => {
    const { question } = await first({ kind: 'choice' })
    const told = await getBankQuestion(teacher, question)
    const parts = told?.newest.parts ?? []
    expect(parts.filter(({ isRight }) => isRight).map(({ text }) => text)).toEqual([told?.newest.key])
    expect(parts.length).toBeGreaterThanOrEqual(3)
    for (const { why } of parts) expect(why).not.toBe('')
    expect(told?.newest.passages[0]?.quote).not.toBe('')
    expect(told).toMatchObject({ provenance: 'engine', isSourced: true, earlier: [] })
    expect(told?.because).not.toBe('')
    expect(await getBankQuestion(teacher, randomUUID())).toBeNull()
  })

  test('of every kind has a key in words', async () => {
    const { rows } = await all()
    for (const kind of new Set(rows.map((row) => row.kind))) {
      const row = await first({ kind })
      expect((await getBankQuestion(teacher, row.question))?.newest.key).not.toBe('')
    }
  })

  test('tells what a correction changed, and is not put into a set once it is withdrawn', async () => {
    const before = (await all({ article: 'norvale', q: 'revenue' })).rows
    putRetailer(
      content,
      'Norvale',
      0,
      retailerBody('Norvale', 0).replace('rose 11% to $45m', 'rose 16% to $47m'),
    )
    await loadContent(content)
    const questions = await Promise.all(before.map(({ question }) => getBankQuestion(teacher, question)))
    const renewed = questions.find((each) => each?.newest.withdrawn === null && each.earlier.length > 0)
    const [was] = renewed?.earlier ?? []
    expect(was?.withdrawn).toMatchObject({ rule: 'superseded' })
    expect(was?.changed.length).toBeGreaterThan(0)
    for (const { before: old, after } of was?.changed ?? []) expect(old).not.toBe(after)
    expect(was?.changed.some((each) => each.before.includes('11%') && each.after.includes('16%'))).toBe(true)
    const { set } = doneOf(await createSet(teacher, { title: 'Corrected', versions: [] }))
    expect(await addQuestion(teacher, { set, version: was?.version ?? '' })).toEqual({ refused: 'withdrawn' })
    doneOf(await addQuestion(teacher, { set, version: renewed?.newest.version ?? '' }))
    expect((await all({ article: 'norvale' })).rows.map(({ version }) => version)).not.toContain(was?.version)
  })
})
