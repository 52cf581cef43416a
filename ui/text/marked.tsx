import { segmentsOf } from './segments.ts'

interface Props {
  readonly text: string
  readonly spans: readonly { readonly start: number; readonly end: number }[]
  /** Where `text` begins in what the spans count in. */
  readonly offset?: number
}

/** A text with stretches of it under the marker pen. */
export function Marked({ text, spans, offset = 0 }: Props) {
  return segmentsOf(text, spans, offset).map((segment) =>
    segment.spans.length > 0 ? (
      <mark key={segment.start}>{segment.text}</mark>
    ) : (
      <span key={segment.start}>{segment.text}</span>
    ),
  )
}
