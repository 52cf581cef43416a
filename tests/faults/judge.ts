import { pool } from '#server/db'
import type { Notes, Sent } from './person.ts'

const place = ({ attempt, position, sequence, key, answer }: Sent): string =>
  `${attempt} ${position} ${sequence} ${key} ${JSON.stringify(answer)}`

/** Acknowledged answers that are not stored as they were sent, and stored ones beyond what was put down: changed, or twice. */
export function compare(
  acknowledged: readonly Sent[],
  stored: readonly Sent[],
  put: readonly Sent[] = acknowledged,
): { readonly lost: readonly string[]; readonly strange: readonly string[] } {
  const there = new Map<string, number>()
  for (const each of stored.map(place)) there.set(each, (there.get(each) ?? 0) + 1)
  const known = new Set(put.map(place))
  return {
    lost: acknowledged.map(place).filter((sent) => !there.has(sent)),
    strange: [...there].flatMap(([sent, times]) =>
      Array<string>(known.has(sent) ? times - 1 : times).fill(sent),
    ),
  }
}

/** What the store holds of some sets, against what people have noted. */
export interface Verdict {
  readonly lost: number
  readonly doubled: number
  readonly wrong: readonly string[]
}

/**
 * Compares everything that was begun of these sets, which nobody else has taken: each answer that was acknowledged stands as
 * it was sent, once; the one that counts for a question is the last one acknowledged, or one that was sent after it; each
 * handing-in stands; and nobody is counted twice in how many have answered a question.
 */
export async function judge(sets: readonly string[], notes: readonly Notes[]): Promise<Verdict> {
  const all = {
    put: notes.flatMap(({ put }) => put),
    acknowledged: notes.flatMap(({ acknowledged }) => acknowledged),
    begun: notes.flatMap(({ begun }) => begun),
    handedIn: notes.flatMap(({ handedIn }) => handedIn),
  }
  const { rows: stored } = await pool().query<Sent>(
    `SELECT r.attempt_id AS attempt, r.position, r.sequence, r.key, r.answer
     FROM response r JOIN attempt a ON a.id = r.attempt_id WHERE a.set_id = ANY($1)`,
    [sets],
  )
  const { lost, strange } = compare(all.acknowledged, stored, all.put)
  const wrong = [...overtaken(all.acknowledged, stored)]
  const { rows: attempts } = await pool().query<{ id: string; over: boolean }>(
    'SELECT id, submitted_at IS NOT NULL AS over FROM attempt WHERE set_id = ANY($1)',
    [sets],
  )
  const over = new Map(attempts.map((row) => [row.id, row.over]))
  const missing = all.begun.filter((id) => !over.has(id)).length
  const open = all.handedIn.filter((id) => over.get(id) === false).length
  return {
    lost: lost.length + missing + open,
    doubled: strange.length + Math.max(0, attempts.length - all.begun.length) + (await countedTwice(sets)),
    wrong,
  }
}

/** Questions of whose answers one counts that is older than the last one acknowledged. */
function* overtaken(acknowledged: readonly Sent[], stored: readonly Sent[]): Generator<string> {
  const highest = new Map<string, number>()
  const at = ({ attempt, position }: Sent) => `${attempt} ${position}`
  for (const each of stored) highest.set(at(each), Math.max(highest.get(at(each)) ?? 0, each.sequence))
  for (const each of acknowledged)
    if ((highest.get(at(each)) ?? 0) < each.sequence) yield `an older answer counts at ${at(each)}`
}

/** By how much the count of those who have answered a question differs from the attempts in which it was answered for good. */
async function countedTwice(sets: readonly string[]): Promise<number> {
  const { rows } = await pool().query<{ off: number }>(
    `WITH asked AS (SELECT DISTINCT version_id FROM quiz_set_item WHERE set_id = ANY($1)),
     told AS (SELECT version_id, sum(answered)::int AS n FROM question_tally GROUP BY version_id),
     final AS (
       SELECT i.version_id, count(*)::int AS n FROM attempt_item i JOIN attempt a ON a.id = i.attempt_id
       WHERE a.set_id = ANY($1) AND i.final_at IS NOT NULL AND (a.assignment_id IS NULL OR a.told_at IS NOT NULL) AND (
         SELECT r.answer FROM response r WHERE r.attempt_id = i.attempt_id AND r.position = i.position
         ORDER BY r.sequence DESC LIMIT 1) <> 'null'::jsonb
       GROUP BY i.version_id)
     SELECT coalesce(sum(abs(coalesce(told.n, 0) - coalesce(final.n, 0))), 0)::int AS off
     FROM asked LEFT JOIN told USING (version_id) LEFT JOIN final USING (version_id)`,
    [sets],
  )
  return rows[0]?.off ?? 0
}
