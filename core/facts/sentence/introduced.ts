import { type Marked, wordAt } from './marked.ts'
import type { Scene } from './scene.ts'

/** How many sentences back a thing or a body may have been named for 'the mill' or 'the union' to mean it. */
export const REACH = 12

/** 'The mill' after 'a large paper mill in Chile': the fuller phrase by which the article first named the thing, or null where it never did, or did so for two things. */
export function introduced(scene: Scene, marked: Marked, noun: string): string | null {
  const phrases = new Set<string>()
  const { index } = marked.sentence
  for (let s = Math.max(0, index - REACH); s < index; s++) {
    const earlier = scene.marked[s]
    if (!earlier || earlier.isTitle) continue
    for (let i = 1; i < earlier.tokens.length; i++) {
      if (wordAt(earlier, i) !== noun || earlier.quoted[i] || earlier.names[i]) continue
      const phrase = phraseAround(earlier, i)
      if (phrase !== null) phrases.add(phrase)
    }
  }
  const [only, another] = phrases
  return only !== undefined && another === undefined ? only : null
}

const DESCRIBES = /^(?:ADJ|NOUN|PROPN)$/

const EMPTY_ADJECTIVES =
  /^(?:new|same|other|first|second|last|next|own|current|recent|further|such|big|major|latest|previous|former|whole|early|late|main|key|only|more|most|many|several)$/

/** The words that describe the noun at `i`, when they tell it apart: a name, or two others. */
function phraseAround(marked: Marked, i: number): string | null {
  let from = i
  while (
    from > 0 &&
    !marked.quantities[from - 1] &&
    !marked.periods[from - 1] &&
    (DESCRIBES.test(marked.tokens[from - 1]?.pos ?? '') || marked.names[from - 1])
  )
    from--
  while (from < i && EMPTY_ADJECTIVES.test(wordAt(marked, from))) from++
  let to = i + 1
  if (/^(?:in|of|for|between|with|from|at)$/.test(wordAt(marked, to)) && marked.names[to + 1]) {
    const name = marked.names[to + 1]
    to += 2
    while (marked.names[to] === name) to++
  }
  const words = marked.tokens.slice(from, to)
  const hasName = marked.names.slice(from, to).some((name) => name !== undefined)
  if (!hasName && i - from < 2) return null
  if (/^(?:VERB|AUX)$/.test(marked.tokens[from - 1]?.pos ?? '') || i - from > 5) return null
  const text = words
    .map((token, at, all) => `${at > 0 && token.start > (all[at - 1]?.end ?? 0) ? ' ' : ''}${token.text}`)
    .join('')
  return /^[\p{L}\p{N}]/u.test(text) && !/["“”()]/.test(text) ? `the ${text}` : null
}
