import type { Rule } from '../rule.ts'
import { isFunctionWord, wordsOf } from '../words.ts'

/** Options of fewer parts than this have nothing to converge on. */
const FEWEST_PARTS = 2

export const noConvergence: Rule = {
  number: 16,
  title:
    'The key does not share most of its parts with the other options while they share little with each other.',
  kinds: ['choice'],
  check: ({ key, wrong }) => {
    if (!key || key.amounts.length > 0 || key.date !== null) return null
    const options = [key, ...wrong].map(
      ({ text }) =>
        new Set(
          wordsOf(text).filter((word) => /\d/.test(word) || (word.length > 1 && !isFunctionWord(word))),
        ),
    )
    if (options.some(({ size }) => size < FEWEST_PARTS)) return null
    const common = [...(options[0] ?? [])].filter((word) => options.every((words) => words.has(word)))
    const parts = options.map((words) => [...words].filter((word) => !common.includes(word)))
    const shared = parts.map(
      (own, index) =>
        own.filter((word) => parts.some((other, at) => at !== index && other.includes(word))).length,
    )
    const [ofKey = 0, ...ofOthers] = shared
    const own = parts[0]?.length ?? 0
    const isHub =
      own >= FEWEST_PARTS &&
      ofKey === own &&
      ofOthers.every((count, index) => count < ofKey && count < (parts[index + 1]?.length ?? 0))
    return isHub ? `Every part of '${key.text}' stands in another option, which points to it.` : null
  },
}
