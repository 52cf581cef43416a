/** A stretch of an article's text, in UTF-16 units; `end` is exclusive. */
export interface Span {
  readonly start: number
  readonly end: number
}

/** A span together with the words that stand there, so that it can be checked: `text.slice(start, end) === quote`. */
export interface Evidence extends Span {
  readonly quote: string
}

/** The evidence for one span of `text`. */
export const quoteOf = (text: string, { start, end }: Span): Evidence => ({
  start,
  end,
  quote: text.slice(start, end),
})

/** Whether the first span lies wholly inside the second. */
export const isInside = (inner: Span, outer: Span): boolean =>
  inner.start >= outer.start && inner.end <= outer.end

/** Whether two spans share at least one character. */
export const overlaps = (a: Span, b: Span): boolean => a.start < b.end && b.start < a.end

/** Whether a span lies wholly inside one of the others. */
export function isInsideAny(inner: Span, outers: readonly Span[]): boolean {
  for (const outer of outers) if (isInside(inner, outer)) return true
  return false
}

/** Whether a span shares a character with one of the others. */
export function overlapsAny(span: Span, others: readonly Span[]): boolean {
  for (const other of others) if (overlaps(span, other)) return true
  return false
}
