import { LONGEST_ANSWER } from '#core/learner'
import type {
  AnswerView,
  AttemptView,
  Confidence,
  ItemView,
  NextReply,
  ResultsView,
  SaveBody,
  SaveReply,
} from '#server/attempts/view'
import { signInAddress } from './addresses.ts'
import { ask, createKey } from './ask.ts'
import { createOutbox, type Shelf } from './outbox.ts'

/** What the reader has put down for one question on this screen, saved or not. */
export interface Draft {
  readonly answer: AnswerView
  readonly confidence?: Confidence
}

/** Everything the player draws from. */
export interface SessionState {
  readonly standing: 'loading' | 'unreachable' | 'missing' | 'ready' | 'finished'
  readonly attempt: AttemptView | null
  readonly drafts: Readonly<Record<number, Draft>>
  /** Positions whose answers have not been acknowledged. */
  readonly waiting: readonly number[]
  /** Positions whose check has been asked for and not come back. */
  readonly checking: readonly number[]
  /** Something stands here that has not yet been sent. */
  readonly isTyping: boolean
  readonly isOffline: boolean
  /** The session that began it has ended; what waits goes out once somebody has signed in. */
  readonly isSignedOut: boolean
  readonly isSubmitting: boolean
  /** The next question of a practice is being chosen. */
  readonly isChoosing: boolean
  /** Why a practice has no next question; null as long as it may have. */
  readonly end: NextReply['end']
  /** When the server last acknowledged an answer (its own clock). */
  readonly savedAt: string | null
  /** A word to the reader about something that happened to an answer. */
  readonly notice: string | null
  readonly results: ResultsView | null
}

const EMPTY: SessionState = {
  standing: 'loading',
  attempt: null,
  drafts: {},
  waiting: [],
  checking: [],
  isTyping: false,
  isOffline: false,
  isSignedOut: false,
  isSubmitting: false,
  isChoosing: false,
  end: null,
  savedAt: null,
  notice: null,
  results: null,
}

/** How long typing may go on before what stands there is saved. */
const PAUSE_IN_TYPING_MS = 500

/** Where POST /api/attempts leaves the attempt it has just made, so that the quiz page need not ask again. */
export const startedKey = (id: string): string => `bellwether.started.${id}`

/** The browser's own storage; where it is closed to us (private windows), answers wait in memory alone. */
function createShelf(id: string): Shelf {
  const key = `bellwether.outbox.${id}`
  return {
    read() {
      try {
        return localStorage.getItem(key)
      } catch {
        return null
      }
    },
    write(text) {
      try {
        if (text === null) localStorage.removeItem(key)
        else localStorage.setItem(key, text)
      } catch {
        // Nothing to do: the queue in memory still holds them.
      }
    },
  }
}

function takeStarted(id: string): AttemptView | null {
  try {
    const text = sessionStorage.getItem(startedKey(id))
    sessionStorage.removeItem(startedKey(id))
    return text === null ? null : (JSON.parse(text) as AttemptView)
  } catch {
    return null
  }
}

const NOT_CHOSEN = 'The next question cannot be fetched now. Try again when the network is back.'

const draftOf = ({ answer, confidence }: ItemView | SaveBody): Draft =>
  confidence === undefined ? { answer } : { answer, confidence }

/**
 * One attempt in this browser: what the server has told, what the reader has put down, what is on its way. It is a
 * store outside React: `subscribe` and `read` feed `useSyncExternalStore`.
 */
