/**
 * SQL: whether a person may read the article with that owner: what nobody owns everyone reads, what somebody has brought in
 * they themselves and who is in a class that they teach.
 */
export const MAY_READ = (owner: string, person: string): string =>
  `(${owner} IS NULL OR ${owner} = ${person} OR EXISTS (
    SELECT FROM enrolment taught JOIN enrolment there ON there.class_id = taught.class_id
    WHERE taught.person_id = ${owner} AND taught.role = 'teacher' AND taught.left_at IS NULL
      AND there.person_id = ${person} AND there.left_at IS NULL))`
