import { type Reply, UNREACHED } from './reply.ts'

/** Sends a body to one of our own routes, whatever it is: what came of it, or why not. */
export async function send<Result>(path: string, type: string, body: BodyInit): Promise<Reply<Result>> {
  try {
    const response = await fetch(path, {
      method: 'POST',
      headers: { 'content-type': type },
      body,
      credentials: 'same-origin',
    })
    const reply = await response.json()
    return response.ok ? { done: reply as Result } : reply
  } catch {
    return { error: 'failed', message: UNREACHED }
  }
}
