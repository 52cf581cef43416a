import http from 'node:http'
import { afterEach, expect, test } from 'vitest'
import { register } from '../../instrumentation.ts'
import { listen } from '../support/listen.ts'

afterEach(() => {
  delete process.env.TRUST_PROXY
  delete process.env.NEXT_RUNTIME
})

/** What a server sees of where a request comes from that says it comes from elsewhere. */
async function seen(): Promise<string | string[] | undefined> {
  const server = http.createServer((request, reply) => reply.end(String(request.headers['x-forwarded-for'])))
  const { port, stop } = await listen(server)
  const reply = await fetch(`http://127.0.0.1:${port}/`, { headers: { 'x-forwarded-for': '203.0.113.9' } })
  const text = await reply.text()
  await stop()
  return text
}

test('where a request comes from is what its connection says, unless a proxy of our own says it', async () => {
  process.env.NEXT_RUNTIME = 'nodejs'
  process.env.TRUST_PROXY = '1'
  await register()
  expect(await seen()).toBe('203.0.113.9')
  process.env.TRUST_PROXY = '0'
  await register()
  expect(await seen()).toBe('127.0.0.1')
})
