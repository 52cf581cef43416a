import { randomUUID } from 'node:crypto'
import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import { createClass } from '#server/classes/classes'
import { loadContent } from '#server/content/load'
import { closeStore, pool } from '#server/db'
import { createSet } from '#server/sets/make'
import { drawByRule, readRule } from '#server/sets/rule'
import type { RuleView } from '#server/sets/view'
import type { Viewer } from '#server/viewer'
import { openMember } from '../../support/browser.ts'
import { type ContentFolder, openContentFolder } from '../../support/content-folder.ts'
import { doneOf, openTeacherViewer } from '../../support/school.ts'
import { begin } from '../../support/site.ts'

const FIRMS = ['Norvale', 'Cedarline', 'Halbrook', 'Quintex', 'Marrowby', 'Tolland']
let content: ContentFolder
let teacher: Viewer

beforeAll(async () => {
  content = openContentFolder()
  for (const [i, firm] of FIRMS.entries())
    content.put({
      ...{ slug: firm.toLowerCase(), title: `${firm} sells more`, date: `2025-01-2${i}` },
      sector: i < 3 ? 'Retail' : 'Mining',
      ...{ companies: [firm], concepts: [i % 2 === 0 ? 'Revenue' : 'Outsourcing'], publisher: firm },
      body: `In January 2025 ${firm} said that revenue at ${firm} rose ${11 + i}% to $${45 + 3 * i}m in 2024. Profit at ${firm} fell ${2 + i}% to $${7 + i}m in 2024.

In 2024 ${firm} opened ${14 + 2 * i} shops in Wales. Sales of ${firm} in France climbed ${20 + i}% to $${90 + i}m in 2024.

On ${3 + i} March 2024 ${firm} closed its mill in Leeds. Last week ${firm} shut ${60 + i} shops in Spain.`,
    })
  await loadContent(content)
  teacher = await openTeacherViewer()
})
afterAll(async () => {
  content.remove()
  await closeStore()
})

const rule = (change: Partial<RuleView> = {}): RuleView => ({
  ...readRule({}, randomUUID()),
  ...change,
})
async function draw(change: Partial<RuleView> = {}, viewer = teacher) {
  const rows = await drawByRule(viewer, rule(change))
  if (!rows) throw new Error('nothing is drawn')
  return rows
}
const versionsOf = (rows: readonly { readonly version: string }[]) => rows.map(({ version }) => version)

test('a rule is read from an address, and what cannot be read is what is usual', () => {
  const usual = { count: 10, articles: [], kinds: 1, isRising: true, seed: 'mine' }
  expect(readRule({}, 'mine')).toEqual(usual)
  expect(
    readRule({ count: '0', kinds: '99', concept: '\0', unseenBy: 'x', seed: 'a b', article: '' }, 'mine'),
  ).toEqual(usual)
  const unseenBy = randomUUID()
  expect(
    readRule(
      {
        ...{ count: '12', kinds: '3', concept: 'Revenue', sector: 'Retail', unseenBy, order: 'mixed' },
        ...{ seed: 'yours', article: ['a', 'b', 'a'] },
      },
      'mine',
    ),
  ).toEqual({
    ...{ count: 12, kinds: 3, concept: 'Revenue', sector: 'Retail', unseenBy, isRising: false },
    ...{ seed: 'yours', articles: ['a', 'b'] },
  })
})

