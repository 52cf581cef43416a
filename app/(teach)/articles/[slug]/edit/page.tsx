import type { Metadata } from 'next'
import { notFound } from 'next/navigation'
import { getEditable } from '#server/corrections/propose'
import { enter } from '#server/enter'
import { EditForm } from '#ui/corrections/edit-form.tsx'
import { proposeEdit } from '../../../corrections/actions.ts'

export const metadata: Metadata = { title: 'Correct an article', robots: { index: false } }

interface Props {
  readonly params: Promise<{ readonly slug: string }>
}

/** Where the text of an article is corrected. */
export default async function EditPage({ params }: Props) {
  const viewer = await enter('correct-articles')
  const article = await getEditable(viewer, (await params).slug)
  if (!article) notFound()
  return (
    <div className="frame account" data-wide="">
      <header>
        <p className="label">Correct an article</p>
        <h1>{article.title}</h1>
        <p>
          <a href={`/articles/${article.slug}`}>The article as it stands</a>
        </p>
      </header>
      <EditForm article={article} propose={proposeEdit} />
    </div>
  )
}
