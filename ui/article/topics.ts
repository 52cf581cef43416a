import type { Length, LibraryQuery, Sort } from '#server/library/view'

/** A name as a part of an address: 'Capital expenditure' is 'Capital_expenditure'. */
const part = (name: string): string => encodeURIComponent(name.replaceAll(' ', '_'))

/** The name that a part of an address holds; null where it holds none. */
export function nameOfPart(written: string): string | null {
  try {
    return decodeURIComponent(written).replaceAll('_', ' ')
  } catch {
    return null
  }
}

/** The page of a company. */
export const companyAddress = (name: string): string => `/companies/${part(name)}`

/** The page of a concept. */
export const conceptAddress = (name: string): string => `/concepts/${part(name)}`

/** The library's address for what is asked; the first page where none is named. */
export function libraryAddress(query: LibraryQuery): string {
  const asked = new URLSearchParams()
  for (const [name, value] of Object.entries(query))
    if (value !== undefined && !(name === 'page' && value === 1)) asked.set(name, String(value))
  const written = asked.toString()
  return written === '' ? '/library' : `/library?${written}`
}

/** Where a mixed quiz on a company or concept begins. */
export const mixedAddress = (topic: { readonly company?: string; readonly concept?: string }): string =>
  `/mixed?${new URLSearchParams(topic)}`

export const SAID_LENGTHS: Readonly<Record<Length, string>> = {
  short: 'Up to 450 words',
  medium: '450 to 600 words',
  long: 'More than 600 words',
}

export const SAID_SORTS: Readonly<Record<Sort, string>> = {
  newest: 'Newest',
  oldest: 'Oldest',
  shortest: 'Shortest',
  easiest: 'Easiest questions',
}

export const SAID_LEVELS = { easy: 'Easy', medium: 'Medium', hard: 'Hard' } as const
