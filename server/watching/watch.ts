import type { z } from 'zod'
import { type placeSchema, teachesAssignment } from '../assignments/taught.ts'
import { EventStream, type Outcome } from '../outcome.ts'
import type { Viewer } from '../viewer.ts'
import { openStream } from './streams.ts'

/** Events that say when something changes in an assignment of the viewer's; what it is has to be asked for. */
export async function watchAssignment(
  viewer: Viewer,
  named: z.output<typeof placeSchema>,
): Promise<Outcome<EventStream>> {
  const { personId: person, sessionId: session } = viewer
  if (person === null || session === undefined || !(await teachesAssignment(viewer, named)))
    return { refused: 'not-found' }
  const events = openStream({ person, session, assignment: named.assignment })
  return events ? { done: new EventStream(events) } : { refused: 'busy' }
}
