import type { z } from 'zod'
import { fromHand, type Question } from '#core'
import { transaction } from '../db.ts'
import type { Outcome } from '../outcome.ts'
import type { Viewer } from '../viewer.ts'
import { tellChecked } from './checked.ts'
import { getContext } from './context.ts'
import { changeDraft, deskSchema, draftSchema, findDesk, holdDesk, layDown, type Stepped } from './hold.ts'
import type { CheckedView } from './view.ts'
import { writtenSchema } from './written.ts'

export const checkSchema = deskSchema.extend({ question: writtenSchema })

/** What a question would read like and what the checker would say of it; nothing is stored. */
export async function checkQuestion(
  { personId }: Viewer,
  { desk, question }: z.output<typeof checkSchema>,
): Promise<Outcome<CheckedView>> {
  const found = await findDesk(personId, desk)
  if (!found) return { refused: 'not-found' }
  const context = await getContext(found.revisionId)
  const read = fromHand(question, context, 'checked')
  return { done: tellChecked(read, context, { slug: found.slug, isByHand: true }) }
}

export const editSchema = draftSchema.extend({ question: writtenSchema })

/** Writes a draft otherwise, and lays it back open. The kind stays; saying the same again changes nothing. */
export const editDraft = (
  viewer: Viewer,
  { question: written, ...seen }: z.output<typeof editSchema>,
): Promise<Stepped> =>
  changeDraft(viewer, seen, async (_, held) => {
    if (written.kind !== held.question.kind) return { refused: 'invalid' }
    const question = fromHand(written, await getContext(held.revisionId), held.question.id)
    if (saysTheSame(question, held.question)) return { ...held }
    return { state: 'open', question, versionId: null, overruling: null }
  })

const saysTheSame = (a: Question, b: Question): boolean => partsOf(a) === partsOf(b)

/** What a person can write of a question, in one text; the rest follows from it. */
const partsOf = ({ facts: _, needsArticle: __, ...question }: Question): string =>
  JSON.stringify(Object.entries(question).sort(([a], [b]) => (a < b ? -1 : 1)))

/** Lays a question of one's own on the desk, to be approved like any other. */
export const writeDraft = (
  { personId }: Viewer,
  { desk, question: written }: z.output<typeof checkSchema>,
): Promise<Outcome<{ readonly draft: string }>> =>
  transaction<Outcome<{ readonly draft: string }>>(async (client) => {
    const held = await holdDesk(client, personId, desk)
    if (!held || personId === null) return { refused: 'not-found' }
    const question = fromHand(written, await getContext(held.revisionId), 'written')
    const [draft = ''] = await layDown(client, { desk, personId }, [{ question, versionId: null }])
    return { done: { draft }, created: true }
  })
