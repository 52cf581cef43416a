import type { Metadata } from 'next'
import { notFound } from 'next/navigation'
import { getCounting } from '#server/assignments/categories'
import { enter } from '#server/enter'
import { readId } from '#server/fields'
import { CountingForm } from '#ui/assignments/counting-form.tsx'
import { Releases } from '#ui/assignments/releases.tsx'
import { Press } from '#ui/form/press.tsx'
import { countAllMissed, releaseGrades, setCounting, takeBackScores } from '../../../../assignment-actions.ts'

export const metadata: Metadata = { title: 'What counts', robots: { index: false } }

interface Props {
  readonly params: Promise<{ readonly id: string }>
}

/** What counts in a class, and what its learners see of it. */
export default async function CountingPage({ params }: Props) {
  const viewer = await enter('teach-class')
  const id = readId((await params).id)
  const counting = id && (await getCounting(viewer, id))
  if (!counting) notFound()
  const { class: own, assignments } = counting
  return (
    <div className="frame account">
      <header>
        <p className="label">Gradebook of {own.name}</p>
        <h1>What counts, and what they see</h1>
        <p>
          <a href={`/classes/${own.id}/gradebook`}>The gradebook</a>
        </p>
      </header>
      {assignments.length === 0 ? (
        <p>
          Nothing has been given to this class yet. Choose <a href="/sets">a set</a> or an article, and assign
          it.
        </p>
      ) : (
        <>
          <section aria-labelledby="seen">
            <h2 id="seen">What they see</h2>
            <Releases assignments={assignments} release={releaseGrades} takeBack={takeBackScores} />
          </section>
          <section aria-labelledby="counts">
            <h2 id="counts">What counts</h2>
            {assignments.some(({ countsMissing, closesAt }) => !countsMissing && closesAt !== null) && (
              <p>
                Of every quiz that closes:{' '}
                <Press
                  act={countAllMissed}
                  sent={{ class: own.id }}
                  label="Count what was not handed in as nought"
                />
              </p>
            )}
            <CountingForm counting={counting} set={setCounting} />
          </section>
        </>
      )}
    </div>
  )
}
