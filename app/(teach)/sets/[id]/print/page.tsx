import type { Metadata } from 'next'
import { notFound } from 'next/navigation'
import { enter } from '#server/enter'
import { readId } from '#server/fields'
import { getSetPaper, readPrinting } from '#server/print/papers'
import { PaperSheet } from '#ui/print/paper-sheet.tsx'

export const metadata: Metadata = { title: 'A set on paper', robots: { index: false } }

interface Props {
  readonly params: Promise<{ readonly id: string }>
  readonly searchParams: Promise<Record<string, string | string[] | undefined>>
}

/** A set as it is printed. */
export default async function PrintSetPage({ params, searchParams }: Props) {
  const viewer = await enter('make-sets')
  const id = readId((await params).id)
  const { version, hasKey } = readPrinting(await searchParams)
  const paper = id && (await getSetPaper(viewer, id, version))
  if (!paper) notFound()
  return <PaperSheet paper={paper} hasKey={hasKey} home={`/sets/${id}`} file={`/api/sets/${id}/quiz.docx`} />
}
