import type { Metadata } from 'next'
import { listBank } from '#server/bank/list'
import { readBankQuery } from '#server/bank/query'
import { listTags } from '#server/bank/tags'
import type { BankQuery } from '#server/bank/view'
import { enter } from '#server/enter'
import { readId } from '#server/fields'
import { listTopics } from '#server/library/topics'
import { listSets } from '#server/sets/sets'
import { bankAddress } from '#ui/bank/address.ts'
import { BankForm } from '#ui/bank/bank-form.tsx'
import { BankRows } from '#ui/bank/bank-rows.tsx'
import { sayCount } from '#ui/text/dates.ts'
import { addQuestion } from '../sets/actions.ts'

export const metadata: Metadata = { title: 'The bank', robots: { index: false } }

interface Props {
  readonly searchParams: Promise<Record<string, string | string[] | undefined>>
}

/** Concepts to choose from; the rest are found by words. */
const CONCEPTS = 100

/** Every question that stands: to be searched, looked at and put into sets. */
export default async function BankPage({ searchParams }: Props) {
  const viewer = await enter('make-sets')
  const asked = await searchParams
  const query = readBankQuery(asked)
  const [{ rows, total, isMore, next }, concepts, tags, sets] = await Promise.all([
    listBank(viewer, query),
    listTopics(viewer, 'concept', CONCEPTS),
    listTags(viewer),
    listSets(viewer),
  ])
  const set = readId(asked.set) ?? undefined
  const targets = sets.flatMap(({ id, title, isArchived }) => (isArchived ? [] : [{ id, title }]))
  const putInto = targets.find(({ id }) => id === set)
  return (
    <div className="frame account" data-wide="">
      <header>
        <h1>The bank</h1>
        <p>
          {isMore && 'More than '}
          {sayCount(total, 'question')}
          {query.article !== undefined && (
            <>
              {' '}
              of <a href={`/articles/${query.article}`}>{rows[0]?.title ?? 'one article'}</a>
            </>
          )}
          {isNarrowed(query) && (
            <>
              {' '}
              · <a href={bankAddress({ set })}>Show all</a>
            </>
          )}{' '}
          · <a href="/sets">Your sets</a> · <a href="/bank/import">Bring questions in</a>
          {putInto && (
            <>
              {' '}
              · <a href={`/sets/${putInto.id}`}>Back to ‘{putInto.title}’</a>
            </>
          )}
        </p>
      </header>
      <BankForm query={query} set={set} concepts={concepts} tags={tags} />
      {rows.length > 0 ? (
        <BankRows
          rows={rows}
          isOfOne={query.article !== undefined}
          targets={targets}
          initial={set}
          add={addQuestion}
        />
      ) : (
        <p className="notice">
          No question has all of that. <a href={bankAddress({ set })}>Show all questions</a>
        </p>
      )}
      {(next !== null || query.after !== undefined) && (
        <nav className="pages" aria-label="Pages">
          {query.after === undefined ? (
            <span />
          ) : (
            <a href={bankAddress({ ...query, after: undefined, set })}>First page</a>
          )}
          {next === null ? (
            <span />
          ) : (
            <a href={bankAddress({ ...query, after: next, set })} rel="next">
              Next page
            </a>
          )}
        </nav>
      )}
    </div>
  )
}

const isNarrowed = ({ after: _, ...query }: BankQuery): boolean => Object.keys(query).length > 0
