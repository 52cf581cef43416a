import { findSession, ownerOf, type SessionOwner } from './accounts/sessions.ts'
import { readToken, SESSION_COOKIE } from './accounts/token.ts'
import { readCookie } from './cookie.ts'
import { guestOf } from './guest.ts'
import { asGuest, type Viewer } from './viewer.ts'

const asMember = (sessionId: string, { personId, role, owesAge }: SessionOwner): Viewer => ({
  personId,
  role,
  sessionId,
  ...(owesAge ? { owesAge: true as const } : {}),
})

/** Who sends a request with this Cookie header: the member whose session it shows, while that session lives; else a guest. */
export async function viewerOf(cookieHeader: string | null): Promise<Viewer> {
  const sessionId = await sessionOf(cookieHeader)
  if (sessionId === null) return asGuest(guestOf(cookieHeader))
  const owner = await findSession(sessionId)
  return owner ? asMember(sessionId, owner) : { ...asGuest(guestOf(cookieHeader)), isSignedOut: true }
}

/**
 * Who a request with this Cookie header claims to come from, without asking whether the session still lives: for work
 * that checks `sessionId` in the very statement that stores something.
 */
export async function claimedViewerOf(cookieHeader: string | null): Promise<Viewer> {
  const sessionId = await sessionOf(cookieHeader)
  if (sessionId === null) return asGuest(guestOf(cookieHeader))
  const owner = await ownerOf(sessionId)
  return owner ? asMember(sessionId, owner) : { ...asGuest(guestOf(cookieHeader)), isSignedOut: true }
}

async function sessionOf(cookieHeader: string | null): Promise<string | null> {
  const token = readCookie(cookieHeader, SESSION_COOKIE)
  return token === undefined ? null : readToken(token)
}
