import type { Option } from '../question.ts'

/** An option that is right or wrong from now on; the reason it has stays where that is nothing new. */
export const reopened = (option: Option, correct: boolean): Option => ({
  text: option.text,
  correct,
  why: option.correct === correct ? option.why : '',
})

/** Texts in an order that says nothing of the key. */
export const byAlphabet = (texts: readonly string[]): string[] =>
  [...texts].sort((a, b) => (a < b ? -1 : a > b ? 1 : 0))

/** Different ids of `ids` in a request body; null for a blank, undefined for anything else. */
export function readIds(raw: unknown, ids: readonly string[]): readonly string[] | null | undefined {
  if (raw === null) return null
  if (!Array.isArray(raw) || raw.length > ids.length) return undefined
  const known = raw.filter((id): id is string => typeof id === 'string' && ids.includes(id))
  if (known.length < raw.length || new Set(known).size < known.length) return undefined
  return known.length === 0 ? null : known
}
