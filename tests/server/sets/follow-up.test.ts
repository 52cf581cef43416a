import { randomUUID } from 'node:crypto'
import { afterAll, beforeAll, beforeEach, describe, expect, test } from 'vitest'
import type { Question } from '#core'
import { closeStore, pool } from '#server/db'
import { getAnalysis } from '../../../server/assignments/analysis.ts'
import { createAssignment } from '../../../server/assignments/assign.ts'
import { writeQuestion } from '../../../server/questions/stored.ts'
import { listFollowUp, makeFollowUp } from '../../../server/sets/follow-up.ts'
import { QUESTIONS, storeQuiz, withdraw } from '../../support/quiz.ts'
import { doneOf, openClass, openTeacherViewer, RULES_OF_TEST } from '../../support/school.ts'
import { call } from '../../support/site.ts'

afterAll(closeStore)

const ASKED = QUESTIONS.slice(0, 4)
let own: Awaited<ReturnType<typeof openClass>>
let quiz: Awaited<ReturnType<typeof storeQuiz>>
let assignment: string
beforeAll(async () => {
  own = await openClass(4)
})
beforeEach(async () => {
  quiz = await storeQuiz(ASKED)
  await bank(quiz.versions)
  assignment = await assign(quiz.set, 'Kettles')
})

const assign = async (set: string, title: string) =>
  doneOf(await createAssignment(own.teacher, { class: own.id, set, chosen: null, ...RULES_OF_TEST, title }))
    .assignment
const versionOf = (place: number): string => quiz.versions[place] ?? ''

const bank = (versions: readonly string[]) =>
  pool().query(
    `WITH own AS (SELECT v.id, v.kind, q.article_id, v.revision_id FROM question_version v
       JOIN question q ON q.id = v.question_id WHERE v.id = ANY($1::uuid[])),
     articles AS (INSERT INTO bank_article (article_id, revision_id)
       SELECT DISTINCT article_id, revision_id FROM own ON CONFLICT DO NOTHING)
     INSERT INTO bank_item (version_id, article_id, kind, level, needs_article, banked)
     SELECT id, article_id, kind, 'easy', false, '{}' FROM own`,
    [versions],
  )

/** Has versions ask about one fact of their article. */
async function shareFact(versions: readonly string[], article = versions[0]): Promise<void> {
  const fact = randomUUID()
  await pool().query(
    `INSERT INTO fact (id, article_id, stable_key)
     SELECT $2::uuid, q.article_id, $2::uuid::text FROM question_version v JOIN question q ON q.id = v.question_id WHERE v.id = $1`,
    [article, fact],
  )
  await pool().query(
    'INSERT INTO question_fact (version_id, fact_id, is_only) SELECT unnest($1::uuid[]), $2, true',
    [versions, fact],
  )
}

/** Another question of the same article; `number` and `of` for another version of one there is. */
async function addQuestion(question: Question, of?: string): Promise<string> {
  const [family, version] = [randomUUID(), randomUUID()]
  if (of === undefined)
    await pool().query(
      `INSERT INTO question (id, article_id, family_key)
       SELECT $2::uuid, q.article_id, $2::uuid::text FROM question_version v JOIN question q ON q.id = v.question_id WHERE v.id = $1`,
      [versionOf(0), family],
    )
  await pool().query(
    `INSERT INTO question_version
       (id, question_id, revision_id, number, kind, stem, body, passages, provenance, engine_version, verdict, content_hash)
     SELECT $2, CASE WHEN $6 THEN v.question_id ELSE $3 END, v.revision_id, CASE WHEN $6 THEN 2 ELSE 1 END, $4, $5,
       $7, v.passages, 'engine', 'test', 'passed', $2::uuid::text FROM question_version v WHERE v.id = $1`,
    [
      ...[of ?? versionOf(0), version, family, question.kind, question.stem, of !== undefined],
      JSON.stringify(writeQuestion(question)),
    ],
  )
  await bank([version])
  return version
}

const itemsOf = async (set: string): Promise<string[]> => {
  const { rows } = await pool().query<{ versions: string[] }>(
    `SELECT array(SELECT i.version_id::text FROM quiz_set_item i WHERE i.set_id = t.set_id ORDER BY position) AS versions
     FROM teacher_set t WHERE id = $1`,
    [set],
  )
  return rows[0]?.versions ?? []
}
const make = async (places: readonly number[], viewer = own.teacher) =>
  makeFollowUp(viewer, { assignment, questions: places.map(versionOf) })

