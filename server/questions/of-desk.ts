/** SQL: whether a person works at a desk. */
export const AT_DESK = (desk: string, person: string): string =>
  `EXISTS (SELECT FROM desk_teacher w WHERE w.desk_id = ${desk} AND w.person_id = ${person})`

/** SQL: whether a person finds the question `q`: the house's own, and what was written at a desk of theirs. */
export const MAY_FIND = (q: string, person: string): string =>
  `(${q}.desk_id IS NULL OR ${AT_DESK(`${q}.desk_id`, person)})`
