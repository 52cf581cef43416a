import { wordSet } from '../../word-set.ts'
import { DOWN_VERBS, UP_VERBS } from '../sentence/words.ts'

/** Which way a measure moves. */
export type Direction = 'up' | 'down'

/** Which way a verb moves its subject; null for verbs that do not. */
export const directionOf = (lemma: string): Direction | null =>
  UP_VERBS.has(lemma) ? 'up' : DOWN_VERBS.has(lemma) ? 'down' : null

/** What a change of nothing but direction is called in a question. */
export const PLAIN: Readonly<Record<Direction, { verb: string; past: string }>> = {
  up: { verb: 'rise', past: 'rose' },
  down: { verb: 'fall', past: 'fell' },
}

/** Words behind a verb that say it went up. */
export const UPWARD = wordSet('up higher')

/** Words behind a verb that say it went down. */
export const DOWNWARD = wordSet('down lower')

/** Past forms of the verbs that come as participles: 'with output rising 21%'. */
export const PAST: Readonly<Record<string, string>> = {
  rise: 'rose',
  climb: 'climbed',
  increase: 'increased',
  grow: 'grew',
  jump: 'jumped',
  surge: 'surged',
  soar: 'soared',
  gain: 'gained',
  fall: 'fell',
  drop: 'dropped',
  decline: 'declined',
  slide: 'slid',
  slip: 'slipped',
  plunge: 'plunged',
  tumble: 'tumbled',
  slump: 'slumped',
  sink: 'sank',
  shrink: 'shrank',
  decrease: 'decreased',
}

/** The past form of such a verb; where none is listed, the verb as it is. */
export const pastOf = (lemma: string): string => PAST[lemma] ?? lemma
