import { afterAll, expect, test, vi } from 'vitest'
import { closeStore, pool } from '#server/db'
import { STOPPING, watchForStop } from '#server/health/stopping'
import { GET as health } from '../../app/healthz/route.ts'
import { GET as readiness } from '../../app/readyz/route.ts'

afterAll(closeStore)

/** Asks as a proxy does, and with all that a browser might bring. */
async function ask(door: typeof health, headers: Record<string, string> = {}) {
  const reply = await door(new Request('http://quiz.example/', { headers }))
  return { status: reply.status, text: await reply.text(), headers: reply.headers }
}
/** Lets what has been remembered of the database pass. */
function later() {
  ahead += 5_000
}
let ahead = 0
const { now } = performance
vi.spyOn(performance, 'now').mockImplementation(() => now.call(performance) + ahead)

test('the process says that it lives, and asks nobody', async () => {
  const asked = vi.spyOn(pool(), 'query')
  const { status, text, headers } = await ask(health, { cookie: 'bellwether-session=made-up' })
  expect([status, text]).toEqual([200, 'ok\n'])
  expect([headers.get('set-cookie'), headers.get('cache-control')]).toEqual([null, 'no-store'])
  expect(asked).not.toHaveBeenCalled()
  asked.mockRestore()
})

test('it is not ready while a migration of this build is missing', async () => {
  const { rows } = await pool().query(
    `DELETE FROM "_prisma_migrations" WHERE migration_name = (SELECT max(migration_name) FROM "_prisma_migrations") RETURNING *`,
  )
  const { status, text, headers } = await ask(readiness)
  expect([status, text, headers.get('retry-after')]).toEqual([503, 'not ready\n', '2'])
  await pool().query(
    'INSERT INTO "_prisma_migrations" SELECT * FROM json_populate_recordset(NULL::"_prisma_migrations", $1)',
    [JSON.stringify(rows)],
  )
})

test('it is ready once they are applied; a hundred who ask at once cost one query', async () => {
  later()
  const asked = vi.spyOn(pool(), 'query')
  const replies = await Promise.all(Array.from({ length: 100 }, () => ask(readiness, { cookie: 'a=b' })))
  for (const { status, text, headers } of replies)
    expect([status, text, headers.get('set-cookie')]).toEqual([200, 'ok\n', null])
  expect(asked).toHaveBeenCalledOnce()
  asked.mockRestore()
})

test('it is not ready while the database does not answer, and says nothing of why', async () => {
  later()
  const asked = vi.spyOn(pool(), 'query').mockRejectedValue(new Error('SECRET'))
  expect(await ask(readiness)).toMatchObject({ status: 503, text: 'not ready\n' })
  later()
  asked.mockReturnValue(new Promise(() => {}) as never)
  expect(await ask(readiness)).toMatchObject({ status: 503 })
  asked.mockRestore()
})

test('it is not ready once a stop has been announced, though it lives and serves', async () => {
  watchForStop()
  process.emit('message', 'something else', undefined)
  later()
  expect(await ask(readiness)).toMatchObject({ status: 200 })
  process.emit('message', STOPPING, undefined)
  expect(await ask(readiness)).toMatchObject({ status: 503 })
  expect(await ask(health)).toMatchObject({ status: 200 })
})
