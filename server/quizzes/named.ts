import type { PracticeBody } from '../practice/view.ts'
import { titleOf, titleOfDay, titleOfPractice } from './limits.ts'
import { readMixedSettings } from './stored.ts'

/** Columns that tell what a set `s` is called; they want SET_ORIGIN among the joins. */
export const SET_NAME = `article.slug, r.title, s.settings,
  to_char(coalesce(r.date, (s.created_at AT TIME ZONE 'UTC')::date), 'YYYY-MM-DD') AS date`
export const SET_ORIGIN = `
  LEFT JOIN revision r ON r.id = s.revision_id
  LEFT JOIN article ON article.id = s.article_id`

/** These columns of a row. */
export interface NamedRow {
  readonly slug: string | null
  readonly title: string | null
  readonly settings: unknown
  readonly date: string
}

/** What a set is called: by its article, by its teacher, or by what it was drawn from. */
export interface SetName {
  /** Its article's; null for a set over several. */
  readonly slug: string | null
  readonly title: string
  /** The day of its article, or the day it was drawn, `YYYY-MM-DD`. */
  readonly date: string
  /** The UTC day whose quiz it is; null of any other. */
  readonly day: string | null
  /** Whether it is somebody's daily review. */
  readonly isReview: boolean
  /** What it is drawn with, where it is adaptive practice; null of any other. */
  readonly practice: PracticeBody | null
}

/** Reads the columns. Throws when a set over several articles has other settings than those of one. */
export function readName({ slug, title, settings, date }: NamedRow): SetName {
  const plain = { slug, date, day: null, isReview: false, practice: null }
  if (title !== null) return { ...plain, title }
  const { limits, day, isReview, practice, title: own } = readMixedSettings(settings)
  if (isReview) return { ...plain, title: 'Daily review', isReview }
  if (practice) return { ...plain, title: titleOfPractice(practice), practice }
  if (own !== undefined) return { ...plain, title: own }
  const name = day === undefined ? titleOf(limits) : titleOfDay(day)
  return { ...plain, title: name, day: day ?? null }
}
