import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import { createCode } from '#server/accounts/codes'
import { changeRole, suspend } from '#server/accounts/people'
import { closeStore, pool } from '#server/db'
import { ANYONE } from '#server/viewer'
import { openMember } from '../../support/browser.ts'

afterAll(closeStore)

const openAdmin = async () => openMember(await createCode(pool(), 'invitation', null, { role: 'admin' }))
const idOf = async (admin: Awaited<ReturnType<typeof openAdmin>>) => (await admin.viewer()).personId ?? ''
const countAdmins = async () =>
  (
    await pool().query(`SELECT FROM person p JOIN account a ON a.person_id = p.id
    WHERE p.role = 'admin' AND a.suspended_at IS NULL`)
  ).rowCount

describe('the last admin', () => {
  let last: string
  beforeAll(async () => {
    last = await idOf(await openAdmin())
  })

  test('stays one, and is not suspended', async () => {
    expect(await changeRole(ANYONE, { person: last, role: 'teacher' })).toEqual({ refused: 'last-admin' })
    expect(await suspend(ANYONE, { person: last, isSuspended: true })).toEqual({ refused: 'last-admin' })
  })

  test('is one of two who remove each other in the same moment, time after time', async () => {
    for (let round = 0; round < 10; round++) {
      const other = await idOf(await openAdmin())
      const both = [
        changeRole(ANYONE, { person: last, role: 'learner' }),
        suspend(ANYONE, { person: other, isSuspended: true }),
      ]
      const done = (await Promise.all(both)).filter((reply) => 'done' in reply)
      expect([done.length, await countAdmins()]).toEqual([1, 1])
      const { rows } = await pool().query(`SELECT p.id FROM person p JOIN account a ON a.person_id = p.id
        WHERE p.role = 'admin' AND a.suspended_at IS NULL`)
      last = rows[0].id
    }
  })

  test('may go once there is another, whose own session goes on', async () => {
    const other = await openAdmin()
    expect(await changeRole(await other.viewer(), { person: last, role: 'learner' })).toMatchObject({
      done: { role: 'learner' },
    })
    expect((await other.viewer()).role).toBe('admin')
  })
})
