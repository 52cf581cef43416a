import { possessive } from '../possessive.ts'
import { antecedent, subjectMeant } from './antecedent.ts'
import { type Marked, type Range, wordAt } from './marked.ts'
import { pointing } from './pointing.ts'
import type { Scene } from './scene.ts'
import type { Wording } from './wording.ts'
import { SPEECH_VERBS } from './words.ts'

/** What a pronoun or pointing phrase at token `i` becomes: a text and where it ends; undefined when the token is neither; null when it cannot be told. */
export function replacement(
  scene: Scene,
  marked: Marked,
  i: number,
  range: Range,
  { bound }: Wording,
): { text: string; to: number } | null | undefined {
  const small = wordAt(marked, i)
  const isAtStart = i === range.from
  if (/^(?:he|she)$/.test(small)) {
    if (bound && !isAtStart) return undefined
    const who = antecedent(scene, marked, i, 'person')
    return who === null ? null : { text: who, to: i + 1 }
  }
  if (/^(?:his|her)$/.test(small)) {
    if (bound) return undefined
    const who = antecedent(scene, marked, i, 'person')
    return who === null ? null : { text: possessive(who), to: i + 1 }
  }
  if (small === 'it') {
    if (bound && !isAtStart) return isSomethingElse(marked, i) ? null : undefined
    const what =
      isAtStart && /^(?:be|look|seem|appear)$/.test(nextVerb(marked, i))
        ? null
        : subjectMeant(scene, marked, i)
    return what === null ? null : { text: what, to: i + 1 }
  }
  if (small === 'its') {
    if (bound) return undefined
    const what = antecedent(scene, marked, i, 'organisation')
    return what === null ? null : { text: possessive(what), to: i + 1 }
  }
  if (small === 'their' || small === 'they') return bound && !isAtStart ? undefined : null
  if (small === 'such' && wordAt(marked, i + 1) === 'as') return undefined
  if (
    /^(?:i|we|you|us|me|my|our|your|them|him|these|those|this|such|ones|himself|herself|here|there)$/.test(
      small,
    )
  ) {
    if (small === 'us' && marked.tokens[i]?.text === 'US') return undefined
    return null
  }
  if (small === 'that')
    return marked.tokens[i]?.pos === 'DET' && /^(?:NOUN)$/.test(marked.tokens[i + 1]?.pos ?? '')
      ? null
      : undefined
  if (/^(?:latter|former)$/.test(small) && wordAt(marked, i - 1) === 'the') return null
  if (small !== 'the') return undefined
  return pointing(scene, marked, i, range)
}

/** Whether 'it' is what the verb before it is done to, and so not the subject: 'approve it', but not 'find it hard'. */
const isSomethingElse = ({ tokens }: Marked, i: number): boolean =>
  /^(?:VERB|ADP)$/.test(tokens[i - 1]?.pos ?? '') &&
  !SPEECH_VERBS.has(tokens[i - 1]?.lemma ?? '') &&
  !/^(?:ADJ|AUX|VERB)$/.test(tokens[i + 1]?.pos ?? '')

/** The dictionary form of the first verb behind a token. */
const nextVerb = (marked: Marked, i: number): string => {
  const next = marked.tokens.slice(i + 1, i + 5).find(({ pos }) => pos === 'VERB' || pos === 'AUX')
  return next && /^(?:is|was|are|were|be|been|'s|’s|would|will|has|had)$/i.test(next.text)
    ? copulaOr(marked, i, next.lemma)
    : (next?.lemma ?? '')
}

/** 'It would be', 'it has been': the copula behind an auxiliary; else the verb. */
function copulaOr(marked: Marked, i: number, lemma: string): string {
  const words = marked.tokens.slice(i + 1, i + 5).map(({ text }) => text.toLowerCase())
  const at = words.findIndex((word) => /^(?:is|was|be|been|'s|’s)$/.test(word))
  if (at === -1) return lemma
  const next = marked.tokens[i + 2 + at]
  // 'it is expanding', 'it was founded' act; 'it is hard', 'it was a story' may point at nothing
  const isImpersonal =
    /^(?:intended|believed|thought|expected|hoped|said|reported|estimated|feared|understood|assumed|planned|known)$/i.test(
      next?.text ?? '',
    )
  return next?.pos === 'VERB' && !isImpersonal ? next.lemma : 'be'
}
