import { check, checkByHand, checkWithoutSource, type Failure, isFirm, type Question } from '#core'
import type { Prisma } from '../../prisma/generated/client.ts'
import { readQuestion } from '../questions/stored.ts'
import type { ReadRevision } from './drafted.ts'

interface Grounds {
  readonly rule: string
  readonly reason: string
}

/**
 * Withdraws every version of the article that is not in `keep`, with the rule that took it back, and returns those
 * rules. What a person wrote is not made again by anybody: it stays while the checker passes it, or its passage stands in
 * the newer text. Attempts stay pinned to what they were given. `before` are the facts that stood until now, by the
 * engine's ids.
 */
export async function withdrawOthers(
  tx: Prisma.TransactionClient,
  reading: ReadRevision,
  keep: ReadonlySet<string>,
  before: ReadonlyMap<string, string>,
): Promise<string[]> {
  const standing = await tx.questionVersion.findMany({
    where: { question: { articleId: reading.articleId }, withdrawal: null },
    select: {
      id: true,
      revisionId: true,
      body: true,
      verdict: true,
      question: { select: { familyKey: true, deskId: true } },
    },
  })
  const families = new Set(reading.read.drafts.map(({ familyKey }) => familyKey))
  const found = new Set(reading.read.facts.map(({ stableKey }) => stableKey))
  const gone = standing
    .filter(({ id }) => !keep.has(id))
    .flatMap(({ id, revisionId, body, verdict, question: { familyKey, deskId } }) => {
      const question = readQuestion(body)
      const isOfText = revisionId === reading.revision.id
      if (deskId !== null) {
        const grounds = isOfText ? brokenByHand(question, reading, verdict) : whyGone(question, reading)
        return grounds ? [{ versionId: id, ...grounds }] : []
      }
      const grounds =
        // Offsets mean nothing in another text than their own.
        (isOfText && brokenRule(question, reading)) ||
        (families.has(familyKey) && {
          rule: 'superseded',
          reason: `A newer version stands in revision ${reading.revision.number}.`,
        }) ||
        whyNotMadeAgain(question, reading, (id) => found.has(before.get(id) ?? ''))
      return [{ versionId: id, ...grounds }]
    })
  await tx.withdrawal.createMany({ data: gone })
  return gone.map(({ rule }) => rule)
}

const groundsOf = (failure: Failure | undefined): Grounds | null =>
  failure === undefined ? null : { rule: failure.rule, reason: `Rule ${failure.number}: ${failure.says}` }

const brokenRule = (question: Question, { read: { reading, facts } }: ReadRevision): Grounds | null =>
  groundsOf(check(question, { reading, facts }).failures[0])

/** The same of a person's question: where its author has overruled the checker, or it has no source, what nobody overrules. */
const brokenByHand = (
  question: Question,
  { read: { reading, facts } }: ReadRevision,
  verdict: string,
): Grounds | null => {
  const isUnsourced = verdict === 'unsourced'
  const { failures } = (isUnsourced ? checkWithoutSource : checkByHand)(question, { reading, facts })
  return groundsOf(failures.find(({ rule }) => verdict === 'passed' || isFirm(rule)))
}

/** Whether the passage of a question has gone from the newer text. */
const whyGone = ({ evidence }: Question, { revision, read }: ReadRevision): Grounds | null =>
  evidence.every(({ quote }) => read.reading.text.includes(quote))
    ? null
    : {
        rule: 'evidence-gone',
        reason: `Rule 1: its passage no longer stands in the article (revision ${revision.number}).`,
      }

/** Why a question that breaks no rule has no successor. */
function whyNotMadeAgain(
  question: Question,
  reading: ReadRevision,
  isFound: (fact: string) => boolean,
): Grounds {
  const gone = whyGone(question, reading)
  if (gone) return gone
  if (!question.facts.every(isFound))
    return { rule: 'fact-retired', reason: 'The engine no longer finds the fact it asks about.' }
  return {
    rule: 'not-made-again',
    reason: `The engine no longer makes it (revision ${reading.revision.number}).`,
  }
}
