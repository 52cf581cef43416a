import type { Metadata } from 'next'
import { enter } from '#server/enter'
import { listNotices } from '#server/notices/list'
import { Notices } from '#ui/notices/notices.tsx'
import { markRead } from './actions.ts'

export const metadata: Metadata = { title: 'Notices', robots: { index: false } }

/** What one has been told. */
export default async function NoticesPage() {
  const viewer = await enter('read-notices')
  const groups = await listNotices(viewer)
  return (
    <div className="frame account">
      <header>
        <h1>Notices</h1>
        <p className="soft">
          {groups.length === 0
            ? 'Nothing yet. Here you are told when something about your account or a question of yours has changed.'
            : 'Kept for 90 days.'}{' '}
          <a href="/account">What comes by mail</a>
        </p>
      </header>
      <Notices groups={groups} markRead={markRead} />
    </div>
  )
}
