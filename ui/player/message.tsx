interface Props {
  readonly sort: 'loading' | 'unreachable' | 'missing'
  readonly onRetry?: () => void
}

/** What stands in place of the quiz while there is none to draw. */
export function Message({ sort, onRetry }: Props) {
  if (sort === 'loading')
    return (
      <div className="waiting" role="status">
        <p className="unseen">Fetching your quiz</p>
        <div className="ghost" aria-hidden="true" />
      </div>
    )
  const isMissing = sort === 'missing'
  return (
    <div className="plain">
      <h1>{isMissing ? 'No quiz here' : 'No connection'}</h1>
      <p>
        {isMissing
          ? 'This address holds no quiz of yours. A quiz can be opened only in the browser that began it.'
          : 'The quiz could not be fetched. What you have answered is kept, and goes out when the network is back.'}
      </p>
      <p className="actions">
        {!isMissing && (
          <button type="button" className="button" onClick={onRetry}>
            Try again
          </button>
        )}
        <a className="button" data-quiet="" href="/me">
          Your quizzes
        </a>
        <a className="button" data-quiet="" href="/">
          Front page
        </a>
      </p>
    </div>
  )
}
