const isSmallLetter = (code: number): boolean => code >= 97 && code <= 122
const isCapitalLetter = (code: number): boolean => code >= 65 && code <= 90
/** Beyond ASCII, only the patterns know; on this side of it a glance at the first letters will do, for nearly every word. */
const isForeign = (code: number): boolean => code > 127

const SMALL = /^\p{Ll}/u

/** Whether a word begins with a small letter. */
export function beginsSmall(word: string): boolean {
  const first = word.charCodeAt(0)
  return isSmallLetter(first) || (isForeign(first) && SMALL.test(word))
}

const CAPITALISED = /^(?:\p{Lu}[\p{L}\p{M}\p{N}.'’&-]{0,60}|[a-z]\p{Lu}[\p{L}\p{N}]{0,60}|&)$/u

/** Whether a word is spelled as part of a name: 'Boeing', 'AT&T', 'iPhone', '&'. */
export function isCapitalised(word: string): boolean {
  const first = word.charCodeAt(0)
  const telling = isSmallLetter(first) ? word.charCodeAt(1) : first
  if (isCapitalLetter(telling) || isForeign(telling)) return CAPITALISED.test(word)
  return word === '&'
}
