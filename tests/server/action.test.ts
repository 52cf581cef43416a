import { randomUUID } from 'node:crypto'
import { beforeEach, describe, expect, test, vi } from 'vitest'
import { z } from 'zod'
import { action } from '#server/action'
import { guestCookie } from '#server/guest'

/** What Next knows of the request that an action answers, and the cookies it was told to set. */
const asked = vi.hoisted(() => ({ headers: new Headers(), set: new Map<string, unknown>() }))
vi.mock('next/headers', () => ({
  headers: async () => asked.headers,
  cookies: async () => ({
    set: (name: string, value: string, options: object) => asked.set.set(name, { value, ...options }),
  }),
}))

const person = randomUUID()
const { name, value } = guestCookie(person)
beforeEach(() => {
  asked.headers = new Headers({
    host: 'quiz.example',
    origin: 'http://quiz.example',
    cookie: `${name}=${value}`,
  })
  asked.set.clear()
})

const door = { deed: 'flag-question', input: z.strictObject({ reason: z.string().min(1) }) } as const
const echo = action(door, async (viewer, { reason }) => ({ done: `${viewer.personId} ${reason}` }))

describe('a server action', () => {
  test('knows who asks and gets its input sound, from an object or a form', async () => {
    expect(await echo({ reason: 'x' })).toEqual({ done: `${person} x` })
    const form = new FormData()
    form.set('reason', 'y')
    form.set('$ACTION_ID_1', 'of Next')
    expect(await echo(form)).toEqual({ done: `${person} y` })
  })

  test('refuses what is not sound, in words', async () => {
    for (const sent of [
      undefined,
      null,
      'x',
      [],
      {},
      { reason: '' },
      { reason: 'x', role: 'admin' },
      { reason: ['x'] },
    ])
      expect(await echo(sent)).toEqual({ error: 'invalid', message: expect.any(String) })
  })

  test('refuses a request without Origin, which Next lets in, and one from elsewhere', async () => {
    for (const origin of [null, 'null', 'https://evil.example']) {
      if (origin === null) asked.headers.delete('origin')
      else asked.headers.set('origin', origin)
      expect(await echo({ reason: 'x' })).toMatchObject({ error: 'bad-origin' })
    }
  })

  test('tells a visitor nothing of a failure', async () => {
    const log = vi.spyOn(console, 'error').mockImplementation(() => {})
    const failing = action(door, () => Promise.reject(new Error('SECRET')))
    expect(JSON.stringify(await failing({ reason: 'x' }))).not.toContain('SECRET')
    expect(JSON.stringify(log.mock.calls)).not.toContain('SECRET')
    log.mockRestore()
  })

  test('sets a cookie with all that guards it', async () => {
    const cookie = guestCookie(person, {
      BELLWETHER_SECRET: 's'.repeat(32),
      BELLWETHER_URL: 'https://quiz.example',
    })
    await action(door, async () => ({ done: true, cookies: [cookie] }))({ reason: 'x' })
    expect(asked.set.get('__Host-bellwether')).toMatchObject({
      httpOnly: true,
      sameSite: 'lax',
      secure: true,
      path: '/',
    })
  })
})
