import type { Metadata } from 'next'
import { notFound } from 'next/navigation'
import { askedSchema, getGradebook } from '#server/assignments/gradebook'
import { enter } from '#server/enter'
import { readId } from '#server/fields'
import { Gradebook } from '#ui/assignments/gradebook.tsx'
import { setGrade } from '../../../assignment-actions.ts'

export const metadata: Metadata = { title: 'Gradebook', robots: { index: false } }

interface Props {
  readonly params: Promise<{ readonly id: string }>
  readonly searchParams: Promise<Readonly<Record<string, string | string[] | undefined>>>
}

/** What everybody in a class has for each of its quizzes, and in all. */
export default async function GradebookPage({ params, searchParams }: Props) {
  const viewer = await enter('teach-class')
  const id = readId((await params).id)
  const book = id && (await getGradebook(viewer, id, askedSchema.parse(await searchParams)))
  if (!book) notFound()
  return (
    <div className="frame account" data-wide="">
      <header>
        <p className="label">Gradebook</p>
        <h1>{book.class.name}</h1>
        <p>
          <a href={`/classes/${book.class.id}`}>The class</a> ·{' '}
          <a href={`/api/classes/${book.class.id}/gradebook.csv`}>All of it for a spreadsheet (CSV)</a>
        </p>
      </header>
      <Gradebook book={book} set={setGrade} />
    </div>
  )
}
