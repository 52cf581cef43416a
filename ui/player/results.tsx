'use client'

import { useEffect, useRef, useState } from 'react'
import type { EndView, ResultRow, ResultsView } from '#server/attempts/view'
import { Reported } from '#ui/questions/reported.tsx'
import { isWhole, sayTry, standingOf, verdictOf } from '#ui/questions/verdict.ts'
import { QuestionView } from '#ui/questions/views.tsx'
import { RegradeStamp } from '#ui/regrades/stamp.tsx'
import { TodayLine } from '#ui/scores/today-line.tsx'
import { sayCount } from '#ui/text/dates.ts'
import { GAP } from '#ui/text/gap.ts'
import { sayScore } from '#ui/text/score.ts'
import { againOf, homeOf } from './addresses.ts'
import { sayConfidence } from './confidence.tsx'
import { Feedback } from './feedback.tsx'
import { FlagLine } from './flag-line.tsx'
import { HandedIn } from './handed-in.tsx'
import { Keep } from './keep.tsx'
import { LateLine } from './late-line.tsx'
import { Others } from './others.tsx'
import { ShareLine } from './share-line.tsx'
import { type Standing, StandingIcon } from './standing.tsx'

/** The article that settles a question, opened at the passage; null where it has no source. */
function passageAddress({ feedback: { passages } }: ResultRow): string | null {
  const [first] = passages
  return first ? `/articles/${first.articleSlug}?at=${first.start}-${first.end}#passage` : null
}

const isMiss = ({ feedback }: ResultRow) => feedback.mark < 1

const isLater = ({ feedback }: ResultRow) => isWhole(feedback) && feedback.mark < 1

const WORDS: Readonly<Record<Standing, string>> = { right: 'Right', partly: 'Partly right', wrong: 'Missed' }
const wordsFor = (row: ResultRow): string =>
  isLater(row) ? 'Right at a later try' : WORDS[standingOf(row.feedback)]

/** 'Every question right.' or '6 questions right, 1 at a later try, 1 partly, 2 to look at again.' */
function sayTally(rows: readonly ResultRow[]): string {
  const of = (standing: Standing) => rows.filter(({ feedback }) => standingOf(feedback) === standing).length
  if (rows.length === 0) return 'No question was answered.'
  if (of('right') === rows.length) return 'Every question right.'
  const laters = rows.filter(isLater).length
  const later = laters > 0 ? `, ${laters} at a later try` : ''
  const parts = of('partly') - laters
  const partly = parts > 0 ? `, ${parts} partly` : ''
  const missed = of('wrong') > 0 ? `, ${of('wrong')} to look at again` : ''
  return `${sayCount(of('right'), 'question')} right${later}${partly}${missed}.`
}

/** What a row says of the answer: the key, and how the answer fared where it was not wholly right. */
function sayAnswer({ shown, answer, feedback }: ResultRow): string {
  const { key, given, parts, figure } = feedback
  if (feedback.mark === 1) return key
  if (feedback.tries && isWhole(feedback))
    return `${key}; right at ${sayTry(feedback.tries)}, ${feedback.tries === 2 ? 'half' : 'a quarter of'} a mark`
  if (answer === null) return `${key}; no answer`
  return parts || figure
    ? `${verdictOf(shown.kind, feedback, answer as never)}. ${key}`
    : `${key}; you said ${given}`
}

function Row({ row, onOpen }: { readonly row: ResultRow; readonly onOpen: () => void }) {
  const standing = standingOf(row.feedback)
  return (
    <li data-standing={standing}>
      <button type="button" onClick={onOpen}>
        <span className="row-sign">
          <StandingIcon standing={standing} />
          <span className="unseen">{wordsFor(row)}: </span>
        </span>
        <span className="row-stem">
          <Reported text={row.shown.stem.replace(GAP, '……')} />
        </span>
        <span className="row-words">
          {sayAnswer(row)}
          {row.confidence && ` (${sayConfidence(row.confidence)})`}
        </span>
        {row.feedback.regraded && <RegradeStamp regraded={row.feedback.regraded} />}
      </button>
    </li>
  )
}

