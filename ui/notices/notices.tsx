'use client'

import type { NoticeGroup } from '#server/notices/view'
import { Press } from '#ui/form/press.tsx'
import type { Act } from '#ui/form/reply.ts'
import { sayDay } from '#ui/text/dates.ts'

interface Props {
  readonly groups: readonly NoticeGroup[]
  readonly markRead: Act<unknown>
}

/** Notices by what they are about; what is unread says so. To follow one is to have read it. */
export function Notices({ groups, markRead }: Props) {
  const unread = groups.flatMap(({ notices }) => notices).filter(({ isRead }) => !isRead).length
  return (
    <>
      {unread > 1 && (
        <p>
          <Press act={markRead} label={`Mark all ${unread} as read`} />
        </p>
      )}
      {groups.map(({ title, notices }) => (
        <section key={title} aria-label={title}>
          <h2>{title}</h2>
          <ul className="notices">
            {notices.map(({ id, at, isRead, title, text, href }) => (
              <li key={id} data-unread={isRead ? undefined : ''}>
                <p className="notice-title">
                  <a href={href} onClick={() => void markRead({ notice: id }).catch(() => {})}>
                    {title}
                  </a>
                  {!isRead && <span className="label"> New</span>}
                </p>
                <p>{text}</p>
                <p className="soft">
                  <time dateTime={at}>{sayDay(at)}</time>
                  {!isRead && (
                    <>
                      {' · '}
                      <Press act={markRead} sent={{ notice: id }} label="Mark as read" about={title} />
                    </>
                  )}
                </p>
              </li>
            ))}
          </ul>
        </section>
      ))}
    </>
  )
}
