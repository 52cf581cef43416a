import type { PassageView } from '#server/attempts/view'
import { Marked } from '#ui/text/marked.tsx'

/** The sentence that settles a question, word for word, its figure under the marker pen, in the company of its paragraph. */
export function Passage({ passage, isMain }: { readonly passage: PassageView; readonly isMain: boolean }) {
  const { quote, before, after, figures } = passage
  return (
    <blockquote className="passage" data-main={isMain || undefined}>
      <p>
        {isMain && before && <span className="around">{before} </span>}
        <Marked text={quote} spans={figures} />
        {isMain && after && <span className="around"> {after}</span>}
      </p>
    </blockquote>
  )
}
