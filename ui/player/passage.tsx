import type { PassageView } from '#server/attempts/view'
import { Marked } from '#ui/text/marked.tsx'

/** The sentences that settle a question, word for word; the one that carries the figure is the main one. */
export function Passages({ passages }: { readonly passages: readonly PassageView[] }) {
  const marked = passages.findIndex(({ figures }) => figures.length > 0)
  const main = Math.max(0, marked)
  return passages.map((passage, index) => (
    <Passage
      key={`${passage.start}-${passage.end}`}
      passage={index === main ? apartFrom(passage, passages) : { ...passage, before: '', after: '' }}
      isMain={index === main}
    />
  ))
}

/** One sentence, its figure under the marker pen, in the company of its paragraph. */
function Passage({ passage, isMain }: { readonly passage: PassageView; readonly isMain: boolean }) {
  const { quote, before, after, figures } = passage
  return (
    <blockquote className="passage" data-main={isMain || undefined}>
      {before && <p className="around">{before}</p>}
      <p className="quote">
        <Marked text={quote} spans={figures} />
      </p>
      {after && <p className="around">{after}</p>}
    </blockquote>
  )
}

/** The passage with as much of its paragraph as no other passage quotes again. */
export function apartFrom(passage: PassageView, all: readonly PassageView[]): PassageView {
  const { start, end, before, after } = passage
  const from = Math.max(
    start - before.length,
    ...all.filter((other) => other.end <= start).map((each) => each.end),
  )
  const to = Math.min(
    end + after.length,
    ...all.filter((other) => other.start >= end).map((each) => each.start),
  )
  return {
    ...passage,
    before: before.slice(before.length - (start - from)).trim(),
    after: after.slice(0, to - end).trim(),
  }
}
