import { check, type Question } from '#core'
import type { Prisma } from '../../prisma/generated/client.ts'
import { writeBlocks, writeFact, writeSources } from '../articles/stored.ts'
import { prisma } from '../db.ts'
import { readQuestion, writePassages, writeQuestion } from '../questions/stored.ts'
import type { ArticleFile } from './article-file.ts'
import { type ArticleReading, SET_SEED, SET_SIZE } from './drafted.ts'
import { findPassages } from './passages.ts'
import { sayFact } from './said.ts'

/** What one file did to the store. */
export interface StoredArticle {
  readonly outcome: 'unchanged' | 'added' | 'revised' | 'reread'
  readonly revision: number
  readonly questions: number
  readonly withdrawn: number
}

type Client = Prisma.TransactionClient

/** Our own readonly shapes as Prisma takes them; all of them are plain JSON. */
const json = (value: object) => value as Prisma.InputJsonValue

/** For advisory locks of the loader, apart from those of migrations. */
const LOCK_CLASS = 7_270
const LONGEST = 60_000

/** An article's file, by its text and the engine that is to read it. */
export interface Incoming {
  readonly file: ArticleFile
  readonly fileHash: string
  readonly engine: string
  /** Called only when there is something to read. */
  readonly readArticle: () => ArticleReading
}

/**
 * Stores an article file: nothing when this text was read by this engine before, else a revision (for a new text), a
 * reading, the facts by their stable keys, the checked questions and a quiz set; versions that are not made again are
 * withdrawn with the rule named. One transaction, under a lock of the article's own: two nodes may load at once.
 */
export async function storeArticle({
  file,
  fileHash,
  engine,
  readArticle,
}: Incoming): Promise<StoredArticle> {
  if (await isSettled(prisma(), file.slug, fileHash, engine)) return settled(file.slug)
  const read = readArticle()
  return prisma().$transaction(
    async (tx) => {
      await tx.$executeRaw`SELECT pg_advisory_xact_lock(${LOCK_CLASS}::int, hashtext(${file.slug}))`
      if (await isSettled(tx, file.slug, fileHash, engine)) return settled(file.slug)
      const article = await tx.article.upsert({
        where: { slug: file.slug },
        create: { slug: file.slug },
        update: {},
        select: { id: true },
      })
      const latest = await newestRevision(tx, file.slug)
      const revision =
        latest?.fileHash === fileHash
          ? latest
          : await addRevision(tx, article.id, (latest?.number ?? 0) + 1, file, fileHash, read)
      const reading = await tx.reading.create({
        data: {
          revisionId: revision.id,
          engineVersion: engine,
          shortfall: json({ v: 1, shortfall: read.shortfall }),
        },
        select: { id: true },
      })
      await storeFacts(tx, article.id, reading.id, read)
      const versions = await storeVersions(tx, article.id, revision.id, engine, read)
      const withdrawn = await withdrawOthers(tx, article.id, revision.number, versions, read)
      await storeSet(tx, article.id, revision.id, reading.id, versions, read)
      const outcome = latest === null ? 'added' : latest.id === revision.id ? 'reread' : 'revised'
      return { outcome, revision: revision.number, questions: versions.size, withdrawn }
    },
    { timeout: LONGEST, maxWait: LONGEST },
  )
}

const newestRevision = (client: Client, slug: string) =>
  client.revision.findFirst({
    where: { article: { slug } },
    orderBy: { number: 'desc' },
    select: { id: true, number: true, fileHash: true, readings: { select: { engineVersion: true } } },
  })

async function isSettled(client: Client, slug: string, fileHash: string, engine: string): Promise<boolean> {
  const newest = await newestRevision(client, slug)
  return (
    newest?.fileHash === fileHash && newest.readings.some(({ engineVersion }) => engineVersion === engine)
  )
}

async function settled(slug: string): Promise<StoredArticle> {
  const newest = await newestRevision(prisma(), slug)
  const questions = await prisma().questionVersion.count({
    where: { question: { article: { slug } }, withdrawal: null },
  })
  return { outcome: 'unchanged', revision: newest?.number ?? 0, questions, withdrawn: 0 }
}

function addRevision(
  tx: Client,
  articleId: string,
  number: number,
  file: ArticleFile,
  fileHash: string,
  { reading }: ArticleReading,
) {
  const { title, sector, companies, concepts } = file
  return tx.revision.create({
    data: {
      articleId,
      number,
      title,
      date: new Date(`${file.date}T00:00:00Z`),
      sector,
      companies,
      concepts,
      lead: leadOf(file.body),
      text: reading.text,
      blocks: json(writeBlocks(reading.blocks)),
      sources: json(writeSources(file.sources)),
      fileHash,
    },
    select: { id: true, number: true },
  })
}

const LEAD_LIMIT = 220

/** The first paragraph, cut at the end of a sentence, or of a word, where it is long. */
function leadOf(body: string): string {
  const first = body.split('\n\n')[0] ?? ''
  if (first.length <= LEAD_LIMIT) return first
  const cut = first.slice(0, LEAD_LIMIT)
  const sentence = cut.lastIndexOf('. ')
  return sentence > 80 ? cut.slice(0, sentence + 1) : `${cut.slice(0, cut.lastIndexOf(' '))} …`
}

