import { MAY_READ } from '../articles/may-read.ts'

/** SQL: whether a person works at a desk. */
export const AT_DESK = (desk: string, person: string): string =>
  `EXISTS (SELECT FROM desk_teacher w WHERE w.desk_id = ${desk} AND w.person_id = ${person})`

/**
 * SQL: whether a person finds the question `q`: those of articles they may read, and what was written at a desk of theirs.
 * `owner` is that of its article, where the query has it at hand.
 */
export const MAY_FIND = (
  q: string,
  person: string,
  owner = `(SELECT its.owner_id FROM article its WHERE its.id = ${q}.article_id)`,
): string =>
  `CASE WHEN ${q}.desk_id IS NULL THEN ${MAY_READ(owner, person)} ELSE ${AT_DESK(`${q}.desk_id`, person)} END`
