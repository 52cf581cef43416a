const WORDS = ['none', 'one', 'two', 'three', 'four', 'five', 'six', 'seven', 'eight', 'nine']

/** A small number as a word, as it stands in a sentence; a larger one in figures. */
export const sayNumberWord = (count: number): string => WORDS[count] ?? String(count)

/** The same at the beginning of a sentence. */
export const sayNumberFirst = (count: number): string => {
  const word = sayNumberWord(count)
  return word.charAt(0).toUpperCase() + word.slice(1)
}
