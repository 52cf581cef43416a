import type { SaveBody } from '#server/attempts/view'

/**
 * Answers that are on their way into the database. Its writes take a moment, in which a page may be closed; what
 * `localStorage` is told is kept when the call returns. Where it is shut to us (private windows), they wait in memory.
 */

const PREFIX = 'bellwether.outbox.'
/** Whose they are. */
const WHOSE = 'bellwether.whose.'

function readKey(key: string): SaveBody[] {
  try {
    const stored: unknown = JSON.parse(localStorage.getItem(key) ?? '[]')
    return Array.isArray(stored) ? (stored as SaveBody[]) : []
  } catch {
    return []
  }
}

function writeKey(key: string, bodies: readonly SaveBody[]): void {
  try {
    if (bodies.length === 0) {
      localStorage.removeItem(key)
      localStorage.removeItem(key.replace(PREFIX, WHOSE))
    }
    if (bodies.length > 0) localStorage.setItem(key, JSON.stringify(bodies))
  } catch {
    // Nothing to do: the queue in memory still holds them.
  }
}

/** What of an attempt had not reached the database. */
export const readJournal = (attempt: string): SaveBody[] => readKey(PREFIX + attempt)

export function noteInJournal(attempt: string, body: SaveBody, owner: string | null): void {
  try {
    if (owner !== null) localStorage.setItem(WHOSE + attempt, owner)
  } catch {
    // As below.
  }
  writeKey(PREFIX + attempt, [...readJournal(attempt), body])
}

export function strikeFromJournal(attempt: string, key: string): void {
  const left = readJournal(attempt).filter((body) => body.key !== key)
  writeKey(PREFIX + attempt, left)
}

/** Whose the answers of an attempt are; null where an earlier version of the app left them. */
export function ownerInJournal(attempt: string): string | null {
  try {
    return localStorage.getItem(WHOSE + attempt)
  } catch {
    return null
  }
}

/** Attempts of which something stands in it. */
export function listJournals(): string[] {
  try {
    return Object.keys(localStorage).flatMap((key) =>
      key.startsWith(PREFIX) ? [key.slice(PREFIX.length)] : [],
    )
  } catch {
    return []
  }
}

export const removeJournals = (): void => {
  for (const attempt of listJournals()) writeKey(PREFIX + attempt, [])
}
