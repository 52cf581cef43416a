import { randomUUID } from 'node:crypto'
import { setTimeout as sleep } from 'node:timers/promises'
import type { Random } from '#core'
import type {
  AnswerView,
  EndView,
  ItemView,
  Mode,
  SaveBody,
  SaveReply,
  StartReply,
} from '#server/attempts/view'
import { createOutbox } from '#ui/player/outbox.ts'
import { answerTo } from '../support/answers.ts'
import type { Asking } from './asking.ts'

/** An answer as it was sent. */
export interface Sent {
  readonly attempt: string
  readonly position: number
  readonly sequence: number
  readonly key: string
  readonly answer: AnswerView
}

/** What somebody has noted of their work. */
export interface Notes {
  /** Everything they have ever put down. */
  readonly put: Sent[]
  /** What was acknowledged, in that order. */
  readonly acknowledged: Sent[]
  /** Attempts whose start was acknowledged. */
  readonly begun: string[]
  /** Those whose handing-in was. */
  readonly handedIn: string[]
  /** What they would have read: refusals, of which they have earned none. */
  readonly errors: string[]
}

/** How somebody works. */
export interface Habit {
  /** What they take, again and again: a set by themselves, or what their class was given. */
  readonly takes: { readonly set: string; readonly mode: Mode } | { readonly assignment: string }
  /** The cookies of a member; a guest comes without. */
  readonly cookie?: string
  /** The longest pause between two answers, in milliseconds. */
  readonly pause: number
  /** What they answer; anything, where nothing is said. */
  readonly answer?: (item: ItemView, random: Random) => AnswerView
  /** Hears of everything that was begun, and when it was asked for by the clock of `performance`. */
  readonly onBegun?: (start: StartReply, cookie: string, askedAt: number) => void
}

const anything = ({ shown }: ItemView, random: Random): AnswerView => answerTo(shown, random.integer(50))

/** No notes yet. */
export const blankNotes = (): Notes => ({ put: [], acknowledged: [], begun: [], handedIn: [], errors: [] })

/**
 * Takes one quiz after another until `isOver`, through the outbox of the page itself: what was not acknowledged goes out again
 * under its own key, after the pauses of the page and whatever Retry-After says. Whatever was begun is brought to its end.
 */
export async function work(
  asking: Asking,
  habit: Habit,
  random: Random,
  notes: Notes,
  isOver: () => boolean,
): Promise<void> {
  let cookie = habit.cookie
  while (!isOver()) {
    const { takes, answer = anything } = habit
    const askedAt = performance.now()
    const begun = await asking.insist<StartReply>(
      '/api/attempts',
      { ...takes, key: randomUUID(), ...('set' in takes ? { anew: true } : {}) },
      cookie,
    )
    if (begun.sort === 'refused') return void notes.errors.push(`a start: ${begun.error}`)
    cookie ??= begun.cookie ?? undefined
    const { attempt, view } = begun.reply
    notes.begun.push(attempt)
    habit.onBegun?.(begun.reply, cookie ?? '', askedAt)
    const writing = openOutbox(asking, attempt, cookie, notes)
    for (const item of view.items) {
      if (isOver()) break
      const turns = view.mode === 'test' ? 1 + random.integer(2) : 1
      for (let sequence = 1; sequence <= turns; sequence++) {
        writing.put({
          position: item.position,
          sequence,
          key: randomUUID(),
          answer: answer(item, random),
          check: view.mode === 'practice',
        })
        await sleep(random.integer(habit.pause + 1))
      }
    }
    await writing.drained()
    const over = await asking.insist<EndView>(`/api/attempts/${attempt}/submit`, {}, cookie)
    if (over.sort === 'refused') notes.errors.push(`a handing-in: ${over.error}`)
    else notes.handedIn.push(attempt)
  }
}

/** The page's outbox over a shelf in memory. */
function openOutbox(asking: Asking, attempt: string, cookie: string | undefined, notes: Notes) {
  const asSent = ({ position, sequence, key, answer }: SaveBody): Sent => ({
    ...{ attempt, position, sequence, key, answer },
  })
  let whenEmpty: (() => void) | null = null
  const outbox = createOutbox({
    shelf: { read: async () => [], add: () => {}, remove: () => {} },
    send: (body) => asking.ask<SaveReply>(`/api/attempts/${attempt}/responses`, body, cookie),
    wait: (again, milliseconds) => asking.wait(again, milliseconds),
    onSaved: (body, reply) => {
      if (reply.sequence !== body.sequence) notes.errors.push(`${reply.sequence} for ${body.sequence}`)
      notes.acknowledged.push(asSent(body))
    },
    onRefused: (_, error) => notes.errors.push(`an answer: ${error}`),
    onChange: () => {
      if (outbox.waiting().length === 0) whenEmpty?.()
    },
  })
  void outbox.open()
  return {
    put(body: SaveBody) {
      notes.put.push(asSent(body))
      outbox.put(body)
    },
    drained: () =>
      new Promise<void>((resolve) => {
        whenEmpty = resolve
        if (outbox.waiting().length === 0) resolve()
      }),
  }
}
