import { afterAll, expect, test, vi } from 'vitest'
import { closeStore, pool } from '#server/db'
import { keepFailures, writeFailures } from '#server/health/failures'
import { logFailure } from '#server/log'

afterAll(closeStore)

test('a failure is kept once, with how often and when, and no word of its message', async () => {
  vi.spyOn(console, 'error').mockImplementation(() => {})
  keepFailures()
  const fail = (message: string) => {
    for (const _ of [1, 2]) logFailure('flag-question', Object.assign(new Error(message), { code: 'E1' }))
  }
  fail('SECRET')
  await writeFailures()
  fail('another SECRET')
  logFailure('job send-letter', 'SECRET')
  await writeFailures()
  const { rows } = await pool().query('SELECT * FROM failure ORDER BY deed')
  expect(rows).toMatchObject([
    {
      deed: 'flag-question',
      name: 'Error',
      code: 'E1',
      place: expect.stringContaining('failures.test'),
      times: 4,
    },
    { deed: 'job send-letter', name: 'string', code: null, place: null, times: 1 },
  ])
  expect(rows[0].last_at > rows[0].first_at).toBe(true)
  expect(JSON.stringify(rows)).not.toContain('SECRET')
})

test('the newest two hundred are kept, and a database that is away takes nobody down', async () => {
  for (let n = 0; n < 150; n++) logFailure(`deed ${n}`, new Error('x'))
  await writeFailures()
  for (let n = 150; n < 300; n++) logFailure(`deed ${n}`, new Error('x'))
  await writeFailures()
  const { rows } = await pool().query(
    `SELECT count(*)::int AS n, count(*) FILTER (WHERE deed = 'deed 299')::int AS newest FROM failure`,
  )
  expect(rows).toEqual([{ n: 200, newest: 1 }])
  logFailure('deed 300', new Error('x'))
  const away = vi.spyOn(pool(), 'query').mockRejectedValue(new Error('away'))
  await writeFailures()
  away.mockRestore()
})
