import { afterAll, expect, test } from 'vitest'
import { createFirstAdminCode, createNextAdminCode } from '#server/accounts/first-admin'
import { closeStore, pool } from '#server/db'
import { freshMail, openBrowser, openMember } from '../../support/browser.ts'

afterAll(closeStore)

test('the link that is printed makes one admin, and none is printed while there is one', async () => {
  const links = [await createFirstAdminCode(pool()), await createFirstAdminCode(pool())]
  const replies = await Promise.all(
    links.map((code) => openBrowser().signUp({ mail: freshMail(), code: code ?? '' })),
  )
  expect(replies.toSorted()).toEqual(['code-spent', null].toSorted())
  expect(await createFirstAdminCode(pool())).toBeNull()
})

test('whoever holds the machine makes another admin, once, and it is written down', async () => {
  const code = await createNextAdminCode(pool())
  const admin = await openMember(code)
  expect((await admin.viewer()).role).toBe('admin')
  expect(await openBrowser().signUp({ mail: freshMail(), code })).toBe('code-spent')
  const { rows } = await pool().query(`SELECT details FROM audit_entry WHERE deed = 'invite'`)
  expect(rows).toEqual([{ details: { role: 'admin', at: 'the machine itself' } }])
})
