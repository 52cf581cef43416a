import { randomUUID } from 'node:crypto'
import type { StartReply } from '#server/attempts/view'
import { answerTo } from '../support/answers.ts'
import type { createSender, Shot } from './load.ts'

/** How long the parts of a quiz took, in milliseconds. */
export interface Taken {
  /** Beginning it and opening its page: what both ask of the store. The page itself is a file. */
  readonly page: number
  /** Each answer until it was saved. */
  readonly saves: readonly number[]
}

/** Somebody takes a quiz as a test, from the click to handing it in; a new guest when there is no cookie. */
export async function takeQuiz(
  { send }: ReturnType<typeof createSender>,
  { set, cookie }: { readonly set: string; readonly cookie?: string | undefined },
): Promise<Taken> {
  let own = cookie
  const ask = async (shot: Shot) => {
    const began = performance.now()
    const reply = await send({ ...shot, ...(own ? { cookie: own } : {}) })
    if (reply.status >= 300) throw new Error(`${shot.path} gave ${reply.status}: ${reply.text()}`)
    return { reply, took: performance.now() - began }
  }
  const start = await ask({
    path: '/api/attempts',
    body: { set, mode: 'test', key: randomUUID(), anew: true },
  })
  const { attempt, view } = JSON.parse(start.reply.text()) as StartReply
  own ??= start.reply.headers['set-cookie']?.[0]?.split(';')[0]
  const page = await ask({ path: `/api/attempts/${attempt}` })
  const saves: number[] = []
  for (const { position, shown } of view.items) {
    const answer = answerTo(shown, position)
    const body = { position, sequence: 1, key: randomUUID(), answer, check: false }
    saves.push((await ask({ path: `/api/attempts/${attempt}/responses`, body })).took)
  }
  await ask({ path: `/api/attempts/${attempt}/submit`, body: {} })
  return { page: start.took + page.took, saves }
}
