import type { Metadata } from 'next'
import { may } from '#server/access'
import { listClasses } from '#server/classes/classes'
import { enter } from '#server/enter'
import { countOpenFlags } from '#server/flags/list'
import { ClassList } from '#ui/classes/class-list.tsx'
import { CreateClass } from '#ui/classes/create-class.tsx'
import { JoinForm } from '#ui/classes/join-form.tsx'
import { FlagsLink } from '#ui/flags/flagged-list.tsx'
import { createClass, joinClass, leaveClass } from '../actions.ts'

export const metadata: Metadata = { title: 'Classes', robots: { index: false } }

/** The classes one is in, and the ways into more. */
export default async function ClassesPage() {
  const viewer = await enter('join-class')
  const classes = await listClasses(viewer)
  const mayTeach = may(viewer.role, 'teach-class')
  return (
    <div className="frame account">
      <header>
        <h1>Classes</h1>
        <p>
          <a href="/assignments">Quizzes of your classes</a> · <a href="/me">Your scores</a>
          {may(viewer.role, 'make-sets') && (
            <>
              {' '}
              · <a href="/bring-in">Bring in an article</a> · <a href="/sets">Your sets</a> ·{' '}
              <a href="/bank">The bank</a> · <FlagsLink open={await countOpenFlags(viewer)} />
            </>
          )}
        </p>
      </header>
      <ClassList classes={classes} leave={leaveClass} />
      {mayTeach && (
        <section aria-labelledby="new-class">
          <h2 id="new-class">New class</h2>
          <CreateClass create={createClass} />
        </section>
      )}
      <section aria-labelledby="join-class">
        <h2 id="join-class">Join a class</h2>
        <JoinForm join={joinClass} code="" />
      </section>
    </div>
  )
}
