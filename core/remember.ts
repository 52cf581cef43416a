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

/** The same function, which keeps what it made of a thing with that thing, for as long as it lives: a reading, a sentence, a fact. The answers must not be altered. */
export function keepWith<K extends object, T>(make: (of: K) => T): (of: K) => T {
  const kept = new WeakMap<K, T>()
  return (of) => {
    const known = kept.get(of)
    if (known !== undefined) return known
    const made = make(of)
    kept.set(of, made)
    return made
  }
}
