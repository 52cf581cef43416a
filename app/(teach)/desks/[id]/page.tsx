import type { Metadata } from 'next'
import { headers } from 'next/headers'
import { notFound } from 'next/navigation'
import { getDesk } from '#server/desks/desk'
import { enter } from '#server/enter'
import { readId } from '#server/fields'
import { Colleagues } from '#ui/desk/colleagues.tsx'
import { DeskWork } from '#ui/desk/desk-work.tsx'
import { ToDesk } from '#ui/desk/to-desk.tsx'
import {
  addDrafts,
  checkQuestion,
  decideDraft,
  editDraft,
  getDrafts,
  leaveDesk,
  openDesk,
  setFromDesk,
  shareDesk,
  undoStep,
  writeDraft,
} from '../actions.ts'

export const metadata: Metadata = { title: 'Desk', robots: { index: false } }

interface Props {
  readonly params: Promise<{ readonly id: string }>
  readonly searchParams: Promise<Record<string, string | string[] | undefined>>
}

const acts = {
  get: getDrafts,
  decide: decideDraft,
  undo: undoStep,
  check: checkQuestion,
  edit: editDraft,
  write: writeDraft,
  add: addDrafts,
  makeSet: setFromDesk,
}

/** A desk, for the teachers at it: the questions of an article beside its text. */
export default async function DeskPage({ params, searchParams }: Props) {
  const viewer = await enter('make-sets')
  const id = readId((await params).id)
  const desk = id && (await getDesk(viewer, id, await headers()))
  if (!desk) notFound()
  const { title, slug, revision, isOutdated } = desk
  return (
    <div className="frame account desk-page">
      <header>
        <p className="label">Desk</p>
        <h1>{title}</h1>
        <p>
          <a href={`/articles/${slug}`}>The article</a> · <a href="/desks">Your desks</a> ·{' '}
          <a href={`/desks/${id}/file`}>What is approved as a file</a>
        </p>
        {isOutdated && (
          <p className="notice">
            The article has been corrected since: this desk is of revision {revision}.{' '}
            <ToDesk act={openDesk} sent={{ slug }} label="Open one for the article as it reads now" />
          </p>
        )}
      </header>
      <DeskWork desk={desk} acts={acts} start={readId((await searchParams).draft) ?? undefined} />
      <section aria-labelledby="colleagues">
        <h2 id="colleagues">Who works here</h2>
        <Colleagues desk={desk} share={shareDesk} leave={leaveDesk} />
      </section>
    </div>
  )
}
