import { findQuantities } from '../../quantities/find-quantities.ts'
import type { Quantity } from '../../quantities/quantity.ts'
import { remember } from './remember.ts'

/** The figures of a stem, statement or option. */
export const figuresIn: (text: string) => readonly Quantity[] = remember((text) => findQuantities(text))
