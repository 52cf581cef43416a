import type pg from 'pg'
import { KNOWN_AT } from '../attempts/counting.ts'
import { transaction } from '../db.ts'
import { notify } from '../notices/notify.ts'
import { type Decision, getDecision } from './decision.ts'
import { IS_WITHHELD, KNOWS_KEY, TEACHES_IT } from './scope.ts'

/** Why somebody is told of a decision. One notice says all of it. */
interface Why {
  readonly as: 'flagged' | 'scored' | 'remembered' | 'taught'
  readonly hasFlagged: boolean
  /** Whether they may be told the key that was brought, and the word: they have been told one already. */
  readonly knowsKey: boolean
  readonly href: string
}

/** By this everybody is told once of a decision, whatever it means for them: who is told first of a changed score is not told again of a flag. */
const causeOf = ({ id }: Decision): string => `decided ${id}`

async function tell(
  client: pg.PoolClient,
  decision: Decision,
  people: readonly string[],
  { as, hasFlagged, knowsKey, href }: Why,
): Promise<void> {
  if (people.length === 0) return
  const { stem, decided, word, key } = decision
  await notify(client, people, {
    kind: 'question-decided',
    cause: causeOf(decision),
    // The word may say what is right: who has not answered yet reads it afterwards, in the list of their flags.
    data: { as, decided, stem, word: knowsKey ? word : '', hasFlagged, key: knowsKey ? key : null, href },
  })
}

interface HearerRow {
  person: string
  has_flagged: boolean
  knows_key: boolean
  is_withheld: boolean
}

/** What has to be known of people before they are told. */
async function listHearers(
  client: pg.PoolClient,
  { id, question }: Decision,
  people: readonly string[],
): Promise<HearerRow[]> {
  const { rows } = await client.query<HearerRow>(
    `SELECT person, ${KNOWS_KEY('person', '$2')} AS knows_key, ${IS_WITHHELD('person', '$2')} AS is_withheld, EXISTS (
       SELECT FROM flag_outcome o JOIN flag f ON f.id = o.flag_id WHERE o.decision_id = $3 AND f.person_id = person) AS has_flagged
     FROM unnest($1::uuid[]) AS person`,
    [people, question, id],
  )
  return rows
}

/** Tells those of the people who may hear of it, and gives them. */
async function tellThose(
  client: pg.PoolClient,
  decision: Decision,
  people: readonly string[],
  why: Pick<Why, 'as' | 'href'>,
): Promise<readonly string[]> {
  if (people.length === 0) return []
  const hearers = (await listHearers(client, decision, people)).filter(({ is_withheld }) => !is_withheld)
  for (const hasFlagged of [true, false])
    for (const knowsKey of [true, false]) {
      const alike = hearers.filter((each) => each.has_flagged === hasFlagged && each.knows_key === knowsKey)
      await tell(
        client,
        decision,
        alike.map(({ person }) => person),
        { ...why, hasFlagged, knowsKey },
      )
    }
  return hearers.map(({ person }) => person)
}

/** Tells people that a score of theirs, which they have been told, is another one by now. */
export const tellChanged = (
  client: pg.PoolClient,
  decision: Decision,
  people: readonly string[],
  href: string,
): Promise<readonly string[]> => tellThose(client, decision, people, { as: 'scored', href })

/** People told at a time. */
const STEP = 1_000

/** Tells the right answer to those whose memory has been moved by the wrong one, a step of them; gives where to go on, null at the end. Their memory is not unwound. */
export async function tellRemembering(
  client: pg.PoolClient,
  decision: Decision,
  from: string | null,
): Promise<string | null> {
  const { rows } = await client.query<{ person: string }>(
    `SELECT DISTINCT r.person_id AS person FROM attempt_item i JOIN attempt a ON a.id = i.attempt_id
     JOIN review r ON r.attempt_id = i.attempt_id AND r.position = i.position AND r.undone_at IS NULL
     WHERE i.version_id = $1 AND ${KNOWN_AT} <= $2 AND ($3 OR a.assignment_id = ANY($4::uuid[]))
       AND ($5::uuid IS NULL OR r.person_id > $5)
     ORDER BY r.person_id LIMIT ${STEP}`,
    [
      ...[decision.question, decision.decidedAt, decision.isOwners],
      ...[decision.places.map(({ assignment }) => assignment), from],
    ],
  )
  const people = rows.map(({ person }) => person)
  await tellThose(client, decision, people, { as: 'remembered', href: '/review' })
  return rows.length === STEP ? (people.at(-1) ?? null) : null
}

/** Tells those who flagged a question what was decided. Who is taking it in an assignment of which nothing is told yet waits. */
export async function tellFlaggers(client: pg.PoolClient, decision: Decision): Promise<void> {
  const { rows } = await client.query<{ person: string }>(
    `SELECT DISTINCT f.person_id AS person FROM flag_outcome o JOIN flag f ON f.id = o.flag_id
     WHERE o.decision_id = $1 AND o.told_at IS NULL`,
    [decision.id],
  )
  const people = rows.map(({ person }) => person)
  const told = await tellThose(client, decision, people, { as: 'flagged', href: '/notices#said' })
  await client.query(
    `UPDATE flag_outcome o SET told_at = clock_timestamp() FROM flag f
     WHERE f.id = o.flag_id AND o.decision_id = $1 AND o.told_at IS NULL AND f.person_id = ANY($2)`,
    [decision.id, told],
  )
}

/** Tells the teachers in whose assignments the question is asked, as far as the decision holds there; nothing where it changes nothing. */
export async function tellTeachers(client: pg.PoolClient, decision: Decision): Promise<void> {
  if (decision.decided === 'dismissed') return
  const { rows } = await client.query<{ person: string; assignment: string; class: string }>(
    `SELECT DISTINCT ON (e.person_id) e.person_id AS person, g.id AS assignment, g.class_id AS class
     FROM quiz_set_item i JOIN assignment g ON g.set_id = i.set_id JOIN enrolment e ON e.class_id = g.class_id
     WHERE i.version_id = $1 AND e.person_id <> $2 AND ${TEACHES_IT('e.person_id')} AND ($3 OR g.id = ANY($4::uuid[]))
     ORDER BY e.person_id, g.created_at DESC`,
    [
      ...[decision.question, decision.decidedBy, decision.isOwners],
      decision.places.map(({ assignment }) => assignment),
    ],
  )
  for (const { person, assignment, class: classId } of rows)
    await tell(client, decision, [person], {
      ...{ as: 'taught', hasFlagged: false, knowsKey: true },
      href: `/classes/${classId}/quizzes/${assignment}`,
    })
}

/** Tells those who had to wait, and by now may hear what was decided. Any number of nodes may call it. */
export async function tellWaiting(): Promise<void> {
  const waiting = await transaction(async (client) => {
    const { rows } = await client.query<{ id: string }>(
      `SELECT DISTINCT d.id FROM flag_outcome o JOIN flag_decision d ON d.id = o.decision_id
       WHERE o.told_at IS NULL AND d.settled_at IS NOT NULL`,
    )
    return rows.map(({ id }) => id)
  })
  for (const id of waiting)
    await transaction(async (client) => {
      const decision = await getDecision(client, id)
      if (decision) await tellFlaggers(client, decision)
    })
}
