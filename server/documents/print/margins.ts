import type { Line } from './lines.ts'

/** Lines at the head and at the foot of a page that may be no text. */
const EDGE = 2

/** 'Page 3 of 7', '3 / 7', '- 3 -', '3', and what a browser prints around a page: its address, the time. */
const NUMBERS = /^(?:page )?[-–—|• ]{0,3}\d{1,4}(?: ?(?:of|\/|von|de) ?\d{1,4})?[-–—|• ]{0,3}$/i
const PRINTED =
  /^(?:https?:\/\/|file:\/\/)\S+(?: \d{1,4}\/\d{1,4})?$|^\d{1,2}[/.]\d{1,2}[/.]\d{2,4},? \d{1,2}:\d{2}/

/** All lines of a document without what stands at the head and foot of its pages: page numbers, and what stands on several of them. */
export function withoutMargins(pages: readonly (readonly Line[])[]): Line[] {
  const edges = pages.map(edgesOf)
  const seen = new Map<string, number>()
  for (const edge of edges)
    for (const text of new Set([...edge].map(shape))) seen.set(text, (seen.get(text) ?? 0) + 1)
  return pages.flatMap((lines, i) =>
    lines.filter((line) => {
      if (!edges[i]?.has(line)) return true
      return !NUMBERS.test(line.text) && !PRINTED.test(line.text) && (seen.get(shape(line)) ?? 0) < 2
    }),
  )
}

const shape = ({ text }: Line): string => text.toLowerCase().replace(/\d+/g, '#')

function edgesOf(lines: readonly Line[]): Set<Line> {
  const down = [...lines].sort((a, b) => b.y - a.y)
  return new Set([...down.slice(0, EDGE), ...down.slice(-EDGE)])
}
