import type { ArticleText } from '#core'
import { readBlocks } from './stored.ts'

/** What of a revision the engine reads. */
export interface StoredText {
  readonly title: string
  readonly text: string
  /** `YYYY-MM-DD` */
  readonly date: string
  readonly blocks: unknown
}

/** A stored revision as the engine is given it: read by the engine that stored it, its text is the one that offsets count in. */
export function articleTextOf({ title, text, date, blocks }: StoredText): ArticleText {
  const head = readBlocks(blocks).find(({ kind }) => kind === 'title')
  return { title, body: text.slice(head?.end ?? 0), date }
}
