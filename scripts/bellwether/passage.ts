/** The words around a span, cut to about `room` columns at word ends: what stands before, the span, what stands after. */
export function passageAround(
  text: string,
  { start, end }: { readonly start: number; readonly end: number },
  room: number,
): { before: string; inside: string; after: string } {
  const inside = flat(text.slice(start, end))
  const side = Math.max(0, Math.floor((room - inside.length) / 2))
  const lineStart = text.lastIndexOf('\n', start - 1) + 1
  const lineBreak = text.indexOf('\n', end)
  const lineEnd = lineBreak < 0 ? text.length : lineBreak
  const before = flat(text.slice(Math.max(lineStart, start - side), start))
  const after = flat(text.slice(end, Math.min(lineEnd, end + side)))
  return {
    before: start - side > lineStart ? cutHead(before) : before,
    inside,
    after: end + side < lineEnd ? cutTail(after) : after,
  }
}

const flat = (text: string): string => text.replace(/\s+/g, ' ')

/** Without the word that the cut went through. */
const cutHead = (text: string): string => `…${text.slice(Math.max(0, text.indexOf(' ')))}`
const cutTail = (text: string): string => `${text.slice(0, text.lastIndexOf(' ') + 1)}…`
