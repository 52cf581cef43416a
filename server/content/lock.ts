import type { Prisma } from '../../prisma/generated/client.ts'

/** Milliseconds a transaction over one article may take, and may wait to begin. */
export const LONGEST = 60_000

/** For advisory locks of articles, apart from those of migrations. */
const LOCK_CLASS = 7_270

/** Holds an article, by its slug, to the end of the transaction: whoever stores something of it follows whoever did before. */
export async function lockArticle(tx: Prisma.TransactionClient, slug: string): Promise<void> {
  await tx.$executeRaw`SELECT pg_advisory_xact_lock(${LOCK_CLASS}::int, hashtext(${slug}))`
}

/** The same without waiting: false when somebody else holds it. */
export async function tryLockArticle(tx: Prisma.TransactionClient, slug: string): Promise<boolean> {
  const [row] = await tx.$queryRaw<{ held: boolean }[]>`
    SELECT pg_try_advisory_xact_lock(${LOCK_CLASS}::int, hashtext(${slug})) AS held`
  return row?.held ?? false
}
