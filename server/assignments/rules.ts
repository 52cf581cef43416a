import { z } from 'zod'
import { MOST_TRIES } from '#core'
import { nameField } from '../accounts/fields.ts'
import { id, isStorable } from '../fields.ts'
import { type AssignmentRules, COUNTS, FEEDBACKS } from './view.ts'

/** A time that a teacher lays down; null for none. */
export const moment = z.iso.datetime({ offset: true }).nullable()
const LONGEST_LIMIT = 480
const LONGEST_WORD = 60

const fields = {
  title: nameField,
  opensAt: moment,
  dueAt: moment,
  closesAt: moment,
  graceMinutes: z.int().min(0).max(60),
  latePercent: z.int().min(0).max(100),
  limitMinutes: z.int().min(1).max(LONGEST_LIMIT).nullable(),
  attempts: z.int().min(1).max(20).nullable(),
  counts: z.enum(COUNTS),
  feedback: z.enum(FEEDBACKS),
  tries: z.int().min(1).max(MOST_TRIES),
  draw: z.int().min(1).max(200).nullable(),
  hasShuffledQuestions: z.boolean(),
  hasShuffledOptions: z.boolean(),
  hasSource: z.boolean(),
  weight: z.number().min(0).max(100),
  word: z.string().trim().min(1).max(LONGEST_WORD).refine(isStorable).nullable(),
}

/** Whether each of these moments, where there is one, comes before the next. */
const isInOrder = (...moments: readonly (string | null)[]): boolean => {
  const known = moments.flatMap((each) => (each === null ? [] : [Date.parse(each)]))
  return known.every((each, i) => i === 0 || each >= (known[i - 1] ?? each))
}

/** Why rules do not go together, as what is refused; null where they do. */
export function conflictIn({
  opensAt,
  dueAt,
  closesAt,
  feedback,
}: AssignmentRules): 'times' | 'no-closing' | null {
  if (!isInOrder(opensAt, dueAt, closesAt)) return 'times'
  if (
    opensAt !== null &&
    [dueAt, closesAt].some((end) => end !== null && Date.parse(end) <= Date.parse(opensAt))
  )
    return 'times'
  return feedback === 'after-closing' && closesAt === null ? 'no-closing' : null
}

/** Tries are had only where each is told how it went. */
const settle = <Rules extends AssignmentRules>(rules: Rules): Rules =>
  rules.feedback === 'at-once' ? rules : { ...rules, tries: 1 }

/** Whom an assignment is for: chosen people of the class, or everybody in it. */
const chosen = z.array(id).min(1).max(2_000).nullable()

export const assignSchema = z.strictObject({ class: id, set: id, chosen, ...fields }).transform(settle)
export type Assign = z.output<typeof assignSchema>

export const changeSchema = z
  .strictObject({ assignment: id, version: z.int().min(1), chosen, ...fields })
  .transform(settle)
export type Change = z.output<typeof changeSchema>

/** The rules as columns of `assignment`, in the order in which statements name them. */
export const COLUMNS = [
  ...[
    'title',
    'opens_at',
    'due_at',
    'closes_at',
    'grace_minutes',
    'late_percent',
    'limit_minutes',
    'attempts',
  ],
  ...[
    'counts',
    'feedback',
    'tries',
    'draw',
    'has_shuffled_questions',
    'has_shuffled_options',
    'has_source',
    'password',
    'weight',
  ],
] as const

/** Their values, in the same order. */
export const valuesOf = (rules: AssignmentRules): readonly unknown[] => [
  ...[rules.title, rules.opensAt, rules.dueAt, rules.closesAt, rules.graceMinutes, rules.latePercent],
  ...[rules.limitMinutes, rules.attempts, rules.counts, rules.feedback, rules.tries, rules.draw],
  ...[rules.hasShuffledQuestions, rules.hasShuffledOptions, rules.hasSource, rules.word, rules.weight],
]

/** SQL: the rules of `assignment a` under the names of their view. */
export const RULES = `a.title, a.opens_at AS "opensAt", a.due_at AS "dueAt", a.closes_at AS "closesAt",
  a.grace_minutes AS "graceMinutes", a.late_percent AS "latePercent", a.limit_minutes AS "limitMinutes", a.attempts,
  a.counts, a.feedback, a.tries, a.draw, a.has_shuffled_questions AS "hasShuffledQuestions",
  a.has_shuffled_options AS "hasShuffledOptions", a.has_source AS "hasSource", a.password AS word, a.weight`

/** Times as the store gives them, for what has them as texts. */
export type Stored<View> = {
  readonly [Name in keyof View]: Name extends `${string}At` | 'toldFrom' ? Date | null : View[Name]
}

/** A time as it leaves the server. */
export const sayIso = (moment: Date | null): string | null => moment?.toISOString() ?? null

/** The rules of a row as they leave the server: all of them named, and nothing else of the row. */
export const rulesOf = (row: Stored<AssignmentRules>): AssignmentRules => ({
  title: row.title,
  opensAt: sayIso(row.opensAt),
  dueAt: sayIso(row.dueAt),
  closesAt: sayIso(row.closesAt),
  graceMinutes: row.graceMinutes,
  latePercent: row.latePercent,
  limitMinutes: row.limitMinutes,
  attempts: row.attempts,
  counts: row.counts,
  feedback: row.feedback,
  tries: row.tries,
  draw: row.draw,
  hasShuffledQuestions: row.hasShuffledQuestions,
  hasShuffledOptions: row.hasShuffledOptions,
  hasSource: row.hasSource,
  word: row.word,
  weight: row.weight,
})
