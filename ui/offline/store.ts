import { type DBSchema, type IDBPDatabase, openDB } from 'idb'
import type { PackView } from '#server/attempts/pack-view'
import type { AttemptView, SaveBody } from '#server/attempts/view'
import { noteKept } from './kept-mark.ts'

/** A quiz under way as this browser keeps it, so that it can go on without a network. */
export interface KeptQuiz {
  readonly attempt: string
  /** Whose it is; nobody else is shown it. */
  readonly owner: string
  readonly view: AttemptView
  /** The keys of its open questions, where its owner has asked for them. */
  readonly pack: PackView | null
}

/** Something that has not reached the server: an answer, or, without a body, the handing-in. */
export interface Waiting {
  /** In the order in which it was done; given by the store. */
  readonly id?: number
  /** The answer's own key, or `hand-in` and the attempt. */
  readonly key: string
  readonly attempt: string
  readonly owner: string
  readonly body: SaveBody | null
}

/** What is to be told of an attempt when it is opened next. */
interface Note {
  readonly attempt: string
  readonly message: string
}

interface Schema extends DBSchema {
  quizzes: { key: string; value: KeptQuiz }
  waiting: { key: number; value: Waiting; indexes: { key: string; attempt: string } }
  notes: { key: number; value: Note; indexes: { attempt: string } }
  /** `reader`: who opened the articles that are kept. */
  about: { key: string; value: string }
}

let opening: Promise<IDBPDatabase<Schema>> | null = null

/** The one database of this browser. A later version of the app adds to it and must be able to read what waits. */
function open(): Promise<IDBPDatabase<Schema>> {
  opening ??= openDB<Schema>('bellwether', 1, {
    upgrade(database) {
      database.createObjectStore('quizzes', { keyPath: 'attempt' })
      const waiting = database.createObjectStore('waiting', { keyPath: 'id', autoIncrement: true })
      waiting.createIndex('key', 'key', { unique: true })
      waiting.createIndex('attempt', 'attempt')
      database.createObjectStore('notes', { autoIncrement: true }).createIndex('attempt', 'attempt')
      database.createObjectStore('about')
    },
    // A newer page in another tab wants to change its shape, or the browser has closed it: it is opened again when needed.
    blocking: (_current, _blocked, event) => {
      opening = null
      ;(event.target as IDBDatabase).close()
    },
    terminated: () => {
      opening = null
    },
  })
  opening.catch(() => {
    opening = null
  })
  return opening
}

/** The copy of a quiz, or undefined. */
export const getQuiz = async (attempt: string): Promise<KeptQuiz | undefined> =>
  (await open()).get('quizzes', attempt)

export const listQuizzes = async (): Promise<KeptQuiz[]> => (await open()).getAll('quizzes')

/** Keeps a quiz as it stands, or changes what is kept; a pack that is there stays. */
export async function keepQuiz(view: AttemptView, pack?: PackView): Promise<void> {
  const { id: attempt, owner } = view
  noteKept(true)
  const store = (await open()).transaction('quizzes', 'readwrite').store
  const before = await store.get(attempt)
  await store.put({ attempt, owner, view, pack: pack ?? before?.pack ?? null })
}

/** Changes the copy of a quiz, where one is still there. */
export async function changeQuiz(attempt: string, change: (view: AttemptView) => AttemptView): Promise<void> {
  const store = (await open()).transaction('quizzes', 'readwrite').store
  const before = await store.get(attempt)
  if (before) await store.put({ ...before, view: change(before.view) })
}

export const removeQuiz = async (attempt: string): Promise<void> => (await open()).delete('quizzes', attempt)

/** Everything that waits, of one attempt or of all, in the order in which it was done. */
export async function listWaiting(attempt?: string): Promise<Waiting[]> {
  const database = await open()
  return attempt === undefined
    ? database.getAll('waiting')
    : database.getAllFromIndex('waiting', 'attempt', attempt)
}

/** Lets something wait; once, however often it is added. When this is done it outlives the browser. */
export async function addWaiting(row: Waiting): Promise<void> {
  noteKept(true)
  const transaction = (await open()).transaction('waiting', 'readwrite', { durability: 'strict' })
  if ((await transaction.store.index('key').getKey(row.key)) === undefined) await transaction.store.add(row)
  await transaction.done
}

/** Forgets something that waited, by its key. */
export async function removeWaiting(key: string): Promise<void> {
  const transaction = (await open()).transaction('waiting', 'readwrite')
  const id = await transaction.store.index('key').getKey(key)
  if (id !== undefined) await transaction.store.delete(id)
  await transaction.done
}

/** Leaves a word for whoever opens this attempt next. */
export async function addNote(note: Note): Promise<void> {
  await (await open()).add('notes', note)
}

/** Takes the words that were left. */
export async function takeNotes(attempt: string): Promise<string[]> {
  const store = (await open()).transaction('notes', 'readwrite').store
  const keys = await store.index('attempt').getAllKeys(attempt)
  const notes = await store.index('attempt').getAll(attempt)
  for (const key of keys) await store.delete(key)
  return notes.map(({ message }) => message)
}

export const getReader = async (): Promise<string | undefined> => (await open()).get('about', 'reader')

export async function setReader(owner: string | null): Promise<void> {
  const database = await open()
  if (owner === null) await database.delete('about', 'reader')
  else await database.put('about', owner, 'reader')
}

/** Empties everything but what waits of others than these; without them, everything. */
export async function emptyStore(owners?: ReadonlySet<string>): Promise<void> {
  const transaction = (await open()).transaction(['quizzes', 'waiting', 'notes', 'about'], 'readwrite')
  const waiting = transaction.objectStore('waiting')
  for (const { id, owner } of await waiting.getAll())
    if (id !== undefined && (!owners || owners.has(owner))) await waiting.delete(id)
  if ((await waiting.count()) === 0) noteKept(false)
  for (const name of ['quizzes', 'notes', 'about'] as const) await transaction.objectStore(name).clear()
  await transaction.done
}
