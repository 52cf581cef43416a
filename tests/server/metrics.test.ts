import http from 'node:http'
import path from 'node:path'
import { afterAll, beforeAll, describe, expect, test, vi } from 'vitest'
import { logSignInRefused } from '#server/accounts/note-sign-in'
import { tellSave } from '#server/attempts/saves'
import { closeStore, pool } from '#server/db'
import { startMeters } from '#server/health/metrics'
import { groupOf } from '#server/health/route-group'
import { addJob } from '#server/jobs/add'
import { GET } from '../../app/metrics/route.ts'
import { sourcesIn, walkDoors } from '../support/doors.ts'
import { listen } from '../support/listen.ts'

const TOKEN = 'a token that a scraper shows'
process.env.METRICS_TOKEN = TOKEN

beforeAll(() => {
  vi.spyOn(console, 'warn').mockImplementation(() => {})
  startMeters()
})
afterAll(closeStore)

const ask = (authorization?: string) =>
  GET(
    new Request('http://quiz.example/metrics', {
      headers: authorization === undefined ? {} : { authorization },
    }),
  )
const scrape = async () => (await ask(`Bearer ${TOKEN}`)).text()

describe('what is counted', () => {
  test('is there for whoever shows the token; for anybody else there is nothing', async () => {
    const reply = await ask(`Bearer ${TOKEN}`)
    expect([reply.status, reply.headers.get('content-type')]).toEqual([
      200,
      expect.stringMatching(/^text\/plain/),
    ])
    expect(await reply.text()).toContain('process_cpu_user_seconds_total')
    const others = [
      undefined,
      '',
      TOKEN,
      'Bearer',
      'Bearer ',
      `Bearer ${TOKEN}x`,
      `Basic ${TOKEN}`,
      'Bearer undefined',
    ]
    for (const other of others) expect((await ask(other)).status, other).toBe(404)
  })

  test('are requests by the part of the app and the status, and never by what they name', async () => {
    const server = http.createServer((request, reply) => {
      reply.statusCode = request.url?.startsWith('/api') ? 503 : 200
      reply.end()
    })
    const { port, stop } = await listen(server)
    const id = '0192f0c1-0000-7000-8000-000000000000'
    for (const each of [
      '/',
      `/articles/${id}`,
      `/api/attempts/${id}/responses`,
      '/library?q=SECRET',
      `/${id}`,
    ])
      await (await fetch(`http://127.0.0.1:${port}${each}`)).text()
    await stop()
    const text = await scrape()
    const counted = (group: string, status: string) =>
      text.includes(`bellwether_http_request_seconds_count{group="${group}",status="${status}"} 1`)
    const groups: [string, string][] = [
      ...([
        ['front', '2xx'],
        ['articles', '2xx'],
        ['library', '2xx'],
        ['other', '2xx'],
      ] as [string, string][]),
      ['api/attempts/responses', '5xx'],
    ]
    for (const group of groups) expect(counted(...group), group.join()).toBe(true)
    expect(text).not.toMatch(new RegExp(`SECRET|${id}`))
  })

  test('are saves, answers and refused sign-ins', async () => {
    for (const isFinal of [true, false, false]) tellSave('saved', isFinal)
    tellSave('other-tab', false)
    logSignInRefused('wrong-password', null)
    logSignInRefused('throttled', null)
    const text = await scrape()
    expect(text).toContain('bellwether_saves_total{outcome="saved"} 3')
    expect(text).toContain('bellwether_saves_total{outcome="other-tab"} 1')
    expect(text).toContain('bellwether_answers_total 1')
    expect(text).toContain('bellwether_sign_ins_refused_total{because="throttled"} 1')
  })

  test('are jobs that wait and those given up, connections, and whether the database answers', async () => {
    await addJob(pool(), 'clear-notices', {})
    await addJob(pool(), 'find-fits', {})
    await pool().query(
      `UPDATE graphile_worker._private_jobs SET run_at = now() - interval '90 s',
         attempts = CASE WHEN id = (SELECT max(id) FROM graphile_worker._private_jobs) THEN max_attempts ELSE 0 END`,
    )
    const text = await scrape()
    expect(text).toContain('bellwether_jobs_waiting 1\n')
    expect(text).toContain('bellwether_jobs_failed 1\n')
    expect(Number(/^bellwether_jobs_oldest_seconds (.*)$/m.exec(text)?.[1])).toBeGreaterThanOrEqual(90)
    expect(text).toMatch(/^bellwether_db_connections_used \d+$/m)
    expect(text).toContain('bellwether_db_up 1\n')
    const away = vi.spyOn(pool(), 'query').mockRejectedValue(new Error('away'))
    expect(await scrape()).toContain('bellwether_db_up 0\n')
    away.mockRestore()
  })
})

describe('the part of the app', () => {
  test('is known of every page and route there is', () => {
    const places = walkDoors(sourcesIn(['app'])).doors.flatMap(({ file }) =>
      /(?:page|route)\.tsx?$/.test(file) && !file.includes('[...missing]') ? [path.dirname(file)] : [],
    )
    expect(places.length).toBeGreaterThan(40)
    const addresses = places.map((place) => place.replace(/^app/, '').replaceAll(/\/\([^)]*\)/g, '') || '/')
    expect(addresses.filter((address) => groupOf(address) === 'other')).toEqual([])
  })

  test.each(['/etc/passwd', '/api/nowhere', '/%2e%2e', '/wp-login.php?x=/me'])(
    'of %s is the same as of all others',
    (url) => expect(groupOf(url)).toBe('other'),
  )
})
