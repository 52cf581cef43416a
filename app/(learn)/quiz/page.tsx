import type { Metadata } from 'next'
import { Player } from '#ui/player/player.tsx'

export const metadata: Metadata = { title: 'Quiz', robots: { index: false } }
export const dynamic = 'error'

/** Every attempt's page (next.config.js leads `/quiz/ID` here): drawn by the build, the same for everyone. */
export default function QuizPage() {
  return (
    <>
      <noscript>
        <p className="frame notice">Quizzes need JavaScript: answers are saved and checked as you go.</p>
      </noscript>
      <Player />
    </>
  )
}
