import type { Quantity } from '../quantities/quantity.ts'
import { dateValue } from './order-value.ts'
import { readFigure } from './read-figure.ts'

/** The places of texts in ascending order of what they say, where all are figures in one unit or all are dates; null where they have no order of their own. `figureOf` reads a figure, where it is known already. Equal texts and their order of arrival play no part in it. */
export function naturalOrder(
  texts: readonly string[],
  figureOf: (text: string) => Quantity | null = readFigure,
): number[] | null {
  const figures = texts.map(figureOf)
  const isOneUnit = figures.every((figure) => figure !== null && figure.unit === figures[0]?.unit)
  const values = isOneUnit ? figures.map((figure) => figure?.value ?? null) : texts.map(dateValue)
  if (values.some((value) => value === null)) return null
  return texts.map((_, index) => index).sort((a, b) => (values[a] ?? 0) - (values[b] ?? 0) || a - b)
}
