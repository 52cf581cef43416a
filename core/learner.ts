/** The browser's door to core: what every page of a quiz needs of it, and the shapes of what is shown and sent. Nothing here knows a key. */
export { LONGEST_ANSWER } from './learning/longest-answer.ts'
export { LENGTHS, type Length } from './learning/practice-lengths.ts'
export { sameText } from './learning/same-text.ts'
export type { AnswerByKind, Feedback, PartFeedback, Shown, ShownOf, ShownPart } from './questions/kind.ts'
export { GAP, KINDS, type Kind } from './questions/question.ts'
export { splitAtReport } from './questions/report.ts'
