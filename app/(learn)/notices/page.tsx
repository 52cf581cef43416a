import type { Metadata } from 'next'
import { enter } from '#server/enter'
import { listOwnFlags } from '#server/flags/own'
import { listNotices } from '#server/notices/list'
import { OwnFlags } from '#ui/flags/own-flags.tsx'
import { Notices } from '#ui/notices/notices.tsx'
import { markRead } from './actions.ts'

export const metadata: Metadata = { title: 'Notices', robots: { index: false } }

/** What one has been told. */
export default async function NoticesPage() {
  const viewer = await enter('read-notices')
  const [groups, flags] = await Promise.all([listNotices(viewer), listOwnFlags(viewer)])
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
      {flags.length > 0 && (
        <section aria-labelledby="said">
          <h2 id="said">What you said is wrong</h2>
          <OwnFlags flags={flags} />
        </section>
      )}
    </div>
  )
}
