import { z } from 'zod'
import { type Deed, may } from './access.ts'
import { isStoreAway } from './db.ts'
import { logFailure, logRefusal } from './log.ts'
import type { Outcome } from './outcome.ts'
import { type Pace, secondsToWait } from './pace.ts'
import type { Refusal } from './refusal-view.ts'
import { traced } from './traced.ts'
import type { Viewer } from './viewer.ts'

/** What stands at a door: the deed it lets in, and the shape of what may be carried through. */
export interface Door<Input> {
  readonly deed: Deed
  readonly input: z.ZodType<Input>
  /** 'checked-by-work': the work asks, in the statement that stores something, whether the viewer's session still lives. */
  readonly session?: 'checked-by-work'
  /** What costs more than reading does is counted, and refused where it is asked for too often. */
  readonly pace?: Pace
  /** 'anywhere': a request from elsewhere carries its own proof in the address; its body is not read. For routes alone. */
  readonly from?: 'anywhere'
  /** The body is a file of at most so many bytes, which comes as `bytes` beside what the query says of it. For routes alone. */
  readonly file?: { readonly limit: number }
  /** The most bytes that may be carried through, where a file is; for routes alone. */
  readonly most?: number
}

/** The input of what needs none. */
export const nothing = z.strictObject({})

/** The work behind a door. It sees only input that was read by the door's schema; `asked` is the request's headers. */
export type Work<Input, Result> = (viewer: Viewer, input: Input, asked: Headers) => Promise<Outcome<Result>>

/**
 * The order of every door: who is known by now; may they; is it sound; is it not too often; then the work. Expected refusals come back as
 * values, and nothing is thrown: a database that is away is 'busy', any other failure is logged without its content
 * and 'failed'. Who may not is told what is told of a thing that is not there.
 */
export const pass = <Input, Result>(
  ...door: Parameters<typeof walkThrough<Input, Result>>
): Promise<Outcome<Result>> =>
  traced(
    door[0].deed,
    () => walkThrough(...door),
    (outcome) => ('refused' in outcome ? outcome.refused : 'done'),
  )

async function walkThrough<Input, Result>(
  door: Door<Input>,
  who: () => Promise<Viewer>,
  readInput: () => Promise<unknown>,
  work: Work<Input, Result>,
  asked: Headers,
): Promise<Outcome<Result>> {
  try {
    const viewer = await who()
    if (!may(viewer.role, door.deed)) {
      logRefusal(door.deed, 'not-theirs', viewer)
      return missing(viewer)
    }
    const input = door.input.safeParse(await readInput())
    if (!input.success) {
      logRefusal(door.deed, 'unsound', viewer)
      return isAboutPath(input.error) ? missing(viewer) : { refused: 'invalid' }
    }
    const after = door.pace === undefined ? null : await secondsToWait(door.pace, viewer, asked)
    if (after !== null) return { refused: 'too-often', after }
    const outcome = await work(viewer, input.data, asked)
    return 'refused' in outcome && outcome.refused === 'not-found' ? missing(viewer) : outcome
  } catch (error) {
    if (error instanceof Refused) {
      if (error.refusal === 'bad-origin') logRefusal(door.deed, error.refusal)
      return { refused: error.refusal }
    }
    if (isStoreAway(error)) return { refused: 'busy' }
    logFailure(door.deed, error)
    return { refused: 'failed' }
  }
}

/** What is told of a thing that is not there, or not theirs: whoever's session has ended may yet find it. */
const missing = ({ isSignedOut }: Viewer): { readonly refused: Refusal } => ({
  refused: isSignedOut ? 'signed-out' : 'not-found',
})

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
