import type { ArticleView, BlockView, SpanView } from '#server/attempts/view'
import type { TermUse } from '#server/library/view'
import { type Segment, segmentsOf } from '#ui/text/segments.ts'

interface Props {
  readonly article: ArticleView
  /** A passage to be shown under the marker pen: the one a question was settled by. */
  readonly passage: SpanView | null
  /** Where the text uses terms that are explained below it. */
  readonly terms: readonly TermUse[]
}

/** The id of a term's explanation, which its word in the text opens. */
export const termId = (slug: string): string => `term-${slug}`

/** The text of an article, cut where its facts and terms stand, so that the margin list can light them up and a term can be explained. */
export function ArticleText({ article, passage, terms }: Props) {
  const facts = article.facts.flatMap(({ spans }, place) => spans.map((span) => ({ ...span, place })))
  const spans = [...facts, ...terms, ...(passage ? [passage] : [])]
  const termAt = ({ spans: covering }: Segment): TermUse | undefined =>
    covering.map((index) => terms[index - facts.length]).find((term) => term !== undefined)
  const draw = (block: BlockView) =>
    segmentsOf(block.text, spans, block.start).map((segment) => {
      const places = new Set(segment.spans.flatMap((index) => facts[index]?.place ?? []))
      const isPassage = passage !== null && segment.spans.includes(facts.length + terms.length)
      const term = termAt(segment)
      const text = term ? (
        <button type="button" className="term" popoverTarget={termId(term.slug)}>
          {segment.text}
        </button>
      ) : (
        segment.text
      )
      const words = isPassage ? (
        <mark id={segment.start === Math.max(passage.start, block.start) ? 'passage' : undefined}>
          {text}
        </mark>
      ) : (
        text
      )
      return (
        <span key={segment.start} data-facts={places.size > 0 ? [...places].join(' ') : undefined}>
          {words}
        </span>
      )
    })
  return (
    <div className="prose">
      {article.blocks.map((block) => {
        if (block.kind === 'heading') return <h2 key={block.start}>{block.text}</h2>
        if (block.kind === 'paragraph') return <p key={block.start}>{draw(block)}</p>
        return null
      })}
    </div>
  )
}
