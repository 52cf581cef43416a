import type { Metadata } from 'next'
import { headers } from 'next/headers'
import { notFound } from 'next/navigation'
import { listTaughtAssignments } from '#server/assignments/taught'
import { getTaughtClass, listClasses } from '#server/classes/classes'
import { enter } from '#server/enter'
import { readId } from '#server/fields'
import { siteAddress } from '#server/origin'
import { AssignmentList } from '#ui/assignments/assignment-list.tsx'
import { ClassSettings } from '#ui/classes/class-settings.tsx'
import { Joining } from '#ui/classes/joining.tsx'
import { MakeAccounts } from '#ui/classes/make-accounts.tsx'
import { Gone, Learners, Teachers } from '#ui/classes/members.tsx'
import { RosterForm } from '#ui/classes/roster-form.tsx'
import {
  addTeacher,
  archiveClass,
  changeComparing,
  changeJoining,
  enrolRoster,
  eraseMember,
  makeAccounts,
  moveMember,
  previewRoster,
  reissueSlip,
  removeMember,
  renameClass,
  restoreMember,
} from '../../actions.ts'

export const metadata: Metadata = { title: 'Class', robots: { index: false } }

interface Props {
  readonly params: Promise<{ readonly id: string }>
}

/** A class, for those who teach it: who is in it, and how others come in. */
export default async function ClassPage({ params }: Props) {
  const viewer = await enter('teach-class')
  const id = readId((await params).id)
  const asked = await headers()
  const [own, classes, assignments] = await Promise.all([
    id && getTaughtClass(viewer, id, asked),
    listClasses(viewer),
    id ? listTaughtAssignments(viewer, id) : [],
  ])
  if (!own) notFound()
  const others = classes.filter((each) => each.role === 'teacher' && !each.isArchived && each.id !== own.id)
  const address = siteAddress(asked)
  return (
    <div className="frame account">
      <header>
        <p className="label">{own.isArchived ? 'Class, put away' : 'Class'}</p>
        <h1>{own.name}</h1>
        <p>
          <a href="/classes">All classes</a>
        </p>
      </header>
      <section aria-labelledby="quizzes">
        <h2 id="quizzes">Quizzes</h2>
        <AssignmentList class={own.id} assignments={assignments} />
        {assignments.length > 0 && (
          <p>
            <a href={`/classes/${own.id}/gradebook`}>The gradebook</a>
          </p>
        )}
      </section>
      <section aria-labelledby="learners">
        <h2 id="learners">Learners</h2>
        <Learners
          own={own}
          others={others}
          address={address}
          remove={removeMember}
          move={moveMember}
          reissue={reissueSlip}
          erase={eraseMember}
        />
      </section>
      <section aria-labelledby="joining">
        <h2 id="joining">How they come in</h2>
        <Joining id={own.id} joining={own.joining} isArchived={own.isArchived} change={changeJoining} />
      </section>
      <section aria-labelledby="slips">
        <h2 id="slips">Accounts without an address</h2>
        <MakeAccounts id={own.id} address={address} make={makeAccounts} />
      </section>
      <section aria-labelledby="roster">
        <h2 id="roster">A whole roster</h2>
        <RosterForm id={own.id} address={address} preview={previewRoster} enrol={enrolRoster} />
      </section>
      <section aria-labelledby="teachers">
        <h2 id="teachers">Teachers</h2>
        <Teachers own={own} remove={removeMember} add={addTeacher} />
      </section>
      {own.gone.length > 0 && (
        <section aria-labelledby="gone">
          <h2 id="gone">Not here any more</h2>
          <Gone own={own} restore={restoreMember} erase={eraseMember} />
        </section>
      )}
      <section aria-labelledby="settings">
        <h2 id="settings">The class itself</h2>
        <ClassSettings own={own} rename={renameClass} archive={archiveClass} compare={changeComparing} />
      </section>
    </div>
  )
}
