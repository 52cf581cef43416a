/**
 * SQL: joins to the rows of `attempt_item i` the answer that counts, `last`, which is the one with the highest sequence
 * number, and what came of its tries, `t`: how many there were, the last one's number, and how sure the first one was. Their
 * columns are null where nothing was answered, or tried.
 */
export const COUNTING = `
  LEFT JOIN LATERAL (
    SELECT answer, sequence, saved_at, confidence, tried, seconds FROM response
    WHERE attempt_id = i.attempt_id AND position = i.position ORDER BY sequence DESC LIMIT 1
  ) last ON true
  LEFT JOIN LATERAL (
    SELECT max(tried) AS used, max(sequence) FILTER (WHERE tried IS NOT NULL) AS sequence,
      max(confidence) FILTER (WHERE tried = 1) AS confidence
    FROM response WHERE attempt_id = i.attempt_id AND position = i.position
  ) t ON true`

/** SQL, beside COUNTING: which try the answer that counts is; the next one's number where it was not tried. */
export const WHICH_TRY = `coalesce(t.used, 0) + (last.tried IS NULL)::int`

/** SQL: joins to the rows of `attempt_item i` the first try, `given`; the last answer, where none was tried. */
export const FIRST_TRY = `
  LEFT JOIN LATERAL (
    SELECT answer, seconds, confidence FROM response WHERE attempt_id = i.attempt_id AND position = i.position
    ORDER BY tried = 1 DESC NULLS LAST, sequence DESC LIMIT 1
  ) given ON true`

/** SQL: whether the key of `attempt_item i` has left with an offline pack. */
export const IS_HANDED_OUT = `EXISTS (SELECT FROM handed_out h
  WHERE h.attempt_id = i.attempt_id AND h.position = i.position)`

/**
 * SQL about `attempt a`: since when what came of it may be told where it is a test. Of an assignment its teacher has laid
 * that down (tell_attempts in the migrations); one's own is told when it is handed in.
 */
export const TOLD_AT = '(CASE WHEN a.assignment_id IS NULL THEN a.submitted_at ELSE a.told_at END)'

/** SQL about `attempt_item i` of `attempt a`: since when its mark may be told and used; null as long as it may not. */
export const KNOWN_AT = `(CASE WHEN a.mode = 'practice' OR a.assignment_id IS NULL THEN i.final_at
  WHEN a.told_at IS NOT NULL THEN greatest(i.final_at, a.told_at) END)`
