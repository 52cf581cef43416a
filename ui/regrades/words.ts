import type { RemedyName } from '#server/regrades/view'

/** The remedies as a teacher chooses one. */
export const REMEDY_WORDS: { readonly [R in RemedyName]: string } = {
  void: 'Leave it out',
  'full-credit': 'Full marks for everybody',
  'accept-also': 'Accept another answer too',
  'corrected-key': 'Correct the right answer',
}

/** What each does. */
export const REMEDY_HINTS: { readonly [R in RemedyName]: string } = {
  void: 'The question counts for nobody: scores are reckoned from the others.',
  'full-credit': 'Everybody who was asked it has the whole mark, whatever they said.',
  'accept-also': 'What was right stays right, and so is the answer below. The better of the two counts.',
  'corrected-key': 'Only the answer below is right; everybody is marked by it again.',
}

/** What each has done, as a learner reads it. */
export const REMEDY_TOLD: { readonly [R in RemedyName]: string } = {
  void: 'it counts for nobody.',
  'full-credit': 'everybody who was asked it has the whole mark.',
  'accept-also': 'another answer is right as well.',
  'corrected-key': 'its right answer was corrected.',
}

/** The same, as its teacher finds it in a list. */
export const REMEDY_DONE: { readonly [R in RemedyName]: string } = {
  void: 'left out',
  'full-credit': 'full marks for everybody',
  'accept-also': 'also right',
  'corrected-key': 'right answer corrected',
}

/** '62.5%', or that nothing is left that counts. */
export const sayChanged = (score: number | null): string =>
  score === null ? 'no score' : `${Math.round(score * 1_000) / 10}%`
