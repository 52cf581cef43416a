import { randomUUID } from 'node:crypto'
import { afterAll, expect, test } from 'vitest'
import { closeStore, pool } from '#server/db'
import { runJobsOnce } from '#server/jobs/run'
import { sendReminders } from '#server/mail/reminders'
import { updateMailWish } from '#server/mail/wishes'
import { openMember } from '../../support/browser.ts'
import { type MailServer, startMailServer } from '../../support/mail-server.ts'
import { storeQuiz } from '../../support/quiz.ts'

const server: MailServer = await startMailServer()
process.env.SMTP_URL = server.url
process.env.MAIL_FROM = 'quiz@school.example'
process.env.BELLWETHER_URL = 'http://quiz.example'
const { versions } = await storeQuiz()

afterAll(async () => {
  await closeStore()
  await server.close()
})

/** The hour it is now, by the database, in a time zone. */
const hourIn = async (zone: string): Promise<number> =>
  (await pool().query(`SELECT extract(hour FROM clock_timestamp() AT TIME ZONE $1)::int AS hour`, [zone]))
    .rows[0].hour

/** A zone in which it is some hour of the forenoon: a reminder's hour and those after it are on one day. */
async function forenoon(): Promise<{ zone: string; hour: number }> {
  for (const zone of ['UTC', 'Asia/Tokyo', 'America/Los_Angeles', 'Asia/Kolkata']) {
    const hour = await hourIn(zone)
    if (hour >= 1 && hour < 15) return { zone, hour }
  }
  throw new Error('it is night everywhere')
}

/** A member with a confirmed address who keeps one fact in mind. */
async function openKeeper({ isDue = true } = {}) {
  const member = await openMember()
  const viewer = await member.viewer()
  await pool().query('UPDATE account SET mail_verified_at = clock_timestamp() WHERE person_id = $1', [
    viewer.personId,
  ])
  const [article, fact] = [randomUUID(), randomUUID()]
  await pool().query('INSERT INTO article (id, slug) VALUES ($1, $2)', [article, `a-${article}`])
  await pool().query(`INSERT INTO fact (id, article_id, stable_key) VALUES ($1, $2, 'key')`, [fact, article])
  await pool().query('INSERT INTO question_fact (version_id, fact_id, is_only) VALUES ($1, $2, true)', [
    versions[0],
    fact,
  ])
  await pool().query(
    `INSERT INTO bank_article (article_id, revision_id)
     SELECT r.article_id, r.id FROM question_version v JOIN revision r ON r.id = v.revision_id WHERE v.id = $1
     ON CONFLICT DO NOTHING`,
    [versions[0]],
  )
  await pool().query(
    `INSERT INTO bank_item (version_id, article_id, kind, level, needs_article, banked)
     SELECT v.id, r.article_id, v.kind, 'easy', false, '{}' FROM question_version v
     JOIN revision r ON r.id = v.revision_id WHERE v.id = $1 ON CONFLICT DO NOTHING`,
    [versions[0]],
  )
  await pool().query(
    `INSERT INTO memory (person_id, fact_id, due, stability, difficulty, interval, reps, lapses, last_review)
     VALUES ($1, $2, clock_timestamp() + $3 * interval '1 day', 3, 5, 3, 1, 0, clock_timestamp() - interval '4 days')`,
    [viewer.personId, fact, isDue ? -1 : 9],
  )
  return { ...member, seen: viewer }
}

async function lettersTo(mail: string) {
  await sendReminders()
  await runJobsOnce()
  return server.letters.filter((letter) => letter.to === mail && /due/.test(letter.subject))
}

test('a reminder goes out at the hour that was asked for, once a day, by the person’s own clock', async () => {
  const { zone, hour } = await forenoon()
  const asked = await openKeeper()
  await updateMailWish(asked.seen, { notices: false, remindAt: hour, zone })
  const [letter] = await lettersTo(asked.mail)
  expect(letter?.subject).toBe('One fact is due today')
  expect(letter?.text).toContain('http://quiz.example/review')
  expect(letter?.text).toContain('/stop-mail?token=')
  expect(await lettersTo(asked.mail)).toHaveLength(1)
  await pool().query('UPDATE mail_wish SET reminded_on = reminded_on - 1')
  expect(await lettersTo(asked.mail)).toHaveLength(2)
})

test('nobody is reminded who has not asked, before the hour, or of nothing', async () => {
  const { zone, hour } = await forenoon()
  const silent = await openKeeper()
  const later = await openKeeper()
  await updateMailWish(later.seen, { notices: false, remindAt: hour + 2, zone })
  const idle = await openKeeper({ isDue: false })
  await updateMailWish(idle.seen, { notices: false, remindAt: hour, zone })
  for (const { mail } of [silent, later, idle]) expect(await lettersTo(mail)).toEqual([])
})

test('any number of nodes may look: each is reminded once', async () => {
  const { zone, hour } = await forenoon()
  const asked = await openKeeper()
  await updateMailWish(asked.seen, { notices: false, remindAt: hour, zone })
  await Promise.all([sendReminders(), sendReminders(), sendReminders()])
  expect(await lettersTo(asked.mail)).toHaveLength(1)
})
