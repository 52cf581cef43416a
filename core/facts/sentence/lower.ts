import type { Marked } from './marked.ts'

/** The token's text in small letters, '' outside the sentence. */
export const lower = (marked: Marked, i: number): string => (marked.tokens[i]?.text ?? '').toLowerCase()