describe('what a rule draws', () => {
  test('is the same for the same seed, other questions for another, and stored by nobody', async () => {
    const before = await pool().query('SELECT count(*) FROM quiz_set')
    const drawn = versionsOf(await draw({ seed: 'one' }))
    expect(drawn).toHaveLength(10)
    expect(versionsOf(await draw({ seed: 'one' }))).toEqual(drawn)
    expect(versionsOf(await draw({ seed: 'two' }))).not.toEqual(drawn)
    expect((await pool().query('SELECT count(*) FROM quiz_set')).rows).toEqual(before.rows)
  })

  test('is kept as it was seen', async () => {
    const versions = versionsOf(await draw())
    const { set } = doneOf(await createSet(teacher, { title: 'Drawn', versions }))
    const { rows } = await pool().query(
      `SELECT i.version_id AS id FROM teacher_set t JOIN quiz_set_item i ON i.set_id = t.set_id
       WHERE t.id = $1 ORDER BY i.position`,
      [set],
    )
    expect(rows.map(({ id }) => id)).toEqual(versions)
  })

  test('needs no article, and goes from easy to hard where it shall', async () => {
    const rows = await draw()
    expect(rows.filter(({ needsArticle }) => needsArticle)).toEqual([])
    const ranks = rows.map(({ level }) => ['easy', 'medium', 'hard'].indexOf(level ?? ''))
    expect(ranks).toEqual([...ranks].sort((a, b) => a - b))
    expect(new Set(ranks).size).toBeGreaterThan(1)
    const mixed = await draw({ seed: 'one', isRising: false })
    const rising = await draw({ seed: 'one' })
    expect(versionsOf(mixed)).not.toEqual(versionsOf(rising))
    expect(versionsOf(mixed).sort()).toEqual(versionsOf(rising).sort())
  })

  test.each<readonly [string, Partial<RuleView>, readonly string[]]>([
    ['articles', { articles: ['norvale', 'tolland'] }, ['norvale', 'tolland']],
    ['a concept', { concept: 'Outsourcing' }, ['cedarline', 'quintex', 'tolland']],
    ['a sector', { sector: 'Mining' }, ['quintex', 'marrowby', 'tolland']],
    ['a concept of a sector', { concept: 'Revenue', sector: 'Mining' }, ['marrowby']],
  ])('limited to %s is of nothing else', async (_, change, slugs) => {
    const rows = await draw(change)
    expect(rows.length).toBeGreaterThan(2)
    expect([...new Set(rows.map(({ slug }) => slug))].sort()).toEqual([...slugs].sort())
  })

  test('is of so many kinds, as far as there are so many', async () => {
    const kindsOf = async (kinds: number) =>
      new Set((await draw({ kinds, count: 5, seed: 'kinds' })).map(({ kind }) => kind)).size
    expect(await kindsOf(4)).toBeGreaterThanOrEqual(4)
    expect(await draw({ kinds: 8 })).toHaveLength(10)
  })

  test('is nothing where nothing fits', async () => {
    expect(await draw({ concept: 'Nothing' })).toEqual([])
    expect(await draw({ articles: ['no-such-article'] })).toEqual([])
  })
})

describe('a rule that leaves out what a class has seen', () => {
  test('draws nothing that one of its learners has been asked, and only for who teaches it', async () => {
    const { class: unseenBy } = doneOf(await createClass(teacher, { name: '10B' }))
    const articles = ['halbrook']
    const before = versionsOf(await draw({ articles, count: 30, unseenBy }))
    expect(before.length).toBeGreaterThan(2)
    const learner = await openMember()
    const enrol = (role: string) =>
      pool().query('INSERT INTO enrolment (class_id, person_id, role) SELECT $1, $2, $3', [
        ...[unseenBy, learnerId, role],
      ])
    const learnerId = (await learner.viewer()).personId
    const { set } = doneOf(await createSet(teacher, { title: 'Asked', versions: before.slice(0, 2) }))
    const { rows } = await pool().query('SELECT set_id AS id FROM teacher_set WHERE id = $1', [set])
    await begin(rows[0].id, 'test', learner.cookie())
    // Asked, and of nobody in the class.
    expect(versionsOf(await draw({ articles, count: 30, unseenBy, seed: 's' }))).toEqual(
      versionsOf(await draw({ articles, count: 30, seed: 's' })),
    )
    await enrol('learner')
    for (const seed of ['a', 'b', 'c']) {
      const drawn = versionsOf(await draw({ articles, count: 30, unseenBy, seed }))
      expect(drawn.length).toBeGreaterThan(0)
      expect(drawn.filter((version) => before.slice(0, 2).includes(version))).toEqual([])
    }
    await pool().query('UPDATE enrolment SET left_at = clock_timestamp() WHERE person_id = $1', [learnerId])
    expect(versionsOf(await draw({ articles, count: 30, unseenBy, seed: 's' }))).toEqual(
      versionsOf(await draw({ articles, count: 30, seed: 's' })),
    )
    const other = await openTeacherViewer()
    expect(await drawByRule(other, rule({ unseenBy }))).toBeNull()
    expect(await drawByRule(teacher, rule({ unseenBy: randomUUID() }))).toBeNull()
  })
})
