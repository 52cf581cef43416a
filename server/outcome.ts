import { type ErrorReply, REFUSALS, type Refusal } from './attempts/view.ts'
import type { Cookie } from './session.ts'

/** What came of a piece of work: something done, or a refusal that was to be expected. Everything else is thrown. */
export type Outcome<Result> =
  | { readonly done: Result; readonly cookie?: Cookie; readonly created?: boolean }
  | { readonly refused: Refusal }

/** The words for each refusal. What is missing and what is someone else's sound the same. */
const WORDS: { readonly [R in Refusal]: string } = {
  'not-found': 'There is nothing here.',
  'bad-origin': 'This request did not come from a page of this site.',
  'too-large': 'That is more than can be taken at once.',
  invalid: 'That could not be read as an answer to this.',
  'key-reused': 'This was sent before with something else in it. Load the page again.',
  'other-tab': 'You have answered this in another tab. Load the page again to see that answer.',
  'already-final': 'This answer has been checked and can no longer change.',
  'handed-in': 'This quiz has been handed in.',
  'not-yet': 'That is shown once the quiz has been handed in.',
  busy: 'The server is busy or starting. Your answer is not saved yet; try again in a moment.',
  failed: 'Something went wrong on our side. It has been noted.',
}

/** A refusal as the client reads it. */
export const refusal = (error: Refusal): ErrorReply => ({ error, message: WORDS[error] })

/** Its HTTP status. */
export const statusOf = (error: Refusal): number => REFUSALS[error]

/** A document or picture that is no JSON and the same for everyone, as the result of a route. */
export class PlainDocument {
  readonly body: string | Uint8Array<ArrayBuffer>
  readonly type: string
  constructor(body: string | Uint8Array<ArrayBuffer>, type: string) {
    this.body = body
    this.type = type
  }
}
