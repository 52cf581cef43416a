import type { Prisma } from '../../prisma/generated/client.ts'
import type { ArticleReading } from '../content/drafted.ts'
import type { Engine } from '../content/engine.ts'
import { LONGEST, lockArticle } from '../content/lock.ts'
import { type Edition, type Origin, storeEdition } from '../content/store-edition.ts'
import { prisma } from '../db.ts'
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

/** Thrown to undo what was only tried. */
class Rehearsed extends Error {
  readonly done: CarriedOut
  constructor(done: CarriedOut) {
    super('only tried')
    this.done = done
  }
}

/**
 * Makes a text the article's next revision, with all that follows, and tells what that was; `finish` is done in the same
 * transaction. Without it everything is undone again: the preview is the very deed. Refused where another revision stands by now.
 */
export async function carryOut(
  { articleId, slug, base, edition, from, engine, read }: Carried,
  finish: ((tx: Prisma.TransactionClient, done: CarriedOut) => Promise<void>) | null,
): Promise<Outcome<CarriedOut>> {
  try {
    return await prisma().$transaction(
      async (tx): Promise<Outcome<CarriedOut>> => {
        await lockArticle(tx, slug)
        const newest = await tx.revision.findFirst({
          where: { articleId },
          orderBy: { number: 'desc' },
          select: { number: true },
        })
        if (newest?.number !== base) return { refused: 'changed-meanwhile' }
        const before = await standingOf(tx, articleId)
        const { revision } = await storeEdition(tx, {
          articleId,
          number: base + 1,
          edition,
          from,
          engine,
          read,
        })
        const done = { revision, effects: await effectsOf(tx, articleId, before) }
        if (finish === null) throw new Rehearsed(done)
        await finish(tx, done)
        return { done }
      },
      { timeout: LONGEST, maxWait: LONGEST },
    )
  } catch (error) {
    if (error instanceof Rehearsed) return { done: error.done }
    throw error
  }
}
