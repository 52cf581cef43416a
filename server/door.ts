import type { z } from 'zod'
import { type Deed, may } from './access.ts'
import type { Refusal } from './attempts/view.ts'
import { isStoreAway } from './db.ts'
import { logFailure } from './log.ts'
import type { Outcome } from './outcome.ts'
import type { Viewer } from './session.ts'

/** What stands at a door: the deed it lets in, and the shape of what may be carried through. */
export interface Door<Input> {
  readonly deed: Deed
  readonly input: z.ZodType<Input>
}

/** The work behind a door. It sees only input that was read by the door's schema. */
export type Work<Input, Result> = (viewer: Viewer, input: Input) => Promise<Outcome<Result>>

/**
 * The order of every door: who is known by now; may they; is it sound; then the work. Expected refusals come back as
 * values, and nothing is thrown: a database that is away is 'busy', any other failure is logged without its content
 * and 'failed'. Who may not is told what is told of a thing that is not there.
 */
export async function pass<Input, Result>(
  door: Door<Input>,
  viewer: Viewer,
  readInput: () => Promise<unknown>,
  work: Work<Input, Result>,
): Promise<Outcome<Result>> {
  try {
    if (!may(viewer.role, door.deed)) return { refused: 'not-found' }
    const input = door.input.safeParse(await readInput())
    if (!input.success) return { refused: isAboutPath(input.error) ? 'not-found' : 'invalid' }
    return await work(viewer, input.data)
  } catch (error) {
    if (error instanceof Refused) return { refused: error.refusal }
    if (isStoreAway(error)) return { refused: 'busy' }
    logFailure(door.deed, error)
    return { refused: 'failed' }
  }
}

/** Thrown while input is read, where no value can be returned. */
export class Refused extends Error {
  readonly refusal: Refusal
  constructor(refusal: Refusal) {
    super(refusal)
    this.refusal = refusal
  }
}

/** An id in the address that cannot be one is a thing that is not there. */
const isAboutPath = (error: z.ZodError): boolean => error.issues.every(({ path }) => path[0] === 'id')
