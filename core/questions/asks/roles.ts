import type { Finding, RoleFinding } from '../../facts/finding.ts'
import { grouped } from '../../grouped.ts'

/** The roles an article states, by who holds them and by title, each list in the order of the text. */
export interface Roles {
  readonly byPerson: ReadonlyMap<string, readonly RoleFinding[]>
  readonly byTitle: ReadonlyMap<string, readonly RoleFinding[]>
  /** Those of one title at one organisation. */
  readonly at: (title: string, organisation: string) => readonly RoleFinding[]
}

/** Gathers the roles once for all the questions about them. */
export function rolesIn(findings: readonly Finding[]): Roles {
  const roles = findings.filter((finding): finding is RoleFinding => finding.family === 'role')
  const postOf = (title: string, organisation: string | undefined): string =>
    JSON.stringify([title, organisation])
  const byPost = grouped(roles, ({ title, organisation }) => postOf(title, organisation))
  return {
    byPerson: grouped(roles, ({ person }) => person),
    byTitle: grouped(roles, ({ title }) => title),
    at: (title, organisation) => byPost.get(postOf(title, organisation)) ?? [],
  }
}
