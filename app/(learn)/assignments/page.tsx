import type { Metadata } from 'next'
import { listOwnAssignments } from '#server/assignments/own'
import { enter } from '#server/enter'
import { OwnAssignments } from '#ui/assignments/own-list.tsx'

export const metadata: Metadata = { title: 'Your quizzes', robots: { index: false } }

/** What one's classes have been given to take. */
export default async function AssignmentsPage() {
  const viewer = await enter('take-assignment')
  const lines = await listOwnAssignments(viewer)
  return (
    <div className="frame account">
      <header>
        <h1>Quizzes of your classes</h1>
        <p>
          <a href="/classes">Your classes</a>
        </p>
      </header>
      <OwnAssignments lines={lines} />
    </div>
  )
}
