import type { FormatName, Kind } from '#core'
import type { FailureView } from '../desks/view.ts'

/** The shapes of what leaves and comes in by files; for teachers alone, who read keys. */

/** What a file will not hold, and of which questions, the first being number 1. */
export interface LossView {
  readonly says: string
  readonly numbers: readonly number[]
}

/** A format in which questions can be taken out. */
export interface FormatView {
  readonly name: FormatName
  readonly title: string
  readonly use: string
  /** What it never holds; '' for nothing. */
  readonly never: string
  /** How many of the questions will be in the file. */
  readonly held: number
  readonly losses: readonly LossView[]
}

/** Questions to be taken out. */
export interface TakeOutView {
  readonly title: string
  readonly count: number
  readonly formats: readonly FormatView[]
}

/** Something amiss in a file; lines count from 1. */
export interface ProblemView {
  readonly line: number
  readonly says: string
}

/** A question of a file as it would come in. */
export interface ComingView {
  readonly line: number
  readonly kind: Kind
  readonly stem: string
  /** What is right, in words. */
  readonly keyWords: string
  /** Whether its passages stand in the text it will lie beside. */
  readonly isSourced: boolean
  /** Whether it is at a desk of the viewer's already, and will be changed there. */
  readonly isKnown: boolean
  readonly failures: readonly FailureView[]
  /** How many rules concern a question of its kind. */
  readonly rules: number
}

/** What would become of a file. */
export interface PreviewView {
  readonly problems: readonly ProblemView[]
  readonly questions: readonly ComingView[]
}

/** What has come in: the desks where it lies now, and how many questions are new, changed, or as they were. */
export interface BroughtView {
  readonly desks: readonly { readonly id: string; readonly title: string }[]
  readonly added: number
  readonly changed: number
  readonly same: number
}
