'use client'

import { useState } from 'react'
import type { FeedItemView, FeedView } from '#server/imports/view'
import { Field } from '#ui/form/field.tsx'
import { Form } from '#ui/form/form.tsx'
import { Press } from '#ui/form/press.tsx'
import type { Act } from '#ui/form/reply.ts'
import { sayDay } from '#ui/text/dates.ts'
import { Moment } from '#ui/text/moment.tsx'
import { ImportLine } from './import-line.tsx'

interface Props {
  readonly feeds: readonly FeedView[]
  readonly follow: Act<unknown>
  readonly unfollow: Act<unknown>
  readonly take: Act<{ readonly import: string }>
}

function Item({
  feed,
  item: { guid, title, address, date, import: known, isChanged },
  take,
}: {
  readonly feed: string
  readonly item: FeedItemView
  readonly take: Props['take']
}) {
  const [asked, setAsked] = useState<string | null>(null)
  return (
    <li>
      <a href={address} rel="noreferrer">
        {title}
      </a>{' '}
      {date !== null && <span className="soft">{sayDay(date)}</span>}{' '}
      {isChanged && <span className="soft">told otherwise since it was brought in</span>}
      {asked !== null ? (
        <ul className="imports">
          <ImportLine id={asked} known={null} isFollowed />
        </ul>
      ) : known !== null && !isChanged ? (
        <ul className="imports">
          <ImportLine id={known.id} known={known} />
        </ul>
      ) : (
        <Press
          act={take}
          sent={{ feed, guid }}
          label="Bring it in"
          about={title}
          onDone={(done) => setAsked(done.import)}
        />
      )}
    </li>
  )
}

function Feed({ feed, unfollow, take }: { readonly feed: FeedView } & Pick<Props, 'unfollow' | 'take'>) {
  const { id, title, address, checkedAt, problem, items } = feed
  return (
    <section aria-labelledby={`feed-${id}`} className="feed">
      <h3 id={`feed-${id}`}>{title}</h3>
      <p className="soft">
        {address}
        {checkedAt !== null && (
          <>
            , read <Moment at={checkedAt} />
          </>
        )}{' '}
        <Press act={unfollow} sent={{ feed: id }} label="Follow it no more" about={title} />
      </p>
      {problem !== null && <p className="problem">{problem} It is tried again from time to time.</p>}
      {items.length === 0 ? (
        <p className="soft">
          {checkedAt === null ? 'It is read in a moment; load the page again.' : 'There is nothing in it.'}
        </p>
      ) : (
        <ul className="people">
          {items.map((item) => (
            <Item key={item.guid} feed={id} item={item} take={take} />
          ))}
        </ul>
      )}
    </section>
  )
}

/** The feeds that are followed, and the way to another. */
export function Feeds({ feeds, follow, unfollow, take }: Props) {
  return (
    <>
      {feeds.length === 0 && (
        <p className="soft">
          Follow a publisher’s feed (RSS, Atom or JSON), and its newest articles are offered here.
        </p>
      )}
      {feeds.map((feed) => (
        <Feed key={feed.id} feed={feed} unfollow={unfollow} take={take} />
      ))}
      <Form label="Follow it" isQuiet send={follow} onDone={() => location.reload()}>
        <Field
          name="address"
          label="Address of a feed"
          type="url"
          inputMode="url"
          placeholder="https://"
          required
          maxLength={2_000}
        />
      </Form>
    </>
  )
}
