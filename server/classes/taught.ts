import type pg from 'pg'
import { z } from 'zod'
import { transaction } from '../db.ts'
import { id } from '../fields.ts'
import type { Outcome } from '../outcome.ts'
import type { Viewer } from '../viewer.ts'

export const classSchema = z.strictObject({ class: id })

/** SQL: whether the person $2 teaches the class $1. */
export const TEACHES = `EXISTS (
  SELECT FROM enrolment mine WHERE mine.class_id = $1 AND mine.person_id = $2 AND mine.role = 'teacher' AND mine.left_at IS NULL)`

/**
 * Does `work` on a class the viewer teaches, which is held meanwhile: who joins, leaves or is moved waits. A class that is
 * somebody else's is not there.
 */
export const asTeacher = <Result>(
  viewer: Viewer,
  classId: string,
  work: (client: pg.PoolClient, personId: string) => Promise<Outcome<Result>>,
): Promise<Outcome<Result>> =>
  transaction<Outcome<Result>>(async (client) => {
    const { personId } = viewer
    if (personId === null || !(await holdTaught(client, classId, personId))) return { refused: 'not-found' }
    return work(client, personId)
  })

/** Holds a class to the end; false unless this person teaches it. */
export async function holdTaught(client: pg.PoolClient, classId: string, personId: string): Promise<boolean> {
  const { rows } = await client.query(`SELECT FROM class WHERE id = $1 AND ${TEACHES} FOR NO KEY UPDATE`, [
    classId,
    personId,
  ])
  return rows.length > 0
}
