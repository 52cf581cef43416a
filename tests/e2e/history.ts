import { randomUUID } from 'node:crypto'
import type { Page } from '@playwright/test'
import { CONFIDENCES } from '#core'
import { closeStore, pool } from '#server/db'
import type { StartReply } from '../../server/attempts/view.ts'
import { answerTo } from '../support/answers.ts'
import { moveBack } from '../support/past.ts'

/** Days ago, one a quiz. */
const AGO = [37, 29, 8, 1, 0]

/** The reader of the page takes five quizzes over some weeks, says how sure they are, and hands them in. */
export async function takeForWeeks(page: Page): Promise<void> {
  const origin = new URL(process.env.BASE_URL ?? '').origin
  const post = async (path: string, data: object) => {
    const reply = await page.request.post(`${origin}/api/attempts${path}`, { data, headers: { origin } })
    if (!reply.ok()) throw new Error(`${path} gave ${reply.status()}: ${await reply.text()}`)
    return reply.json()
  }
  try {
    const { rows } = await pool().query<{ id: string }>(
      `SELECT DISTINCT ON (article_id) id FROM quiz_set WHERE article_id IS NOT NULL
       ORDER BY article_id, number DESC LIMIT ${AGO.length - 1}`,
    )
    for (const [turn, days] of AGO.entries()) {
      const set = rows[turn % rows.length]?.id
      const { attempt, view }: StartReply = await post('', { set, mode: 'test', key: randomUUID() })
      await Promise.all(
        view.items.map(({ position, shown }) =>
          post(`/${attempt}/responses`, {
            position,
            sequence: 1,
            key: randomUUID(),
            answer: answerTo(shown as never, turn + position),
            confidence: CONFIDENCES[(turn + position) % CONFIDENCES.length],
            check: false,
          }),
        ),
      )
      await post(`/${attempt}/submit`, {})
      await moveBack(attempt, days)
    }
  } finally {
    await closeStore()
  }
}

/** Lets so many days pass for a member: everything they remember is that much older. */
export async function pass(mail: string, days: number): Promise<void> {
  const back = `- interval '${days} days'`
  const person = 'person_id = (SELECT person_id FROM account WHERE mail = $1)'
  await pool().query(
    `UPDATE memory SET due = due ${back}, last_review = last_review ${back} WHERE ${person}`,
    [mail],
  )
  await pool().query(`UPDATE review SET at = at ${back} WHERE ${person}`, [mail])
}

/** As if a member had come by another service, and not said yet how old they are. */
export async function oweAge(mail: string): Promise<void> {
  await pool().query(`UPDATE account SET age_band = 'unsaid' WHERE mail = $1`, [mail])
  await closeStore()
}
