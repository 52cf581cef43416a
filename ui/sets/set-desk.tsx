'use client'

import type { ChangedView, OwnSetView } from '#server/sets/view'
import { areOfOne } from '#ui/bank/about-question.tsx'
import { Field } from '#ui/form/field.tsx'
import { Form } from '#ui/form/form.tsx'
import type { Act } from '#ui/form/reply.ts'
import { NeedsArticle } from './needs-article.tsx'
import { OrderList } from './order-list.tsx'
import { sayRows } from './sum.ts'
import { useOrder } from './use-order.ts'

interface Props {
  readonly own: OwnSetView
  readonly arrange: Act<ChangedView>
  readonly renew: Act<ChangedView>
  readonly rename: Act<ChangedView>
}

/** A set as it is worked on: what is in it and in which order, the ways to more, and what it is called. */
export function SetDesk({ own, arrange, renew, rename }: Props) {
  const { id, title } = own
  const { items, set, isBusy, problem, change } = useOrder({ id, set: own.set, items: own.items, arrange })
  const withdrawn = items.filter((item) => item.withdrawn !== null).length
  const mayAssign = items.length > 0 && withdrawn === 0
  return (
    <div className="set-desk">
      <p>
        {sayRows(items)}.
        {areOfOne(items) && items[0] && (
          <>
            {' '}
            <a href={`/articles/${items[0].slug}`}>Read the article</a>
          </>
        )}
      </p>
      <p className="actions">
        {mayAssign && (
          <a className="button" href={isBusy ? undefined : `/assign?set=${set}`} aria-disabled={isBusy}>
            Assign to a class
          </a>
        )}
        {items.length > 0 && (
          <a className="button" data-quiet="" href={`/sets/${id}/preview`}>
            See it as a learner does
          </a>
        )}
        {items.length > withdrawn && (
          <a className="button" data-quiet="" href={`/sets/${id}/print`}>
            Print it
          </a>
        )}
        {items.length > withdrawn && (
          <a className="button" data-quiet="" href={`/sets/${id}/file`}>
            Take it out as a file
          </a>
        )}
      </p>
      {withdrawn > 0 && (
        <p className="notice">
          {withdrawn === 1 ? 'A question has' : `${withdrawn} questions have`} been withdrawn since. Take out
          what is marked below, or put in the newer version; then the set can be assigned.
        </p>
      )}
      <NeedsArticle rows={items} />
      <OrderList id={id} set={set} items={items} onChange={change} renew={renew} />
      {problem !== null && (
        <p className="problem" role="alert">
          {problem}{' '}
          <button type="button" className="text-button" onClick={() => location.reload()}>
            Load the page again
          </button>
        </p>
      )}
      <p className="soft" role="status">
        {isBusy ? 'Saving' : problem === null && set !== own.set && 'Saved'}
      </p>
      <p className="deeds">
        <a href={`/bank?set=${id}`}>Add from the bank</a>
        <a href="/sets/draw">Draw a set by rule</a>
      </p>
      <Form
        label="Change the name"
        isQuiet
        send={(fields) => rename({ ...fields, set: id, seen: set })}
        onDone={() => location.reload()}
      >
        <Field
          name="title"
          label="Name"
          defaultValue={title}
          required
          maxLength={100}
          autoCapitalize="sentences"
        />
      </Form>
    </div>
  )
}
