import { possessive } from '../possessive.ts'
import { companyMeant } from './antecedent.ts'
import { describedCompany } from './described.ts'
import { EMPTY_ADJECTIVES, introduced } from './introduced.ts'
import { type Marked, type Range, wordAt } from './marked.ts'
import { bodyMeant, countryMeant, holderMeant } from './name-meant.ts'
import type { Scene } from './scene.ts'
import { COMPANY_HEADS, GENERAL_NOUNS, POINTING_NOUNS } from './words.ts'

/** Whether one of the adjectives before a noun tells it from others of its kind. */
function saysWhich(marked: Marked, from: number, to: number): boolean {
  for (let i = from; i < to; i++) if (!EMPTY_ADJECTIVES.test(wordAt(marked, i))) return true
  return false
}

/** 'the company', 'the deal': 'the' with a noun that needs what was said before. */
export function pointing(
  scene: Scene,
  marked: Marked,
  i: number,
  range: Range,
): { text: string; to: number } | null | undefined {
  let head = i + 1
  while (head < marked.tokens.length && marked.tokens[head]?.pos === 'ADJ' && !marked.names[head]) head++
  if (marked.names[head] || marked.quantities[head] || marked.periods[head]) return undefined
  const noun = wordAt(marked, head)
  const next = wordAt(marked, head + 1)
  const nextTag = marked.tokens[head + 1]?.pos ?? ''
  const isModifier = /^(?:NOUN|PROPN)$/.test(nextTag) || marked.names[head + 1] !== undefined
  const isApostrophe = /^['’]s?$/.test(next)
  const described = describedCompany(scene, marked, i)
  if (described === null) return null
  if (described)
    return /^['’]s?$/.test(wordAt(marked, described.to))
      ? { text: possessive(described.text), to: described.to + 1 }
      : described
  if (isModifier && !COMPANY_HEADS.has(noun)) return undefined
  if (isModifier && marked.names[head + 1]) return undefined
  const isDescribed =
    /^(?:of|that|which|who|behind|between|for|in|from|by|against|to|with|over|on)$/.test(next) &&
    !isApostrophe &&
    head + 1 < range.to
  if (COMPANY_HEADS.has(noun) && head === i + 1 && !isModifier) {
    if (/^(?:of|that|which|behind)$/.test(next)) return undefined
    const what = companyMeant(scene, marked, i)
    if (what === null) return null
    return isApostrophe ? { text: possessive(what), to: head + 2 } : { text: what, to: head + 1 }
  }
  const { country } = scene.reading
  if (
    /^(?:economy|government|budget|currency)$/.test(noun) &&
    head === i + 1 &&
    !isModifier &&
    country !== undefined &&
    !isDescribed
  ) {
    const named = /^(?:US|UK|EU)$/.test(country) ? `the ${country}` : `${possessive(country)}`
    return { text: `${named} ${noun}`, to: head + 1 }
  }
  if (head === i + 1 && !isModifier && !isDescribed) {
    const meant =
      noun === 'country'
        ? countryMeant(scene, marked)
        : (bodyMeant(scene, marked, noun) ?? holderMeant(scene, marked, i))
    if (meant) return isApostrophe ? { text: possessive(meant.text), to: meant.to + 1 } : meant
  }
  // 'the global economic crisis' says which; 'the new plan' does not
  if (head > i + 1 && saysWhich(marked, i + 1, head)) return undefined
  if (POINTING_NOUNS.has(noun) && !isDescribed && !isModifier) {
    const isGeneral = i !== range.from && GENERAL_NOUNS.has(noun) && !/^['’]s?$/.test(next)
    if (isGeneral) return undefined
    const full = head === i + 1 ? introduced(scene, marked, noun, i) : null
    return full === null ? null : { text: full, to: head + 1 }
  }
  return undefined
}
