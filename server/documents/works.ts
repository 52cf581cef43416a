import { type DocumentInput, type DocumentOutcome, Unreadable } from './document.ts'
import type { FeedInput, FeedOutcome } from './feed-items.ts'
import { finish } from './finish.ts'
import { sortDocument } from './kind.ts'
import { READERS } from './kinds/table.ts'

/** Whatever a stranger's bytes do to what reads them: an outcome. */
async function orRefused<Done>(
  work: () => Promise<Done>,
): Promise<{ done: Done } | { refused: Unreadable['refused'] }> {
  try {
    return { done: await work() }
  } catch (error) {
    return { refused: error instanceof Unreadable ? error.refused : 'broken' }
  }
}

/** What is done in a process of its own (reader.ts), by name. */
export const WORKS = {
  document: (input: DocumentInput): Promise<DocumentOutcome> =>
    orRefused(async () => {
      const { kind, text } = sortDocument(input)
      const draft = await READERS[kind](text, input)
      return finish({ ...draft, address: draft.address ?? input.address })
    }),
  feed: (input: FeedInput): Promise<FeedOutcome> =>
    orRefused(async () => (await import('./feed-items.ts')).readFeedHere(input)),
} as const

export type WorkName = keyof typeof WORKS
export type WorkInput<Name extends WorkName> = Parameters<(typeof WORKS)[Name]>[0]
export type WorkOutcome<Name extends WorkName> = Awaited<ReturnType<(typeof WORKS)[Name]>>
