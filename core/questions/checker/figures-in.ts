import { findQuantities } from '../../quantities/find-quantities.ts'
import type { Quantity } from '../../quantities/quantity.ts'
import { remember } from './remember.ts'

/** A text without any of these says no figure, and most options are names. */
const MAY_SAY_ONE =
  /\d|one|two|three|four|five|six|seven|eight|nine|ten|eleven|twelve|teen|twenty|thirty|forty|fifty|sixty|seventy|eighty|ninety|hundred|thousand|illion|dozen|half|third|quarter|fifth|tenth|score|couple|percent|zero|lakh|crore/i

/** The figures of a stem, statement or option. */
export const figuresIn: (text: string) => readonly Quantity[] = remember((text) =>
  MAY_SAY_ONE.test(text) ? findQuantities(text) : [],
)
