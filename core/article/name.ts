import type { KnownOrganisation, KnownThing } from '../lexicon.ts'
import type { Span } from './span.ts'

/** What a name is the name of; `other` where the text does not say (a product, a ship, a law). */
export type NameSort = 'organisation' | 'person' | 'place' | 'other'

/** One mention of a named thing. */
export interface Name extends Span {
  /** As printed. */
  readonly text: string
  readonly sort: NameSort
  /** The fullest form of the same thing in this article ('Ruiz' -> 'Ana Ruiz'). Mentions of one thing share it. */
  readonly canonical: string
  /** Whether it is a company: true when it is known as one or calls itself one, false when it is known as another sort of body, absent when that is not known. */
  readonly isCompany?: boolean
  /** What it is, where the lists know: a central bank, a regulator, an index. */
  readonly kind?: KnownOrganisation['sort'] | KnownThing['sort']
  /** What it works in, where the lists know: 'aerospace'. */
  readonly sector?: string
  /** Where it is at home, where the lists know: 'Japan'. */
  readonly country?: string
  /** Whether it is a country. */
  readonly isCountry?: boolean
  /** Whether the article mostly puts 'the' before it. */
  readonly takesThe?: boolean
}
