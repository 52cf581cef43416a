'use client'

import { useEffect, useRef, useState } from 'react'
import { GAP } from '#core/learner'
import type { ResultRow, ResultsView } from '#server/attempts/view'
import { Cross, Tick } from '#ui/frame/icons.tsx'
import { sayCount } from '#ui/text/dates.ts'
import { sayConfidence } from './confidence.tsx'
import { Feedback } from './feedback.tsx'

/** A score in words: whole marks stay whole. */
export const sayScore = (score: number): string =>
  new Intl.NumberFormat('en', { maximumFractionDigits: 2 }).format(score)

const isMiss = ({ feedback }: ResultRow) => feedback.mark < 1

/** The end of an attempt: the score, a row a question, and a walk through what was missed. */
export function Results({ results }: { readonly results: ResultsView }) {
  const [walk, setWalk] = useState<readonly ResultRow[] | null>(null)
  const [step, setStep] = useState(0)
  const heading = useRef<HTMLHeadingElement>(null)
  const { rows, score, count, mode, title, slug } = results
  const misses = rows.filter(isMiss)
  const row = walk?.[step]

  useEffect(() => {
    document.title = `${sayScore(score)} of ${count} · Bellwether`
  }, [score, count])
  // biome-ignore lint/correctness/useExhaustiveDependencies: the heading takes the focus whenever the view changes.
  useEffect(() => {
    window.scrollTo({ top: 0, behavior: 'instant' })
    heading.current?.focus({ preventScroll: true })
  }, [walk, step])

  if (walk && row)
    return (
      <div className="quiz review">
        <p className="quiz-title">
          Review: {step + 1} of {walk.length}
        </p>
        <h1 ref={heading} tabIndex={-1} className="stem">
          {row.shown.stem.replace(GAP, '……')}
        </h1>
        <Feedback feedback={row.feedback} confidence={row.confidence}>
          {step + 1 < walk.length ? (
            <button type="button" className="button" onClick={() => setStep(step + 1)}>
              Next
            </button>
          ) : (
            <button type="button" className="button" onClick={() => setWalk(null)}>
              Back to the results
            </button>
          )}
          <a
            className="text-button"
            href={`/articles/${slug}?at=${row.feedback.passages[0]?.start}-${row.feedback.passages[0]?.end}#passage`}
          >
            Open in article
          </a>
        </Feedback>
      </div>
    )

  const review = (chosen: readonly ResultRow[], from = 0) => {
    setWalk(chosen)
    setStep(from)
  }
  return (
    <div className="quiz results">
      <p className="quiz-title">
        {mode === 'test' ? 'Test' : 'Practice'}: <a href={`/articles/${slug}`}>{title}</a>
      </p>
      <h1 ref={heading} tabIndex={-1} className="score">
        <span>{sayScore(score)}</span> of {count}
      </h1>
      <p className="score-words">
        {misses.length === 0
          ? 'Every question right.'
          : `${sayCount(count - misses.length, 'question')} right, ${misses.length} to look at again.`}
      </p>
      <p className="actions">
        {misses.length > 0 && (
          <button type="button" className="button" onClick={() => review(misses)}>
            Review {misses.length === 1 ? 'the miss' : `${misses.length} misses`}
          </button>
        )}
        <a className="button" data-quiet="" href={`/articles/${slug}/quiz`}>
          Take it again
        </a>
        <a className="button" data-quiet="" href="/me">
          Your scores
        </a>
      </p>
      <ol className="rows">
        {rows.map((each, index) => (
          <li key={each.position} data-standing={isMiss(each) ? 'wrong' : 'right'}>
            <button type="button" onClick={() => review(rows, index)}>
              <span className="row-sign">
                {isMiss(each) ? <Cross /> : <Tick />}
                <span className="unseen">{isMiss(each) ? 'Missed: ' : 'Right: '}</span>
              </span>
              <span className="row-stem">{each.shown.stem.replace(GAP, '……')}</span>
              <span className="row-words">
                {each.feedback.key}
                {isMiss(each) && each.feedback.given !== '' && `; you said ${each.feedback.given}`}
                {isMiss(each) && each.feedback.given === '' && '; no answer'}
                {each.confidence && ` (${sayConfidence(each.confidence)})`}
              </span>
            </button>
          </li>
        ))}
      </ol>
    </div>
  )
}
