import type { z } from 'zod'
import { fromHand, type Question, writtenSchema } from '#core'
import { pool, transaction } from '../db.ts'
import { id } from '../fields.ts'
import type { Outcome } from '../outcome.ts'
import { readQuestion } from '../questions/stored.ts'
import type { Viewer } from '../viewer.ts'
import { tellChecked } from './checked.ts'
import { getContext } from './context.ts'
import { changeDraft, deskSchema, draftSchema, findDesk, holdDesk, layDown, type Stepped } from './hold.ts'
import type { CheckedView } from './view.ts'

export const writeSchema = deskSchema.extend({ question: writtenSchema })

export const checkSchema = writeSchema.extend({
  /** The draft that it is to be, where one lies there already. */
  draft: id.optional(),
})

/** What a question would read like and what the checker would say of it; nothing is stored. */
export async function checkQuestion(
  { personId }: Viewer,
  { desk, question, draft }: z.output<typeof checkSchema>,
): Promise<Outcome<CheckedView>> {
  const found = await findDesk(personId, desk)
  if (!found) return { refused: 'not-found' }
  const context = await getContext(found.revisionId)
  const before = draft === undefined ? null : await findDraft(desk, draft)
  const read = fromHand(question, context, 'checked', before?.question ?? null)
  const making = { isByHand: true, isImported: before?.isImported ?? false }
  return { done: tellChecked(read, context, { slug: found.slug, ...making }) }
}

/** What a draft of a desk says now; null where none of that id lies there. */
async function findDraft(
  desk: string,
  draft: string,
): Promise<{ readonly question: Question; readonly isImported: boolean } | null> {
  const { rows } = await pool().query<{ body: unknown; is_imported: boolean }>(
    `SELECT s.body, d.import_key IS NOT NULL AS is_imported FROM draft d JOIN draft_step s ON s.draft_id = d.id AND s.number = d.step
     WHERE d.id = $1 AND d.desk_id = $2`,
    [draft, desk],
  )
  const [row] = rows
  return row ? { question: readQuestion(row.body), isImported: row.is_imported } : null
}

export const editSchema = draftSchema.extend({ question: writtenSchema })

/** Writes a draft otherwise, and lays it back open. The kind stays; saying the same again changes nothing. */
export const editDraft = (
  viewer: Viewer,
  { question: written, ...seen }: z.output<typeof editSchema>,
): Promise<Stepped> =>
  changeDraft(viewer, seen, async (_, held) => {
    if (written.kind !== held.question.kind) return { refused: 'invalid' }
    const question = fromHand(written, await getContext(held.revisionId), held.question.id, held.question)
    if (saysTheSame(question, held.question)) return { ...held }
    return { state: 'open', question, versionId: null, overruling: null }
  })

/** Whether two questions are the same as a person writes them. */
export const saysTheSame = (a: Question, b: Question): boolean => partsOf(a) === partsOf(b)

/** What a person can write of a question, in one text; the rest follows from it. */
const partsOf = ({ facts: _, needsArticle: __, ...question }: Question): string =>
  JSON.stringify(Object.entries(question).sort(([a], [b]) => (a < b ? -1 : 1)))

/** Lays a question of one's own on the desk, to be approved like any other. */
export const writeDraft = (
  { personId }: Viewer,
  { desk, question: written }: z.output<typeof writeSchema>,
): Promise<Outcome<{ readonly draft: string }>> =>
  transaction<Outcome<{ readonly draft: string }>>(async (client) => {
    const held = await holdDesk(client, personId, desk)
    if (!held || personId === null) return { refused: 'not-found' }
    const question = fromHand(written, await getContext(held.revisionId), 'written')
    const [draft = ''] = await layDown(client, { desk, personId }, [{ question, versionId: null }])
    return { done: { draft }, created: true }
  })
