import type { HereView } from '#server/attempts/pack-view'
import type { EndView, SaveReply } from '#server/attempts/view'
import { ask, type Outcome } from '#ui/player/ask.ts'
import { applySaved, withItem } from './apply-saved.ts'
import { countArticles, removeArticles } from './articles.ts'
import { lockOf } from './hold.ts'
import { noteKept } from './kept-mark.ts'
import {
  addNote,
  changeQuiz,
  getReader,
  listQuizzes,
  listWaiting,
  removeQuiz,
  removeWaiting,
  setReader,
  type Waiting,
} from './store.ts'

/**
 * Puts what this browser keeps in order, from a page or from the worker: whatever is not of the person it speaks for now
 * goes, and what waits for that person is sent, once, in order. What waits for somebody else stays until they are back.
 * False where something is still to be sent and could not be.
 */
export async function tend(): Promise<boolean> {
  const { quizzes, waiting, isEmpty } = await look()
  noteKept(quizzes.length + waiting.length > 0)
  if (isEmpty) return true
  const here = await ownersHere()
  if (here === 'away') return waiting.length === 0
  if (here === 'signed-out') {
    await removeCopies(new Set())
    return true
  }
  await removeCopies(here.owners)
  await removeOldest(waiting)
  await setReader(here.reader)
  // The device was cleared while the server was asked.
  if ((await look()).isEmpty) await setReader(null)
  return sendAll(waiting.filter((row) => here.owners.has(row.owner)))
}

async function look() {
  const [quizzes, waiting, articles] = await Promise.all([listQuizzes(), listWaiting(), countArticles()])
  return { quizzes, waiting, isEmpty: quizzes.length + waiting.length + articles === 0 }
}

/** The most quizzes under way that are kept. */
const MOST_QUIZZES = 30

/** Lets go of the quizzes that were begun longest ago where there are too many, unless something of theirs waits. */
async function removeOldest(waiting: readonly Waiting[]): Promise<void> {
  const idle = (await listQuizzes())
    .filter(({ attempt }) => waiting.every((row) => row.attempt !== attempt))
    .sort((a, b) => b.view.startedAt.localeCompare(a.view.startedAt))
  for (const { attempt } of idle.slice(MOST_QUIZZES)) await removeQuiz(attempt)
}

interface Here {
  readonly reader: string | null
  /** The reader, and the guests they were. */
  readonly owners: ReadonlySet<string>
}

/** Who this browser speaks for; 'away' where nobody can be asked. */
export async function ownersHere(): Promise<Here | 'signed-out' | 'away'> {
  const here = await ask<HereView>('/api/me/here')
  if (here.sort === 'later' && here.isSignedOut) return 'signed-out'
  if (here.sort !== 'done') return 'away'
  const { owner, claimed } = here.reply
  return { reader: owner, owners: new Set(owner === null ? [] : [owner, ...claimed]) }
}

/** Removes the copies of everybody but these; what waits stays. */
async function removeCopies(mine: ReadonlySet<string>): Promise<void> {
  for (const { attempt, owner } of await listQuizzes()) if (!mine.has(owner)) await removeQuiz(attempt)
  const reader = await getReader()
  if (reader === undefined || mine.has(reader)) return
  await removeArticles()
  await setReader(null)
}

async function sendAll(rows: readonly Waiting[]): Promise<boolean> {
  for (const attempt of new Set(rows.map((row) => row.attempt)))
    if ((await whileClosed(attempt, () => sendOf(attempt))) === false) return false
  return true
}

/** Without locks (plain http) two pages may send the same answer; it counts once all the same. */
const whileClosed = async (attempt: string, work: () => Promise<boolean>): Promise<boolean | undefined> =>
  navigator.locks
    ? navigator.locks.request(lockOf(attempt), { ifAvailable: true }, (lock) => (lock ? work() : undefined))
    : work()

const handInLast = (a: Waiting, b: Waiting): number => Number(a.body === null) - Number(b.body === null)

async function sendOf(attempt: string): Promise<boolean> {
  for (const row of (await listWaiting(attempt)).sort(handInLast)) {
    const outcome = await send(row)
    if (outcome.sort === 'later') return false
    await removeWaiting(row.key)
    if (outcome.sort === 'refused') await addNote({ attempt, message: outcome.message })
    else if (row.body === null) await removeQuiz(attempt)
    else await settle(row, outcome.reply as SaveReply)
  }
  return true
}

function send({ attempt, body }: Waiting): Promise<Outcome<EndView | SaveReply>> {
  const path = `/api/attempts/${encodeURIComponent(attempt)}`
  return body === null ? ask<EndView>(`${path}/submit`, {}) : ask<SaveReply>(`${path}/responses`, body)
}

/** Brings the copy up to date; what came too late changes nothing of it, and is told. */
async function settle({ attempt, body }: Waiting, reply: SaveReply): Promise<void> {
  if (reply.late !== undefined) return addNote({ attempt, message: reply.late })
  await changeQuiz(attempt, (view) => {
    const item = view.items.find(({ position }) => position === body?.position)
    return item && body ? withItem(view, applySaved(item, body, reply)) : view
  })
}