/** The end of an attempt: its results, or, as long as they are withheld, that it was handed in. */
export const End = ({ end }: { readonly end: EndView }) =>
  'rows' in end ? <Results results={end} /> : <HandedIn handedIn={end} />

/** The score, a row a question, and a walk through what was missed. */
function Results({ results }: { readonly results: ResultsView }) {
  const [walk, setWalk] = useState<readonly ResultRow[] | null>(null)
  const [step, setStep] = useState(0)
  const page = useRef<HTMLDivElement>(null)
  const { rows, score, count, mode, tries, title, slug, day, assignment, isReview, isPacked, isPractice } =
    results
  const misses = rows.filter(isMiss)
  const row = walk?.[step]
  const address = row ? passageAddress(row) : null

  useEffect(() => {
    document.title = `${sayScore(score)} of ${count} · Bellwether`
  }, [score, count])
  // biome-ignore lint/correctness/useExhaustiveDependencies: the heading takes the focus whenever the view changes.
  useEffect(() => {
    window.scrollTo({ top: 0, behavior: 'instant' })
    page.current?.querySelector('h1')?.focus({ preventScroll: true })
  }, [walk, step])

  if (walk && row)
    return (
      <div ref={page} className="quiz review">
        <p className="quiz-title">
          Review: {step + 1} of {walk.length}
        </p>
        <QuestionView
          key={row.position}
          kind={row.shown.kind}
          shown={row.shown}
          answer={row.answer as never}
          isLocked
          feedback={row.feedback}
          onAnswer={() => {}}
          stemId="stem"
          problem={null}
        />
        <Feedback
          kind={row.shown.kind}
          answer={row.answer}
          feedback={row.feedback}
          confidence={row.confidence}
        >
          {step + 1 < walk.length ? (
            <button type="button" className="button" onClick={() => setStep(step + 1)}>
              Next
            </button>
          ) : (
            <button type="button" className="button" onClick={() => setWalk(null)}>
              Back to the results
            </button>
          )}
          {address !== null && (
            <a className="text-button" href={address}>
              Open in article
            </a>
          )}
        </Feedback>
        <FlagLine key={row.question} question={row.question} attempt={results.id} isFlagged={row.isFlagged} />
      </div>
    )

  const review = (chosen: readonly ResultRow[], from = 0) => {
    setWalk(chosen)
    setStep(from)
  }
  return (
    <div ref={page} className="quiz results">
      <p className="quiz-title">
        {mode === 'test' ? 'Test' : 'Practice'}
        {tries > 1 && `, ${tries} tries`}:{' '}
        <a href={day === null ? homeOf(results) : `/today/${day}`}>{title}</a>
      </p>
      <h1 tabIndex={-1} className="score">
        <span>{sayScore(score)}</span> of {count}
      </h1>
      <p className="score-words">{sayTally(rows)}</p>
      {isPacked && (
        <p className="soft">
          Practised with its answers on the device: it moves your daily review and counts in no score.
        </p>
      )}
      <LateLine count={results.lateAnswers} />
      <TodayLine today={results.today} />
      {results.others && <Others others={results.others} />}
      <p className="actions">
        {misses.length > 0 && (
          <button type="button" className="button" onClick={() => review(misses)}>
            Review {sayCount(misses.length, 'question')}
          </button>
        )}
        <a className="button" data-quiet="" href={againOf(results)}>
          {assignment !== null
            ? 'Back to the quiz’s page'
            : isReview
              ? 'Daily review'
              : isPractice
                ? 'Practise again'
                : slug === null
                  ? 'Another mixed quiz'
                  : 'Take it again'}
        </a>
        <a className="button" data-quiet="" href="/me">
          Your scores
        </a>
      </p>
      {!isReview && <Keep attempt={results.id} missed={misses.length} />}
      {day !== null && <ShareLine results={results} day={day} />}
      <ol className="rows">
        {rows.map((each, index) => (
          <Row key={each.position} row={each} onOpen={() => review(rows, index)} />
        ))}
      </ol>
    </div>
  )
}
