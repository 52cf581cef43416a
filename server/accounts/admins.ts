import type pg from 'pg'

/** Makes others wait who would change who is an admin, so that two who remove each other do not each rely on the other. */
export const holdAdmins = (client: pg.PoolClient): Promise<unknown> =>
  client.query(`SELECT pg_advisory_xact_lock(hashtext('bellwether.admins'))`)

/** Whether there is an admin beside this one who can sign in and is not about to be erased; asked while admins are held. */
export async function hasAnotherAdmin(client: pg.PoolClient, personId: string): Promise<boolean> {
  const { rows } = await client.query(
    `SELECT FROM person p JOIN account a ON a.person_id = p.id
     WHERE p.role = 'admin' AND a.suspended_at IS NULL AND a.erase_at IS NULL AND p.id <> $1 LIMIT 1`,
    [personId],
  )
  return rows.length > 0
}

/** Whether there is an admin at all, suspended or not. */
export async function hasAdmin(client: Pick<pg.ClientBase, 'query'>): Promise<boolean> {
  const { rows } = await client.query(`SELECT FROM person WHERE role = 'admin' LIMIT 1`)
  return rows.length > 0
}
