import type pg from 'pg'
import { z } from 'zod'
import { writeAudit } from '../accounts/audit.ts'
import { asTeacher } from '../classes/taught.ts'
import { transaction } from '../db.ts'
import { id } from '../fields.ts'
import { notify } from '../notices/notify.ts'
import type { Outcome } from '../outcome.ts'
import { getReadableSet } from '../quizzes/sets.ts'
import type { Viewer } from '../viewer.ts'
import { reckonGrades } from './reckon.ts'
import { type Assign, type Change, COLUMNS, conflictIn, valuesOf } from './rules.ts'
import { holdTaughtAssignment } from './taught.ts'
import { tellDue } from './tell-due.ts'

const REFUSAL_OF = { times: 'times-crossed', 'no-closing': 'no-closing' } as const

/** Gives a quiz set to a class the viewer teaches, or to people chosen from it, and tells them. */
export async function createAssignment(
  viewer: Viewer,
  { class: classId, set, chosen, ...rules }: Assign,
): Promise<Outcome<{ readonly assignment: string }>> {
  const conflict = conflictIn(rules)
  if (conflict) return { refused: REFUSAL_OF[conflict] }
  const whole = await getReadableSet(viewer, set)
  if (!whole || whole.versions.length === 0 || whole.isReview) return { refused: 'not-found' }
  return asTeacher(viewer, classId, async (client, actor) => {
    const { rows: classes } = await client.query('SELECT FROM class WHERE id = $1 AND archived_at IS NULL', [
      classId,
    ])
    if (classes.length === 0) return { refused: 'archived' }
    const { rows } = await client.query<{ id: string }>(
      `INSERT INTO assignment (id, class_id, set_id, is_for_all, ${COLUMNS.join(', ')})
       VALUES (gen_random_uuid(), $1, $2, $3, ${COLUMNS.map((_, i) => `$${i + 4}`).join(', ')}) RETURNING id`,
      [classId, set, chosen === null, ...valuesOf(rules)],
    )
    const assignment = rows[0]?.id ?? ''
    if (chosen && !(await choose(client, assignment, chosen))) throw new ChosenElsewhere()
    await tellPeople(client, assignment)
    await writeAudit(client, {
      actor,
      deed: 'assign',
      subject: null,
      details: { class: classId, assignment },
    })
    return { done: { assignment }, created: true }
  }).catch(refuseElsewhere)
}

/** Thrown to undo what was begun, where somebody chosen is not in the class. */
class ChosenElsewhere extends Error {}

function refuseElsewhere(error: unknown): { readonly refused: 'not-found' } {
  if (error instanceof ChosenElsewhere) return { refused: 'not-found' }
  throw error
}

/** Makes these the people of an assignment; false where one of them is no learner of its class. */
async function choose(
  client: pg.PoolClient,
  assignment: string,
  people: readonly string[],
): Promise<boolean> {
  await client.query('DELETE FROM assignment_person WHERE assignment_id = $1', [assignment])
  const { rowCount } = await client.query(
    `INSERT INTO assignment_person (assignment_id, person_id)
     SELECT a.id, e.person_id FROM assignment a JOIN enrolment e ON e.class_id = a.class_id
     WHERE a.id = $1 AND e.person_id = ANY($2) AND e.role = 'learner' AND e.left_at IS NULL`,
    [assignment, people],
  )
  return rowCount === new Set(people).size
}

/** Tells those whom an assignment is for, each once. */
async function tellPeople(client: pg.PoolClient, assignment: string): Promise<void> {
  const { rows } = await client.query<{ title: string; class: string; due: Date | null; people: string[] }>(
    `SELECT a.title, c.name AS class, coalesce(a.due_at, a.closes_at) AS due,
       ARRAY(SELECT e.person_id FROM enrolment e WHERE e.class_id = a.class_id AND is_assigned(a.id, e.person_id)) AS people
     FROM assignment a JOIN class c ON c.id = a.class_id WHERE a.id = $1`,
    [assignment],
  )
  const [given] = rows
  if (!given) return
  const { title, class: name, due, people } = given
  const data = { assignment, title, class: name, due: due?.toISOString() ?? null }
  await notify(client, people, { kind: 'assigned', cause: `assigned ${assignment}`, data })
}

/**
 * Changes an assignment. Dates and the time limit hold at once for everybody, those under way too; of questions, tries and
 * feedback an attempt keeps what it began with. Of two who change it at once the second is told 'changed-meanwhile'.
 */
export async function changeAssignment(
  viewer: Viewer,
  { assignment, version, chosen, ...rules }: Change,
): Promise<Outcome<{ readonly version: number }>> {
  const conflict = conflictIn(rules)
  if (conflict) return { refused: REFUSAL_OF[conflict] }
  return asAssigner(viewer, assignment, async (client) => {
    const set = COLUMNS.map((name, i) => `${name} = $${i + 4}`).join(', ')
    const { rows } = await client.query<{ version: number }>(
      `UPDATE assignment SET version = version + 1, is_for_all = $3, ${set}
       WHERE id = $1 AND version = $2 RETURNING version`,
      [assignment, version, chosen === null, ...valuesOf(rules)],
    )
    const [changed] = rows
    if (!changed) return { refused: 'changed-meanwhile' }
    if (!(await choose(client, assignment, chosen ?? []))) throw new ChosenElsewhere()
    await tellPeople(client, assignment)
    await tellDue(client, assignment)
    await reckonGrades(client, assignment)
    return { done: changed }
  }).catch(refuseElsewhere)
}

export const assignmentSchema = z.strictObject({ assignment: id })
export type AssignmentId = z.output<typeof assignmentSchema>

/** Takes an assignment back: nobody begins it any more. What was done in it is kept. */
export const removeAssignment = (
  viewer: Viewer,
  { assignment }: AssignmentId,
): Promise<Outcome<{ readonly removed: true }>> =>
  asAssigner(viewer, assignment, async (client, actor) => {
    await client.query('UPDATE assignment SET removed_at = clock_timestamp() WHERE id = $1', [assignment])
    await client.query('SELECT total_grades(class_id) FROM assignment WHERE id = $1', [assignment])
    await writeAudit(client, { actor, deed: 'remove-assignment', subject: null, details: { assignment } })
    return { done: { removed: true } }
  })

/** Does `work` on an assignment of a class the viewer teaches, which is held meanwhile. */
export const asAssigner = <Result>(
  viewer: Viewer,
  assignment: string,
  work: (client: pg.PoolClient, personId: string) => Promise<Outcome<Result>>,
): Promise<Outcome<Result>> =>
  transaction<Outcome<Result>>(async (client) => {
    const { personId } = viewer
    if (personId === null || !(await holdTaughtAssignment(client, assignment, personId)))
      return { refused: 'not-found' }
    return work(client, personId)
  })
