const MOST_KEPT = 4000

/** The same function, which recalls what it made of a text: stems, options and names come by again and again. The answers must not be altered. */
export function remember<T>(make: (text: string) => T): (text: string) => T {
  const kept = new Map<string, T>()
  return (text) => {
    const known = kept.get(text)
    if (known !== undefined) return known
    const made = make(text)
    if (kept.size >= MOST_KEPT) kept.clear()
    kept.set(text, made)
    return made
  }
}
