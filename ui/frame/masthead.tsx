import { NoticeBell } from '#ui/notices/bell.tsx'
import { Bell } from './icons.tsx'

/** The name of the house and the ways through it. Plain links: a page is small, and nothing is fetched unasked. */
export function Masthead() {
  return (
    <header className="masthead">
      <div className="frame">
        <a className="brand" href="/">
          <Bell />
          Bellwether
        </a>
        <nav aria-label="Main">
          <ul>
            <li>
              <a href="/today">Today</a>
            </li>
            <li>
              <a href="/library">Library</a>
            </li>
            <li>
              <a href="/review">Review</a>
            </li>
            <li>
              <a href="/me">Your scores</a>
            </li>
          </ul>
        </nav>
        <NoticeBell />
      </div>
    </header>
  )
}
