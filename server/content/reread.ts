import { articleTextOf, type StoredText } from '../articles/article-text.ts'
import { pool, prisma } from '../db.ts'
import { logFailure } from '../log.ts'
import { EngineFailure } from './drafted.ts'
import { type Engine, isAsNew } from './engine.ts'
import { LONGEST, lockArticle, tryLockArticle } from './lock.ts'
import { type StoredReading, storeReading } from './store-reading.ts'

/** What reading everything again came to. */
export interface Reread {
  /** What each article gave, by its slug; those that were read by as new an engine before are not among them. */
  readonly articles: readonly (StoredReading & { readonly slug: string })[]
  /** Slugs of articles that this engine cannot read; they stay as they were. */
  readonly failed: readonly string[]
}

export interface RereadOptions {
  readonly engine: Engine
  /** Told a line a batch, and what was done at the end. */
  readonly report?: (line: string) => void
}

const BATCH = 50

/**
 * Reads every stored article again that no engine as new as this one has read: the text of its newest revision, never
 * its file. An article is one transaction under its own lock, so the job may be stopped anywhere, started again, and
 * run on several nodes at once, which then share the work. When all is read it does nothing. Throws only when the
 * store fails.
 */
export async function rereadArticles({ engine, report = () => {} }: RereadOptions): Promise<Reread> {
  const asNew = [engine.version, ...(await listEngines()).filter((each) => isAsNew(each, engine.version))]
  const count = await countPending(asNew)
  if (count > 0) report(`Articles to be read again: ${count}.`)
  const articles: (StoredReading & { slug: string })[] = []
  const failed: string[] = []
  const taken = async (slug: string, wait: boolean): Promise<boolean> => {
    const outcome = await rereadArticle(slug, engine, wait)
    if (outcome === 'failed') failed.push(slug)
    else if (typeof outcome === 'object') articles.push({ slug, ...outcome })
    return outcome !== 'taken'
  }
  const elsewhere: string[] = []
  for (let batch = await listPending(asNew, ''); batch.length > 0; ) {
    for (const slug of batch) if (!(await taken(slug, false))) elsewhere.push(slug)
    report(`Read again: ${articles.length} of ${count}.`)
    batch = await listPending(asNew, batch.at(-1) ?? '')
  }
  // Another node was at these; should it have died over them, they are still to be done.
  for (const slug of elsewhere) await taken(slug, true)
  for (const line of tell({ articles, failed }, engine.version)) report(line)
  return { articles, failed }
}

async function listEngines(): Promise<string[]> {
  const { rows } = await pool().query<{ version: string }>(
    'SELECT DISTINCT engine_version AS version FROM reading',
  )
  return rows.map(({ version }) => version)
}

/** Articles whose newest revision none of the engines $1 has read. */
const PENDING = `
  FROM article a
  JOIN LATERAL (SELECT id FROM revision WHERE article_id = a.id ORDER BY number DESC LIMIT 1) r ON true
  WHERE NOT EXISTS (SELECT FROM reading WHERE revision_id = r.id AND engine_version = ANY($1))`

async function countPending(asNew: readonly string[]): Promise<number> {
  const { rows } = await pool().query<{ count: number }>(`SELECT count(*)::int AS count ${PENDING}`, [asNew])
  return rows[0]?.count ?? 0
}

async function listPending(asNew: readonly string[], after: string): Promise<string[]> {
  const { rows } = await pool().query<{ slug: string }>(
    `SELECT a.slug ${PENDING} AND a.slug > $2 ORDER BY a.slug LIMIT ${BATCH}`,
    [asNew, after],
  )
  return rows.map(({ slug }) => slug)
}

/** Reads one article again; 'settled' when as new an engine has, 'taken' when another node holds it and `wait` is false. */
function rereadArticle(
  slug: string,
  engine: Engine,
  wait: boolean,
): Promise<StoredReading | 'settled' | 'taken' | 'failed'> {
  return prisma().$transaction(
    async (tx) => {
      if (wait) await lockArticle(tx, slug)
      else if (!(await tryLockArticle(tx, slug))) return 'taken'
      const revision = await tx.revision.findFirst({
        where: { article: { slug } },
        orderBy: { number: 'desc' },
        include: { readings: { select: { engineVersion: true } } },
      })
      if (!revision || revision.readings.some(({ engineVersion }) => isAsNew(engineVersion, engine.version)))
        return 'settled'
      const read = readStored(revision, engine)
      if (!read) return 'failed'
      return storeReading(tx, { articleId: revision.articleId, revision, engine: engine.version, read })
    },
    { timeout: LONGEST, maxWait: LONGEST },
  )
}

/** Reads the text as it is stored; null when the engine fails on it, or would have another text than the one that offsets count in. */
function readStored(stored: Omit<StoredText, 'date'> & { readonly date: Date }, engine: Engine) {
  try {
    const read = engine.read(articleTextOf({ ...stored, date: stored.date.toISOString().slice(0, 10) }))
    if (read.reading.text === stored.text) return read
    logFailure('reread', new Error('the engine reads another text than the one that is stored'))
  } catch (error) {
    if (!(error instanceof EngineFailure)) throw error
    logFailure('reread', error.cause)
  }
  return null
}

/** What was done, in a few lines. */
function tell({ articles, failed }: Reread, engine: string): string[] {
  if (articles.length === 0 && failed.length === 0)
    return [`Every article has been read by engine ${engine}.`]
  const sum = (of: (article: StoredReading) => number) => articles.reduce((all, each) => all + of(each), 0)
  const rules = new Map<string, number>()
  for (const rule of articles.flatMap(({ withdrawn }) => withdrawn))
    rules.set(rule, (rules.get(rule) ?? 0) + 1)
  const named = [...rules].sort((a, b) => b[1] - a[1]).map(([rule, count]) => `${count} ${rule}`)
  return [
    `Read again by engine ${engine}: ${articles.length} articles.`,
    `Facts: ${sum(({ facts }) => facts.kept)} found again, ${sum(({ facts }) => facts.added)} new, ${sum(({ facts }) => facts.retired)} retired.`,
    `Questions: ${sum(({ questions }) => questions.kept)} stand as they were, ${sum(({ questions }) => questions.made)} new, ${sum(({ withdrawn }) => withdrawn.length)} withdrawn${named.length > 0 ? ` (${named.join(', ')})` : ''}.`,
    ...(failed.length > 0 ? [`Left as they were, the engine failed on them: ${failed.join(', ')}.`] : []),
  ]
}
