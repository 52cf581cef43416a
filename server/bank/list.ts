import { pool } from '../db.ts'
import { ASKED, searchValues } from '../library/asked-words.ts'
import { MAY_FIND } from '../questions/of-desk.ts'
import type { Viewer } from '../viewer.ts'
import { PLACE, ROW, ROW_ORIGIN, TALLY, tellRow } from './row.ts'
import type { BankPage, BankQuery, BankRow, Measured, Use } from './view.ts'

/** Questions on a page of the bank. */
export const PAGE = 25

/** So many are counted; beyond them a figure tells nobody anything. */
const MOST_COUNTED = 1000

/** From fewer answers nobody knows how hard a question is. */
const ENOUGH = 10

const MEASURES: { readonly [M in Measured]: string } = {
  easy: `tally.answered >= ${ENOUGH} AND tally.answered_right >= 0.8 * tally.answered`,
  medium: `tally.answered >= ${ENOUGH} AND tally.answered_right >= 0.5 * tally.answered
    AND tally.answered_right < 0.8 * tally.answered`,
  hard: `tally.answered >= ${ENOUGH} AND tally.answered_right < 0.5 * tally.answered`,
  unknown: `tally.answered < ${ENOUGH}`,
}

/**
 * A set that the viewer keeps has a version of the question in it; `viewer` adds their id to the values and gives its place. A
 * list is made once, and the bank looked through by it: one teacher's sets are few, however large it is.
 */
const inSetOf = (viewer: () => string) => `v.question_id = ANY(ARRAY(
  SELECT o.question_id FROM teacher_set t JOIN quiz_set_item i ON i.set_id = t.set_id
  JOIN question_version o ON o.id = i.version_id
  WHERE t.owner_id = ${viewer()} AND t.archived_at IS NULL))`
/** A version of the question has been asked, whoever was asked. */
const WAS_ASKED = `EXISTS (
  SELECT FROM question_version o JOIN attempt_item i ON i.version_id = o.id WHERE o.question_id = v.question_id)`

const USED: { readonly [U in Use]: (viewer: () => string) => string } = {
  mine: inSetOf,
  asked: () => WAS_ASKED,
  never: (viewer) => `NOT ${inSetOf(viewer)} AND NOT ${WAS_ASKED}`,
}

/** Terms that a version of the bank must fulfil; values are added behind those that stand already, of which the words come first. */
function termsOf(query: BankQuery, viewer: string | null, values: unknown[]): string[] {
  const { q, article, title, concept, kind, level, measured, used, tag } = query
  const add = (value: unknown): string => `$${values.push(value)}`
  const terms = [
    'NOT EXISTS (SELECT FROM withdrawal w WHERE w.version_id = v.id)',
    MAY_FIND('q', add(viewer), 'a.owner_id'),
  ]
  if (q !== undefined) terms.push(`to_tsvector('english', v.stem) @@ ${ASKED}`)
  if (article !== undefined) terms.push(`a.slug = ${add(article)}`)
  if (title !== undefined)
    terms.push(`to_tsvector('english', r.title) @@ websearch_to_tsquery('english', ${add(title)})`)
  if (concept !== undefined) terms.push(`r.concepts @> ARRAY[${add(concept)}]`)
  if (kind !== undefined) terms.push(`v.kind = ${add(kind)}`)
  if (level !== undefined) terms.push(`b.level = ${add(level)}`)
  if (measured !== undefined) terms.push(MEASURES[measured])
  if (used !== undefined) terms.push(USED[used](() => add(viewer)))
  if (tag !== undefined)
    terms.push(
      `v.question_id = ANY(ARRAY(
         SELECT g.question_id FROM question_tag g WHERE g.owner_id = ${add(viewer)} AND g.word = ${add(tag)}))`,
    )
  return terms
}

/** A page of the questions that stand, the newest first, with the viewer's own words on them. */
export async function listBank({ personId }: Viewer, query: BankQuery): Promise<BankPage> {
  const values: unknown[] = query.q === undefined ? [] : searchValues(query.q)
  const terms = termsOf(query, personId, values).join(' AND ')
  const counted = [...values]
  const owner = `$${values.push(personId)}`
  const after = query.after === undefined ? '' : `AND v.id < $${values.push(query.after)}`
  const [{ rows }, { rows: counts }] = await Promise.all([
    pool().query<BankRow>(
      `SELECT ${ROW}, ${tagsOf(owner)} AS tags FROM question_version v ${ROW_ORIGIN}
       WHERE ${terms} ${after} ORDER BY v.id DESC LIMIT ${PAGE + 1}`,
      values,
    ),
    pool().query<{ count: number }>(
      `SELECT count(*)::int AS count FROM (
         SELECT FROM question_version v ${PLACE} ${query.measured === undefined ? '' : TALLY} WHERE ${terms} LIMIT ${MOST_COUNTED + 1}
       ) counted`,
      counted,
    ),
  ])
  const shown = rows.slice(0, PAGE)
  const total = counts[0]?.count ?? 0
  return {
    rows: shown.map((row) => ({ ...tellRow(row), tags: row.tags })),
    total: Math.min(total, MOST_COUNTED),
    isMore: total > MOST_COUNTED,
    next: rows.length > PAGE ? (shown.at(-1)?.version ?? null) : null,
  }
}

/** The words of a person on the question of a version `v`; `owner` is the place of their id among the values. */
export const tagsOf = (owner: string): string => `ARRAY(
  SELECT g.word FROM question_tag g WHERE g.question_id = v.question_id AND g.owner_id = ${owner}
  ORDER BY lower(g.word), g.word)`
