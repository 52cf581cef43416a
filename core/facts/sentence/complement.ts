import { type Marked, posAt, type Range, rangeSome, wordAt } from './marked.ts'
import type { VerbGroup } from './verbs.ts'

/** What follows a verb: a thing ('a contract for the new network'), with the particle or preposition that belongs to the verb, or a deed ('seek $20bn in damages') behind 'to'. */
export interface Complement {
  readonly type: 'thing' | 'deed'
  readonly range: Range
  /** 'up' in 'set up a plant', 'on' in 'relies on tourism', 'plans' in 'announced plans to fund'; '' when there is none. */
  readonly link: string
}

const PARTICLES = /^(?:up|down|out|off|back|over|away)$/

/** Verbs with the preposition that makes them one. */
const PREPOSITIONAL: Readonly<Record<string, RegExp>> = {
  focus: /^on$/,
  concentrate: /^on$/,
  rely: /^on$/,
  depend: /^on$/,
  bank: /^on$/,
  call: /^for$/,
  push: /^for$/,
  lobby: /^for$/,
  apply: /^for$/,
  bid: /^for$/,
  campaign: /^for$/,
  vote: /^(?:for|on|against)$/,
  compete: /^with$/,
  merge: /^with$/,
  cope: /^with$/,
  struggle: /^with$/,
  object: /^to$/,
  lead: /^to$/,
  respond: /^to$/,
  contribute: /^to$/,
  benefit: /^from$/,
  suffer: /^from$/,
  withdraw: /^from$/,
  invest: /^in$/,
  result: /^in$/,
  specialise: /^in$/,
  complain: /^(?:about|of)$/,
  warn: /^(?:of|about|against)$/,
  approve: /^of$/,
  consist: /^of$/,
  threaten: /^with$/,
}

/** Verbs that say too little for what they are done to, or by, to be asked for. */
export const LIGHT =
  /^(?:be|have|do|make|take|get|give|see|come|go|become|remain|say|include|bring|put|keep|hold|play|turn|mark|cost|mean|spend|set|pay|tell|let|find|know|add|leave|describe|call|lose|gain|rise|fall|stop|start|begin|end|post|face|want|help|come|use|join|open|close|produce)$/

/** Verbs behind which 'to' opens a deed that has not been done, or has just been. */
const DEED_VERBS =
  /^(?:plan|intend|want|agree|decide|hope|seek|offer|threaten|refuse|promise|pledge|vow|aim|prepare|try|attempt|wish|need|propose|choose|order|expect|help|continue|manage|fail|begin|start|commit)$/

const DEED_NOUNS = /^(?:plans|plan|proposals|intention|intentions|agreement|deal|decision)$/

/** What a clause's verb takes, from behind the verb to `end`; null where it takes nothing that could be asked for. */
export function complementOf(marked: Marked, verb: VerbGroup, end: number): Complement | null {
  const from = verb.to
  if (end <= from || rangeSome(from, end, (i) => posAt(marked, i) === 'AUX')) return null
  const first = wordAt(marked, from)
  if (opensDeed(marked, from) && (DEED_VERBS.test(verb.lemma) || isSetTo(marked, verb)))
    return { type: 'deed', range: { from: from + 1, to: end }, link: '' }
  if (verb.isPassive) return null
  if (DEED_NOUNS.test(first) && opensDeed(marked, from + 1))
    return { type: 'deed', range: { from: from + 2, to: end }, link: first }
  if (PREPOSITIONAL[verb.lemma]?.test(first) && opensThing(marked, from + 1))
    return { type: 'thing', range: { from: from + 1, to: end }, link: first }
  if (LIGHT.test(verb.lemma)) return null
  if (PARTICLES.test(first) && opensThing(marked, from + 1))
    return { type: 'thing', range: { from: from + 1, to: end }, link: first }
  return opensThing(marked, from) ? { type: 'thing', range: { from, to: end }, link: '' } : null
}

/** 'to' with a verb behind it. */
const opensDeed = (marked: Marked, i: number): boolean =>
  wordAt(marked, i) === 'to' && posAt(marked, i + 1) === 'VERB' && !marked.names[i + 1]

/** 'is expected to', 'is set to', 'has been asked to'. */
const isSetTo = (marked: Marked, verb: VerbGroup): boolean =>
  verb.isPassive && /^(?:asked|ordered|told|forced|required|allowed)$/.test(wordAt(marked, verb.head))

/** Whether a noun phrase begins here that is no figure. */
function opensThing(marked: Marked, i: number): boolean {
  if (marked.quantities[i] || marked.periods[i] || marked.quoted[i]) return false
  if (marked.names[i]) return true
  if (
    /^(?:more|less|fewer|some|about|all|both|each|this|that|these|those|it|them|itself|themselves)$/.test(
      wordAt(marked, i),
    )
  )
    return false
  return (
    /^(?:DET|ADJ|NOUN|PROPN)$/.test(posAt(marked, i)) || /^(?:its|their|his|her)$/.test(wordAt(marked, i))
  )
}
