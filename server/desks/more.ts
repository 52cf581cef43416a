import type pg from 'pg'
import { z } from 'zod'
import { FAMILIES, KINDS, type Question, refusalsOn, ruleTitle, stretchField } from '#core'
import { transaction } from '../db.ts'
import type { Outcome } from '../outcome.ts'
import { readQuestion } from '../questions/stored.ts'
import type { Viewer } from '../viewer.ts'
import { getContext } from './context.ts'
import { deskSchema, holdDesk, layDown } from './hold.ts'
import type { AddedView, MoreView } from './view.ts'

export const moreSchema = deskSchema.extend({
  at: stretchField.optional(),
  kind: z.enum(KINDS).optional(),
  family: z.enum(FAMILIES).optional(),
})

/** So many are laid down at once: a desk is gone through one by one. */
const AT_ONCE = 3

/** The most drafts that one desk bears. */
const MOST = 200

/** Lays down more questions that the engine has made of a sentence, in a kind or of a family; where there are none, says what kept them out. */
export const addDrafts = (
  { personId }: Viewer,
  { desk, ...asked }: z.output<typeof moreSchema>,
): Promise<Outcome<AddedView>> =>
  transaction<Outcome<AddedView>>(async (client) => {
    const held = await holdDesk(client, personId, desk)
    if (!held || personId === null) return { refused: 'not-found' }
    const context = await getContext(held.revisionId)
    const families = new Map(context.facts.map(({ id, family }) => [id, family]))
    const candidates = await listCandidates(client, desk, held.revisionId)
    if (candidates.onDesk.length >= MOST) return { refused: 'desk-full' }
    const known = new Set(candidates.onDesk.flatMap(({ facts }) => facts))
    const isNew = ({ facts }: Question) => facts.every((fact) => !known.has(fact))
    const fitting = candidates.others.filter(({ question }) => fits(question, asked, families))
    const chosen = [
      ...fitting.filter(({ question }) => isNew(question)),
      ...fitting.filter(({ question }) => !isNew(question)),
    ].slice(0, AT_ONCE)
    const added = await layDown(client, { desk, personId }, chosen)
    const because = added.length > 0 || asked.at === undefined ? [] : refusalsOn(context.reading, asked.at)
    return {
      done: {
        added,
        because: because.map(({ rule, count }) => ({ title: ruleTitle(rule), count })),
      },
    }
  })

const fits = (
  question: Question,
  { at, kind, family }: MoreView,
  families: ReadonlyMap<string, string>,
): boolean =>
  (kind === undefined || question.kind === kind) &&
  (family === undefined || question.facts.some((fact) => families.get(fact) === family)) &&
  (at === undefined || question.evidence.some(({ start, end }) => start < at.end && at.start < end))

/** The questions on a desk, and those of the house on its revision that are not. */
async function listCandidates(client: pg.PoolClient, desk: string, revisionId: string) {
  const { rows } = await client.query<{ id: string; body: unknown; is_on_desk: boolean }>(
    `SELECT v.id, v.body, EXISTS (
         SELECT FROM draft d JOIN draft_step s ON s.draft_id = d.id AND s.number = 1
         WHERE d.desk_id = $1 AND s.version_id = v.id) AS is_on_desk
     FROM question_version v JOIN question q ON q.id = v.question_id AND q.desk_id IS NULL
     WHERE v.revision_id = $2 AND NOT EXISTS (SELECT FROM withdrawal w WHERE w.version_id = v.id)
     ORDER BY v.created_at, v.id`,
    [desk, revisionId],
  )
  const read = rows.map(({ id, body, is_on_desk }) => ({
    versionId: id,
    question: readQuestion(body),
    isOnDesk: is_on_desk,
  }))
  return {
    onDesk: read.filter(({ isOnDesk }) => isOnDesk).map(({ question }) => question),
    others: read.filter(({ isOnDesk }) => !isOnDesk),
  }
}
