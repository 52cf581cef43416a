import http from 'node:http'
import { afterEach, beforeEach, describe, expect, test, vi } from 'vitest'
import { logSignIn, logSignInRefused } from '#server/accounts/note-sign-in'
import { asked } from '#server/asked'
import { logDone, logFailure, logRefusal } from '#server/log'
import { register } from '../../instrumentation.ts'
import { listen } from '../support/listen.ts'

const lines: Record<string, unknown>[] = []
beforeEach(() => {
  lines.length = 0
  for (const way of ['log', 'warn', 'error'] as const)
    vi.spyOn(console, way).mockImplementation((line) => void lines.push(JSON.parse(String(line))))
})
afterEach(() => {
  vi.restoreAllMocks()
  delete process.env.NEXT_RUNTIME
  delete process.env.TRUST_PROXY
})

const moment = expect.stringMatching(/^\d{4}-\d\d-\d\dT.*Z$/)

describe('a line of the log', () => {
  test('says when, how grave, what and why, and nothing else', () => {
    logDone('back-up', { bytes: 12 })
    logRefusal('administer-people', 'not-theirs', { role: 'teacher', personId: 'p' })
    expect(lines).toEqual([
      { level: 'info', at: moment, deed: 'back-up', bytes: 12 },
      ...[
        {
          level: 'warn',
          at: moment,
          deed: 'administer-people',
          because: 'not-theirs',
          role: 'teacher',
          person: 'p',
        },
      ],
    ])
  })

  test('of a failure has no word of its message', () => {
    const error = Object.assign(new Error('SECRET\n    of ada@school.example'), {
      code: 'E1',
      detail: 'SECRET',
    })
    logFailure('flag-question', error)
    expect(lines).toMatchObject([{ level: 'error', deed: 'flag-question', name: 'Error', code: 'E1' }])
    expect(lines[0]?.places).not.toHaveLength(0)
    expect(JSON.stringify(lines)).not.toMatch(/SECRET|ada@/)
  })

  test('leaves out what somebody wrote, should it be passed on by mistake', () => {
    const slip = {
      password: 'SECRET',
      mail: 'SECRET',
      sent: { text: 'SECRET', answer: 'SECRET', token: 'SECRET' },
    }
    logDone('slip', slip as never)
    expect(lines).toHaveLength(1)
    expect(JSON.stringify(lines)).not.toContain('SECRET')
  })

  test('is not written of what is nothing unusual', () => {
    logRefusal('administer-people', 'not-theirs', { role: 'guest', personId: null })
    logRefusal('flag-question', 'unsound', { role: 'learner', personId: 'p' })
    expect(lines).toEqual([])
  })
})

describe('a request', () => {
  /** What a server that has been started says and writes while it answers. */
  async function ask(headers: Record<string, string>) {
    process.env.NEXT_RUNTIME = 'nodejs'
    await register()
    const server = http.createServer(async (_, reply) => {
      await new Promise((resolve) => setTimeout(resolve, 5))
      logSignInRefused('wrong-password', 'p')
      logSignInRefused('throttled', 'p')
      logSignIn('p', 'password')
      reply.end(asked()?.id)
    })
    const { port, stop } = await listen(server)
    const replies = await Promise.all(
      [1, 2].map(async () => {
        const reply = await fetch(`http://127.0.0.1:${port}/`, { headers })
        return { id: reply.headers.get('x-request-id'), text: await reply.text() }
      }),
    )
    await stop()
    return replies
  }

  test('has an id of its own, in its lines and its reply', async () => {
    const replies = await ask({ 'x-request-id': 'made-elsewhere' })
    expect(new Set(replies.map(({ id }) => id)).size).toBe(2)
    for (const { id, text } of replies) {
      expect(id).toMatch(/^[0-9a-f-]{36}$/)
      expect(text).toBe(id)
      expect(lines.filter(({ request }) => request === id)).toMatchObject([
        { level: 'warn', deed: 'sign-in', because: 'wrong-password', person: 'p' },
        { level: 'info', deed: 'sign-in', method: 'password', person: 'p' },
      ])
    }
  })

  test('tells of where it comes from a mark, the same each time, and never the address', async () => {
    await ask({})
    const marks = new Set(lines.map(({ from }) => from))
    expect([...marks]).toEqual([expect.stringMatching(/^[\w-]{12}$/)])
    expect(JSON.stringify(lines)).not.toContain('127.0.0.1')
  })

  test('keeps the id that a proxy of our own has given it', async () => {
    process.env.TRUST_PROXY = '1'
    // The listener of the tests before believes nothing, and comes first.
    const [reply] = await ask({ 'x-request-id': 'given-by-a-proxy' })
    expect(reply?.id).toBe('given-by-a-proxy')
  })
})
