/** What tells where a quiz came from. */
interface Origin {
  /** The assignment it is for; null of one's own. */
  readonly assignment: string | null
  /** Its article's; null for a quiz over several. */
  readonly slug: string | null
  readonly isReview: boolean
  readonly isPractice: boolean
}

const placeOf = ({ isReview, isPractice }: Origin): string =>
  isReview ? '/review' : isPractice ? '/practice' : '/mixed'

/** Where the title of a quiz leads: to its assignment or its article, or, without one, to where such quizzes begin. */
export function homeOf(quiz: Origin): string {
  if (quiz.assignment !== null) return assignmentAddress(quiz.assignment)
  return quiz.slug === null ? placeOf(quiz) : `/articles/${quiz.slug}`
}

/** Where a quiz can be taken again; one without an article asks other questions then. */
export function againOf(quiz: Origin): string {
  if (quiz.assignment !== null) return assignmentAddress(quiz.assignment)
  return quiz.slug === null ? placeOf(quiz) : `/articles/${quiz.slug}/quiz`
}

/** What stands before an assignment. */
export const assignmentAddress = (assignment: string): string => `/assignments/${assignment}`

/** Where to sign in, and come back to this quiz. */
export const signInAddress = (attempt: string): string =>
  `/sign-in?callbackUrl=${encodeURIComponent(`/quiz/${attempt}`)}`
