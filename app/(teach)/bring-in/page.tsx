import type { Metadata } from 'next'
import { enter } from '#server/enter'
import { listFeeds } from '#server/imports/feeds'
import { listImports } from '#server/imports/imports'
import { BringIn } from '#ui/imports/bring-in.tsx'
import { Feeds } from '#ui/imports/feeds.tsx'
import { followFeed, takeItem, unfollowFeed, wantAddress } from './actions.ts'

export const metadata: Metadata = { title: 'Bring in an article', robots: { index: false } }

/** Where a teacher brings in articles of other publishers, and follows their feeds. */
export default async function BringInPage() {
  const viewer = await enter('make-sets')
  const [imports, feeds] = await Promise.all([listImports(viewer), listFeeds(viewer)])
  return (
    <div className="frame account">
      <header>
        <h1>Bring in an article</h1>
        <p>
          <a href="/desks">Your desks</a> · <a href="/sets">Your sets</a> · <a href="/bank">The bank</a>
        </p>
        <p className="promise">
          It is read in a moment, and its questions lie on a desk of yours. You and your classes alone see it;
          its publisher stands beside it. Bring in what you may use in class.
        </p>
      </header>
      <BringIn imports={imports} wantAddress={wantAddress} />
      <section aria-labelledby="feeds">
        <h2 id="feeds">Feeds you follow</h2>
        <Feeds feeds={feeds} follow={followFeed} unfollow={unfollowFeed} take={takeItem} />
      </section>
    </div>
  )
}
