import { useCallback, useEffect, useState } from 'react'
import { type KeptArticle, listArticles } from './articles.ts'
import { collectJournals } from './collect-journals.ts'
import { type KeptQuiz, listQuizzes, listWaiting, type Waiting } from './store.ts'

/** Everything this browser keeps. */
export interface Kept {
  readonly quizzes: readonly KeptQuiz[]
  readonly waiting: readonly Waiting[]
  readonly articles: readonly KeptArticle[]
}

/** What is kept, null until it is known; and a way to look again. A browser that keeps nothing for us keeps nothing. */
export function useKept(): readonly [Kept | null, () => Promise<void>] {
  const [kept, setKept] = useState<Kept | null>(null)
  const look = useCallback(async () => {
    await collectJournals().catch(() => {})
    const [quizzes, waiting, articles] = await Promise.all([
      listQuizzes().catch(() => []),
      listWaiting().catch(() => []),
      listArticles().catch(() => []),
    ])
    setKept({ quizzes, waiting, articles })
  }, [])
  useEffect(() => void look(), [look])
  return [kept, look]
}
