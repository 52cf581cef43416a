const MONTH = 'January|February|March|April|May|June|July|August|September|October|November|December'

/** The same in other words, by what is found in a text. */
const REWORDINGS: readonly (readonly [RegExp, string])[] = [
  [/(\d)%/, '$1 per cent'],
  [/ per ?cent\b/, '%'],
  [/(\d)bn\b/, '$1 billion'],
  [/(\d) billion\b/, '$1bn'],
  [/(\d)m\b/, '$1 million'],
  [/(\d) million\b/, '$1m'],
  [new RegExp(`^(\\d{1,2}) (${MONTH}) (\\d{4})$`), '$2 $1, $3'],
  [/^((?:19|20)\d\d)$/, 'the year $1'],
  [/^Because of /, 'Owing to '],
  [/^Because /, 'For the reason that '],
  [/^The /, 'This '],
]

/** The same as this text in another wording; null where none is known. */
export function reword(text: string): string | null {
  const row = REWORDINGS.find(([pattern]) => pattern.test(text))
  return row ? text.replace(row[0], row[1]) : null
}
