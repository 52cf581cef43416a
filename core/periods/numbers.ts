const WORDS: Readonly<Record<string, number>> = {
  one: 1,
  two: 2,
  three: 3,
  four: 4,
  five: 5,
  six: 6,
  seven: 7,
  eight: 8,
  nine: 9,
  ten: 10,
  eleven: 11,
  twelve: 12,
  fifteen: 15,
  eighteen: 18,
  twenty: 20,
  'twenty-four': 24,
  thirty: 30,
  forty: 40,
  fifty: 50,
}

/** A small number as periods are counted in, in digits or words; null where it is neither. */
export function smallNumber(words: string): number | null {
  if (/^\d{1,3}$/.test(words)) return Number(words)
  return WORDS[words.toLowerCase()] ?? null
}

const ORDINALS: Readonly<Record<string, number>> = {
  first: 1,
  second: 2,
  third: 3,
  fourth: 4,
  '1st': 1,
  '2nd': 2,
  '3rd': 3,
  '4th': 4,
}

/** The place an ordinal names, of `last` places; 'final' and 'last' name the last. */
export const ordinalOf = (word: string, last: number): number | null =>
  /^(?:final|last)$/i.test(word) ? last : (ORDINALS[word.toLowerCase()] ?? null)