export function createSession(id: string) {
  const path = `/api/attempts/${encodeURIComponent(id)}`
  let state = EMPTY
  let typing: { readonly position: number; readonly timer: number } | null = null
  const listeners = new Set<() => void>()

  const set = (change: Partial<SessionState>) => {
    state = { ...state, ...change }
    for (const listener of listeners) listener()
  }
  const itemAt = (position: number): ItemView | undefined =>
    state.attempt?.items.find((item) => item.position === position)
  const replaceItem = (item: ItemView) => {
    const { attempt } = state
    if (!attempt) return
    set({
      attempt: {
        ...attempt,
        items: attempt.items.map((other) => (other.position === item.position ? item : other)),
      },
    })
  }

  /** When each question was first on the screen, by the page's own clock. */
  const shownAt = new Map<number, number>()
  const timeOn = (position: number): { readonly seconds?: number } => {
    const since = shownAt.get(position)
    return since === undefined
      ? {}
      : { seconds: Math.min(LONGEST_ANSWER, Math.round((performance.now() - since) / 1000)) }
  }

  /** Brings what the reader is told about waiting answers up to date. */
  function reflect(): void {
    const bodies = outbox.waiting()
    set({
      waiting: [...new Set(bodies.map(({ position }) => position))],
      checking: bodies.filter(({ check }) => check).map(({ position }) => position),
      isOffline: outbox.isStuck() || !navigator.onLine,
      isSignedOut: outbox.isSignedOut(),
    })
  }

  const outbox = createOutbox({
    shelf: createShelf(id),
    send: (body) => ask<SaveReply>(`${path}/responses`, body),
    wait: (work, milliseconds) => {
      const timer = setTimeout(work, milliseconds)
      return () => clearTimeout(timer)
    },
    onSaved: (body, reply) => {
      const item = itemAt(body.position)
      if (!item) return
      replaceItem({
        ...item,
        ...draftOf(body),
        answered: body.answer !== null,
        sequence: reply.sequence,
        savedAt: reply.savedAt,
        final: reply.final,
        ...(reply.feedback ? { feedback: reply.feedback } : {}),
        ...(reply.tried ? { tried: reply.tried } : {}),
      })
      set({ savedAt: reply.savedAt })
    },
    onRefused: (body, error, message) => {
      if (error === 'handed-in') void load()
      else if (error === 'not-found') set({ standing: 'missing' })
      else {
        set({ notice: message })
        void load(body.position)
      }
    },
    onChange: reflect,
  })

  /** Draws what the server has, under what this browser still has to send; `forget` lets go of one draft here. */
  function show(attempt: AttemptView, forget?: number): void {
    const kept: Record<number, Draft> = {}
    for (const item of attempt.items) kept[item.position] = draftOf(item)
    for (const body of outbox.waiting()) if (body.position !== forget) kept[body.position] = draftOf(body)
    const saved = attempt.items.map((item) => item.savedAt ?? '').sort()
    set({ standing: 'ready', attempt, drafts: kept, savedAt: saved.at(-1) || null })
    reflect()
  }

  async function load(forget?: number): Promise<void> {
    const outcome = await ask<AttemptView>(path)
    if (outcome.sort === 'later') {
      if (outcome.isSignedOut && !state.attempt) return location.assign(signInAddress(id))
      return set(state.attempt ? {} : { standing: 'unreachable' })
    }
    if (outcome.sort === 'refused') return set({ standing: 'missing' })
    show(outcome.reply, forget)
    if (outcome.reply.submittedAt) await loadResults()
    else outbox.retry()
  }

  async function loadResults(): Promise<void> {
    const outcome = await ask<ResultsView>(`${path}/results`)
    if (outcome.sort === 'done') set({ standing: 'finished', results: outcome.reply, isSubmitting: false })
    else if (outcome.sort === 'refused') set({ standing: 'missing' })
    else set({ standing: 'unreachable' })
  }

  function send(position: number, check: boolean): void {
    if (typing) clearTimeout(typing.timer)
    typing = null
    set({ isTyping: false })
    const item = itemAt(position)
    const draft = state.drafts[position]
    if (!item || !draft || item.final) return
    const queued = outbox.waiting().filter((body) => body.position === position)
    const sequence = Math.max(item.sequence, ...queued.map((body) => body.sequence)) + 1
    outbox.put({ position, sequence, key: createKey(), ...draft, ...timeOn(position), check })
  }

  return {
    read: () => state,
    subscribe(listener: () => void): () => void {
      listeners.add(listener)
      return () => listeners.delete(listener)
    },

    /** Fetches the attempt, or takes the one that came with its start. */
    async open(): Promise<void> {
      const started = takeStarted(id)
      if (started) show(started)
      else await load()
    },

    /** A question is on the screen: the time on it counts from the first moment. */
    see(position: number): void {
      if (!shownAt.has(position)) shownAt.set(position, performance.now())
    },

    /** Puts down an answer or how sure the reader is; it is saved after a short pause. */
    put(position: number, change: Partial<Draft>): void {
      const draft = state.drafts[position] ?? { answer: null }
      set({ drafts: { ...state.drafts, [position]: { ...draft, ...change } }, notice: null })
      if (typing && typing.position !== position) send(typing.position, false)
      set({ isTyping: true })
      if (typing) clearTimeout(typing.timer)
      typing = { position, timer: window.setTimeout(() => send(position, false), PAUSE_IN_TYPING_MS) }
    },

    /** Saves what has been typed without waiting for the pause. */
    settle(): void {
      if (typing) send(typing.position, false)
    },

    /** Tries the answer (practice): what comes back is its feedback, or that it was not right yet. */
    check(position: number): void {
      send(position, true)
    },

    /** Fetches what comes after the last question of a practice; false when it cannot be had now, which the reader is told. */
    async next(): Promise<boolean> {
      const { attempt } = state
      if (!attempt || state.isChoosing) return false
      set({ isChoosing: true, notice: null })
      const outcome = await ask<NextReply>(`${path}/next`, { after: attempt.count })
      set({ isChoosing: false })
      if (outcome.sort === 'done') {
        const { item, end } = outcome.reply
        set({ end })
        if (item) show({ ...attempt, count: item.position, items: [...attempt.items, item] })
        return true
      }
      if (outcome.sort === 'refused' && outcome.error === 'handed-in') void load()
      else set({ notice: outcome.sort === 'refused' ? outcome.message : NOT_CHOSEN })
      return false
    },

    /** Hands the attempt in once every answer has arrived; false when some still wait or the server cannot be reached. */
    async submit(): Promise<boolean> {
      if (typing) send(typing.position, false)
      set({ isSubmitting: true })
      for (let tries = 0; outbox.waiting().length > 0 && !outbox.isStuck() && tries < 100; tries++)
        await new Promise((resolve) => setTimeout(resolve, 50))
      if (outbox.waiting().length === 0) {
        const outcome = await ask<ResultsView>(`${path}/submit`, {})
        if (outcome.sort === 'done') {
          set({ standing: 'finished', results: outcome.reply, isSubmitting: false })
          return true
        }
        if (outcome.sort === 'refused') {
          await load()
          return true
        }
      }
      set({ isSubmitting: false, isOffline: true })
      outbox.retry()
      return false
    },

    /** Tries again at once: the reader asked, or the network is back. */
    retry(): void {
      reflect()
      if (state.standing === 'unreachable') {
        set({ standing: 'loading' })
        void load()
      } else outbox.retry()
    },

    /** The network went away; nothing is lost, and the reader is told. */
    drop(): void {
      set({ isOffline: true })
    },
  }
}
export type Session = ReturnType<typeof createSession>
