import type { Family } from '#core'

const WORDS: Readonly<Record<Family, string>> = {
  level: 'How much something is',
  change: 'How far something moved',
  comparison: 'What is larger than what',
  rank: 'What comes first',
  share: 'Shares of a whole',
  role: 'Who holds which office',
  relation: 'Who belongs to whom',
  event: 'What happened',
  cause: 'Why it happened',
  statement: 'Who said what',
  term: 'What words mean',
  derived: 'Figures worked out from others',
}

/** A family of facts, as a reader would call it. */
export const sayFamily = (family: string): string =>
  Object.hasOwn(WORDS, family) ? WORDS[family as Family] : family
