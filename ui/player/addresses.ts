/** Where the title of a quiz leads: to its article, or, without one, to where mixed quizzes begin. */
export const homeOf = (slug: string | null): string => (slug === null ? '/mixed' : `/articles/${slug}`)

/** Where a quiz can be taken again; a mixed one asks other questions then. */
export const againOf = (slug: string | null): string => (slug === null ? '/mixed' : `/articles/${slug}/quiz`)

/** Where to sign in, and come back to this quiz. */
export const signInAddress = (attempt: string): string =>
  `/sign-in?callbackUrl=${encodeURIComponent(`/quiz/${attempt}`)}`
