import type { Viewer } from '../viewer.ts'
import { isFreshlySignedIn } from './confirm-owner.ts'
import { connectService, findByService, type Vouched } from './identity.ts'
import { noteSignInRefused } from './note-sign-in.ts'
import { afterService } from './sign-in.ts'

/** Whom a service lets in, or the path of ours that the browser goes to instead. */
type Arrived = { readonly personId: string } | { readonly path: string }

/**
 * What follows when somebody comes back from another service. Who is signed in already connects it, soon after signing in
 * and with the session as it is; anybody else is let in by it, or sent on to type the code of their app. What is refused is
 * said where they came from, and written down.
 */
export async function signInByService(
  vouched: Vouched,
  viewer: Viewer,
  invitation: string | null,
): Promise<Arrived> {
  const member = viewer.role === 'guest' ? null : viewer.personId
  const page = member === null ? '/sign-in' : '/account'
  const found = await find(vouched, viewer, member, invitation)
  if ('refused' in found) {
    await noteSignInRefused(member, found.refused, vouched.provider)
    return { path: `${page}?error=${found.refused}` }
  }
  if (member !== null) return { path: page }
  const { personId } = found
  const next = await afterService(personId)
  if ('refused' in next) {
    await noteSignInRefused(personId, next.refused, vouched.provider)
    return { path: `${page}?error=${next.refused}` }
  }
  // Behind '#', where no server and no log reads it.
  return next.owes === null ? { personId } : { path: `${page}#${next.owes}` }
}

const find = async (vouched: Vouched, viewer: Viewer, member: string | null, invitation: string | null) => {
  if (member === null) return findByService(vouched, invitation)
  return (await isFreshlySignedIn(viewer))
    ? connectService(vouched, member)
    : ({ refused: 'sign-in-again' } as const)
}
