'use client'

import { useEffect, useState, useSyncExternalStore } from 'react'
import { holdQuiz } from '#ui/offline/hold.ts'
import { Message } from './message.tsx'
import { Quiz } from './quiz.tsx'
import { createSession, type Session } from './session.ts'
import { usePart } from './use-part.tsx'

/** The attempt this address names: `/quiz/ID`. */
const attemptInAddress = (): string => decodeURIComponent(location.pathname.split('/')[2] ?? '')

/** The quiz page: one static shell for everyone, which fetches the attempt that its address names. */
export function Player() {
  const [session, setSession] = useState<Session | null>(null)
  useEffect(() => {
    const attempt = attemptInAddress()
    const opened = createSession(attempt)
    const letGo = holdQuiz(attempt)
    setSession(opened)
    void opened.open()
    const online = () => opened.retry()
    const offline = () => opened.drop()
    const leave = () => opened.settle()
    addEventListener('online', online)
    addEventListener('offline', offline)
    addEventListener('pagehide', leave)
    return () => {
      letGo()
      removeEventListener('online', online)
      removeEventListener('offline', offline)
      removeEventListener('pagehide', leave)
    }
  }, [])
  return session ? <Opened session={session} /> : <Message sort="loading" />
}

function Opened({ session }: { readonly session: Session }) {
  const state = useSyncExternalStore(session.subscribe, session.read, session.read)
  const results = usePart(() => import('./results.tsx'), state.standing === 'finished')

  if (state.standing === 'ready' && state.attempt)
    return <Quiz session={session} state={state} attempt={state.attempt} />
  if (state.standing === 'finished' && state.results) {
    if (results.sort === 'here') return <results.part.End end={state.results} />
    return <Message sort={results.sort === 'failed' ? 'unreachable' : 'loading'} onRetry={results.retry} />
  }
  return (
    <Message
      sort={state.standing === 'missing' || state.standing === 'unreachable' ? state.standing : 'loading'}
      onRetry={() => session.retry()}
    />
  )
}
