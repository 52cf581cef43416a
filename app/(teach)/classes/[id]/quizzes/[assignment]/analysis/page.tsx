import type { Metadata } from 'next'
import { notFound } from 'next/navigation'
import { getAnalysis } from '#server/assignments/analysis'
import { enter } from '#server/enter'
import { readId } from '#server/fields'
import { listFollowUp } from '#server/sets/follow-up'
import { Misconceptions, SetFigures } from '#ui/assignments/class-findings.tsx'
import { FollowUp } from '#ui/assignments/follow-up.tsx'
import { QuestionList } from '#ui/assignments/question-analysis.tsx'
import { makeFollowUp } from '../../../../../sets/actions.ts'

export const metadata: Metadata = { title: 'What they got wrong', robots: { index: false } }

/** Of one person nothing can be compared. */
const FEWEST = 2

interface Props {
  readonly params: Promise<{ readonly id: string; readonly assignment: string }>
}

/** How the questions of an assignment have done, for those who teach its class. */
export default async function AnalysisPage({ params }: Props) {
  const viewer = await enter('teach-class')
  const { id, assignment } = await params
  const asked = readId(assignment)
  const view = asked && (await getAnalysis(viewer, asked))
  if (!view || view.class.id !== readId(id)) notFound()
  const home = `/classes/${view.class.id}`
  return (
    <div className="frame account" data-wide="">
      <header>
        <p className="label">What they got wrong</p>
        <h1>{view.title}</h1>
        <p>
          <a href={`${home}/quizzes/${view.id}`}>The quiz</a> · <a href={home}>{view.class.name}</a>
        </p>
      </header>
      {view.people < FEWEST ? (
        <section aria-labelledby="too-few">
          <h2 id="too-few">Not enough to say yet</h2>
          <p>
            {view.people === 0 ? 'Nobody has' : 'One person has'} handed it in so far. When two or more have,
            this page shows which questions were hard, what was chosen instead, and what to go over again.
          </p>
        </section>
      ) : (
        <>
          <section aria-labelledby="whole">
            <h2 id="whole">On the whole</h2>
            <SetFigures view={view} />
          </section>
          <section aria-labelledby="misconceptions">
            <h2 id="misconceptions">Wrong answers that several chose</h2>
            <Misconceptions view={view} />
          </section>
          <section aria-labelledby="again">
            <h2 id="again">To ask again</h2>
            <FollowUp assignment={view.id} lines={await listFollowUp(viewer, view)} make={makeFollowUp} />
          </section>
          <section aria-labelledby="questions">
            <h2 id="questions">Question by question</h2>
            <QuestionList questions={view.questions} regrade={`${home}/quizzes/${view.id}/regrade`} />
          </section>
        </>
      )}
    </div>
  )
}
