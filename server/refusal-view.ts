/** Why a request was not done, each with its HTTP status. What is missing and what is someone else's are one. */
export const REFUSALS = {
  'not-found': 404,
  'bad-origin': 403,
  'too-large': 413,
  invalid: 400,
  'key-reused': 409,
  'other-tab': 409,
  'already-final': 409,
  'handed-in': 409,
  'not-yet': 409,
  'answer-first': 409,
  'nothing-to-ask': 409,
  'signed-out': 401,
  'wrong-password': 401,
  'not-your-password': 401,
  'sign-in-again': 401,
  'totp-needed': 401,
  'totp-wrong': 401,
  'code-spent': 401,
  throttled: 429,
  suspended: 403,
  'mail-taken': 409,
  'service-taken': 409,
  'service-away': 503,
  'common-password': 400,
  'too-young': 403,
  'by-invitation': 403,
  'last-admin': 409,
  'last-way-in': 409,
  'no-mail': 409,
  archived: 409,
  'no-such-class': 404,
  'no-teacher': 409,
  'last-teacher': 409,
  'no-slip': 409,
  busy: 503,
  failed: 500,
} as const
export type Refusal = keyof typeof REFUSALS

/** A refusal as a client reads it; `message` is a sentence that may be shown. */
export interface ErrorReply {
  readonly error: Refusal
  readonly message: string
}
