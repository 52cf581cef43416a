import type pg from 'pg'

/** Reckons what people have for an assignment again from their attempts, and the totals it is part of (reckon_grades in the migrations): one person's, or everybody's. */
export async function reckonGrades(
  client: Pick<pg.ClientBase, 'query'>,
  assignment: string,
  person: string | null = null,
): Promise<void> {
  await client.query('SELECT reckon_grades($1, $2)', [assignment, person === null ? null : [person]])
}
