import type { Reading } from '../../article/reading.ts'
import type { Fact } from '../../facts/fact.ts'

/** What a question is checked against: the article as it was read, and the facts found in it. */
export interface CheckContext {
  readonly reading: Reading
  readonly facts: readonly Fact[]
}
