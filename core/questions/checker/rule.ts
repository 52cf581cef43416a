import type { Kind } from '../question.ts'
import type { Sight } from './sight.ts'

/** One rule that a question of certain kinds has to keep. */
export interface Rule {
  /** As questions.md counts it. */
  readonly number: number
  /** What it asks, for an editor. */
  readonly title: string
  readonly kinds: readonly Kind[]
  /** Null where the question keeps the rule; else a sentence that says what is wrong. */
  check(sight: Sight): string | null
}

/** A rule that was broken, and how. */
export interface Failure {
  readonly rule: string
  readonly number: string
  readonly says: string
}

/** What the checker thinks of a question or set. */
export interface Verdict {
  readonly passed: boolean
  readonly failures: readonly Failure[]
}
