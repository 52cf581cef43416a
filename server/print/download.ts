import type { z } from 'zod'
import type { Paper } from '#core'
import { type Outcome, PlainDocument } from '../outcome.ts'
import type { Viewer } from '../viewer.ts'
import { writeDocx } from './docx.ts'
import { type assignmentPaperSchema, getAssignmentPaper, getSetPaper, type setPaperSchema } from './papers.ts'

const DOCX = 'application/vnd.openxmlformats-officedocument.wordprocessingml.document'

type Download = Promise<Outcome<PlainDocument>>

/** A set of the viewer's as a document for a word processor. */
export const downloadSet = async (
  viewer: Viewer,
  { id, version, key }: z.output<typeof setPaperSchema>,
): Download => asDocument(await getSetPaper(viewer, id, version), key === '1')

/** The same of an assignment of a class the viewer teaches. */
export const downloadAssignment = async (
  viewer: Viewer,
  { version, key, ...named }: z.output<typeof assignmentPaperSchema>,
): Download => asDocument(await getAssignmentPaper(viewer, named, version), key === '1')

async function asDocument(paper: Paper | null, hasKey: boolean): Download {
  if (!paper) return { refused: 'not-found' }
  const name = `quiz-${paper.version}${hasKey ? '-with-key' : ''}.docx`
  return { done: new PlainDocument(await writeDocx(paper, hasKey), DOCX, name) }
}
