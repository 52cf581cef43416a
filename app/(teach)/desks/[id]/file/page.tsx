import type { Metadata } from 'next'
import { notFound } from 'next/navigation'
import { enter } from '#server/enter'
import { getTakeOut } from '#server/exchange/take-out'
import { readId } from '#server/fields'
import { TakeOut } from '#ui/exchange/take-out.tsx'

export const metadata: Metadata = { title: 'A desk as a file', robots: { index: false } }

interface Props {
  readonly params: Promise<{ readonly id: string }>
}

/** In which formats what is approved at a desk can be taken out, and what each would lose. */
export default async function DeskFilePage({ params }: Props) {
  const viewer = await enter('make-sets')
  const id = readId((await params).id)
  const out = id && (await getTakeOut(viewer, 'desk', id))
  if (!out) notFound()
  return <TakeOut out={out} home={`/desks/${id}`} label="Back to the desk" file={`/api/desks/${id}/file`} />
}
