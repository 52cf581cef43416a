import type pg from 'pg'
import { may, type Role } from '../access.ts'
import { isStoreAway, pool } from '../db.ts'
import { logFailure } from '../log.ts'
import { listenWhileWanted } from './listen.ts'

/** Somebody who watches an assignment, and the session that speaks for them. */
export interface Watcher {
  readonly person: string
  readonly session: string
  readonly assignment: string
}

interface Stream extends Watcher {
  readonly startedAt: number
  /** Gives false once what was sent before is not being read. */
  readonly send: (text: string) => boolean
  readonly end: () => void
}

/** Streams of one process, and of one person in it: a tab that is looked at has one. */
const MOST = 500
const MOST_OF_ONE = 6
/** A stream ends after so many milliseconds, and its browser comes back by the door. */
const LONGEST = 30 * 60_000
/** For how long a watch stands without being renewed. A beat of the listener renews it. */
const STANDS = '30 seconds'
/** Milliseconds after a notice at which it is looked again: what was saved within the same second came without one. */
const AFTERWARDS = 1_500

interface Hub {
  readonly streams: Set<Stream>
  /** Assignments that are looked at again shortly. */
  readonly again: Map<string, NodeJS.Timeout>
  /** Over which watches are renewed; null while it is lost or not wanted. */
  client: pg.ClientBase | null
  isListening: boolean
  isClosing: boolean
}

// One hub in a process, however many copies of this module a bundler makes.
const place = Symbol.for('bellwether.watching')
const shared = globalThis as typeof globalThis & { [place]?: Hub }
shared[place] ??= {
  streams: new Set(),
  again: new Map(),
  client: null,
  isListening: false,
  isClosing: false,
}
const hub: Hub = shared[place]

/**
 * Opens a stream of server-sent events for somebody who may watch. Each event is the id of the assignment, and says that
 * something in it has changed; the first comes as soon as nothing is missed any more. It ends when they may no longer
 * watch. Null where there are too many streams.
 */
export function openStream(watcher: Watcher): ReadableStream<Uint8Array> | null {
  const { streams } = hub
  const own = [...streams].filter(({ person }) => person === watcher.person).length
  if (hub.isClosing || streams.size >= MOST || own >= MOST_OF_ONE) return null
  const encoder = new TextEncoder()
  let stream: Stream
  return new ReadableStream<Uint8Array>(
    {
      start(controller) {
        stream = {
          ...watcher,
          startedAt: Date.now(),
          send(text) {
            if ((controller.desiredSize ?? 0) <= 0) return false
            controller.enqueue(encoder.encode(text))
            return true
          },
          end() {
            if (streams.delete(stream)) controller.close()
          },
        }
        streams.add(stream)
        stream.send('retry: 2000\n\n')
        void begin(stream)
      },
      cancel() {
        streams.delete(stream)
      },
    },
    new CountQueuingStrategy({ highWaterMark: 4 }),
  )
}

async function begin(stream: Stream): Promise<void> {
  if (!hub.isListening) {
    hub.isListening = true
    process.once('SIGTERM', endStreams)
    void listenWhileWanted('watched', {
      isWanted: () => hub.streams.size > 0,
      onReady: async (client) => {
        // First: whoever comes while this is done sees to their own watch over it.
        hub.client = client
        await renew(client)
        await tell([...hub.streams])
      },
      onBeat,
      onTold,
    }).finally(() => {
      hub.isListening = false
      hub.client = null
      process.off('SIGTERM', endStreams)
      // Somebody may have come while it was taken down.
      for (const late of hub.streams) void begin(late)
    })
    return
  }
  // Listening already: what is new is only this watch. If the connection is lost just now, the next one sees to it.
  try {
    if (!hub.client) return
    await renew(hub.client)
    await tell([stream])
  } catch {
    // The beat finds out.
  }
}

async function onBeat(client: pg.ClientBase): Promise<void> {
  await renew(client)
  await endForbidden([...hub.streams])
  for (const stream of [...hub.streams])
    if (Date.now() - stream.startedAt > LONGEST || !stream.send(': still here\n\n')) stream.end()
}

/** Has everybody know what is watched here. */
async function renew(client: pg.ClientBase): Promise<void> {
  const watched = [...new Set([...hub.streams].map(({ assignment }) => assignment))].sort()
  await client.query(
    `INSERT INTO watched (assignment_id, until)
     SELECT id, clock_timestamp() + interval '${STANDS}' FROM unnest($1::uuid[]) AS id
     ON CONFLICT (assignment_id) DO UPDATE SET until = excluded.until`,
    [watched],
  )
  await client.query(`DELETE FROM watched WHERE until < clock_timestamp() - interval '1 minute'`)
}

function onTold(assignment: string): void {
  const theirs = () => [...hub.streams].filter((stream) => stream.assignment === assignment)
  void tell(theirs())
  clearTimeout(hub.again.get(assignment))
  const later = setTimeout(() => {
    hub.again.delete(assignment)
    void tell(theirs())
  }, AFTERWARDS)
  hub.again.set(assignment, later.unref())
}

/** Tells those who still may watch that something has changed. */
async function tell(streams: readonly Stream[]): Promise<void> {
  try {
    for (const stream of await endForbidden(streams)) stream.send(`data: ${stream.assignment}\n\n`)
  } catch (error) {
    // Without the store nobody is told anything; once it is back, everybody is.
    if (!isStoreAway(error)) logFailure('teach-class', error)
  }
}

/** Ends the streams of those whose session is over or who teach there no more, and gives the others. */
async function endForbidden(streams: readonly Stream[]): Promise<readonly Stream[]> {
  if (streams.length === 0) return []
  const { rows } = await pool().query<{ place: number; role: Role }>(
    `SELECT w.place::int, s.role
     FROM unnest($1::uuid[], $2::uuid[], $3::uuid[]) WITH ORDINALITY AS w (session, person, assignment, place)
     JOIN live_session s ON s.id = w.session AND s.person_id = w.person
     JOIN assignment a ON a.id = w.assignment AND a.removed_at IS NULL
     JOIN enrolment mine ON mine.class_id = a.class_id AND mine.person_id = w.person AND mine.role = 'teacher'
       AND mine.left_at IS NULL`,
    [
      streams.map(({ session }) => session),
      streams.map(({ person }) => person),
      streams.map(({ assignment }) => assignment),
    ],
  )
  const allowed = new Set(rows.flatMap(({ place, role }) => (may(role, 'teach-class') ? [place] : [])))
  for (const [i, stream] of streams.entries()) if (!allowed.has(i + 1)) stream.end()
  return streams.filter((_, i) => allowed.has(i + 1))
}

/** Ends every stream of this process, so that it can end; nobody gets another. Called when it is told to. */
export function endStreams(): void {
  hub.isClosing = true
  for (const stream of [...hub.streams]) stream.end()
}
