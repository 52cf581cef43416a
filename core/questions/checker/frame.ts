import type { Fact } from '../../facts/fact.ts'
import { plainWords } from './words.ts'

/** What a fact is about, in plain words; '' where it does not say. */
export interface Frame {
  readonly subject: string
  readonly measure: string
  readonly object: string
  readonly period: string
}

const plain = (said: string | undefined): string => (said === undefined ? '' : plainWords(said))

const frames = new WeakMap<Fact, Frame>()

/** The frame of a fact, kept with it: every question looks at those of all facts. */
export function frameOf(fact: Fact): Frame {
  const known = frames.get(fact)
  if (known) return known
  const frame = {
    subject: plainWords(fact.subject),
    measure: plain(fact.measure),
    object: plain(fact.object),
    period: plain(fact.period),
  }
  frames.set(fact, frame)
  return frame
}
