import { headers } from 'next/headers'
import { notFound } from 'next/navigation'
import { type Deed, may } from './access.ts'
import { type Viewer, viewerOf } from './session.ts'

/** The door of a page: who is asking, when they may do the deed; else the page is not there. */
export async function enter(deed: Deed): Promise<Viewer> {
  const viewer = viewerOf((await headers()).get('cookie'))
  if (!may(viewer.role, deed)) notFound()
  return viewer
}
