import type { QuestionRow } from '#server/bank/view'

/** What is said of a set in which a question makes sense only beside its article; nothing of any other. */
export function NeedsArticle({ rows }: { readonly rows: readonly QuestionRow[] }) {
  const found = rows.find(({ needsArticle }) => needsArticle)
  if (!found) return null
  return (
    <p className="notice">
      Some of it makes sense only right after the article: have{' '}
      <a href={`/articles/${found.slug}`}>{found.title}</a> read first. Questions of other articles cannot
      join it.
    </p>
  )
}
