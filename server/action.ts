import { cookies, headers } from 'next/headers'
import type { ErrorReply } from './attempts/view.ts'
import { type Door, pass, Refused, type Work } from './door.ts'
import { isOwnOrigin } from './origin.ts'
import { refusal } from './outcome.ts'
import { viewerOf } from './session.ts'

/** What a server action answers: what was done, or why not, in words that may be shown. */
export type ActionReply<Result> = { readonly done: Result } | ErrorReply

/**
 * A server action: the twin of `route`. The input is the one argument; a form arrives as an object of its fields
 * (Next's own fields, which start with '$', left out). Next lets actions in without an Origin header; this does not.
 */
export const action =
  <Input, Result>(door: Door<Input>, work: Work<Input, Result>) =>
  async (sent: unknown): Promise<ActionReply<Result>> => {
    const asked = await headers()
    const readInput = async (): Promise<unknown> => {
      if (!isOwnOrigin(asked)) throw new Refused('bad-origin')
      return sent instanceof FormData ? readForm(sent) : sent
    }
    const outcome = await pass(door, viewerOf(asked.get('cookie')), readInput, work)
    if ('refused' in outcome) return refusal(outcome.refused)
    if (outcome.cookie) {
      const { name, value, ...options } = outcome.cookie
      ;(await cookies()).set(name, value, options)
    }
    return { done: outcome.done }
  }

const readForm = (form: FormData): Record<string, FormDataEntryValue> =>
  Object.fromEntries([...form].filter(([name]) => !name.startsWith('$')))
