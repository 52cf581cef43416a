import type { Metadata } from 'next'
import { notFound } from 'next/navigation'
import { enter } from '#server/enter'
import { getTakeOut } from '#server/exchange/take-out'
import { readId } from '#server/fields'
import { TakeOut } from '#ui/exchange/take-out.tsx'

export const metadata: Metadata = { title: 'A set as a file', robots: { index: false } }

interface Props {
  readonly params: Promise<{ readonly id: string }>
}

/** In which formats the questions of a set can be taken out, and what each would lose. */
export default async function SetFilePage({ params }: Props) {
  const viewer = await enter('make-sets')
  const id = readId((await params).id)
  const out = id && (await getTakeOut(viewer, 'set', id))
  if (!out) notFound()
  return <TakeOut out={out} home={`/sets/${id}`} label="Back to the set" file={`/api/sets/${id}/file`} />
}
