import type { Metadata } from 'next'

export const metadata: Metadata = { title: 'Not here' }

/** What is missing and what is someone else's look the same. */
export default function NotFound() {
  return (
    <div className="frame plain">
      <h1>Nothing here</h1>
      <p>The address leads nowhere. The article may have moved, or the link may have lost its end.</p>
      <p className="actions">
        <a className="button" href="/">
          Front page
        </a>
        <a className="button" data-quiet="" href="/library">
          Look in the library
        </a>
      </p>
    </div>
  )
}
