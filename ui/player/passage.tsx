import type { PassageView } from '#server/attempts/view'
import { Marked } from '#ui/text/marked.tsx'

/** The sentence that settles a question, word for word, its figure under the marker pen, in the company of its paragraph. */
export function Passage({ passage, isMain }: { readonly passage: PassageView; readonly isMain: boolean }) {
  const { quote, before, after, figures } = passage
  return (
    <blockquote className="passage" data-main={isMain || undefined}>
      {isMain && before && <p className="around">{before}</p>}
      <p className="quote">
        <Marked text={quote} spans={figures} />
      </p>
      {isMain && after && <p className="around">{after}</p>}
    </blockquote>
  )
}
