import type { ArticleView, BlockView, SpanView } from '#server/attempts/view'
import { segmentsOf } from '#ui/text/segments.ts'

interface Props {
  readonly article: ArticleView
  /** A passage to be shown under the marker pen: the one a question was settled by. */
  readonly passage: SpanView | null
}

/** The text of an article, cut where its facts stand, so that the margin list can light them up. */
export function ArticleText({ article, passage }: Props) {
  const facts = article.facts.flatMap(({ spans }, place) => spans.map((span) => ({ ...span, place })))
  const spans = passage ? [...facts, passage] : facts
  const draw = (block: BlockView) =>
    segmentsOf(block.text, spans, block.start).map((segment) => {
      const places = new Set(segment.spans.flatMap((index) => facts[index]?.place ?? []))
      const isPassage = passage !== null && segment.spans.includes(facts.length)
      const words = isPassage ? (
        <mark id={segment.start === Math.max(passage.start, block.start) ? 'passage' : undefined}>
          {segment.text}
        </mark>
      ) : (
        segment.text
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
