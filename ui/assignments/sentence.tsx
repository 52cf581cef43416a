import type { SentenceView } from '#server/assignments/analysis-view'

/** The sentence that settles a question, with a way to it in its article. */
export function Sentence({ sentence: { quote, slug, start, end } }: { readonly sentence: SentenceView }) {
  return (
    <blockquote className="passage">
      <p className="quote">{quote}</p>
      <p className="small">
        <a href={`/articles/${slug}?at=${start}-${end}#passage`}>Read it in the article</a>
      </p>
    </blockquote>
  )
}
