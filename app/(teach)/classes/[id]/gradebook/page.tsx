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
  const file = (kind: 'csv' | 'xlsx') =>
    `/api/classes/${book.class.id}/gradebook.${kind}${book.isWithGone ? '?gone=1' : ''}`
  return (
    <div className="frame account" data-wide="">
      <header>
        <p className="label">Gradebook</p>
        <h1>{book.class.name}</h1>
        <p>
          <a href={`/classes/${book.class.id}`}>The class</a> ·{' '}
          <a href={`/classes/${book.class.id}/gradebook/counting`}>What counts, and what they see</a> ·{' '}
          <a href={`/classes/${book.class.id}/people`}>A page for each, to print</a>
        </p>
        <p>
          For a spreadsheet: <a href={file('xlsx')}>all of it as a workbook (XLSX)</a> ·{' '}
          <a href={file('csv')}>all of it as text (CSV)</a>
        </p>
      </header>
      <Gradebook book={book} set={setGrade} />
    </div>
  )
}
