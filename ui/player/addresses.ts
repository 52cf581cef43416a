/** What tells where a quiz came from. */
interface Origin {
  /** Its article's; null for a quiz over several. */
  readonly slug: string | null
  readonly isReview: boolean
  readonly isPractice: boolean
}

const placeOf = ({ isReview, isPractice }: Origin): string =>
  isReview ? '/review' : isPractice ? '/practice' : '/mixed'

/** Where the title of a quiz leads: to its article, or, without one, to where such quizzes begin. */
export const homeOf = (quiz: Origin): string =>
  quiz.slug === null ? placeOf(quiz) : `/articles/${quiz.slug}`

/** Where a quiz can be taken again; one without an article asks other questions then. */
export const againOf = (quiz: Origin): string =>
  quiz.slug === null ? placeOf(quiz) : `/articles/${quiz.slug}/quiz`

/** Where to sign in, and come back to this quiz. */
export const signInAddress = (attempt: string): string =>
  `/sign-in?callbackUrl=${encodeURIComponent(`/quiz/${attempt}`)}`
