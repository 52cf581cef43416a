'use client'

import { useState } from 'react'
import type { ProviderView } from '#server/accounts/view'
import { Problem } from '#ui/form/problem.tsx'
import type { Reply } from '#ui/form/reply.ts'
import { addressOfService } from './sign-in.ts'

interface Props {
  readonly providers: readonly ProviderView[]
  /** 'Sign in with' */
  readonly words: string
  readonly next: string
  /** What is to be done before leaving; its refusal is said, and nobody leaves. */
  readonly before?: () => Promise<Reply<unknown>>
}

/** A button for each other service that can vouch for somebody. */
export function Providers({ providers, words, next, before }: Props) {
  const [problem, setProblem] = useState<string | null>(null)
  if (providers.length === 0) return null
  const visit = async (provider: string) => {
    const ready = await before?.()
    if (ready && !('done' in ready)) return setProblem(ready.message)
    const address = await addressOfService(provider, next)
    if (typeof address === 'string') location.assign(address)
    else setProblem(address.message)
  }
  return (
    <div className="providers">
      {providers.map(({ id, name }) => (
        <button key={id} type="button" className="button" data-quiet="" onClick={() => visit(id)}>
          {words} {name}
        </button>
      ))}
      <Problem words={problem} />
    </div>
  )
}
