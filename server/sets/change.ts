import { z } from 'zod'
import { id } from '../fields.ts'
import type { Outcome } from '../outcome.ts'
import type { Viewer } from '../viewer.ts'
import { MOST, whyNot } from './fits.ts'
import { changeSchema, changeSet, setSchema, titleField } from './held.ts'
import type { ChangedView } from './view.ts'

type Changed = Promise<Outcome<ChangedView>>

export const questionSchema = setSchema.extend({ version: id })

/** Puts a question at the end of a set. Nothing that somebody has changed meanwhile is lost by it, so no state need have been seen. */
export const addQuestion = (viewer: Viewer, { set, version }: z.output<typeof questionSchema>): Changed =>
  changeSet(viewer, { set }, async (client, { title, versions }) => {
    const refused = await whyNot(client, viewer.personId, versions, [version])
    return refused === null ? { title, versions: [...versions, version] } : { refused }
  })

export const orderSchema = changeSchema.extend({ order: z.array(id).max(MOST) })

/** Puts the questions of a set into this order; what is left out is taken out. */
export const arrangeSet = (viewer: Viewer, { order, ...seen }: z.output<typeof orderSchema>): Changed =>
  changeSet(viewer, seen, async (_, { title, versions }) => {
    const isOfIt = new Set(order).size === order.length && order.every((each) => versions.includes(each))
    return isOfIt ? { title, versions: order } : { refused: 'invalid' }
  })

export const renewSchema = changeSchema.extend({ version: id })

/** Puts the version that stands in the place of an earlier one. */
export const renewQuestion = (viewer: Viewer, { version, ...seen }: z.output<typeof renewSchema>): Changed =>
  changeSet(viewer, seen, async (client, { title, versions }) => {
    if (!versions.includes(version)) return { refused: 'not-found' }
    const { rows } = await client.query<{ id: string }>(
      `SELECT n.id FROM question_version v JOIN question_version n ON n.question_id = v.question_id
       WHERE v.id = $1 AND NOT EXISTS (SELECT FROM withdrawal w WHERE w.version_id = n.id)
       ORDER BY n.number DESC LIMIT 1`,
      [version],
    )
    const newest = rows[0]?.id
    if (newest === undefined) return { refused: 'withdrawn' }
    const others = versions.filter((each) => each !== version)
    const refused = await whyNot(client, viewer.personId, others, [newest])
    if (refused !== null) return { refused }
    return { title, versions: versions.map((each) => (each === version ? newest : each)) }
  })

export const renameSetSchema = changeSchema.extend({ title: titleField })

/** Calls a set something else. Attempts of what it was keep its old name. */
export const renameSet = (viewer: Viewer, { title, ...seen }: z.output<typeof renameSetSchema>): Changed =>
  changeSet(viewer, seen, async (_, { versions }) => ({ title, versions }))
