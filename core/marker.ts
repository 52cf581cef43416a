/**
 * The door for marking in a browser that has been handed an offline pack: the table of kinds, which tells the key of a
 * question from the question. Nothing else that runs in a browser may come in by it (tests/support/house/imports.ts).
 */
export { feedback, readAnswer } from './questions/kinds.ts'
