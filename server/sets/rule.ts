import { z } from 'zod'
import { createRandom, KINDS, pickMixed } from '#core'
import { ROW, ROW_ORIGIN, tellRow } from '../bank/row.ts'
import type { QuestionRow } from '../bank/view.ts'
import { TEACHES } from '../classes/taught.ts'
import { pool } from '../db.ts'
import { id, isStorable } from '../fields.ts'
import { topic } from '../quizzes/limits.ts'
import { sampleBank } from '../quizzes/sample.ts'
import type { Viewer } from '../viewer.ts'
import type { RuleView } from './view.ts'

/** The most questions that are drawn at once. */
export const MOST_DRAWN = 30
/** The most articles that can be named. */
const MOST_ARTICLES = 20

type Asked = Readonly<Record<string, string | string[] | undefined>>

const slugs = z.array(z.string().min(1).max(200).refine(isStorable)).max(MOST_ARTICLES)

const seedField = z.string().regex(/^[\w-]{1,40}$/)

/** Reads a rule from the query of an address, whoever wrote it; what cannot be read falls back to what is usual. `seed` is taken where none is named. */
export function readRule(asked: Asked, seed: string): RuleView {
  const { article, concept, sector, unseenBy, count, kinds } = asked
  const named = article === undefined ? [] : [article].flat()
  return {
    count: z.coerce.number().int().min(1).max(MOST_DRAWN).catch(10).parse(count),
    articles: slugs.catch([]).parse([...new Set(named)].slice(0, MOST_ARTICLES)),
    concept: topic.optional().catch(undefined).parse(concept),
    sector: topic.optional().catch(undefined).parse(sector),
    kinds: z.coerce.number().int().min(1).max(KINDS.length).catch(1).parse(kinds),
    unseenBy: id.optional().catch(undefined).parse(unseenBy),
    isRising: asked.order !== 'mixed',
    seed: seedField.catch(seed).parse(asked.seed),
  }
}

/** Draws by a rule, and stores nothing: the same bank, rule and seed give the same questions. Null where the class is not the viewer's. */
export async function drawByRule({ personId }: Viewer, rule: RuleView): Promise<QuestionRow[] | null> {
  const { count, kinds, seed, isRising, unseenBy } = rule
  const seen = unseenBy === undefined ? [] : await listSeen(personId, unseenBy)
  if (seen === null) return null
  const candidates = await sampleBank(
    {
      owner: personId,
      ...(rule.articles.length > 0 ? { articles: rule.articles } : {}),
      ...(rule.concept === undefined ? {} : { concepts: [rule.concept] }),
      ...(rule.sector === undefined ? {} : { sectors: [rule.sector] }),
    },
    seed,
    seen,
  )
  const picked = pickMixed(candidates, { count, seed, atLeastKinds: kinds }).map(({ id }) => id)
  return listRows(isRising ? picked : createRandom(`${seed} order`).shuffle(picked))
}

/** Every version of the questions that somebody now in the class has been asked; null where the class is not this person's. */
async function listSeen(personId: string | null, classId: string): Promise<string[] | null> {
  const { rows: own } = await pool().query(`SELECT FROM class WHERE id = $1 AND ${TEACHES}`, [
    classId,
    personId,
  ])
  if (own.length === 0) return null
  const { rows } = await pool().query<{ id: string }>(
    `SELECT DISTINCT other.id
     FROM enrolment e JOIN attempt a ON a.person_id = e.person_id JOIN attempt_item i ON i.attempt_id = a.id
     JOIN question_version v ON v.id = i.version_id JOIN question_version other ON other.question_id = v.question_id
     WHERE e.class_id = $1 AND e.role = 'learner' AND e.left_at IS NULL`,
    [classId],
  )
  return rows.map(({ id }) => id)
}

/** These versions as a list shows them, in their order. */
async function listRows(versions: readonly string[]): Promise<QuestionRow[]> {
  const { rows } = await pool().query<QuestionRow>(
    `SELECT ${ROW} FROM unnest($1::uuid[]) WITH ORDINALITY AS wanted (id, place)
     JOIN question_version v ON v.id = wanted.id ${ROW_ORIGIN} ORDER BY wanted.place`,
    [versions],
  )
  return rows.map(tellRow)
}
