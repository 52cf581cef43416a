import { LONGEST_ANSWER } from '#core/learner'
import type { HereView, PackView } from '#server/attempts/pack-view'
import type { AttemptView, EndView, ItemView, SaveBody, SaveReply } from '#server/attempts/view'
import type { NextReply } from '#server/practice/next-view'
import { applySaved, withItem } from '#ui/offline/apply-saved.ts'
import { isAnythingKept } from '#ui/offline/kept-mark.ts'
import { openKept } from '#ui/offline/open-kept.ts'
import { createShelf, handInKey } from '#ui/offline/shelf.ts'
import { sendWhenBack } from '#ui/offline/when-back.ts'
import { signInAddress } from './addresses.ts'
import { ask, createKey, type Outcome } from './ask.ts'
import { createOutbox } from './outbox.ts'
import { takeStarted } from './started.ts'
import { type Draft, draftOf, EMPTY, type SessionState } from './state.ts'

/** How long typing may go on before what stands there is saved. */
const PAUSE_IN_TYPING_MS = 500

/** The first question comes first: until then nothing of the quiz is kept on this device but what is answered. */
const SETTLED_MS = 3_000

const NOT_CHOSEN = 'The next question cannot be fetched now. Try again when the network is back.'

/** How long until the server is asked again for what it did not answer. */
const AGAIN_MS = 10_000

/**
 * One attempt in this browser: what the server has told, what the reader has put down, what is on its way. It is a
 * store outside React: `subscribe` and `read` feed `useSyncExternalStore`. A copy of it is kept on this device, so that it
 * goes on without a network.
 */
