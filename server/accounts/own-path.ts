const SOMEWHERE = 'http://here.invalid'

/** The path of ours that an address from outside names; '/me' for anything that leads elsewhere, however it is written. */
export function ownPath(asked: unknown): string {
  if (typeof asked !== 'string' || !asked.startsWith('/') || !URL.canParse(asked, SOMEWHERE)) return '/me'
  const { origin, pathname, search } = new URL(asked, SOMEWHERE)
  return origin === SOMEWHERE && !pathname.startsWith('//') ? pathname + search : '/me'
}
