'use client'

import { useEffect, useState } from 'react'
import { sayCount } from '#ui/text/dates.ts'
import { clearDevice } from './leave.ts'
import { mayWorkOffline } from './may-work-offline.ts'
import type { KeptQuiz, Waiting } from './store.ts'
import { type Kept, useKept } from './use-kept.ts'
import { useNetwork } from './use-network.ts'

/** What this browser keeps and what waits in it: the page that opens without a network, and the way to clear it all. */
export function OnThisDevice() {
  const [kept, look] = useKept()
  const isOnline = useNetwork(look)
  const [isAsked, setAsked] = useState(false)
  const [canOpen, setCanOpen] = useState(true)
  useEffect(() => setCanOpen(mayWorkOffline()), [])

  if (kept === null)
    return (
      <div className="frame account">
        <h1>On this device</h1>
        <p role="status">Looking</p>
      </div>
    )
  const isEmpty = kept.quizzes.length + kept.waiting.length + kept.articles.length === 0
  const clear = async () => {
    await clearDevice()
    setAsked(false)
    await look()
  }
  return (
    <div className="frame account">
      <header>
        <p className="label">On this device</p>
        <h1>{isOnline ? 'What is kept here' : 'You are offline'}</h1>
        <p>
          {isOnline
            ? canOpen
              ? 'Quizzes under way and articles you opened can be read and answered without a network.'
              : 'To open quizzes and articles without a network your browser wants an address with https. Answers wait here all the same when the network goes away.'
            : 'This page needs a network. What is kept here does not.'}
        </p>
        {!isOnline && (
          <p className="actions">
            <button type="button" className="button" data-quiet="" onClick={() => location.reload()}>
              Try again
            </button>
          </p>
        )}
      </header>
      <WaitingPart waiting={kept.waiting} isOnline={isOnline} />
      <QuizzesPart {...kept} />
      <ArticlesPart {...kept} />
      {isEmpty ? (
        <p>Nothing is kept here.</p>
      ) : (
        <section aria-labelledby="clear">
          <h2 id="clear">Clear this device</h2>
          <p>
            Signing out does so too.
            {kept.waiting.length > 0 && ' What has not been sent is lost by it.'}
          </p>
          <p className="actions">
            <button
              type="button"
              className="button"
              data-quiet=""
              onClick={() => (isAsked || kept.waiting.length === 0 ? clear() : setAsked(true))}
            >
              {isAsked ? 'Clear it, with what was not sent' : 'Clear'}
            </button>
          </p>
        </section>
      )}
    </div>
  )
}

const answersIn = (waiting: readonly Waiting[]): number => waiting.filter(({ body }) => body !== null).length

function WaitingPart({
  waiting,
  isOnline,
}: {
  readonly waiting: readonly Waiting[]
  readonly isOnline: boolean
}) {
  if (waiting.length === 0) return null
  const handIns = waiting.length - answersIn(waiting)
  const words = [
    ...(answersIn(waiting) > 0 ? [sayCount(answersIn(waiting), 'answer')] : []),
    ...(handIns > 0 ? [`${sayCount(handIns, 'quiz', 'quizzes')} to be handed in`] : []),
  ]
  return (
    <section aria-labelledby="waiting">
      <h2 id="waiting">Waiting to be sent</h2>
      <p role="status">
        {words.join(', ')}.{' '}
        {isOnline
          ? 'What is not gone in a moment belongs to somebody who has to sign in first.'
          : 'They go out by themselves when the network is back, once and in order.'}
      </p>
    </section>
  )
}

function sayStanding({ view, pack, attempt }: KeptQuiz, waiting: readonly Waiting[]): string {
  const own = waiting.filter((row) => row.attempt === attempt)
  const answered = new Set([
    // Who asked to be shown the answer is done with that question too.
    ...view.items.flatMap(({ answered, final, position }) => (answered || final ? [position] : [])),
    ...own.flatMap(({ body }) => (body ? [body.position] : [])),
  ])
  return [
    `${answered.size} of ${view.count} answered`,
    ...(own.length > 0 ? [`${sayCount(answersIn(own), 'answer')} waiting`] : []),
    ...(pack ? ['with its answers'] : []),
  ].join(', ')
}

function QuizzesPart({ quizzes, waiting }: Kept) {
  if (quizzes.length === 0) return null
  return (
    <section aria-labelledby="quizzes">
      <h2 id="quizzes">Quizzes under way</h2>
      <ul className="sessions">
        {quizzes.map((quiz) => (
          <li key={quiz.attempt}>
            <b>
              <a href={`/quiz/${quiz.attempt}`}>{quiz.view.title}</a>
            </b>
            <span className="soft">{sayStanding(quiz, waiting)}</span>
          </li>
        ))}
      </ul>
    </section>
  )
}

function ArticlesPart({ articles }: Kept) {
  if (articles.length === 0) return null
  return (
    <section aria-labelledby="articles">
      <h2 id="articles">Articles</h2>
      <ul className="sessions">
        {articles.map(({ address, title }) => (
          <li key={address}>
            <a href={address}>{title}</a>
          </li>
        ))}
      </ul>
    </section>
  )
}
