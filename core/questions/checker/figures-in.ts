import { findQuantities } from '../../quantities/find-quantities.ts'
import type { Quantity } from '../../quantities/quantity.ts'
import { remember } from '../../remember.ts'

/** Numbers that are a day, year, quarter or half: they are no figures, and most stems hold them. */
const TIMES =
  /\b(?:[12]?\d|3[01]) (?:January|February|March|April|May|June|July|August|September|October|November|December)\b(?: (?:19|20)\d\d\b)?|\b(?:19|20)\d\d\b|\b(?:first|second|third|fourth|final|last) (?:quarter|half)\b/gi

/** A text without any of these says no figure, and most options are names. */
const MAY_SAY_ONE =
  /\d|\b(?:one|two|three|four|five|six|seven|eight|nine|ten|eleven|twelve|\w+teen|twenty|thirty|forty|fifty|sixty|seventy|eighty|ninety|hundreds?|thousands?|millions?|billions?|trillions?|dozens?|half|halves|thirds?|quarters?|fifths?|tenths?|score|couple|zero|lakh|crore)\b/i

/** Whether a text may say a figure at all. Where nothing looks like one, no time needs to be taken out first. */
export const maySayFigure = (text: string): boolean =>
  MAY_SAY_ONE.test(text) && MAY_SAY_ONE.test(text.replace(TIMES, ' '))

/** The figures of a stem, statement or option. */
export const figuresIn: (text: string) => readonly Quantity[] = remember((text) =>
  maySayFigure(text) ? findQuantities(text) : [],
)
