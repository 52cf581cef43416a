import type { ErrorReply } from '#server/refusal-view'

/** What a server action answers. */
export type Reply<Result> = { readonly done: Result } | ErrorReply

/** A server action as a page hands it down. */
export type Act<Result> = (sent: unknown) => Promise<Reply<Result>>

/** What is said where no answer came. */
export const UNREACHED = 'The server cannot be reached. Try again in a moment.'
