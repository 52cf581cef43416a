import { afterAll, expect, test } from 'vitest'
import { listAttempts } from '#server/attempts/history'
import { closeStore, pool } from '#server/db'
import { forgetGuest } from '#server/forget'
import { GUEST_COOKIE } from '#server/guest'
import { viewerOf } from '#server/viewer-of'
import { storeQuiz } from '../support/quiz.ts'
import { begin, call, save } from '../support/site.ts'

afterAll(closeStore)

test('a guest who wants to be forgotten loses cookie and words; the answers stay, and other guests too', async () => {
  const { set } = await storeQuiz()
  const [guest, other] = [await begin(set), await begin(set)]
  await save(guest, { position: 1, check: true })
  const id = guest.view.items[0]?.question ?? ''
  for (const { cookie } of [guest, other])
    await call('POST /api/questions/[id]/flag', { id, cookie, body: { reason: 'It is me, Jane.' } })

  expect(await forgetGuest(await viewerOf(guest.cookie))).toEqual({
    done: { forgotten: true },
    cookies: [expect.objectContaining({ name: GUEST_COOKIE, value: '', maxAge: 0, httpOnly: true })],
  })

  const { rows } = await pool().query('SELECT reason FROM flag WHERE version_id = $1 ORDER BY reason', [id])
  expect(rows.map(({ reason }) => reason)).toEqual(['', 'It is me, Jane.'])
  const { rowCount } = await pool().query('SELECT FROM response WHERE attempt_id = $1', [guest.attempt])
  expect(rowCount).toBe(1)
  expect((await listAttempts(await viewerOf(other.cookie))).rows).toHaveLength(1)
  // The browser is nobody again.
  expect((await listAttempts(await viewerOf(`${GUEST_COOKIE}=`))).rows).toEqual([])
})

test('whom nothing is known of may ask to be forgotten as well', async () => {
  expect(await forgetGuest(await viewerOf(null))).toMatchObject({ done: { forgotten: true } })
})
