import type { Metadata } from 'next'
import { notFound } from 'next/navigation'
import { getAssignable, listTeachable } from '#server/assignments/assignable'
import { enter } from '#server/enter'
import { readId } from '#server/fields'
import { AssignForm } from '#ui/assignments/assign-form.tsx'
import { sayCount } from '#ui/text/dates.ts'
import { assignToClass } from '../assignment-actions.ts'

export const metadata: Metadata = { title: 'Assign to a class', robots: { index: false } }

interface Props {
  readonly searchParams: Promise<{ readonly set?: string | string[]; readonly article?: string | string[] }>
}

/** Gives a quiz set to a class: one named in the address, or an article's newest. */
export default async function AssignPage({ searchParams }: Props) {
  const viewer = await enter('teach-class')
  const { set, article } = await searchParams
  const asked = { set: readId(set), article: typeof article === 'string' ? article : null }
  const [assignable, classes] = await Promise.all([getAssignable(viewer, asked), listTeachable(viewer)])
  if (!assignable) notFound()
  const { title, count } = assignable
  return (
    <div className="frame account">
      <header>
        <p className="label">Assign to a class</p>
        <h1>{title}</h1>
        <p>
          {sayCount(count, 'question')}, each with the sentence that settles it.
          {asked.article !== null && (
            <>
              {' '}
              <a href={`/articles/${asked.article}`}>The article</a>
            </>
          )}
        </p>
      </header>
      {classes.length === 0 ? (
        <p>
          You have no class yet. <a href="/classes">Make one</a>, then come back here.
        </p>
      ) : (
        <AssignForm
          set={assignable.set}
          title={title.slice(0, 100)}
          count={count}
          classes={classes}
          assign={assignToClass}
        />
      )}
    </div>
  )
}
