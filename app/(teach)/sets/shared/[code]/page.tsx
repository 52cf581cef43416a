import type { Metadata } from 'next'
import { notFound } from 'next/navigation'
import { enter } from '#server/enter'
import { getSharedSet } from '#server/sets/sets'
import { readCode } from '#server/sets/share'
import { NeedsArticle } from '#ui/sets/needs-article.tsx'
import { Rows } from '#ui/sets/rows.tsx'
import { sayRows } from '#ui/sets/sum.ts'
import { ToSet } from '#ui/sets/to-set.tsx'
import { copySet } from '../../actions.ts'

export const metadata: Metadata = { title: 'A shared set', robots: { index: false } }

interface Props {
  readonly params: Promise<{ readonly code: string }>
}

/** Where a colleague's link leads: a look at the set, and a copy of one's own. */
export default async function SharedSetPage({ params }: Props) {
  const viewer = await enter('make-sets')
  const code = readCode((await params).code)
  const shared = code && (await getSharedSet(viewer, code))
  if (!shared) notFound()
  const { title, by, own, items } = shared
  return (
    <div className="frame account">
      <header>
        <p className="label">{own === null ? `Set, shared by ${by}` : 'Your own set, as others see it'}</p>
        <h1>{title}</h1>
        <p>{sayRows(items)}.</p>
      </header>
      <p>
        {own === null ? (
          <ToSet act={copySet} sent={{ code }} label="Take a copy of your own" />
        ) : (
          <a href={`/sets/${own}`}>Back to the set</a>
        )}
      </p>
      <NeedsArticle rows={items} />
      <Rows rows={items} />
    </div>
  )
}
