/**
 * A memory in this process of things that never change in the store (sets, question versions, pinned attempts), so
 * that they are read and parsed once. It holds the newest `limit` of them; losing it costs a query and nothing else.
 */
export interface Kept<Thing> {
  get(id: string): Thing | undefined
  set(id: string, thing: Thing): void
  clear(): void
}

export function createKept<Thing>(limit: number): Kept<Thing> {
  const things = new Map<string, Thing>()
  const everything = {
    get(id: string): Thing | undefined {
      const thing = things.get(id)
      if (thing === undefined) return undefined
      things.delete(id)
      things.set(id, thing)
      return thing
    },
    set(id: string, thing: Thing): void {
      things.delete(id)
      things.set(id, thing)
      if (things.size <= limit) return
      for (const oldest of things.keys()) {
        things.delete(oldest)
        return
      }
    },
    clear: () => things.clear(),
  }
  memories.add(everything)
  return everything
}

const memories = new Set<{ clear(): void }>()

/** Forgets everything kept; for tests that exchange the database under a running process. */
export function forgetKept(): void {
  for (const memory of memories) memory.clear()
}
