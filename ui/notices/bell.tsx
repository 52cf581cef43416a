'use client'

import { useEffect, useState } from 'react'
import type { UnreadReply } from '#server/notices/view'

/** Where nothing is asked for that does not belong to the quiz. */
const QUIET = /^\/quiz/

/** The way to the notices, with how many are unread; asked for once the page stands. */
export function NoticeBell() {
  const [unread, setUnread] = useState(0)
  useEffect(() => {
    if (QUIET.test(location.pathname)) return
    const stop = new AbortController()
    fetch('/api/me/notices', { signal: stop.signal })
      .then(async (reply) => (reply.ok ? ((await reply.json()) as UnreadReply).unread : 0))
      .then(setUnread, () => {})
    return () => stop.abort()
  }, [])
  return (
    <a href="/notices" className="bell">
      <svg className="icon" viewBox="0 0 20 20" width="20" height="20" aria-hidden="true" focusable="false">
        <path
          d="M10 2.8c-3 0-4.6 2-4.6 4.7 0 3-.8 4.6-2 5.8h13.2c-1.2-1.2-2-2.8-2-5.8C14.6 4.8 13 2.8 10 2.8zM8 15.6a2 2 0 0 0 4 0"
          fill="none"
          stroke="currentColor"
          strokeWidth="1.6"
          strokeLinejoin="round"
        />
      </svg>
      <span className="unseen">Notices</span>
      {unread > 0 && (
        <span className="bell-count">
          {unread > 99 ? '99+' : unread}
          <span className="unseen"> unread</span>
        </span>
      )}
    </a>
  )
}
