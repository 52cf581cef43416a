import type { Metadata } from 'next'
import { notFound } from 'next/navigation'
import { enter } from '#server/enter'
import { readId } from '#server/fields'
import { getAssignmentPaper, readPrinting } from '#server/print/papers'
import { PaperSheet } from '#ui/print/paper-sheet.tsx'

export const metadata: Metadata = { title: 'A quiz on paper', robots: { index: false } }

interface Props {
  readonly params: Promise<{ readonly id: string; readonly assignment: string }>
  readonly searchParams: Promise<Record<string, string | string[] | undefined>>
}

/** The questions of an assignment as they are printed. */
export default async function PrintAssignmentPage({ params, searchParams }: Props) {
  const viewer = await enter('teach-class')
  const named = await params
  const [id, assignment] = [readId(named.id), readId(named.assignment)]
  const { version, hasKey } = readPrinting(await searchParams)
  const paper = id && assignment && (await getAssignmentPaper(viewer, { id, assignment }, version))
  if (!paper) notFound()
  const home = `/classes/${id}/quizzes/${assignment}`
  return <PaperSheet paper={paper} hasKey={hasKey} home={home} file={`/api${home}/quiz.docx`} />
}