export function createSession(id: string) {
  const path = `/api/attempts/${encodeURIComponent(id)}`
  let state = EMPTY
  let typing: { readonly position: number; readonly timer: number } | null = null
  let pack: PackView | null = null
  /** What is drawn came from the copy on this device, and the server may know more. */
  let isCopy = false
  let again = 0
  let isKeeping = isAnythingKept()
  const listeners = new Set<() => void>()

  const set = (change: Partial<SessionState>) => {
    state = { ...state, ...change }
    for (const listener of listeners) listener()
    if (change.attempt && isKeeping) void keep()
  }
  const itemAt = (position: number): ItemView | undefined =>
    state.attempt?.items.find((item) => item.position === position)
  const replaceItem = (item: ItemView) => {
    if (state.attempt) set({ attempt: withItem(state.attempt, item) })
  }
  /** Keeps the quiz on this device as it stands, from now on; one that is over is let go. */
  async function keep(): Promise<void> {
    isKeeping = true
    const { attempt, standing } = state
    if (!attempt || attempt.submittedAt || standing !== 'ready') return
    await openKept()
      .then(({ keepQuiz }) => keepQuiz(attempt))
      .catch(() => {})
  }
  const letGo = (key?: string) =>
    void openKept()
      .then(({ removeQuiz, removeWaiting }) => (key ? removeWaiting(key) : removeQuiz(id)))
      .catch(() => {})

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
      isOffline: isCopy || outbox.isStuck() || !navigator.onLine,
      isSignedOut: outbox.isSignedOut(),
    })
    if (state.isOffline) void markHere()
    else if (state.isHandInWaiting && bodies.length === 0) void handIn()
  }

  /** With a pack and without a network, answers that wait to be checked are checked on this device; the server does it again. */
  async function markHere(): Promise<void> {
    const open = outbox.waiting().filter(({ check }) => check)
    if (!pack || open.length === 0) return
    const marking = await import('#ui/offline/mark.ts').catch(() => null)
    if (!marking) return
    for (const body of open) {
      const packed = pack.items.find(({ position }) => position === body.position)
      const item = itemAt(body.position)
      if (!packed || !item || item.final || (item.tried?.sequence ?? 0) >= body.sequence) continue
      const marked = marking.markHere(packed, body, item.tried?.used ?? 0)
      if (!marked) continue
      const { tried: _, ...before } = item
      const given = { ...before, ...draftOf(body), answered: body.answer !== null, sequence: body.sequence }
      replaceItem({ ...given, final: 'feedback' in marked, ...marked })
    }
  }

  /** Saves an answer. What is 'not found' while somebody else is signed in is kept for whoever began it. */
  async function save(body: SaveBody): Promise<Outcome<SaveReply>> {
    const outcome = await ask<SaveReply>(`${path}/responses`, body)
    if (outcome.sort !== 'refused' || outcome.error !== 'not-found') return outcome
    const here = await ask<HereView>('/api/me/here')
    const { owner } = state.attempt ?? {}
    if (here.sort !== 'done' || owner === undefined) return { sort: 'later' }
    return here.reply.owner === owner || here.reply.claimed.includes(owner)
      ? outcome
      : { sort: 'later', isSignedOut: true }
  }

  const outbox = createOutbox({
    shelf: createShelf(id, () => state.attempt?.owner ?? null),
    send: save,
    wait: (work, milliseconds) => {
      const timer = setTimeout(work, milliseconds)
      return () => clearTimeout(timer)
    },
    onSaved: (body, reply) => {
      if (reply.late !== undefined) return putBack(body, reply.late)
      const item = itemAt(body.position)
      if (!item) return
      replaceItem(applySaved(item, body, reply))
      set({ savedAt: reply.savedAt })
    },
    onRefused: (body, error, message) => {
      if (error === 'handed-in') void load()
      else if (error === 'not-found') set({ standing: 'missing' })
      else putBack(body, message)
    },
    onChange: reflect,
  })

  /** An answer that does not stand: its reader is told why, and sees the one that does. */
  function putBack({ position }: SaveBody, notice: string): void {
    set({ notice })
    void load(position)
  }

  /** Draws what the server has, under what this browser still has to send; `forget` lets go of one draft here. */
  function show(attempt: AttemptView, forget?: number): void {
    const kept: Record<number, Draft> = {}
    for (const item of attempt.items) kept[item.position] = draftOf(item)
    for (const body of outbox.waiting()) if (body.position !== forget) kept[body.position] = draftOf(body)
    const saved = attempt.items.map((item) => item.savedAt ?? '').sort()
    set({ standing: 'ready', attempt, drafts: kept, savedAt: saved.at(-1) || null })
    reflect()
  }

  /** Notes how this device's clock stands to the server's, where time is limited. */
  function setClock({ assigned }: AttemptView): void {
    if (assigned) set({ skew: Date.parse(assigned.now) - Date.now() })
  }

  async function load(forget?: number): Promise<void> {
    const outcome = await ask<AttemptView>(path)
    if (outcome.sort === 'later') {
      if (!state.attempt && outcome.isSignedOut) return location.assign(signInAddress(id))
      return state.attempt ? tryAgain() : showCopy()
    }
    if (outcome.sort === 'refused') {
      letGo()
      return set({ standing: 'missing' })
    }
    isCopy = false
    setClock(outcome.reply)
    show(outcome.reply, forget)
    // What waits of an attempt that was taken in meanwhile comes late, and is told of in its results.
    const sent = outbox.retry()
    if (outcome.reply.submittedAt) await sent.then(loadResults)
  }

  /** Draws the copy that is kept here, as there is no server. */
  async function showCopy(): Promise<void> {
    const copy = await openKept()
      .then(({ getQuiz }) => getQuiz(id))
      .catch(() => undefined)
    if (!copy) return set({ standing: 'unreachable' })
    isCopy = true
    show(copy.view)
    tryAgain()
  }

  /** What is drawn as a copy is asked for until the server answers: a browser need not notice that it can be reached again. */
  function tryAgain(): void {
    clearTimeout(again)
    if (isCopy) again = window.setTimeout(() => void load(), AGAIN_MS)
  }

  async function loadResults(): Promise<void> {
    const told = await ask<EndView>(`${path}/results`)
    // As long as they are withheld, handing in again says that it has been.
    const isWithheld = told.sort === 'refused' && told.error === 'withheld'
    const outcome = isWithheld ? await ask<EndView>(`${path}/submit`, {}) : told
    if (outcome.sort === 'done') finish(outcome.reply)
    else if (outcome.sort === 'refused') set({ standing: 'missing' })
    else set({ standing: 'unreachable' })
  }

  function finish(results: EndView): void {
    letGo()
    letGo(handInKey(id))
    set({ standing: 'finished', results, isSubmitting: false, isHandInWaiting: false })
  }

  /** Reads what this device kept of the attempt beside its answers. */
  async function readKept(): Promise<void> {
    if (!isAnythingKept()) return
    const { getQuiz, listWaiting, takeNotes } = await openKept()
    const [copy, rows, notes] = await Promise.all([getQuiz(id), listWaiting(id), takeNotes(id)])
    pack = copy?.pack ?? null
    set({
      hasPack: pack !== null,
      isHandInWaiting: rows.some(({ body }) => body === null),
      ...(notes.length > 0 ? { notice: [...new Set(notes)].join(' ') } : {}),
    })
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

  let isHandingIn = false

  /** Asks the server to close the attempt; false where it could not be reached. */
  async function handIn(): Promise<boolean> {
    if (isHandingIn) return false
    isHandingIn = true
    const outcome = await ask<EndView>(`${path}/submit`, {})
    isHandingIn = false
    if (outcome.sort === 'done') finish(outcome.reply)
    else if (outcome.sort === 'refused') await load()
    else if (state.isHandInWaiting) setTimeout(reflect, AGAIN_MS)
    return outcome.sort !== 'later'
  }

  /** Lets the handing-in wait beside the answers. */
  function letHandInWait(): void {
    const { owner } = state.attempt ?? {}
    set({ isSubmitting: false, isOffline: true, isHandInWaiting: true })
    if (owner !== undefined)
      void openKept()
        .then(({ addWaiting }) => addWaiting({ key: handInKey(id), attempt: id, owner, body: null }))
        .then(sendWhenBack)
        .catch(() => {})
    outbox.retry()
    setTimeout(reflect, AGAIN_MS)
  }

  return {
    read: () => state,
    subscribe(listener: () => void): () => void {
      listeners.add(listener)
      return () => listeners.delete(listener)
    },

    /** Fetches the attempt, or takes the one that came with its start; without a network, the copy that is kept here. */
    async open(): Promise<void> {
      const started = takeStarted(id)
      if (started) {
        setClock(started)
        show(started)
      }
      await Promise.all([outbox.open(), readKept().catch(() => {})])
      if (!started) await load()
      else if (outbox.waiting().length > 0) show(started)
      reflect()
      setTimeout(() => void keep(), SETTLED_MS)
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
      if (!isKeeping) void keep()
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

    /** Hands the attempt in once every answer has arrived. Where the server cannot be reached, the handing-in waits with them. */
    async submit(): Promise<void> {
      if (typing) send(typing.position, false)
      set({ isSubmitting: true })
      for (let tries = 0; outbox.waiting().length > 0 && !outbox.isStuck() && tries < 100; tries++)
        await new Promise((resolve) => setTimeout(resolve, 50))
      if (outbox.waiting().length > 0 || !(await handIn())) letHandInWait()
    },

    /** Takes back a handing-in that has not been sent. */
    goOn(): void {
      set({ isHandInWaiting: false })
      letGo(handInKey(id))
    },

    /** Keeps the keys that were handed out for this attempt, and uses them from now on. */
    async takePack(handed: PackView): Promise<void> {
      const { attempt } = state
      if (!attempt) return
      await (await openKept()).keepQuiz({ ...attempt, isPacked: true }, handed)
      pack = handed
      set({ attempt: { ...attempt, isPacked: true }, hasPack: true })
    },

    /** Tries again at once: the reader asked, or the network is back. */
    retry(): void {
      if (state.standing === 'unreachable') {
        set({ standing: 'loading' })
        void load()
      } else if (!state.attempt) return
      else if (isCopy) void load().then(() => outbox.retry())
      else {
        reflect()
        outbox.retry()
      }
    },

    /** The network went away; nothing is lost, and the reader is told. */
    drop(): void {
      set({ isOffline: true })
      void keep()
    },
  }
}
export type Session = ReturnType<typeof createSession>
