import type { Finding, RoleFinding } from '../../facts/finding.ts'

/** The roles an article states, by who holds them and by title, each list in the order of the text. */
export interface Roles {
  readonly byPerson: ReadonlyMap<string, readonly RoleFinding[]>
  readonly byTitle: ReadonlyMap<string, readonly RoleFinding[]>
  /** Those of one title at one organisation. */
  readonly at: (title: string, organisation: string) => readonly RoleFinding[]
}

function grouped(
  roles: readonly RoleFinding[],
  keyOf: (role: RoleFinding) => string,
): Map<string, RoleFinding[]> {
  const groups = new Map<string, RoleFinding[]>()
  for (const role of roles) {
    const group = groups.get(keyOf(role))
    if (group) group.push(role)
    else groups.set(keyOf(role), [role])
  }
  return groups
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
