import type { Range } from './marked.ts'

/** How a phrase may be worded when it is taken out of its sentence. */
export interface Wording {
  /** What 'its', 'their', 'it' and 'they' may stay for: the phrase follows its own subject. */
  readonly bound?: boolean
  /** 'The plan' and 'the network' may stay: what they mean will be said before. */
  readonly loose?: boolean
  /** Leave these tokens out. */
  readonly without?: ReadonlySet<number>
  /** Put this in place of a token range. */
  readonly slot?: { readonly range: Range; readonly text: string }
}