async function storeFacts(
  tx: Client,
  articleId: string,
  readingId: string,
  { facts, reading }: ArticleReading,
) {
  const keys = [...new Set(facts.map(({ stableKey }) => stableKey))]
  await tx.fact.createMany({
    data: keys.map((stableKey) => ({ articleId, stableKey })),
    skipDuplicates: true,
  })
  const rows = await tx.fact.findMany({ where: { articleId }, select: { id: true, stableKey: true } })
  const ids = new Map(rows.map((row) => [row.stableKey, row.id]))
  await tx.factReading.createMany({
    data: facts.map(({ stableKey, ...fact }, place) => ({
      readingId,
      place,
      factId: ids.get(stableKey) ?? '',
      data: json(writeFact({ fact, said: sayFact(reading, fact) })),
    })),
  })
}

/** Ids of the versions of this reading by content hash: those that stand already, and new ones for the rest. */
async function storeVersions(
  tx: Client,
  articleId: string,
  revisionId: string,
  engineVersion: string,
  { drafts, facts, reading }: ArticleReading,
): Promise<Map<string, string>> {
  const families = [...new Set(drafts.map(({ familyKey }) => familyKey))]
  await tx.question.createMany({
    data: families.map((familyKey) => ({ articleId, familyKey })),
    skipDuplicates: true,
  })
  const questions = await tx.question.findMany({
    where: { articleId },
    select: { id: true, familyKey: true, versions: { select: { number: true } } },
  })
  const byFamily = new Map(questions.map((row) => [row.familyKey, row]))
  const standing = await tx.questionVersion.findMany({
    where: { revisionId, withdrawal: null },
    select: { id: true, contentHash: true, question: { select: { familyKey: true } } },
  })
  const kept = new Map(standing.map((row) => [`${row.question.familyKey} ${row.contentHash}`, row.id]))
  const missing = drafts.filter(({ familyKey, contentHash }) => !kept.has(`${familyKey} ${contentHash}`))
  const made = await tx.questionVersion.createManyAndReturn({
    data: missing.map(({ question, familyKey, contentHash }) => ({
      questionId: byFamily.get(familyKey)?.id ?? '',
      revisionId,
      number: Math.max(0, ...(byFamily.get(familyKey)?.versions.map(({ number }) => number) ?? [])) + 1,
      kind: question.kind,
      stem: question.stem,
      body: json(writeQuestion(question)),
      passages: json(writePassages(findPassages(reading, question, facts))),
      provenance: 'engine',
      engineVersion,
      verdict: 'passed',
      contentHash,
    })),
    select: { id: true, contentHash: true },
  })
  const ids = new Map(made.map((row) => [row.contentHash, row.id]))
  for (const { familyKey, contentHash } of drafts) {
    const id = kept.get(`${familyKey} ${contentHash}`)
    if (id !== undefined) ids.set(contentHash, id)
  }
  return ids
}

/** Withdraws every version of the article that this reading did not make, and says why; returns how many. */
async function withdrawOthers(
  tx: Client,
  articleId: string,
  revision: number,
  versions: ReadonlyMap<string, string>,
  read: ArticleReading,
): Promise<number> {
  const keep = new Set(versions.values())
  const standing = await tx.questionVersion.findMany({
    where: { question: { articleId }, withdrawal: null },
    select: { id: true, body: true, question: { select: { familyKey: true } } },
  })
  const families = new Set(read.drafts.map(({ familyKey }) => familyKey))
  const gone = standing.filter(({ id }) => !keep.has(id))
  await tx.withdrawal.createMany({
    data: gone.map(({ id, body, question }) => ({
      versionId: id,
      ...(families.has(question.familyKey)
        ? { rule: 'superseded', reason: `A newer version stands in revision ${revision}.` }
        : whyGone(readQuestion(body), revision, read)),
    })),
  })
  return gone.length
}

/** Why a question has no successor: its passage is gone, the checker refuses it now, or the engine passes it by. */
function whyGone(question: Question, revision: number, { reading, facts }: ArticleReading) {
  if (!question.evidence.every(({ quote }) => reading.text.includes(quote)))
    return {
      rule: 'evidence-gone',
      reason: `Rule 1: its passage no longer stands in the article (revision ${revision}).`,
    }
  const [failure] = check(question, { reading, facts }).failures
  return failure
    ? { rule: failure.rule, reason: `Rule ${failure.number}: ${failure.says}` }
    : { rule: 'not-made-again', reason: `The engine no longer makes it (revision ${revision}).` }
}

async function storeSet(
  tx: Client,
  articleId: string,
  revisionId: string,
  readingId: string,
  versions: ReadonlyMap<string, string>,
  { set }: ArticleReading,
) {
  const newest = await tx.quizSet.findFirst({
    where: { articleId },
    orderBy: { number: 'desc' },
    select: { number: true },
  })
  const { id: setId } = await tx.quizSet.create({
    data: {
      articleId,
      revisionId,
      readingId,
      number: (newest?.number ?? 0) + 1,
      settings: { v: 1, count: SET_SIZE, seed: SET_SEED },
    },
    select: { id: true },
  })
  await tx.quizSetItem.createMany({
    data: set.map((contentHash, i) => ({
      setId,
      position: i + 1,
      versionId: versions.get(contentHash) ?? '',
    })),
  })
}
