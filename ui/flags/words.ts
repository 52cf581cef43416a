import type { Choice, Decided } from '#server/flags/view'
import { REMEDY_DONE, REMEDY_HINTS, REMEDY_WORDS } from '#ui/regrades/words.ts'

/** What can be decided, as it is chosen. */
export const CHOICE_WORDS: { readonly [C in Choice]: string } = {
  dismiss: 'Let it stand',
  ...REMEDY_WORDS,
  'take-back': 'Take the question back',
}

/** What each does. */
export const CHOICE_HINTS: { readonly [C in Choice]: string } = {
  dismiss: 'Nothing changes. Those who flagged it read your word.',
  ...REMEDY_HINTS,
  'take-back': 'It is not asked any more. Scores stay as they are; you can mend it at a desk.',
}

/** What was decided, as who decided finds it in a list. */
export const DECIDED_WORDS: { readonly [D in Decided]: string } = {
  dismissed: 'let stand',
  ...REMEDY_DONE,
  'taken-back': 'taken back',
  undone: 'undone: it counts again as before',
}

/** The same, as who flagged it reads it. */
export const TOLD_WORDS: { readonly [D in Decided]: string } = {
  dismissed: 'It stays as it is.',
  void: 'It counts for nobody.',
  'full-credit': 'Everybody who was asked it has the whole mark.',
  'accept-also': 'Another answer is right as well.',
  'corrected-key': 'Its right answer was corrected.',
  'taken-back': 'It is not asked any more.',
  undone: 'It counts again as it did before, and is looked at once more.',
}
