import type { Term } from '#server/library/view'
import { termId } from './article-text.tsx'

/** The terms of an article, each in a pane that its word in the text opens; without panes they stand below the text. */
export function Terms({ terms }: { readonly terms: readonly Term[] }) {
  return terms.map(({ slug, term, meaning, example }) => (
    <div key={slug} id={termId(slug)} popover="auto" className="term-pane" role="note" aria-label={term}>
      <h2>{term}</h2>
      <p>{meaning}</p>
      <p>
        <b>For example:</b> {example}
      </p>
      <button type="button" className="text-button" popoverTarget={termId(slug)} popoverTargetAction="hide">
        Close
      </button>
    </div>
  ))
}
