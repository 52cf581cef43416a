import type { Metadata } from 'next'
import { notFound } from 'next/navigation'
import { listTeachable } from '#server/assignments/assignable'
import { getTaughtAssignment } from '#server/assignments/taught'
import { enter } from '#server/enter'
import { readId } from '#server/fields'
import { ChangeForm } from '#ui/assignments/change-form.tsx'
import { LiveStandings } from '#ui/assignments/live-standings.tsx'
import { SEEN_WORDS } from '#ui/assignments/words.ts'
import { Press } from '#ui/form/press.tsx'
import { sayCount } from '#ui/text/dates.ts'
import { Moment } from '#ui/text/moment.tsx'
import {
  changeAssignment,
  collectAll,
  extendTime,
  removeAssignment,
  setOverride,
} from '../../../../assignment-actions.ts'

export const metadata: Metadata = { title: 'Assigned quiz', robots: { index: false } }

interface Props {
  readonly params: Promise<{ readonly id: string; readonly assignment: string }>
}

/** An assignment, for those who teach its class: how everybody stands, and its rules. */
export default async function AssignmentPage({ params }: Props) {
  const viewer = await enter('teach-class')
  const { id, assignment } = await params
  const asked = readId(assignment)
  const [own, classes] = await Promise.all([
    asked && getTaughtAssignment(viewer, asked),
    listTeachable(viewer),
  ])
  if (!own || own.class.id !== readId(id)) notFound()
  const { title, feedback, dueAt, closesAt, word } = own.rules
  return (
    <div className="frame account">
      <header>
        <p className="label">Quiz for {own.class.name}</p>
        <h1>{title}</h1>
        <p>
          {sayCount(own.rules.draw ?? own.count, 'question')}. {SEEN_WORDS[feedback]}
          {dueAt !== null && (
            <>
              {' '}
              Due <Moment at={dueAt} />.
            </>
          )}
          {closesAt !== null && (
            <>
              {' '}
              Closes <Moment at={closesAt} />.
            </>
          )}
          {word !== null && ` The word to begin with is ‘${word}’.`}
        </p>
        <p>
          <a href={`/classes/${own.class.id}`}>{own.class.name}</a> ·{' '}
          <a href={`/classes/${own.class.id}/quizzes/${own.id}/analysis`}>What they got wrong</a> ·{' '}
          <a href={`/classes/${own.class.id}/quizzes/${own.id}/print`}>On paper</a> ·{' '}
          <a href={`/classes/${own.class.id}/quizzes/${own.id}/regrade`}>Regrade a question</a>
          {own.slug !== null && (
            <>
              {' · '}
              <a href={`/articles/${own.slug}`}>The article</a>
            </>
          )}
        </p>
      </header>
      <LiveStandings own={own} set={setOverride} extend={extendTime} collect={collectAll} />
      <section aria-labelledby="rules">
        <h2 id="rules">Its rules</h2>
        <ChangeForm
          own={own}
          learners={classes.find(({ id }) => id === own.class.id)?.learners ?? []}
          change={changeAssignment}
        />
        <p>
          Taken back, it is gone for the class; what was done in it is kept.{' '}
          <Press
            act={removeAssignment}
            sent={{ assignment: own.id }}
            label="Take it back"
            next={`/classes/${own.class.id}`}
          />
        </p>
      </section>
    </div>
  )
}
