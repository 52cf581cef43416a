import { z } from 'zod'
import { type Question, statedBy } from '#core'
import { Prisma } from '../../prisma/generated/client.ts'
import { readFact } from '../articles/stored.ts'
import { tellKey } from '../bank/told.ts'
import { readQuestion } from '../questions/stored.ts'
import type { Effects, FactEffect, QuestionEffect } from './view.ts'

type Tx = Prisma.TransactionClient

/** What stands of an article, to be compared with what stands after a correction. */
export interface Standing {
  /** The question each version belongs to, by version. */
  readonly versions: ReadonlyMap<string, { readonly question: string; readonly body: Question }>
  /** What the newest reading says of each fact, by fact. */
  readonly facts: ReadonlyMap<
    string,
    { readonly label: string; readonly value: string; readonly stated: string }
  >
}

/** What stands of an article now. */
export async function standingOf(tx: Tx, articleId: string): Promise<Standing> {
  const versions = await tx.questionVersion.findMany({
    where: { question: { articleId }, withdrawal: null },
    select: { id: true, questionId: true, body: true },
  })
  const newest = await tx.reading.findFirst({
    where: { revision: { articleId } },
    orderBy: [{ revision: { number: 'desc' } }, { createdAt: 'desc' }],
    select: { facts: { select: { factId: true, data: true } } },
  })
  return {
    versions: new Map(
      versions.map(({ id, questionId, body }) => [id, { question: questionId, body: readQuestion(body) }]),
    ),
    facts: new Map(
      (newest?.facts ?? []).map(({ factId, data }) => {
        const { fact, said } = readFact(data)
        return [
          factId,
          {
            label: said.label,
            value: said.value || (fact.evidence[0]?.quote ?? ''),
            stated: statedBy(fact),
          },
        ]
      }),
    ),
  }
}

interface Touching {
  readonly people: number
  readonly assignments: number
}

/** SQL: how many people have answered the question versions that are equal to `which`, and in how many assignments they stand. */
const touching = (which: Prisma.Sql): Prisma.Sql => Prisma.sql`
  (SELECT count(DISTINCT a.person_id)::int FROM attempt_item i JOIN attempt a ON a.id = i.attempt_id
    WHERE i.version_id = ${which} AND i.final_at IS NOT NULL) AS people,
  (SELECT count(DISTINCT g.id)::int FROM quiz_set_item s JOIN assignment g ON g.set_id = s.set_id
    WHERE s.version_id = ${which} AND g.removed_at IS NULL) AS assignments`

/** What a correction has done to an article, within the transaction that has stored it: `before` is what stood. */
export async function effectsOf(tx: Tx, articleId: string, before: Standing): Promise<Effects> {
  const after = await standingOf(tx, articleId)
  const questions = await questionEffects(tx, before, after)
  const moved = questions.filter(({ fate }) => fate !== 'kept')
  const ids = moved.map(({ version }) => version)
  const [sum] = await tx.$queryRaw<Touching[]>`SELECT ${touching(Prisma.sql`ANY(${ids}::uuid[])`)}`
  const { facts, kept } = await factEffects(tx, before, after)
  const known = new Set([...before.versions.values()].map(({ question }) => question))
  return {
    questions: moved,
    kept: questions.length - moved.length,
    made: [...after.versions].filter(([id, { question }]) => !before.versions.has(id) && !known.has(question))
      .length,
    facts,
    factsKept: kept,
    people: sum?.people ?? 0,
    assignments: sum?.assignments ?? 0,
  }
}

async function questionEffects(tx: Tx, before: Standing, after: Standing): Promise<QuestionEffect[]> {
  const successors = new Map([...after.versions.values()].map(({ question, body }) => [question, body]))
  const gone = [...before.versions].filter(([id]) => !after.versions.has(id))
  const reasons = new Map(
    (
      await tx.withdrawal.findMany({
        where: { versionId: { in: gone.map(([id]) => id) } },
        select: { versionId: true, reason: true },
      })
    ).map(({ versionId, reason }) => [versionId, reason]),
  )
  const touched = new Map(
    (
      await tx.$queryRaw<(Touching & { readonly version: string })[]>`
        SELECT v AS version, ${touching(Prisma.sql`v`)} FROM unnest(${gone.map(([id]) => id)}::uuid[]) AS v`
    ).map((row) => [row.version, row]),
  )
  return [...before.versions].map(([version, { question, body }]): QuestionEffect => {
    const { people = 0, assignments = 0 } = touched.get(version) ?? {}
    const was = say(body)
    const told = { version, ...was, people, assignments }
    if (after.versions.has(version)) return { ...told, fate: 'kept' }
    const successor = successors.get(question)
    if (!successor) return { ...told, fate: 'withdrawn', why: reasons.get(version) ?? '' }
    const now = say(successor)
    // Other wrong options beside the same key change nothing for whoever has answered.
    return was.stem === now.stem && was.key === now.key
      ? { ...told, fate: 'kept' }
      : { ...told, fate: 'changed', now }
  })
}

const say = (question: Question): { readonly stem: string; readonly key: string } => ({
  stem: question.stem,
  key: tellKey(question).key,
})

async function factEffects(
  tx: Tx,
  before: Standing,
  after: Standing,
): Promise<{ facts: FactEffect[]; kept: number }> {
  const moved = [...before.facts].filter(([id, { stated }]) => after.facts.get(id)?.stated !== stated)
  const remembered = new Map(
    (
      await tx.memory.groupBy({
        by: ['factId'],
        where: { factId: { in: moved.map(([id]) => id) } },
        _count: { personId: true },
      })
    ).map(({ factId, _count }) => [factId, _count.personId]),
  )
  return {
    kept: before.facts.size - moved.length,
    facts: moved.map(([id, { label, value }]) => ({
      label,
      was: value,
      is: after.facts.get(id)?.value ?? null,
      people: remembered.get(id) ?? 0,
    })),
  }
}

const count = z.int().min(0)
const told = { stem: z.string(), key: z.string() }
const schema = z.object({
  v: z.literal(1),
  questions: z.array(
    z.object({
      version: z.string(),
      ...told,
      fate: z.enum(['kept', 'changed', 'withdrawn']),
      now: z.object(told).exactOptional(),
      why: z.string().exactOptional(),
      people: count,
      assignments: count,
    }),
  ),
  kept: count,
  made: count,
  facts: z.array(z.object({ label: z.string(), was: z.string(), is: z.string().nullable(), people: count })),
  factsKept: count,
  people: count,
  assignments: count,
})

/** Effects as the store keeps them. Throws when the column holds something else. */
export function readEffects(stored: unknown): Effects {
  const { v: _, ...effects } = schema.parse(stored)
  return effects
}

export const writeEffects = (effects: Effects) => ({ v: 1, ...effects }) as const
