import type { Kind } from '#core/learner'

/** What each kind is called. */
export const SAID_KINDS: { readonly [K in Kind]: string } = {
  choice: 'Choice',
  'multiple-response': 'Multiple response',
  'true-false': 'True or false',
  number: 'Number',
  cloze: 'Cloze',
  ordering: 'Ordering',
  matching: 'Matching',
  estimate: 'Estimate',
}
