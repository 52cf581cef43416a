interface Props {
  readonly page: number
  readonly pages: number
  readonly addressOf: (page: number) => string
}

/** The way to the page before and the page after. Nothing where there is one page. */
export function Pages({ page, pages, addressOf }: Props) {
  if (pages <= 1) return null
  return (
    <nav className="pages" aria-label="Pages">
      {page > 1 ? (
        <a href={addressOf(page - 1)} rel="prev">
          Previous page
        </a>
      ) : (
        <span />
      )}
      <span className="soft">
        Page {page} of {pages}
      </span>
      {page < pages ? (
        <a href={addressOf(page + 1)} rel="next">
          Next page
        </a>
      ) : (
        <span />
      )}
    </nav>
  )
}
