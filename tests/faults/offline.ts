import { randomUUID } from 'node:crypto'
import { setTimeout as sleep } from 'node:timers/promises'
import { type Browser, chromium, type Page } from '@playwright/test'
import type { Question, Random } from '#core'
import type { StartReply } from '#server/attempts/view'
import { pool } from '#server/db'
import { findBrowser } from '../../scripts/checks/browser.ts'
import { collectDue } from '../../server/assignments/collect.ts'
import { layLine } from '../support/line.ts'
import { QUESTIONS, storeQuiz } from '../support/quiz.ts'
import { createAsking } from './asking.ts'
import { many } from './came.ts'
import { fault } from './fault.ts'
import { assign, type Member, makeClass } from './members.ts'
import { startNode } from './node.ts'

/** Statements in the quiz: so many answers of each person, the first of them online. */
const STATEMENTS = 6
/** How long it may take, in milliseconds, until what waited has arrived: the page looks for a network every so often. */
const ARRIVING = 60_000
/** Seconds in which everybody has opened the quiz and answered its first question. */
const OPENING = 20

/** A time without a network, after the first answer. */
interface Spell {
  readonly people: number
  readonly seconds: number
  /** Whether the quiz closes meanwhile. */
  readonly isPast: boolean
}

/** People lose the network in the middle of a quiz, answer on, and get it back: in time, after minutes, or when the quiz has closed. */
export const offline = fault({
  number: 4,
  what: 'browsers offline for seconds, for minutes and past the deadline',
  full: { people: 5, short: 10, long: 300, past: 15 },
  async run({ random, say }, { people, short, long, past }) {
    const executablePath = await findBrowser(say)
    if (!executablePath) throw new Error('no browser was found')
    const node = await startNode()
    const browser = await chromium.launch({ executablePath, args: ['--no-sandbox', '--disable-gpu'] })
    try {
      const spells: readonly Spell[] = [
        { people, seconds: short, isPast: false },
        { people, seconds: long, isPast: false },
        { people, seconds: past, isPast: true },
      ]
      const came = await Promise.all(spells.map((spell) => tryOffline(spell, browser, node.url, random)))
      const sum = (part: (one: Spent) => number) => came.flat().reduce((total, one) => total + part(one), 0)
      return {
        did: `${many(3 * people)} browsers offline for ${short} s, ${long} s and past the deadline: ${sum((one) => one.inTime)} answers in time, ${sum((one) => one.late)} late`,
        lost: sum((one) => one.lost),
        doubled: sum((one) => one.doubled),
        errors: came.flat().flatMap(({ errors }) => errors),
        wrong: came.flat().flatMap(({ wrong }) => wrong),
      }
    } finally {
      await browser.close()
      await node.stop()
    }
  },
})

/** What became of one person's answers. */
interface Spent {
  readonly inTime: number
  readonly late: number
  readonly lost: number
  readonly doubled: number
  readonly errors: readonly string[]
  readonly wrong: readonly string[]
}

const statement = QUESTIONS.find(({ kind }) => kind === 'true-false') as Question
const statements = Array.from({ length: STATEMENTS }, (_, i) => ({
  ...statement,
  id: `q-statement-${i}`,
  stem: `${statement.stem.slice(0, -1)}, as line ${i + 1} says.`,
}))

/** So many people over one line, which is cut and mended for all of them together. */
async function tryOffline(
  { people, seconds, isPast }: Spell,
  browser: Browser,
  address: string,
  random: Random,
): Promise<readonly Spent[]> {
  const { set } = await storeQuiz(statements)
  const school = await makeClass(people)
  const assignment = await assign(school.id, set, { closesIn: isPast ? OPENING + seconds : 86_400 })
  const line = await layLine(address)
  try {
    const writers = await Promise.all(
      school.learners.map((member) => openQuiz(browser, line.url, address, member, assignment)),
    )
    const closed = sleep(seconds * 1_000)
    line.cut()
    await Promise.all(
      writers.map(async ({ page, put }) => {
        await page.context().setOffline(true)
        for (let i = 1; i < STATEMENTS; i++) {
          await page.getByRole('button', { name: 'Next' }).click()
          put.push(await answer(page, random.integer(2) === 0))
        }
      }),
    )
    await closed
    if (isPast) await untilClosed(assignment)
    // As the clock of the app does, which takes in what nobody has handed in.
    if (isPast) await collectDue()
    line.mend()
    return await Promise.all(
      writers.map(async (writer, i) => {
        const context = writer.page.context()
        await context.setOffline(false)
        const back = i % 2 === 0 ? writer : { ...writer, page: await comeBack(writer, line.url) }
        const spent = await settle(back, isPast)
        await context.close()
        return spent
      }),
    )
  } finally {
    await line.stop()
  }
}

