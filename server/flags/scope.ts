import { KNOWN_AT } from '../attempts/counting.ts'
import { MAY_CORRECT } from '../corrections/may-correct.ts'
import { AT_DESK } from '../questions/of-desk.ts'
import type { Viewer } from '../viewer.ts'

/**
 * SQL about `question q` of `article a`: whether the person decides about it everywhere. An admin about the house's own,
 * whoever works at its desk about what was written there, and who has brought an article in about its questions.
 */
export const OWNS = (person: string, isAdmin: string): string =>
  `CASE WHEN q.desk_id IS NOT NULL THEN ${AT_DESK('q.desk_id', person)}
     ELSE ${MAY_CORRECT('a.owner_id', person, isAdmin)} END`

/** SQL: whether the person teaches the class of `assignment g`, which stands. */
export const TEACHES_IT = (person: string): string =>
  `(g.removed_at IS NULL AND EXISTS (SELECT FROM enrolment mine WHERE mine.class_id = g.class_id
     AND mine.person_id = ${person} AND mine.role = 'teacher' AND mine.left_at IS NULL))`

/** SQL about `flag f`: whether it was raised in an assignment of a class that the person teaches. */
const RAISED_WITH = (person: string): string =>
  `EXISTS (SELECT FROM attempt t JOIN assignment g ON g.id = t.assignment_id WHERE t.id = f.attempt_id AND ${TEACHES_IT(person)})`

/** SQL about a `flag_decision d`: whether what it did still holds. */
const HOLDS = `(d.deed <> 'undone' AND NOT EXISTS (SELECT FROM flag_decision u WHERE u.version_id = d.version_id
  AND u.deed = 'undone' AND u.regrades && d.regrades))`

/**
 * SQL: the flags that a viewer sees, as rows of `seen`; $1 is who, $2 whether they are an admin. `is_owners`: whether they
 * decide about the question everywhere; `is_theirs`: whether it was raised with a class of theirs; `is_open`: whether
 * nobody has answered it who decides as far as they do. `where` narrows them.
 */
export const seenFlags = (where = 'true'): string => `
  SELECT f.*, scope.is_owners, scope.is_theirs, NOT EXISTS (
      SELECT FROM flag_outcome o JOIN flag_decision d ON d.id = o.decision_id
      WHERE o.flag_id = f.id AND (d.is_owners OR NOT scope.is_owners) AND ${HOLDS}) AS is_open
  FROM flag f JOIN question_version v ON v.id = f.version_id JOIN question q ON q.id = v.question_id
  JOIN article a ON a.id = q.article_id
  CROSS JOIN LATERAL (SELECT ${OWNS('$1::uuid', '$2::boolean')} AS is_owners, ${RAISED_WITH('$1::uuid')} AS is_theirs) scope
  WHERE (scope.is_owners OR scope.is_theirs) AND ${where}`

/** The values of `seenFlags`. */
export const seenBy = ({ personId, role }: Viewer): [string | null, boolean] => [personId, role === 'admin']

/** SQL: whether a person has met a question version in an assignment of which nothing is told to them yet. Then they hear nothing of a flag either. */
export const IS_WITHHELD = (person: string, version: string): string =>
  `EXISTS (SELECT FROM attempt a JOIN attempt_item i ON i.attempt_id = a.id
     WHERE a.person_id = ${person} AND a.assignment_id IS NOT NULL AND i.version_id = ${version} AND ${KNOWN_AT} IS NULL)`

/** SQL: whether a person has been told the key of a question version. */
export const KNOWS_KEY = (person: string, version: string): string =>
  `EXISTS (SELECT FROM attempt a JOIN attempt_item i ON i.attempt_id = a.id
     WHERE a.person_id = ${person} AND i.version_id = ${version} AND ${KNOWN_AT} IS NOT NULL)`
