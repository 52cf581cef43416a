/** The browser's door to core: reading what a learner types, and the shapes of what is shown and sent. Nothing here knows a key. */
export { LONGEST_ANSWER } from './learning/longest-answer.ts'
export { type NumberReading, readNumber, sayNumber } from './learning/number-entry.ts'
export { LENGTHS, type Length } from './learning/practice-lengths.ts'
export { sameText } from './learning/same-text.ts'
export type { AnswerByKind, Feedback, PartFeedback, Shown, ShownOf, ShownPart } from './questions/kind.ts'
export { GAP, KINDS, type Kind } from './questions/question.ts'
export { splitAtReport } from './questions/report.ts'
