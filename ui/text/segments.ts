/** A stretch of text and the numbers (indices into the spans) of the spans that cover it. */
export interface Segment {
  readonly text: string
  readonly start: number
  readonly spans: readonly number[]
}

interface Span {
  readonly start: number
  readonly end: number
}

/**
 * Cuts a text at the borders of spans, which may overlap and may reach beyond it. `offset` is where the text itself
 * begins in what the spans count in. The segments joined are the text.
 */
export function segmentsOf(text: string, spans: readonly Span[], offset = 0): Segment[] {
  const within = (place: number) => Math.min(Math.max(place - offset, 0), text.length)
  const cuts = new Set([0, text.length])
  for (const span of spans) cuts.add(within(span.start)).add(within(span.end))
  const places = [...cuts].sort((a, b) => a - b)
  return places.slice(0, -1).map((start, index) => {
    const end = places[index + 1] ?? text.length
    return {
      text: text.slice(start, end),
      start: start + offset,
      spans: spans.flatMap((span, number) =>
        span.start - offset <= start && span.end - offset >= end && span.end > span.start ? [number] : [],
      ),
    }
  })
}
