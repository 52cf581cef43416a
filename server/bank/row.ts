import type { QuestionRow } from './view.ts'

/** What of a question stands in a list: columns of a version `v`; they want ROW_ORIGIN among the joins. */
export const ROW = `v.question_id AS question, v.id AS version, v.kind, v.stem, b.level,
  coalesce(b.needs_article, (v.body #>> '{question,needsArticle}')::boolean) AS "needsArticle",
  jsonb_array_length(v.body #> '{question,evidence}') > 0 AS "isSourced",
  a.slug, r.title, tally.answered, tally.answered_right AS "right"`

/** Its article in the revision it was made from, and what the bank knows of it. */
export const PLACE = `
  JOIN revision r ON r.id = v.revision_id
  JOIN article a ON a.id = r.article_id
  JOIN question q ON q.id = v.question_id
  LEFT JOIN bank_item b ON b.version_id = v.id`

/** How it was answered: the sum of its shards. */
export const TALLY = `
  CROSS JOIN LATERAL (
    SELECT coalesce(sum(t.answered), 0)::int AS answered, coalesce(sum(t.answered_right), 0)::int AS answered_right
    FROM question_tally t WHERE t.version_id = v.id
  ) tally`

/** All that the columns of ROW come from. */
export const ROW_ORIGIN = `${PLACE} ${TALLY}`

/** The columns of ROW alone, of a row that may have more. */
export const tellRow = ({
  question,
  version,
  kind,
  stem,
  level,
  needsArticle,
  isSourced,
  slug,
  title,
  answered,
  right,
}: QuestionRow): QuestionRow => ({
  ...{ question, version, kind, stem, level, needsArticle, isSourced, slug, title, answered, right },
})