describe('a follow-up', () => {
  test('asks by another question about the same facts, of another kind where there is one', async () => {
    const sameKind = await addQuestion({ ...(QUESTIONS[0] as Question), stem: 'In other words?' })
    const otherKind = await addQuestion({ ...(QUESTIONS[2] as Question), stem: 'As a figure?' })
    await shareFact([versionOf(0), sameKind, otherKind])
    const { set } = doneOf(await make([0]))
    expect(await itemsOf(set)).toEqual([otherKind])
    const { rows } = await pool().query('SELECT title, owner_id FROM teacher_set WHERE id = $1', [set])
    expect(rows).toEqual([{ title: 'Follow-up: Kettles', owner_id: own.teacher.personId }])
  })

  test('asks in other words where no other kind is there, and the same question where there is none at all', async () => {
    const sameKind = await addQuestion({ ...(QUESTIONS[0] as Question), stem: 'In other words?' })
    await shareFact([versionOf(0), sameKind])
    const { set } = doneOf(await make([2, 0]))
    expect(await itemsOf(set)).toEqual([sameKind, versionOf(2)])
  })

  test('takes no question that the class was asked already, and none twice', async () => {
    await shareFact([versionOf(0), versionOf(1)])
    const only = await addQuestion({ ...(QUESTIONS[2] as Question), stem: 'As a figure?' })
    await shareFact([versionOf(2), versionOf(3), only])
    const { set } = doneOf(await make([0, 2, 3]))
    expect(await itemsOf(set)).toEqual([versionOf(0), only, versionOf(3)])
  })

  test('takes the newest version of a question that was corrected, and leaves out what is withdrawn', async () => {
    await pool().query('DELETE FROM bank_item WHERE version_id = ANY($1)', [[versionOf(1), versionOf(3)]])
    await withdraw([versionOf(1), versionOf(3)])
    const newer = await addQuestion(QUESTIONS[1] as Question, versionOf(1))
    const { set } = doneOf(await make([1, 3]))
    expect(await itemsOf(set)).toEqual([newer])
    expect(await make([3])).toEqual({ refused: 'withdrawn' })
  })

  test('is not there for who does not teach the class, nor for questions of another set', async () => {
    expect(await make([0], await openTeacherViewer())).toEqual({ refused: 'not-found' })
    const learner = await own.learners[0]?.viewer()
    if (learner) expect(await make([0], learner)).toEqual({ refused: 'not-found' })
    const other = await storeQuiz(ASKED)
    await bank(other.versions)
    const questions = [versionOf(0), other.versions[0] ?? '']
    expect(await makeFollowUp(own.teacher, { assignment, questions })).toEqual({ refused: 'not-found' })
  })

  test('suggests what more than half missed', async () => {
    for (const learner of own.learners) {
      const cookie = learner.cookie()
      const { json } = await call('POST /api/attempts', { body: { assignment, key: randomUUID() }, cookie })
      const save = (position: number, answer: unknown) =>
        call('POST /api/attempts/[id]/responses', {
          ...{ id: json.attempt, cookie },
          body: { position, sequence: 1, key: randomUUID(), answer, check: false },
        })
      await save(2, false)
      await save(3, 44)
      await call('POST /api/attempts/[id]/submit', { id: json.attempt, cookie, body: {} })
    }
    await shareFact([versionOf(1), await addQuestion({ ...(QUESTIONS[2] as Question), stem: 'A figure?' })])
    await shareFact([versionOf(2)])
    await pool().query('SELECT shelve(article_id) FROM bank_article')
    const view = await getAnalysis(own.teacher, assignment)
    if (!view) throw new Error('there is no analysis')
    expect((await listFollowUp(own.teacher, view)).map(({ question, ...line }) => [question, line])).toEqual([
      [versionOf(0), line(1, 4, false, false)],
      [versionOf(1), line(2, 0, true, false)],
      [
        versionOf(2),
        line(
          3,
          4,
          false,
          view.again.some(({ question }) => question === versionOf(2)),
        ),
      ],
      [versionOf(3), line(4, 4, false, false)],
    ])
  })
})

const line = (number: number, missed: number, isOther: boolean, isSuggested: boolean) => ({
  ...{ number, stem: ASKED[number - 1]?.stem, missed, of: 4, isOther, isSuggested },
})
