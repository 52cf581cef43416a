/** The steps from a wish to a desk, in their order. */
export const STEPS = ['fetched', 'read', 'facts', 'questions', 'checks'] as const
export type Step = (typeof STEPS)[number]

/** Where something was brought in from. */
export type ImportKind = 'text' | 'file' | 'address' | 'item'

/** Something that is being brought in, or was. */
export interface ImportView {
  readonly id: string
  readonly kind: ImportKind
  /** The article's title once it is known; before that the file's name, the address or 'A pasted text'. */
  readonly title: string
  /** Steps that are done, 0 to 5. */
  readonly done: number
  readonly state: 'under-way' | 'there' | 'refused'
  /** Why it came to nothing, in words. */
  readonly refused: string | null
  /** What the steps have found so far. */
  readonly words: number | null
  readonly facts: number | null
  readonly questions: number | null
  /** Where its drafts lie. */
  readonly desk: string | null
  /** The article, where it is there. */
  readonly slug: string | null
  /** Whether the same text was there already. */
  readonly isKnown: boolean
  /** Whether it had been brought in before with another text, which stands. */
  readonly isOther: boolean
  /** Where that other text waits for its owner's word; null where none does. */
  readonly correction: string | null
  readonly askedAt: string
}

/** A feed that is followed. */
export interface FeedView {
  readonly id: string
  readonly title: string
  readonly address: string
  /** When it was last read; null for not yet. */
  readonly checkedAt: string | null
  /** Why it could not be read last time. */
  readonly problem: string | null
  readonly items: readonly FeedItemView[]
}

export interface FeedItemView {
  readonly guid: string
  readonly title: string
  readonly address: string
  /** The day it was published, `YYYY-MM-DD`; null where the feed does not say. */
  readonly date: string | null
  /** Where it is brought in, or was. */
  readonly import: ImportView | null
  /** Whether the feed tells of it otherwise since it was brought in. */
  readonly isChanged: boolean
}
