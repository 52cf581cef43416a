import type { Beside } from '#server/library/view'
import { Story } from './story.tsx'

/** Below an article: what is related to it, and the ways to the one before and the one after. */
export function BesideArticle({ beside: { related, older, newer } }: { readonly beside: Beside }) {
  return (
    <>
      {related.length > 0 && (
        <section className="related" aria-labelledby="related-title">
          <div className="section-head">
            <h2 id="related-title">Related</h2>
          </div>
          <ul className="stories">
            {related.map((article) => (
              <li key={article.slug}>
                <Story article={article} level={3} />
              </li>
            ))}
          </ul>
        </section>
      )}
      {(older || newer) && (
        <nav className="neighbours" aria-label="Other articles">
          {older ? (
            <a href={`/articles/${older.slug}`} rel="prev">
              <span className="label">Earlier</span>
              {older.title}
            </a>
          ) : (
            <span />
          )}
          {newer && (
            <a href={`/articles/${newer.slug}`} rel="next">
              <span className="label">Later</span>
              {newer.title}
            </a>
          )}
        </nav>
      )}
    </>
  )
}
