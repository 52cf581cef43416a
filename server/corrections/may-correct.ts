import type { Viewer } from '../viewer.ts'

/** SQL: whether a person corrects the article with that owner: their own, and an admin the house's. */
export const MAY_CORRECT = (owner: string, person: string, isAdmin: string): string =>
  `CASE WHEN ${owner} IS NULL THEN ${isAdmin} ELSE ${owner} = ${person} END`

export const isAdmin = ({ role }: Viewer): boolean => role === 'admin'
