import type { Metadata } from 'next'
import { notFound } from 'next/navigation'
import { enter } from '#server/enter'
import { readId } from '#server/fields'
import { getPreview } from '#server/sets/sets'
import { SetPreview } from '#ui/sets/preview.tsx'

export const metadata: Metadata = { title: 'A set as a learner sees it', robots: { index: false } }

interface Props {
  readonly params: Promise<{ readonly id: string }>
}

/** A set as those see it who take it. */
export default async function SetPreviewPage({ params }: Props) {
  const viewer = await enter('make-sets')
  const id = readId((await params).id)
  const preview = id && (await getPreview(viewer, id))
  if (!preview) notFound()
  return (
    <div className="frame account">
      <p className="label">{preview.title}</p>
      <p className="soft">
        As a learner sees it; nothing is checked or kept here. <a href={`/sets/${id}`}>Back to the set</a>
      </p>
      <SetPreview shown={preview.shown} />
    </div>
  )
}
