/** A table looked up by the words of a text: without the names that every object inherits, as 'constructor' is a word too. */
export const tableOf = <Value>(rows: Readonly<Record<string, Value>>): Readonly<Record<string, Value>> =>
  Object.assign(Object.create(null), rows)
