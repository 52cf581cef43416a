import { setTimeout as sleep } from 'node:timers/promises'
import { afterAll, expect, test } from 'vitest'
import { closeStore, isStoreAway, pool, transaction } from '#server/db'

afterAll(closeStore)

test('a connection that dies between two statements of a transaction fails that transaction and nothing else', async () => {
  const unheard: unknown[] = []
  const note = (error: unknown) => unheard.push(error)
  process.on('uncaughtException', note)
  try {
    const broken = transaction(async (client) => {
      const { rows } = await client.query<{ pid: number }>('SELECT pg_backend_pid() AS pid')
      await pool().query('SELECT pg_terminate_backend($1)', [rows[0]?.pid])
      await sleep(300)
      await client.query('SELECT 1')
    })
    await expect(broken).rejects.toSatisfy(isStoreAway)
    expect(unheard).toEqual([])
    expect((await pool().query('SELECT 1 AS one')).rows).toEqual([{ one: 1 }])
  } finally {
    process.off('uncaughtException', note)
  }
})
