/** What somebody typed as a query of PostgreSQL over `$1` to `$3`, the last word half typed perhaps. */
export const ASKED = `(
  websearch_to_tsquery('english', $1)
  || (websearch_to_tsquery('english', $2) && to_tsquery('simple', $3))
)`

/** The three values: the words of a search, its last one open-ended: 'chip exp' is 'chip' and what begins with 'exp'. */
export function searchValues(q: string): [all: string, but: string, last: string] {
  const words = q.match(/[\p{L}\p{N}]+/gu) ?? []
  const last = words.at(-1)?.toLowerCase() ?? ''
  const isOpen = last.length >= 3 && !/["\-|]/.test(q)
  return [q, isOpen ? words.slice(0, -1).join(' ') : '', isOpen ? `${last}:*` : '']
}
