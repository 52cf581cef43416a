/** The browser's door to numbers as a learner types and reads them, which only the kinds that have some load. Nothing here knows a key. */
export { type NumberReading, readNumber, sayNumber } from './learning/number-entry.ts'
