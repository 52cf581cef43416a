import type pg from 'pg'
import { judge, type Standing } from '#core'
import { COUNTING, IS_HANDED_OUT, WHICH_TRY } from '../attempts/counting.ts'
import { readArrangement } from '../questions/stored.ts'
import type { Version } from '../questions/versions.ts'
import { findRegraded, listTries, standingOf } from '../regrades/regraded.ts'

/** Attempts looked through at a time. */
const STEP = 1_000

interface AnswerRow {
  attempt_id: string
  person_id: string
  position: number
  arrangement: unknown
  answer: never
  tries: number
}

/** Answers to the version $1 in attempts of one's own that were handed in, after the attempt $2. What counts in no score is left out. */
const ANSWERS = `
  SELECT i.attempt_id, a.person_id, i.position, i.arrangement, coalesce(last.answer, 'null'::jsonb) AS answer, ${WHICH_TRY} AS tries
  FROM attempt_item i JOIN attempt a ON a.id = i.attempt_id JOIN quiz_set s ON s.id = a.set_id ${COUNTING}
  WHERE i.version_id = $1 AND a.assignment_id IS NULL AND a.submitted_at IS NOT NULL
    AND ($2::uuid IS NULL OR i.attempt_id > $2) AND NOT ${IS_HANDED_OUT}
    AND NOT (s.settings ? 'practice' AND t.used IS NULL AND coalesce(last.answer, 'null'::jsonb) = 'null'::jsonb)
  ORDER BY i.attempt_id LIMIT ${STEP}`

/** How a question stands outside of assignments, with and without some of the regrades that were made. */
export interface Stood {
  readonly before: Standing
  readonly after: Standing
}

/** How a question stood before these regrades were made, or undone, and how it stands since. */
export async function stoodAround(
  client: Pick<pg.ClientBase, 'query'>,
  version: Version,
  regrades: readonly string[],
  isUndone: boolean,
): Promise<Stood> {
  const having = (await findRegraded([version.id], client, { with: regrades }))(version, null)
  const lacking = (await findRegraded([version.id], client, { without: regrades }))(version, null)
  const [before, after] = isUndone ? [having, lacking] : [lacking, having]
  return { before: standingOf(version, before), after: standingOf(version, after) }
}

/** Looks through a step of the answers in attempts of one's own: whose come to something else than before, and after which attempt to go on; null at the end. Nothing is held. */
export async function listOwnChanged(
  client: Pick<pg.ClientBase, 'query'>,
  version: Version,
  { before, after }: Stood,
  from: string | null,
): Promise<{ readonly people: readonly string[]; readonly next: string | null }> {
  const { rows } = await client.query<AnswerRow>(ANSWERS, [version.id, from])
  const answers = rows.map(({ attempt_id, person_id, position, arrangement, answer, tries }) => ({
    ...{ attempt: attempt_id, person: person_id, position, arrangement: readArrangement(arrangement) },
    last: { answer, tries },
  }))
  const triesOf = await listTries(answers, client)
  const changed = answers.filter((answer) => {
    const tries = triesOf(answer)
    const [was, is] = [before, after].map((standing) => judge(standing, tries, answer.arrangement).mark)
    return was !== is
  })
  return {
    people: [...new Set(changed.map(({ person }) => person))],
    next: rows.length === STEP ? (rows.at(-1)?.attempt_id ?? null) : null,
  }
}
