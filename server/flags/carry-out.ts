import type pg from 'pg'
import { transaction } from '../db.ts'
import type { JobInput } from '../jobs/inputs.ts'
import { getVersions, type Version } from '../questions/versions.ts'
import { listTold } from '../regrades/tell.ts'
import { type Decision, getDecision } from './decision.ts'
import { listOwnChanged, stoodAround } from './own-changed.ts'
import { remarkPlace } from './places.ts'
import { tellChanged, tellFlaggers, tellRemembering, tellTeachers } from './tell.ts'

/**
 * Does all that follows from a decision, and tells everybody whom it concerns, each once. In steps that each stand by
 * themselves: one assignment, or so many attempts. Broken off or done again it goes on from where it was: what has been
 * reckoned changes nothing a second time, and who was told is not told again.
 */
export async function carryOut({ decision: id }: JobInput<'carry-out-decision'>): Promise<void> {
  const decision = await transaction((client) => getDecision(client, id))
  if (!decision || decision.isSettled) return
  const [version] = (await transaction((client) => getVersions([decision.question], client))) as [Version]
  for (const place of decision.places)
    await transaction((client) => regradePlace(client, decision, version, place))
  if (decision.isOwners && decision.regrades.length > 0) await tellOwn(decision, version)
  if (decision.decided === 'corrected-key')
    await inSteps((client, from) => tellRemembering(client, decision, from))
  await transaction(async (client) => {
    await tellFlaggers(client, decision)
    await tellTeachers(client, decision)
    await client.query(
      `UPDATE regrade r SET changed = d.changed FROM flag_decision d
       WHERE d.id = $1 AND d.deed = 'regraded' AND r.id = ANY(d.regrades) AND r.changed IS NULL AND r.undone_at IS NULL`,
      [id],
    )
    await client.query('UPDATE flag_decision SET settled_at = clock_timestamp() WHERE id = $1', [id])
  })
}

/** Repeats a step that gives where the next one begins, each in a transaction of its own, until there is none. */
async function inSteps(
  step: (client: pg.PoolClient, from: string | null) => Promise<string | null>,
): Promise<void> {
  let from: string | null = null
  do from = await transaction((client) => step(client, from))
  while (from !== null)
}

async function regradePlace(
  client: pg.PoolClient,
  decision: Decision,
  version: Version,
  { regrade, assignment, remedy }: Decision['places'][number],
): Promise<void> {
  const changed = await remarkPlace(client, assignment, version, remedy)
  await client.query('UPDATE flag_decision SET changed = changed + $2 WHERE id = $1', [
    decision.id,
    changed.length,
  ])
  if (!decision.isOwners && decision.decided !== 'undone')
    await client.query(
      'UPDATE regrade SET changed = $2 WHERE id = $1 AND changed IS NULL AND undone_at IS NULL',
      [regrade, changed.length],
    )
  const people = await listTold(client, assignment, changed)
  await tellChanged(client, decision, people, `/assignments/${assignment}`)
}

/** Tells those whose own quizzes come to something else. Nothing of those is stored: they follow from the answers. */
async function tellOwn(decision: Decision, version: Version): Promise<void> {
  const { regrades, decided } = decision
  const stood = await transaction((client) => stoodAround(client, version, regrades, decided === 'undone'))
  await inSteps(async (client, from) => {
    const { people, next } = await listOwnChanged(client, version, stood, from)
    await client.query('UPDATE flag_decision SET changed = changed + $2 WHERE id = $1', [
      decision.id,
      people.length,
    ])
    await tellChanged(client, decision, people, '/me')
    return next
  })
}
