import { beforeEach, describe, expect, it } from 'vitest'
import type { SaveBody, SaveReply } from '#server/attempts/view'
import { createKey, type Outcome } from '../../ui/player/ask.ts'
import { createOutbox, type Shelf } from '../../ui/player/outbox.ts'

const body = (position: number, sequence = 1, check = false): SaveBody => ({
  position,
  sequence,
  key: `${position}/${sequence}`,
  answer: `answer ${position}/${sequence}`,
  check,
})
const reply: SaveReply = { savedAt: '2025-02-20T10:42:07Z', sequence: 1, final: false }

/** A server that can be switched off, a shelf that outlives the outbox, and time that passes when told. */
class World {
  isUp = true
  refuses = false
  isSignedOut = false
  readonly stored: string[] = []
  readonly received: SaveBody[] = []
  readonly saved: SaveBody[] = []
  readonly refused: string[] = []
  readonly waits: number[] = []
  shelved: SaveBody[] = []
  isShut = false
  private pending: (() => void) | null = null
  readonly shelf: Shelf = {
    read: async () => {
      if (this.isShut) throw new Error('a private window')
      return this.shelved
    },
    add: (body) => {
      this.shelved = [...this.shelved, body]
    },
    remove: (key) => {
      this.shelved = this.shelved.filter((body) => body.key !== key)
    },
  }
  open() {
    const outbox = createOutbox({
      shelf: this.shelf,
      send: async (sent): Promise<Outcome<SaveReply>> => {
        await Promise.resolve()
        if (!this.isUp) return { sort: 'later' }
        if (this.isSignedOut) return { sort: 'later', isSignedOut: true }
        this.received.push(sent)
        if (this.refuses) return { sort: 'refused', error: 'other-tab', message: 'In another tab.' }
        return { sort: 'done', reply }
      },
      wait: (work, milliseconds) => {
        this.waits.push(milliseconds)
        this.pending = work
        return () => {
          this.pending = null
        }
      },
      onSaved: (sent) => this.saved.push(sent),
      onRefused: (_, error) => this.refused.push(error),
      onChange: () => {},
    })
    void outbox.open()
    return outbox
  }
  pass() {
    const work = this.pending
    this.pending = null
    work?.()
  }
}
const settle = () => new Promise((resolve) => setTimeout(resolve, 5))

let world: World
beforeEach(() => {
  world = new World()
})

describe('the outbox', () => {
  it('sends in order, one at a time, and forgets what is acknowledged', async () => {
    const outbox = world.open()
    for (const position of [1, 2, 3]) outbox.put(body(position))
    await settle()
    expect(world.received.map(({ position }) => position)).toEqual([1, 2, 3])
    expect(outbox.waiting()).toEqual([])
    expect(world.shelved).toEqual([])
  })

  it('keeps answers while there is no server, and sends each once, under its own key, when it is back', async () => {
    world.isUp = false
    const outbox = world.open()
    outbox.put(body(1, 1, true))
    outbox.put(body(2, 1, true))
    await settle()
    expect(outbox.isStuck()).toBe(true)
    expect(outbox.waiting()).toHaveLength(2)
    world.isUp = true
    outbox.retry()
    await settle()
    expect(world.received.map(({ key }) => key)).toEqual(['1/1', '2/1'])
    expect(outbox.isStuck()).toBe(false)
  })

  it('tries again by itself, ever less often, up to half a minute', async () => {
    world.isUp = false
    world.open().put(body(1))
    await settle()
    for (let tries = 0; tries < 7; tries++) {
      world.pass()
      await settle()
    }
    expect(world.waits).toEqual([1000, 2000, 4000, 8000, 16000, 30000, 30000, 30000])
  })

  it('outlives the page', async () => {
    world.isUp = false
    world.open().put(body(1))
    await settle()
    world.isUp = true
    const later = world.open()
    await settle()
    expect(later.waiting().map(({ key }) => key)).toEqual(['1/1'])
    later.retry()
    await settle()
    expect(world.saved.map(({ key }) => key)).toEqual(['1/1'])
  })

  it('lets a newer answer take the place of one that has not been sent', async () => {
    world.isUp = false
    const outbox = world.open()
    outbox.put(body(1, 1))
    await settle()
    outbox.put(body(2, 1))
    outbox.put(body(1, 2))
    await settle()
    world.isUp = true
    outbox.retry()
    await settle()
    expect(world.received.map(({ key }) => key)).toEqual(['2/1', '1/2'])
  })

  it('tells of a refusal and goes on with the rest', async () => {
    world.refuses = true
    const outbox = world.open()
    outbox.put(body(1))
    outbox.put(body(2))
    await settle()
    expect(world.refused).toEqual(['other-tab', 'other-tab'])
    expect(outbox.waiting()).toEqual([])
  })

  it('keeps everything while the session has ended, says so, and goes on after signing in', async () => {
    world.isSignedOut = true
    const outbox = world.open()
    outbox.put(body(1))
    outbox.put(body(2))
    await settle()
    expect([outbox.isSignedOut(), outbox.waiting().length, world.refused]).toEqual([true, 2, []])
    world.isSignedOut = false
    outbox.retry()
    await settle()
    expect([outbox.isSignedOut(), outbox.waiting()]).toEqual([false, []])
    expect(world.saved.map(({ key }) => key)).toEqual(['1/1', '2/1'])
  })

  it('sends what waited before what is put down while the shelf is still being read', async () => {
    world.shelved = [body(1), body(2)]
    world.open().put(body(3))
    await settle()
    expect(world.received.map(({ position }) => position)).toEqual([1, 2, 3])
    expect(world.shelved).toEqual([])
  })

  it('lets no answer take the place of a try: each of them counts', async () => {
    world.isUp = false
    const outbox = world.open()
    outbox.put(body(1, 1, true))
    await settle()
    outbox.put(body(1, 2, true))
    outbox.retry()
    await settle()
    world.isUp = true
    outbox.retry()
    await settle()
    expect(world.received.map(({ key }) => key)).toEqual(['1/1', '1/2'])
  })

  it('starts empty and works from memory where the shelf is shut', async () => {
    world.isShut = true
    const outbox = world.open()
    await settle()
    expect(outbox.waiting()).toEqual([])
    outbox.put(body(1))
    await settle()
    expect(world.received).toEqual([body(1)])
  })
})

describe('keys', () => {
  it('are version-4 UUIDs, each another', () => {
    const keys = Array.from({ length: 200 }, createKey)
    for (const key of keys)
      expect(key).toMatch(/^[0-9a-f]{8}-[0-9a-f]{4}-4[0-9a-f]{3}-[89ab][0-9a-f]{3}-[0-9a-f]{12}$/)
    expect(new Set(keys).size).toBe(200)
  })
})
