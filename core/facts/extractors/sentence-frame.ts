import type { Status } from '../fact.ts'
import { type Marked, type Range, within } from '../sentence/marked.ts'
import type { Scene } from '../sentence/scene.ts'

/** A sentence that can stand by itself, with what every gap in it needs to know. */
export interface Frame {
  readonly scene: Scene
  readonly marked: Marked
  /** Its own words, without those that join it to the sentence before, and without its closing mark. */
  readonly range: Range
  /** Tokens set off by dashes, which are left out. */
  readonly without: ReadonlySet<number>
  /** Whether it speaks of things by 'the' that only the title can explain. */
  readonly isLoose: boolean
  /** How firmly it states what it says. */
  readonly status: Status
}

/** Words a question made of a sentence may have. */
export const LONGEST = 34

/** The items of a cover that begin in the frame and are not left out. */
export const toldIn = <T>({ range, without }: Frame, cover: readonly (T | undefined)[]): T[] =>
  within(cover, range).filter((item) => !without.has(cover.indexOf(item)))