/** Somebody at a quiz, and what they have put down, by question. */
interface Writer {
  readonly page: Page
  readonly attempt: string
  readonly put: boolean[]
  readonly errors: string[]
}

/** Begins a quiz as a member and answers its first question, with a network. */
async function openQuiz(
  browser: Browser,
  url: string,
  address: string,
  { cookie }: Member,
  assignment: string,
): Promise<Writer> {
  const asking = createAsking(address, 1)
  const begun = await asking.insist<StartReply>('/api/attempts', { assignment, key: randomUUID() }, cookie)
  asking.close()
  if (begun.sort !== 'done') throw new Error(`a quiz did not begin: ${begun.error}`)
  const context = await browser.newContext({ locale: 'en-GB' })
  const [name = '', ...value] = cookie.split('=')
  await context.addCookies([{ name, value: value.join('='), url }])
  const page = await context.newPage()
  const errors: string[] = []
  page.on('pageerror', (error) => errors.push(error.message))
  const { attempt } = begun.reply
  await page.goto(`${url}quiz/${attempt}`)
  const first = await answer(page, true)
  await page.getByText(/^Saved /).waitFor()
  return { page, attempt, put: [first], errors }
}

/** Closes the page of a quiz and opens it again. */
async function comeBack({ page, attempt }: Writer, url: string): Promise<Page> {
  const context = page.context()
  await page.close()
  const opened = await context.newPage()
  await opened.goto(`${url}quiz/${attempt}`)
  return opened
}

/** Calls the statement on the screen true or false. */
async function answer(page: Page, isTrue: boolean): Promise<boolean> {
  await page.getByRole('radio', { name: isTrue ? 'True' : 'False', exact: true }).check()
  return isTrue
}

/** Waits until the quiz has closed by the clock of the database. */
async function untilClosed(assignment: string): Promise<void> {
  const isOpen = async () =>
    (
      await pool().query('SELECT FROM assignment WHERE id = $1 AND closes_at > clock_timestamp()', [
        assignment,
      ])
    ).rowCount === 1
  while (await isOpen()) await sleep(200)
}

/** What the store holds of an attempt in one of its tables of answers, by question: the last one, and how many there are. */
async function held(table: 'response' | 'late_response', attempt: string) {
  const { rows } = await pool().query<{ position: number; answer: boolean; count: number }>(
    `SELECT DISTINCT ON (position) position, answer, count(*) OVER (PARTITION BY position)::int AS count
     FROM ${table} WHERE attempt_id = $1 ORDER BY position, sequence DESC`,
    [attempt],
  )
  return rows
}

/** Waits until everything has arrived, and compares it with what was put down: all of it is there, once, in time or late. */
async function settle({ page, attempt, put, errors }: Writer, isPast: boolean): Promise<Spent> {
  const arrived = async () => [
    ...(await held('response', attempt)),
    ...(await held('late_response', attempt)),
  ]
  for (const end = Date.now() + ARRIVING; Date.now() < end; await sleep(200))
    if ((await arrived()).length >= put.length) break
  const [inTime, late] = await Promise.all([held('response', attempt), held('late_response', attempt)])
  const found = new Map([...inTime, ...late].map((row) => [row.position, row]))
  const wrong: string[] = []
  const said = isPast ? new RegExp(`${put.length - 1} answers came when the time was over`) : /^Saved /
  await page
    .getByText(said)
    .waitFor({ timeout: ARRIVING })
    .catch(() => wrong.push(`the page does not say ${said}`))
  if (!isPast && late.length > 0) wrong.push('kept as late, and in time')
  if (isPast && inTime.length !== 1) wrong.push('counted, and late')
  const alerts = await page.locator('main [role=alert]').allInnerTexts()
  return {
    inTime: inTime.length,
    late: late.length,
    lost: put.filter((answer, i) => found.get(i + 1)?.answer !== answer).length,
    doubled: [...inTime, ...late].filter(({ count }) => count > 1).length,
    errors: [...errors, ...alerts.filter((text) => text !== '')],
    wrong,
  }
}
