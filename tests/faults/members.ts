import { randomUUID } from 'node:crypto'
import { encode } from 'next-auth/jwt'
import { SESSION_COOKIE } from '#server/accounts/token'
import { pool } from '#server/db'

/** Somebody with an account, who is signed in. */
export interface Member {
  readonly id: string
  readonly mail: string
  /** Their cookie, as a browser sends it. */
  readonly cookie: string
}

export interface MemberOptions {
  /** The class they are learners of. */
  readonly school?: string
}

/** Makes so many, with a session each, past the forms: what is tried here comes after those. */
export async function makeMembers(count: number, options: MemberOptions = {}): Promise<readonly Member[]> {
  const people = Array.from({ length: count }, () => ({ id: randomUUID(), session: randomUUID() }))
  const ids = people.map(({ id }) => id)
  const mailOf = (id: string) => `${id}@school.example`
  const { school = null } = options
  await pool().query("INSERT INTO person (id, role) SELECT id, 'learner' FROM unnest($1::uuid[]) id", [ids])
  await pool().query(
    `INSERT INTO account (person_id, name, age_band, mail, mail_key)
     SELECT id, 'A learner', 'adult', mail, mail FROM unnest($1::uuid[], $2::text[]) AS t (id, mail)`,
    [ids, ids.map(mailOf)],
  )
  await pool().query(
    `INSERT INTO session (id, person_id, method, agent, idle_seconds, expires_at)
     SELECT session, id, 'password', 'the faults', 86400, clock_timestamp() + interval '1 day'
     FROM unnest($1::uuid[], $2::uuid[]) AS t (id, session)`,
    [ids, people.map(({ session }) => session)],
  )
  if (school !== null)
    await pool().query(
      "INSERT INTO enrolment (class_id, person_id, role) SELECT $1, id, 'learner' FROM unnest($2::uuid[]) id",
      [school, ids],
    )
  const secret = process.env.BELLWETHER_SECRET ?? ''
  return Promise.all(
    people.map(async ({ id, session }) => ({
      id,
      mail: mailOf(id),
      cookie: `${SESSION_COOKIE}=${await encode({ token: { sessionId: session }, secret })}`,
    })),
  )
}

/** Makes a class, with so many learners. */
export async function makeClass(
  learners: number,
): Promise<{ readonly id: string; readonly learners: readonly Member[] }> {
  const id = randomUUID()
  await pool().query("INSERT INTO class (id, name) VALUES ($1, 'The class')", [id])
  return { id, learners: await makeMembers(learners, { school: id }) }
}

interface Terms {
  /** Seconds from now until it closes. */
  readonly closesIn: number
  readonly graceMinutes?: number
}

/** Gives a class a quiz to take as a test; gives the assignment's id. */
export async function assign(
  school: string,
  set: string,
  { closesIn, graceMinutes = 0 }: Terms,
): Promise<string> {
  const { rows } = await pool().query<{ id: string }>(
    `INSERT INTO assignment (id, class_id, set_id, title, feedback, closes_at, grace_minutes)
     VALUES (gen_random_uuid(), $1, $2, 'The quiz', 'after-attempt', clock_timestamp() + $3 * interval '1 second', $4)
     RETURNING id`,
    [school, set, closesIn, graceMinutes],
  )
  return (rows as [{ id: string }])[0].id
}
