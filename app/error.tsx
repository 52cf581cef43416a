'use client'

/** When a page could not be drawn: words and a way on, nothing of what was caught. */
export default function ErrorPage() {
  return (
    <div className="frame plain">
      <h1>This page could not be drawn</h1>
      <p>Something went wrong on our side. Your answers are kept. Try again in a moment.</p>
      <p className="actions">
        <button type="button" className="button" onClick={() => location.reload()}>
          Try again
        </button>
        <a className="button" data-quiet="" href="/">
          Front page
        </a>
      </p>
    </div>
  )
}
