import type { SetSums } from '#core'
import { readingNow } from '../reading.ts'
import { readSums } from './stored.ts'
import { sumsQuery } from './sums-query.ts'

/** SQL: what counts in the statistics of the assignment $2: of each person the attempt they handed in first, and of each question the first try as it stands. A question whose key was at hand, or that a regrade has taken out, is as if it had not been asked; one that it gives to everybody stands by its marks. */
const COUNTED = `(
  SELECT attempt_id AS person, place AS item, coalesce(first_mark, mark) AS mark, is_blank, chosen, seconds, confidence
  FROM item_mark WHERE assignment_id = $2 AND is_first AND NOT is_at_hand AND counts_as <> 'nothing')`

/** The sums of an assignment, and what they are of. */
export interface AssignmentSums {
  /** The places in the set, from 0, of the questions that anybody was asked: one that was taken back before, or that nobody drew, is not among them. */
  readonly places: readonly number[]
  readonly sums: SetSums
}

/** The sums that the statistics of an assignment rest on; `options` says of each question of its set how many it offers. */
export async function sumAssignment(assignment: string, options: readonly number[]): Promise<AssignmentSums> {
  const from = await readingNow()
  const { rows: asked } = await from.query<{ place: number }>(
    `SELECT place FROM generate_series(0, $1 - 1) place WHERE EXISTS (
       SELECT FROM item_mark m WHERE m.assignment_id = $2 AND m.is_first AND m.place = place.place AND NOT m.is_at_hand
         AND m.counts_as <> 'nothing')
     ORDER BY place`,
    [options.length, assignment],
  )
  const places = asked.map(({ place }) => place)
  const { rows } = await from.query<{ sums: unknown }>(sumsQuery(COUNTED), [
    options.map((count, place) => (places.includes(place) ? count : null)),
    assignment,
  ])
  return { places, sums: readSums(rows[0]?.sums) }
}
