import type { Prisma } from '../../prisma/generated/client.ts'
import { json } from '../json.ts'
import { writePassages, writeQuestion } from '../questions/stored.ts'
import { type ReadRevision, SET_SEED, SET_SIZE } from './drafted.ts'
import { findPassages } from './passages.ts'
import { storeBank } from './store-bank.ts'
import { type FactTally, getStandingFacts, storeFacts } from './store-facts.ts'
import { storeQuestionFacts } from './store-question-facts.ts'
import { withdrawOthers } from './withdraw.ts'

/** What a reading did to the store. */
export interface StoredReading {
  readonly facts: FactTally
  readonly questions: { readonly kept: number; readonly made: number }
  /** The rule of each version that was withdrawn. */
  readonly withdrawn: readonly string[]
}

/**
 * Stores a reading: the facts by their stable keys, the checked questions, and a quiz set where its questions are
 * others than before; versions that are not made again are withdrawn with the rule named, and leave the bank. Nothing
 * else that stood before is changed. The caller holds the article.
 */
export async function storeReading(
  tx: Prisma.TransactionClient,
  whole: ReadRevision,
): Promise<StoredReading> {
  const reading = await withoutFlagged(tx, whole)
  const { articleId, revision, engine, read } = reading
  const before = await getStandingFacts(tx, articleId)
  const { id: readingId } = await tx.reading.create({
    data: {
      revisionId: revision.id,
      engineVersion: engine,
      shortfall: json({ v: 1, shortfall: read.shortfall }),
    },
    select: { id: true },
  })
  const facts = await storeFacts(tx, articleId, readingId, read, before)
  const { ids, made } = await storeVersions(tx, reading)
  const withdrawn = await withdrawOthers(tx, reading, new Set(ids.values()), before)
  await storeQuestionFacts(tx, reading, ids)
  await storeBank(tx, reading, ids)
  await storeSet(tx, reading, readingId, ids)
  await tx.$executeRaw`SELECT shelve(${articleId}::uuid)`
  return { facts, questions: { kept: ids.size - made, made }, withdrawn }
}

/** A reading without the questions that were taken back because of a flag: the engine would make the very same again. */
async function withoutFlagged(tx: Prisma.TransactionClient, whole: ReadRevision): Promise<ReadRevision> {
  const flagged = await tx.questionVersion.findMany({
    where: {
      question: { articleId: whole.articleId, deskId: null },
      withdrawal: { rule: 'flagged' },
      OR: [
        { decisions: { some: { deed: 'taken-back' } } },
        { regrades: { some: { assignmentId: null, undoneAt: null } } },
      ],
    },
    select: { contentHash: true },
  })
  const gone = new Set(flagged.map(({ contentHash }) => contentHash))
  const { drafts, set } = whole.read
  return {
    ...whole,
    read: {
      ...whole.read,
      drafts: drafts.filter(({ contentHash }) => !gone.has(contentHash)),
      set: set.filter((contentHash) => !gone.has(contentHash)),
    },
  }
}

/** Ids of the versions of this reading by content hash: those that stand already, and new ones for the rest. */
async function storeVersions(
  tx: Prisma.TransactionClient,
  { articleId, revision, engine, read: { drafts, facts, reading } }: ReadRevision,
): Promise<{ ids: ReadonlyMap<string, string>; made: number }> {
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
    where: { revisionId: revision.id, withdrawal: null },
    select: { id: true, contentHash: true, question: { select: { familyKey: true } } },
  })
  const kept = new Map(standing.map((row) => [`${row.question.familyKey} ${row.contentHash}`, row.id]))
  const missing = drafts.filter(({ familyKey, contentHash }) => !kept.has(`${familyKey} ${contentHash}`))
  const made = await tx.questionVersion.createManyAndReturn({
    data: missing.map(({ question, familyKey, contentHash }) => ({
      questionId: byFamily.get(familyKey)?.id ?? '',
      revisionId: revision.id,
      number: Math.max(0, ...(byFamily.get(familyKey)?.versions.map(({ number }) => number) ?? [])) + 1,
      kind: question.kind,
      stem: question.stem,
      body: json(writeQuestion(question)),
      passages: json(writePassages(findPassages(reading, question, facts))),
      provenance: 'engine',
      engineVersion: engine,
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
  return { ids, made: made.length }
}

/** The article's own quiz set: another one where the newest does not ask these very versions in this order. */
async function storeSet(
  tx: Prisma.TransactionClient,
  { articleId, revision, read: { set } }: ReadRevision,
  readingId: string,
  ids: ReadonlyMap<string, string>,
): Promise<void> {
  const versions = set.map((contentHash) => ids.get(contentHash) ?? '')
  const newest = await tx.quizSet.findFirst({
    where: { articleId },
    orderBy: { number: 'desc' },
    select: { number: true, items: { select: { versionId: true }, orderBy: { position: 'asc' } } },
  })
  if (newest?.items.map(({ versionId }) => versionId).join() === versions.join()) return
  const { id: setId } = await tx.quizSet.create({
    data: {
      articleId,
      revisionId: revision.id,
      readingId,
      number: (newest?.number ?? 0) + 1,
      settings: { v: 1, count: SET_SIZE, seed: SET_SEED },
    },
    select: { id: true },
  })
  await tx.quizSetItem.createMany({
    data: versions.map((versionId, i) => ({ setId, position: i + 1, versionId })),
  })
}
