import type { SourceView } from '#server/attempts/view'
import { sayDay } from '#ui/text/dates.ts'

/** A source's date may be a year or a month alone. */
const sayWhen = (date: string): string => {
  if (/^\d{4}-\d{2}-\d{2}$/.test(date)) return sayDay(date)
  if (!/^\d{4}-\d{2}$/.test(date)) return date
  return new Intl.DateTimeFormat('en-GB', { month: 'long', year: 'numeric', timeZone: 'UTC' }).format(
    new Date(`${date}-01T00:00:00Z`),
  )
}

/** Where the article's facts come from. */
export function Sources({ sources }: { readonly sources: readonly SourceView[] }) {
  return (
    <section className="sources">
      <h2>Sources</h2>
      <ul>
        {sources.map(({ publisher, title, date, address }) => (
          <li key={`${publisher} ${title}`}>
            {publisher}:{' '}
            {address ? (
              <a href={address} rel="noopener noreferrer">
                {title}
              </a>
            ) : (
              title
            )}
            {date && <span className="soft">, {sayWhen(date)}</span>}
          </li>
        ))}
      </ul>
    </section>
  )
}
