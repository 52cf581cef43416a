import { cookies, headers } from 'next/headers'
import { type Door, pass, Refused, type Work } from './door.ts'
import { isOwnOrigin } from './origin.ts'
import { refusal } from './outcome.ts'
import type { ErrorReply } from './refusal-view.ts'
import { viewerOf } from './viewer-of.ts'

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
    const who = () => viewerOf(asked.get('cookie'))
    const outcome = await pass(door, who, readInput, work, asked)
    if ('refused' in outcome) return refusal(outcome.refused)
    for (const { name, value, ...options } of outcome.cookies ?? [])
      (await cookies()).set(name, value, options)
    return { done: outcome.done }
  }

const readForm = (form: FormData): Record<string, FormDataEntryValue> =>
  Object.fromEntries([...form].filter(([name]) => !name.startsWith('$')))
