import { headers } from 'next/headers'
import { notFound, redirect } from 'next/navigation'
import { type Deed, may } from './access.ts'
import { logRefusal } from './log.ts'
import { type Pace, secondsToWait } from './pace.ts'
import type { Viewer } from './viewer.ts'
import { viewerOf } from './viewer-of.ts'

/**
 * The door of a page: who is asking, when they may do the deed; else the page is not there. A guest before what any member
 * may do is sent to sign in; who came by another service says first how old they are, once.
 */
export async function enter(deed: Deed): Promise<Viewer> {
  const viewer = await viewerOf((await headers()).get('cookie'))
  if (may(viewer.role, deed)) {
    if (viewer.owesAge && deed !== 'say-own-age') redirect('/age')
    return viewer
  }
  logRefusal(deed, 'not-theirs', viewer)
  if (viewer.role === 'guest' && may('learner', deed)) redirect('/sign-in')
  notFound()
}

/** Whether what a page is asked for, beyond being read, has been asked for too often; counted once a call. The page then says so. */
export async function isTooOften(viewer: Viewer, pace: Pace): Promise<boolean> {
  return (await secondsToWait(pace, viewer, await headers())) !== null
}
