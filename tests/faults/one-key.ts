import { randomUUID } from 'node:crypto'
import type { StartReply } from '#server/attempts/view'
import { pool } from '#server/db'
import { answerTo } from '../support/answers.ts'
import { storeQuiz } from '../support/quiz.ts'
import { createAsking } from './asking.ts'
import { many } from './came.ts'
import { fault } from './fault.ts'
import { startNode } from './node.ts'

/** One key many times in parallel, half of them at each of two processes; then the same key with another body. */
export const oneKey = fault({
  number: 6,
  what: 'one key many times in parallel; one key with another body',
  full: { keys: 100, parallel: 50 },
  async run({ random }, { keys, parallel }) {
    const nodes = await Promise.all([startNode(), startNode()])
    const tabs = nodes.map(({ url }) => createAsking(url, parallel))
    const [one] = tabs as [(typeof tabs)[0]]
    const { set } = await storeQuiz()
    const wrong: string[] = []
    let doubled = 0
    /** Sends it from everywhere at once; the replies must be one. */
    const sendAll = async (path: string, body: object, cookie?: string) => {
      const replies = await Promise.all(
        Array.from({ length: parallel }, (_, i) => (tabs[i % 2] ?? one).insist(path, body, cookie)),
      )
      const different = new Set(replies.map(({ cookie: _, ...reply }) => JSON.stringify(reply)))
      if (different.size !== 1) wrong.push(`${different.size} different replies of ${path.split('/').at(-1)}`)
      return replies[0]
    }
    for (let i = 0; i < keys; i++) {
      const mode = i % 2 === 0 ? 'practice' : 'test'
      const begun = await sendAll('/api/attempts', { set, mode, key: randomUUID(), anew: true })
      if (begun?.sort !== 'done') return { did: 'nothing', lost: 0, doubled, errors: [], wrong: ['no start'] }
      const { attempt, view } = begun.reply as StartReply
      const cookie = begun.cookie ?? ''
      const { shown, position } = view.items[random.integer(view.items.length)] ?? {}
      if (!shown || !position) continue
      const path = `/api/attempts/${attempt}/responses`
      const body = {
        position,
        sequence: 1,
        key: randomUUID(),
        answer: answerTo(shown, i),
        check: mode === 'practice',
      }
      await sendAll(path, body, cookie)
      const { rows } = await pool().query('SELECT FROM response WHERE attempt_id = $1', [attempt])
      doubled += rows.length - 1
      const other = await one.insist(path, { ...body, sequence: 2 }, cookie)
      if (other.sort !== 'refused' || other.error !== 'key-reused') wrong.push('another body was taken')
      await sendAll(`/api/attempts/${attempt}/submit`, {}, cookie)
    }
    const { rows } = await pool().query<{ attempts: number; counted: number }>(
      `SELECT (SELECT count(*)::int FROM attempt WHERE set_id = $1) AS attempts,
         (SELECT sum(answered)::int FROM question_tally t JOIN quiz_set_item i ON i.version_id = t.version_id
          WHERE i.set_id = $1) AS counted`,
      [set],
    )
    const [found] = rows as [{ attempts: number; counted: number }]
    doubled += found.attempts - keys + (found.counted - keys)
    const errors = tabs.flatMap((tab) => tab.errors)
    for (const tab of tabs) tab.close()
    await Promise.all(nodes.map((node) => node.stop()))
    const did = `${many(keys)} starts, answers and handings-in, each ${parallel} times at once, two processes`
    return { did, lost: 0, doubled, errors, wrong }
  },
})
