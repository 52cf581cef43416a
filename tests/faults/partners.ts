import { randomUUID } from 'node:crypto'
import { setTimeout as sleep } from 'node:timers/promises'
import type { Random } from '#core'
import type { StartReply } from '#server/attempts/view'
import { pool, storeTime } from '#server/db'
import { addJob } from '#server/jobs/add'
import { quantile } from '../../scripts/eval/figures.ts'
import { followFeed } from '../../server/imports/feeds.ts'
import { createSender } from '../bench/load.ts'
import { answerTo } from '../support/answers.ts'
import { startMailServer } from '../support/mail-server.ts'
import { storeQuiz } from '../support/quiz.ts'
import { type Breakable, startBreakable, WAYS } from './broken.ts'
import { many, sayTimes } from './came.ts'
import { gather } from './crowd.ts'
import { fault } from './fault.ts'
import { type Member, makeMembers } from './members.ts'
import { startJobs, startNode } from './node.ts'
import { openVisitor } from './visitor.ts'

/** How long a mail server may be waited for, feeds be read, and a job of ours wait meanwhile, in seconds. */
const MAIL_WITHIN = 45
const FEED_WITHIN = 30
const OURS_WITHIN = 15
/** How long somebody may wait until they read that another service is away, in seconds. */
const AWAY_WITHIN = 10
/** What a request may take longer than when all is well: so many times, and so many milliseconds. */
const TIMES = 2
const MORE = 500

/** Every service beside the database breaks at once, in one way after the other: mail, feeds, another service to sign in by, a collector of traces, a replica. */
export const partners = fault({
  number: 14,
  what: 'mail, feeds, another service to sign in by, traces and replica refused, hanging, answering rubbish',
  full: { people: 60, seconds: 20, letters: 20 },
  // What is told of a letter that was not taken (a server that hangs up has no code), and of a service that did not say how it is to be asked.
  noted: [
    { deed: /^job send-letter$/, error: /^(?:ESOCKET|ECONNECTION|ETIMEDOUT|EPROTOCOL|Error)$/ },
    { deed: /^sign-in$/, error: /^Error$/ },
  ],
  async run({ random, say }, { people, seconds, letters }) {
    const mail = await startMailServer()
    const all = await Promise.all(
      Array.from({ length: 5 }, (_, i) => startBreakable(i === 0 ? mail.url : undefined)),
    )
    const [smtp, feed, issuer, collector, replica] = all as [
      Breakable,
      Breakable,
      Breakable,
      Breakable,
      Breakable,
    ]
    const environment = {
      SMTP_URL: `smtp://${smtp.host}`,
      MAIL_FROM: 'quiz@school.example',
      BELLWETHER_URL: 'http://quiz.example',
      BELLWETHER_FETCH_ALLOW: feed.host,
      AUTH_OIDC_ISSUER: `http://${issuer.host}`,
      AUTH_OIDC_ID: 'bellwether',
      AUTH_OIDC_SECRET: 'a secret of the faults',
      OTEL_EXPORTER_OTLP_ENDPOINT: `http://${collector.host}`,
      DATABASE_REPLICA_URL: `postgresql://nobody:nothing@${replica.host}/bellwether`,
    }
    const node = await startNode({ environment })
    const jobs = startJobs(environment)
    const crowd = await gather(node.url, random, { people })
    const [admin, ...readers] = (await makeMembers(1 + letters * WAYS.length)) as [Member, ...Member[]]
    await pool().query("UPDATE person SET role = 'admin' WHERE id = $1", [admin.id])
    const look = await openProbe(node.url, random)
    await look(1)
    const well = await look(seconds)
    const wrong = [...well.wrong]
    const told: string[] = []
    for (const [i, way] of WAYS.entries()) {
      for (const each of all) await each.be(way)
      const since = await storeTime()
      for (const reader of readers.slice(i * letters, (i + 1) * letters))
        await addJob(pool(), 'send-letter', { letter: 'reset-password', mail: reader.mail })
      await followFeed({ personId: admin.id, role: 'admin' }, { address: `http://${feed.host}/${way}` })
      const broken = await Promise.all([
        look(seconds),
        within(OURS_WITHIN, 'a job of ours', doOurs),
        within(AWAY_WITHIN, 'that another service is away', async () => {
          const said = await openVisitor(node.url, '192.0.2.1').askFor('oidc')
          if (said !== 'service-away') wrong.push(`${way}: a sign-in by another service: ${said}`)
        }),
        within(MAIL_WITHIN, 'a letter that is put off', () => hasCome(LETTER_PUT_OFF, since)),
        within(FEED_WITHIN, 'a feed that is given up', () => hasCome(FEED_GIVEN_UP, since)),
      ])
      const [seen, ...waits] = broken
      const late = waits.flatMap((wait) => wait.late)
      if (!(await isShown(node.url, admin.cookie))) late.push('/admin does not show the letters')
      wrong.push(...[...seen.wrong, ...late, ...slower(seen, well)].map((said) => `${way}: ${said}`))
      told.push(`${way} ${sayTimes(seen.times)} ms`)
      say(`${way}: ${waits.map(({ seconds }) => seconds.toFixed(1)).join(', ')} s`)
    }
    for (const each of all) await each.be('well')
    const taken = await postAll(readers.length, () => mail.letters.length)
    const { did, ...came } = await crowd.finish()
    await Promise.all([node.stop(), jobs.stop()])
    await Promise.all([...all.map((each) => each.stop()), mail.close()])
    const to = mail.letters.map((letter) => letter.to)
    return {
      ...came,
      lost: came.lost + readers.filter((each) => !to.includes(each.mail)).length,
      doubled: came.doubled + to.length - new Set(to).size,
      wrong: [...came.wrong, ...wrong],
      times: well.times,
      did: `${told.join(', ')}; ${many(taken)} of ${many(readers.length)} letters in the end; ${did}`,
    }
  },
})

