import { check, type Question } from '#core'
import type { Prisma } from '../../prisma/generated/client.ts'
import { readQuestion } from '../questions/stored.ts'
import type { ReadRevision } from './drafted.ts'

interface Grounds {
  readonly rule: string
  readonly reason: string
}

/**
 * Withdraws every version of the article that is not in `keep`, with the rule that took it back, and returns those
 * rules. Attempts stay pinned to what they were given. `before` are the facts that stood until now, by the engine's ids.
 */
export async function withdrawOthers(
  tx: Prisma.TransactionClient,
  reading: ReadRevision,
  keep: ReadonlySet<string>,
  before: ReadonlyMap<string, string>,
): Promise<string[]> {
  const standing = await tx.questionVersion.findMany({
    where: { question: { articleId: reading.articleId }, withdrawal: null },
    select: { id: true, revisionId: true, body: true, question: { select: { familyKey: true } } },
  })
  const families = new Set(reading.read.drafts.map(({ familyKey }) => familyKey))
  const found = new Set(reading.read.facts.map(({ stableKey }) => stableKey))
  const gone = standing
    .filter(({ id }) => !keep.has(id))
    .map(({ id, revisionId, body, question: { familyKey } }) => {
      const question = readQuestion(body)
      const grounds =
        // Offsets mean nothing in another text than their own.
        (revisionId === reading.revision.id && brokenRule(question, reading)) ||
        (families.has(familyKey) && {
          rule: 'superseded',
          reason: `A newer version stands in revision ${reading.revision.number}.`,
        }) ||
        whyNotMadeAgain(question, reading, (id) => found.has(before.get(id) ?? ''))
      return { versionId: id, ...grounds }
    })
  await tx.withdrawal.createMany({ data: gone })
  return gone.map(({ rule }) => rule)
}

function brokenRule(question: Question, { read: { reading, facts } }: ReadRevision): Grounds | null {
  const [failure] = check(question, { reading, facts }).failures
  return failure ? { rule: failure.rule, reason: `Rule ${failure.number}: ${failure.says}` } : null
}

/** Why a question that breaks no rule has no successor. */
function whyNotMadeAgain(
  { evidence, facts }: Question,
  { revision, read }: ReadRevision,
  isFound: (fact: string) => boolean,
): Grounds {
  if (!evidence.every(({ quote }) => read.reading.text.includes(quote)))
    return {
      rule: 'evidence-gone',
      reason: `Rule 1: its passage no longer stands in the article (revision ${revision.number}).`,
    }
  if (!facts.every(isFound))
    return { rule: 'fact-retired', reason: 'The engine no longer finds the fact it asks about.' }
  return {
    rule: 'not-made-again',
    reason: `The engine no longer makes it (revision ${revision.number}).`,
  }
}
