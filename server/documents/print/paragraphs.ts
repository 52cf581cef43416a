import type { Part } from '../document.ts'
import type { Line } from './lines.ts'

/** What a line stands in: the left and right edge of its column. */
interface Column {
  readonly left: number
  readonly right: number
}

const endsSentence = (text: string): boolean => /[.!?:…]["”'’)\]]*$/.test(text)
const isHeadingSize = (size: number, body: number): boolean => size > body * 1.12
/** Notes, captions, credits. */
const isSmallPrint = (size: number, body: number): boolean => size < body * 0.86

/** The paragraphs and headings that lines make, and the title where one is set larger than all else on the first page. */
export function paragraphsOf(lines: readonly Line[]): { parts: Part[]; title: string | undefined } {
  const body = most(lines.map(({ size, text }) => [half(size), text.length]))
  const kept = lines.filter(({ size }) => !isSmallPrint(size, body))
  const leading = most(
    kept.flatMap((line, i) => {
      const above = kept[i - 1]
      const step = above && above.page === line.page ? above.y - line.y : 0
      return half(line.size) === body && step > 0 && step < 3 * body ? [[half(step), 1] as const] : []
    }),
  )
  const columns = columnsOf(kept)
  const groups: Line[][] = []
  for (const [i, line] of kept.entries()) {
    const above = kept[i - 1]
    const isNew = !above || begins(above, line, leading || body * 1.2, columns.get(above), columns.get(line))
    if (isNew) groups.push([line])
    else groups.at(-1)?.push(line)
  }
  const text = kept.map((line) => line.text).join('\n')
  const paragraphs = groups.map((group) => ({
    text: joined(group, text),
    size: Math.max(...group.map(({ size }) => size)),
    page: group[0]?.page ?? 0,
  }))
  const largest = paragraphs
    .filter(({ page, size, text: said }) => page === 1 && isHeadingSize(size, body) && said.length <= 300)
    .reduce((max, { size }) => Math.max(max, size), 0)
  const title = paragraphs.find(({ page, size }) => page === 1 && largest > 0 && size === largest)
  return {
    title: title?.text,
    parts: paragraphs
      // A masthead above the title is not the article's.
      .slice(title ? paragraphs.indexOf(title) : 0)
      .map(({ text: said, size }) => ({
        text: said,
        isHeading: isHeadingSize(size, body) && said.length <= 200,
      })),
  }
}

const half = (points: number): number => Math.round(points * 2) / 2

/** The value with the greatest weight; 0 of none. */
function most(weighted: readonly (readonly [number, number])[]): number {
  const sums = new Map<number, number>()
  for (const [value, weight] of weighted) sums.set(value, (sums.get(value) ?? 0) + weight)
  return [...sums].reduce((best, each) => (each[1] > best[1] ? each : best), [0, 0])[0]
}

/** Lines of a page that begin at about the same place stand in one column. */
function columnsOf(lines: readonly Line[]): Map<Line, Column> {
  const groups: Line[][] = []
  const columns = new Map<Line, Column>()
  for (const line of lines) {
    const open = groups.at(-1)
    const last = open?.at(-1)
    const goesOn =
      last &&
      last.page === line.page &&
      line.y < last.y + last.size &&
      Math.abs(line.x - last.x) < 4 * last.size
    if (open && goesOn) open.push(line)
    else groups.push([line])
  }
  for (const group of groups) {
    const column = {
      left: group.reduce((min, { x }) => Math.min(min, x), Number.POSITIVE_INFINITY),
      right: group.reduce((max, { end }) => Math.max(max, end), 0),
    }
    for (const line of group) columns.set(line, column)
  }
  return columns
}

/** Whether `line` begins a paragraph, after `above`. */
function begins(above: Line, line: Line, leading: number, was?: Column, is?: Column): boolean {
  if (Math.abs(above.size - line.size) > 0.08 * above.size) return true
  const step = above.y - line.y
  // The top of the next column or page: a sentence that was open goes on there.
  if (above.page !== line.page || step < 0)
    return endsSentence(above.text) || /^\p{Lu}[^.]{0,60}$/u.test(line.text)
  if (step > 1.35 * Math.max(leading, 1.25 * line.size)) return true
  const isIndented = is && line.x - is.left > 0.8 * line.size && line.x - above.x > 0.8 * line.size
  if (isIndented) return true
  const left = was ? was.right - above.end : 0
  const width = was ? was.right - was.left : 0
  // A last line that ends well before the edge; or a short line of its own, as a heading in bold is.
  return endsSentence(above.text)
    ? left > 0.15 * width
    : left > 0.45 * width && /^["“'‘]?\p{Lu}/u.test(line.text)
}

const HYPHENS = '-\u2010\u00ad'

/** The lines as one, words that were divided at a line's end put together. `all` tells which hyphens are the word's own. */
function joined(lines: readonly Line[], all: string): string {
  return lines.reduce((text, line) => {
    if (text === '') return line.text
    const hyphen = text.slice(-1)
    const half = HYPHENS.includes(hyphen)
      ? text
          .slice(-50, -1)
          .split(/[^\p{L}\p{N}]/u)
          .at(-1)
      : ''
    if (!half) return /[–—/]$/.test(text) ? text + line.text : `${text} ${line.text}`
    const rest = /^\p{Ll}+/u.exec(line.text)?.[0]
    const isOwn = rest === undefined || (hyphen !== '\u00ad' && all.includes(`${half}-${rest}`))
    return (isOwn ? text : text.slice(0, -1)) + line.text
  }, '')
}
