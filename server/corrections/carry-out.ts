import type { Prisma } from '../../prisma/generated/client.ts'
import type { ArticleReading } from '../content/drafted.ts'
import type { Engine } from '../content/engine.ts'
import { LONGEST, lockArticle } from '../content/lock.ts'
import { type Edition, type Origin, storeEdition } from '../content/store-edition.ts'
import { prisma, undone } from '../db.ts'
import type { Outcome } from '../outcome.ts'
import { effectsOf, standingOf } from './effects.ts'
import type { Effects } from './view.ts'

/** A text that is to stand for an article. */
export interface Carried {
  readonly articleId: string
  readonly slug: string
  /** The revision beside which it was looked at. */
  readonly base: number
  readonly edition: Edition
  readonly from: Origin
  readonly engine: Engine
  readonly read: ArticleReading
}

export interface CarriedOut {
  readonly revision: string
  readonly effects: Effects
}

/** Does `work` in a transaction over one article. */
const inTransaction = <Result>(work: (tx: Prisma.TransactionClient) => Promise<Result>): Promise<Result> =>
  prisma().$transaction(work, { timeout: LONGEST, maxWait: LONGEST })

/**
 * Makes a text the article's next revision, with all that follows, and tells what that was; `finish` is done in the same
 * transaction. Without it everything is undone again: the preview is the very deed. Refused where another revision stands by now.
 */
export function carryOut(
  { articleId, slug, base, edition, from, engine, read }: Carried,
  finish: ((tx: Prisma.TransactionClient, done: CarriedOut) => Promise<void>) | null,
): Promise<Outcome<CarriedOut>> {
  const deed = async (tx: Prisma.TransactionClient): Promise<Outcome<CarriedOut>> => {
    await lockArticle(tx, slug)
    const newest = await tx.revision.findFirst({
      where: { articleId },
      orderBy: { number: 'desc' },
      select: { number: true },
    })
    if (newest?.number !== base) return { refused: 'changed-meanwhile' }
    const before = await standingOf(tx, articleId)
    const { revision } = await storeEdition(tx, { articleId, number: base + 1, edition, from, engine, read })
    const done = { revision, effects: await effectsOf(tx, articleId, before) }
    await finish?.(tx, done)
    return { done }
  }
  return finish === null ? undone(inTransaction<Outcome<CarriedOut>>, deed) : inTransaction(deed)
}
