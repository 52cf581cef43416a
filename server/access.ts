/** What a viewer may be. A guest has no account; contracts.md says how the others come to be. */
export const ROLES = ['guest', 'learner', 'teacher', 'admin'] as const
export type Role = (typeof ROLES)[number]

/** Everything someone may do, and who may. Whose thing it is stands in the `where` of each query, not here. */
const DEEDS = {
  'read-articles': ['guest', 'learner', 'teacher', 'admin'],
  'start-attempt': ['guest', 'learner', 'teacher', 'admin'],
  'take-attempt': ['guest', 'learner', 'teacher', 'admin'],
  'keep-offline': ['guest', 'learner', 'teacher', 'admin'],
  'see-own-scores': ['guest', 'learner', 'teacher', 'admin'],
  // An account is erased with its person, which is another deed.
  'forget-own-scores': ['guest'],
  'flag-question': ['guest', 'learner', 'teacher', 'admin'],
  'review-facts': ['guest', 'learner', 'teacher', 'admin'],
  'read-notices': ['guest', 'learner', 'teacher', 'admin'],
  'ask-for-letter': ['guest', 'learner', 'teacher', 'admin'],
  'confirm-mail': ['guest', 'learner', 'teacher', 'admin'],
  'stop-mail': ['guest', 'learner', 'teacher', 'admin'],
  'sign-in': ['guest', 'learner', 'teacher', 'admin'],
  'sign-up': ['guest'],
  'reset-password': ['guest', 'learner', 'teacher', 'admin'],
  'sign-out': ['guest', 'learner', 'teacher', 'admin'],
  'export-own-data': ['guest', 'learner', 'teacher', 'admin'],
  'keep-own-account': ['learner', 'teacher', 'admin'],
  'say-own-age': ['learner', 'teacher', 'admin'],
  'come-to-class': ['guest', 'learner', 'teacher', 'admin'],
  'join-class': ['learner', 'teacher', 'admin'],
  'take-assignment': ['learner', 'teacher', 'admin'],
  'teach-class': ['teacher', 'admin'],
  'make-sets': ['teacher', 'admin'],
  'correct-articles': ['teacher', 'admin'],
  'decide-flags': ['teacher', 'admin'],
  'administer-people': ['admin'],
  'read-audit-trail': ['admin'],
  'change-school': ['admin'],
  'see-how-it-runs': ['admin'],
  'ask-whether-it-runs': ['guest', 'learner', 'teacher', 'admin'],
  // No role: whoever shows the token (server/program-route.ts).
  'read-metrics': [],
} as const satisfies Record<string, readonly Role[]>

export type Deed = keyof typeof DEEDS

/** The deeds of the table, in its order. */
export const deeds = Object.keys(DEEDS) as Deed[]

/** Whether the role may do the deed. A deed or role the table does not know: no. */
export function may(role: Role, deed: Deed): boolean {
  if (!Object.hasOwn(DEEDS, deed)) return false
  return (DEEDS[deed] as readonly Role[]).includes(role)
}
