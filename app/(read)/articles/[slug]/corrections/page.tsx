import type { Metadata } from 'next'
import { notFound } from 'next/navigation'
import { listRevisionNotes } from '#server/corrections/corrections'
import { enter } from '#server/enter'
import { Diff } from '#ui/corrections/diff.tsx'
import { sayDay } from '#ui/text/dates.ts'

export const metadata: Metadata = { title: 'Corrections of an article' }

interface Props {
  readonly params: Promise<{ readonly slug: string }>
}

/** What has been corrected in an article, word for word. */
export default async function ArticleCorrectionsPage({ params }: Props) {
  const viewer = await enter('read-articles')
  const { slug } = await params
  const notes = await listRevisionNotes(viewer, slug)
  if (!notes) notFound()
  return (
    <div className="frame account" data-wide="">
      <header>
        <h1>Corrections</h1>
        <p>
          <a href={`/articles/${slug}`}>The article as it stands</a>
        </p>
      </header>
      {notes.length === 0 && <p>Nothing has been corrected in it.</p>}
      {notes.map(({ number, at, note, diff }) => (
        <section key={number} aria-labelledby={`revision-${number}`}>
          <h2 id={`revision-${number}`}>
            {sayDay(at)}, revision {number}
          </h2>
          {note !== null && <p className="promise">{note}</p>}
          <Diff parts={diff} />
        </section>
      ))}
    </div>
  )
}
