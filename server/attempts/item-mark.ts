import {
  type AnswerByKind,
  type Arrangement,
  type Confidence,
  chosenPlaces,
  feedback,
  type Kind,
} from '#core'
import type { Version } from '../questions/versions.ts'
import { COUNTING, FIRST_TRY, IS_HANDED_OUT, WHICH_TRY } from './counting.ts'

type Answer = AnswerByKind[Kind] | null

/** What was answered to a question of an attempt, as AS_ANSWERED reads it. */
export interface Answered {
  /** What counts, and which try it was. */
  readonly answer: Answer
  readonly tries: number
  /** The first try, as are time and confidence; the last answer where none was tried. */
  readonly first_answer: Answer
  readonly seconds: number | null
  readonly confidence: Confidence | null
  readonly is_at_hand: boolean
}

/** SQL: what was answered to the rows of `attempt_item i`. */
export const AS_ANSWERED = {
  columns: `coalesce(last.answer, 'null'::jsonb) AS answer, ${WHICH_TRY} AS tries,
    coalesce(given.answer, 'null'::jsonb) AS first_answer, given.seconds, given.confidence, ${IS_HANDED_OUT} AS is_at_hand`,
  joins: `${COUNTING} ${FIRST_TRY}`,
} as const

/** What an answer came to, as `item_mark` keeps it of an assignment. */
export interface ItemMark extends Pick<Answered, 'seconds' | 'confidence' | 'is_at_hand'> {
  readonly mark: number
  /** What the first try came to as it stands, where a later one is what counts. */
  readonly first_mark: number | null
  /** Bit n is set where the first try chose option n of the question's own list; 0 for kinds without. */
  readonly chosen: number
  readonly is_blank: boolean
}

/** Marks what was answered to a question. Whatever is written to `item_mark` comes from here. */
export function markItem({ question }: Version, arrangement: Arrangement, answered: Answered): ItemMark {
  const { answer, tries, first_answer: first, seconds, confidence, is_at_hand } = answered
  return {
    mark: feedback(question, answer, arrangement, tries).mark,
    first_mark: tries > 1 ? feedback(question, first, arrangement, 1).mark : null,
    chosen: chosenPlaces(question, first, arrangement).reduce((bits, place) => bits | (1 << place), 0),
    is_blank: first === null,
    ...{ seconds, confidence, is_at_hand },
  }
}
