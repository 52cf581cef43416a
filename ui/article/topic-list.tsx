import type { Topic } from '#server/library/view'

interface Props {
  readonly topics: readonly Topic[]
  readonly addressOf: (name: string) => string
  /** The one that is chosen. */
  readonly current?: string | undefined
}

/** Topics with their counts, as an index has them. */
export function TopicList({ topics, addressOf, current }: Props) {
  return topics.map(({ name, articles }) => (
    <li key={name}>
      <a href={addressOf(name)} aria-current={name === current ? 'true' : undefined}>
        <span>{name}</span>
        <span className="count">
          {articles}
          <span className="unseen"> {articles === 1 ? 'article' : 'articles'}</span>
        </span>
      </a>
    </li>
  ))
}
