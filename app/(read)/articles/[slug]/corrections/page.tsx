import type { Metadata } from 'next'
import { notFound } from 'next/navigation'
import { listRevisionNotes } from '#server/corrections/corrections'
import { listTouchedQuizzes } from '#server/corrections/touched'
import { enter } from '#server/enter'
import { Diff } from '#ui/corrections/diff.tsx'
import { sayCount, sayDay } from '#ui/text/dates.ts'

export const metadata: Metadata = { title: 'Corrections of an article' }

interface Props {
  readonly params: Promise<{ readonly slug: string }>
}

/** What has been corrected in an article, word for word. */
export default async function ArticleCorrectionsPage({ params }: Props) {
  const viewer = await enter('read-articles')
  const { slug } = await params
  const [notes, quizzes] = await Promise.all([
    listRevisionNotes(viewer, slug),
    listTouchedQuizzes(viewer, slug),
  ])
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
      {quizzes.length > 0 && (
        <section aria-labelledby="quizzes">
          <h2 id="quizzes">In quizzes you have given</h2>
          <p>What was answered there counts as it did until you regrade it.</p>
          <ul className="people">
            {quizzes.map(({ id, title, classId, class: name, questions }) => (
              <li key={id}>
                <a href={`/classes/${classId}/quizzes/${id}/regrade`}>
                  {title}, {name}
                </a>
                : {sayCount(questions, 'question has', 'questions have')} been corrected
              </li>
            ))}
          </ul>
        </section>
      )}
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
