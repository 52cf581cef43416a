import type { Paint } from './paint.ts'
import { passageAround } from './passage.ts'
import { sayFigure } from './say-figure.ts'

interface PrintedQuantity {
  readonly start: number
  readonly end: number
  readonly quote: string
  readonly value: number
  readonly high?: number
  readonly unit: string
  readonly per?: string
  readonly change: string
  readonly alternative?: { readonly quote: string }
}

const SIGNS: Readonly<Record<string, string>> = {
  '=': '',
  '~': 'about',
  '>': 'more than',
  '<': 'less than',
  up: 'up',
  down: 'down',
}

function readAs({ value, high, unit, per, change, alternative }: PrintedQuantity): string {
  const figure = sayFigure(value, high, per === undefined ? unit : `${unit}/${per}`)
  const said = `${SIGNS[change] ?? ''} ${figure}`.trim()
  return alternative === undefined ? said : `${said} (${alternative.quote})`
}

/** One line a figure: as printed, as read, and the words around it. */
export function printQuantities(
  { text, quantities }: { readonly text: string; readonly quantities: readonly PrintedQuantity[] },
  paint: Paint,
): string[] {
  if (quantities.length === 0) return [paint.dim('  No figures found.')]
  const rows = quantities.map((quantity) => ({
    quote: quantity.quote.replace(/\s+/g, ' '),
    said: readAs(quantity),
    quantity,
  }))
  const first = Math.min(24, Math.max(...rows.map(({ quote }) => quote.length)))
  const second = Math.min(34, Math.max(...rows.map(({ said }) => said.length)))
  const room = Math.max(16, paint.width - first - second - 8)
  return rows.map(({ quote, said, quantity }) => {
    const { before, inside, after } = passageAround(text, quantity, room)
    const passage = paint.dim(before) + paint.accent(inside) + paint.dim(after)
    return `  ${paint.bold(quote.padEnd(first))}  ${said.padEnd(second)}  ${passage}`
  })
}
