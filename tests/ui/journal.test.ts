import { beforeEach, describe, expect, it, vi } from 'vitest'
import type { SaveBody } from '#server/attempts/view'
import {
  listJournals,
  noteInJournal,
  ownerInJournal,
  readJournal,
  removeJournals,
  strikeFromJournal,
} from '../../ui/offline/journal.ts'

const body = (position: number): SaveBody => ({
  position,
  sequence: 1,
  key: `key ${position}`,
  answer: 'an answer',
  check: false,
})

/** As a browser has it: the keys are the object's own. */
const createStorage = (): Record<string, unknown> =>
  Object.create({
    getItem(key: string) {
      return Object.hasOwn(this, key) ? (this as Record<string, string>)[key] : null
    },
    setItem(key: string, value: string) {
      ;(this as Record<string, string>)[key] = value
    },
    removeItem(key: string) {
      delete (this as Record<string, string>)[key]
    },
  })

let storage: Record<string, unknown>
beforeEach(() => {
  storage = createStorage()
  vi.stubGlobal('localStorage', storage)
})

describe('the journal', () => {
  it('holds answers of each attempt until they are struck out, in order', () => {
    noteInJournal('a', body(1), 'ada')
    noteInJournal('a', body(2), 'ada')
    noteInJournal('b', body(3), 'ada')
    strikeFromJournal('a', 'key 1')
    expect(readJournal('a')).toEqual([body(2)])
    expect(listJournals()).toEqual(['a', 'b'])
    expect([ownerInJournal('a'), ownerInJournal('c')]).toEqual(['ada', null])
    strikeFromJournal('a', 'key 2')
    expect(listJournals()).toEqual(['b'])
  })

  it('reads what an earlier version of the app left waiting there', () => {
    storage['bellwether.outbox.a'] = JSON.stringify([body(1)])
    expect(readJournal('a')).toEqual([body(1)])
  })

  it('is empty when it holds rubbish', () => {
    storage['bellwether.outbox.a'] = '{"not":"a list"'
    storage['bellwether.outbox.b'] = '{"not":"a list"}'
    expect([readJournal('a'), readJournal('b')]).toEqual([[], []])
  })

  it('is removed with nothing else', () => {
    noteInJournal('a', body(1), 'ada')
    storage['bellwether.theme'] = 'dark'
    removeJournals()
    expect(Object.keys(storage)).toEqual(['bellwether.theme'])
  })

  it('keeps still where the browser shuts its storage', () => {
    vi.stubGlobal('localStorage', undefined)
    noteInJournal('a', body(1), 'ada')
    expect([readJournal('a'), listJournals()]).toEqual([[], []])
  })
})