/** What somebody saw who looked around for a while: how long each request took, and what should not have been. */
interface Seen {
  readonly times: readonly number[]
  readonly wrong: readonly string[]
}

/** Between two looks, in milliseconds. */
const PAUSE = 100

/** Somebody who saves an answer, opens a page and asks whether the process is ready, over and over for so many seconds. */
async function openProbe(url: string, random: Random): Promise<(seconds: number) => Promise<Seen>> {
  const { set } = await storeQuiz()
  const sender = createSender(url, 1, 30_000)
  const begun = await sender.send({ path: '/api/attempts', body: { set, mode: 'test', key: randomUUID() } })
  const { attempt, view } = JSON.parse(begun.text()) as StartReply
  const cookie = begun.headers['set-cookie']?.[0]?.split(';')[0] ?? ''
  const [item] = view.items
  if (!item) throw new Error('a quiz without questions')
  let sequence = 0
  const shots = [
    () => ({ path: '/library', cookie }),
    () => ({ path: '/readyz' }),
    () => ({
      path: `/api/attempts/${attempt}/responses`,
      cookie,
      body: {
        ...{ position: item.position, sequence: ++sequence, key: randomUUID(), check: false },
        answer: answerTo(item.shown, random.integer(50)),
      },
    }),
  ]
  return async (seconds) => {
    const [times, wrong]: [number[], string[]] = [[], []]
    for (const end = performance.now() + 1_000 * seconds; performance.now() < end; await sleep(PAUSE))
      for (const shot of shots) {
        const asked = shot()
        const began = performance.now()
        const landed = await sender.send(asked).catch(() => null)
        times.push(performance.now() - began)
        if (landed?.status !== 200)
          wrong.push(`${asked.path.split('/').at(-1)}: ${landed?.status ?? 'no reply'}`)
      }
    return { times, wrong }
  }
}

/** Whether requests took longer than they do when all is well. */
function slower({ times }: Seen, well: Seen): readonly string[] {
  const [now, then] = [quantile(times, 0.95), quantile(well.times, 0.95)]
  return now > TIMES * then + MORE
    ? [`95 of 100 took ${now.toFixed(0)} ms, and ${then.toFixed(0)} before`]
    : []
}

/** Does something, and says where it took longer than that. */
async function within(limit: number, what: string, work: () => Promise<void>) {
  const began = performance.now()
  const given = new AbortController()
  const isDone = await Promise.race([
    work().then(() => true),
    sleep(1_000 * limit, false, { signal: given.signal }).catch(() => false),
  ])
  given.abort()
  const seconds = (performance.now() - began) / 1_000
  return { seconds, late: isDone ? [] : [`${what} took longer than ${limit} s`] }
}

/** Has a job of our own done, and waits for it. */
async function doOurs(): Promise<void> {
  const key = randomUUID()
  await addJob(pool(), 'clear-notices', {}, key)
  for (;;) {
    const { rows } = await pool().query('SELECT FROM graphile_worker.jobs WHERE key = $1', [key])
    if (rows.length === 0) return
    await sleep(100)
  }
}

/** SQL: what has come since a moment. */
const LETTER_PUT_OFF = `FROM graphile_worker.jobs
  WHERE task_identifier = 'send-letter' AND last_error IS NOT NULL AND attempts < max_attempts AND updated_at > $1`
const FEED_GIVEN_UP = 'FROM feed WHERE problem IS NOT NULL AND checked_at > $1'

async function hasCome(what: string, since: Date): Promise<void> {
  while ((await pool().query(`SELECT ${what}`, [since])).rows.length === 0) await sleep(200)
}

const isShown = async (url: string, cookie: string): Promise<boolean> => {
  const page = await fetch(`${url}/admin`, { headers: { cookie } })
  return page.status === 200 && (await page.text()).includes('send-letter')
}

/** Has every letter that waits tried at once, as an admin may; gives how many were taken. */
async function postAll(count: number, taken: () => number): Promise<number> {
  for (
    const end = performance.now() + 1_000 * MAIL_WITHIN;
    performance.now() < end && taken() < count;
    await sleep(500)
  )
    await pool().query(
      `SELECT graphile_worker.reschedule_jobs(array_agg(id), run_at => now()) FROM graphile_worker.jobs
       WHERE task_identifier = 'send-letter' AND locked_at IS NULL AND run_at > now() HAVING count(*) > 0`,
    )
  // One that is sent twice comes a moment later.
  await sleep(1_000)
  return taken()
}
