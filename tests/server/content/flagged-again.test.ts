import path from 'node:path'
import { afterAll, beforeAll, expect, test } from 'vitest'
import { type Engine, loadEngine } from '#server/content/engine'
import { rereadArticles } from '#server/content/reread'
import { closeStore, pool } from '#server/db'
import { bringIn } from '../../support/brought-in.ts'
import { openTeacherViewer } from '../../support/school.ts'

const engine = loadEngine(path.resolve(import.meta.dirname, '../../../content'))
const asVersion = (version: string): Engine => ({ ...engine, version })
const rows = async (sql: string, values: unknown[] = []) => (await pool().query(sql, values)).rows
const SET = 'SELECT s.id FROM quiz_set s WHERE s.article_id IS NOT NULL ORDER BY s.number DESC LIMIT 1'
/** What the article's quiz asks now, and how often each question stands. */
const asked = () =>
  rows(`SELECT v.content_hash AS hash FROM quiz_set_item i JOIN question_version v ON v.id = i.version_id
  WHERE i.set_id = (${SET}) ORDER BY i.position`)
const standing = (hash: string) =>
  rows(
    `SELECT v.id FROM question_version v WHERE v.content_hash = $1
     AND NOT EXISTS (SELECT FROM withdrawal w WHERE w.version_id = v.id)`,
    [hash],
  )

let teacher: string
beforeAll(async () => {
  teacher = (await openTeacherViewer()).personId ?? ''
  await bringIn(teacher, 'Zebra')
})
afterAll(closeStore)

/** Takes the first question of the quiz back; gives what says the same, and its version. */
async function takeBack(): Promise<{ hash: string; version: string }> {
  const [{ version, hash }] = (await rows(
    `SELECT v.id AS version, v.content_hash AS hash FROM quiz_set_item i JOIN question_version v ON v.id = i.version_id
     WHERE i.set_id = (${SET}) ORDER BY i.position LIMIT 1`,
  )) as [{ version: string; hash: string }]
  await pool().query("SELECT take_back($1, 'flagged', 'Its key is wrong.')", [version])
  return { hash, version }
}
const decide = (version: string, deed: string) =>
  pool().query(
    `INSERT INTO flag_decision (id, version_id, deed, is_owners, word, decided_by) VALUES (gen_random_uuid(), $1, $2, true, '', $3)`,
    [version, deed, teacher],
  )

test('what was taken back because of a flag leaves the quiz and the bank, and no later reading makes it again', async () => {
  const before = await asked()
  const { hash, version } = await takeBack()
  await decide(version, 'taken-back')
  expect(await asked()).toEqual(before.filter((each) => each.hash !== hash))
  expect(await rows('SELECT FROM bank_item WHERE version_id = $1', [version])).toEqual([])
  const { failed } = await rereadArticles({ engine: asVersion('999.1'), report: () => {} })
  expect(failed).toEqual([])
  expect(await standing(hash)).toEqual([])
  expect((await asked()).map((each) => each.hash)).not.toContain(hash)
})

test('where the regrade was undone since, it is made again', async () => {
  const { hash, version } = await takeBack()
  await pool().query(
    `INSERT INTO regrade (id, version_id, remedy, reason, regraded_by, undone_by, undone_at)
     VALUES (gen_random_uuid(), $1, 'void', 'So.', $2, $2, clock_timestamp())`,
    [version, teacher],
  )
  await rereadArticles({ engine: asVersion('999.2'), report: () => {} })
  expect(await standing(hash)).toHaveLength(1)
})
