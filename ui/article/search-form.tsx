import type { LibraryQuery } from '#server/library/view'

/** The search of the library; what it is narrowed to stays. */
export function SearchForm({ query }: { readonly query: LibraryQuery }) {
  const { q, sort: _, page: __, ...kept } = query
  return (
    // biome-ignore lint/a11y/useSemanticElements: <search> is not yet known to every browser that is served
    <form action="/library" role="search" className="search-form">
      {Object.entries(kept).map(([name, value]) => (
        <input key={name} type="hidden" name={name} value={value} />
      ))}
      <label htmlFor="q">Search the library</label>
      <div>
        <input
          id="q"
          className="field"
          type="search"
          name="q"
          defaultValue={q}
          maxLength={200}
          autoComplete="off"
          enterKeyHint="search"
        />
        <button type="submit" className="button">
          Search
        </button>
      </div>
    </form>
  )
}
