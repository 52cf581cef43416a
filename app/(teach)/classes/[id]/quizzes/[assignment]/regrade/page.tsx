import type { Metadata } from 'next'
import { notFound } from 'next/navigation'
import { enter } from '#server/enter'
import { readId } from '#server/fields'
import { getRegradePage, querySchema } from '#server/regrades/page'
import type { RegradePageView } from '#server/regrades/view'
import { Problem } from '#ui/form/problem.tsx'
import { StemText } from '#ui/questions/stem-text.tsx'
import { Confirm } from '#ui/regrades/confirm.tsx'
import { RegradeForm } from '#ui/regrades/regrade-form.tsx'
import { RegradeList, sayRegrade } from '#ui/regrades/regrade-list.tsx'
import { Rehearsal } from '#ui/regrades/rehearsal.tsx'
import { regradeQuestion, undoRegrade } from '../../../../../regrade-actions.ts'

export const metadata: Metadata = { title: 'Regrade a question', robots: { index: false } }

interface Props {
  readonly params: Promise<{ readonly id: string; readonly assignment: string }>
  readonly searchParams: Promise<Record<string, string | string[] | undefined>>
}

/** What this page was asked for, to be asked again in another order. */
function queryOf({ question, undo, asked }: RegradePageView): string {
  if (undo) return String(new URLSearchParams({ undo: undo.id }))
  const { remedy, key, reason } = asked
  return String(
    new URLSearchParams({
      question: question?.id ?? '',
      remedy: remedy ?? '',
      reason,
      key: key === null ? '' : JSON.stringify(key),
    }),
  )
}

/** What would change, and the press that has it change. */
function Preview({ view, here }: { readonly view: RegradePageView; readonly here: string }) {
  const { assignment, question, undo, asked, rehearsal } = view
  if (!rehearsal) return null
  return (
    <section id="preview" aria-labelledby="preview-head">
      <h2 id="preview-head">{undo ? 'What undoing it would change' : 'What would change'}</h2>
      {undo && <p>{sayRegrade(undo)}</p>}
      {'problem' in rehearsal ? (
        <Problem words={rehearsal.problem} />
      ) : (
        <>
          <Rehearsal rehearsal={rehearsal} query={queryOf(view)} />
          <Confirm
            {...(undo
              ? { act: undoRegrade, label: 'Undo it' }
              : { act: regradeQuestion, label: 'Regrade it' })}
            sent={{
              assignment,
              seen: rehearsal.seen,
              ...(undo ? { regrade: undo.id } : { question: question?.id, ...asked }),
            }}
            next={`${here}#done`}
          />
        </>
      )}
    </section>
  )
}

/** Where a question of an assignment is regraded, for those who teach its class: what is to be done, what would change, and what was done before. */
export default async function RegradePage({ params, searchParams }: Props) {
  const viewer = await enter('teach-class')
  const { id, assignment } = await params
  const asked = readId(assignment)
  const view = asked && (await getRegradePage(viewer, asked, querySchema.parse(await searchParams)))
  if (!view || view.class.id !== readId(id)) notFound()
  const { question, questions, regrades, undo } = view
  const quiz = `/classes/${view.class.id}/quizzes/${view.assignment}`
  return (
    <div className="frame account">
      <header>
        <p className="label">Regrade a question</p>
        <h1>{view.title}</h1>
        <p>
          <a href={quiz}>The quiz</a> · <a href={`${quiz}/analysis`}>What they got wrong</a>
        </p>
      </header>
      {question && !undo && (
        <section aria-labelledby="question">
          <h2 id="question">
            Question {question.number}: <StemText text={question.stem} />
          </h2>
          <p>
            The right answer, as it stands: <b>{question.key}</b>
          </p>
          <RegradeForm question={question} asked={view.asked} />
        </section>
      )}
      <Preview view={view} here={`${quiz}/regrade`} />
      <section aria-labelledby="done">
        <h2 id="done">What was regraded</h2>
        <RegradeList regrades={regrades} />
      </section>
      {!question && !undo && (
        <section aria-labelledby="choose">
          <h2 id="choose">Choose a question</h2>
          <ol className="people">
            {questions.map(({ id: version, number, stem }) => (
              <li key={version}>
                <a href={`?question=${version}`}>
                  {number}. <StemText text={stem} />
                </a>
              </li>
            ))}
          </ol>
        </section>
      )}
    </div>
  )
}
