'use client'

import { useState } from 'react'
import type { Tag } from '#core'
import type { MasteryList, OwnScoresView } from '#server/learning/view'
import { companyAddress, conceptAddress, libraryAddress } from '#ui/article/topics.ts'
import { sayFamily } from './families.ts'
import { MasteryTable } from './mastery-table.tsx'
import { Tabs } from './tabs.tsx'

/** Names shown at once. */
const DOZEN = 12

interface TagWords {
  readonly tab: string
  /** '... by concept' */
  readonly by: string
  readonly sayName: (name: string) => string
  readonly addressOf: ((name: string) => string) | null
}

const asItIs = (name: string): string => name
const capital = (name: string): string => name.charAt(0).toUpperCase() + name.slice(1)

/** One line a tag. */
const TAGS: { readonly [T in Tag]: TagWords } = {
  concept: { tab: 'Concepts', by: 'concept', sayName: asItIs, addressOf: conceptAddress },
  sector: {
    tab: 'Sectors',
    by: 'sector',
    sayName: capital,
    addressOf: (sector) => libraryAddress({ sector }),
  },
  company: { tab: 'Companies', by: 'company', sayName: asItIs, addressOf: companyAddress },
  family: { tab: 'Kinds of fact', by: 'kind of fact', sayName: sayFamily, addressOf: null },
}

function Panel({ tag, list: { names, left } }: { readonly tag: Tag; readonly list: MasteryList }) {
  const [isAll, setAll] = useState(false)
  const { by, sayName, addressOf } = TAGS[tag]
  if (names.length === 0) return <p className="soft">Nothing here yet.</p>
  const shown = isAll ? names : names.slice(0, DOZEN)
  return (
    <>
      <MasteryTable
        names={shown}
        caption={`How often you were right, by ${by}`}
        sayName={sayName}
        addressOf={addressOf}
      />
      {shown.length < names.length && (
        <button type="button" className="text-button" onClick={() => setAll(true)}>
          Show {names.length - shown.length} more
        </button>
      )}
      {isAll && left > 0 && <p className="small soft">There are {left} others, which need you less.</p>}
    </>
  )
}

/** What one person knows and does not, the weakest first. */
export function MasteryPart({ mastery }: Pick<OwnScoresView, 'mastery'>) {
  const tags = Object.keys(TAGS) as Tag[]
  return (
    <section className="own-part" aria-labelledby="mastery-title">
      <h2 id="mastery-title">What to read up on</h2>
      <p className="soft">
        The weakest first. The dot is how often you were right at the first try; the band is where that may
        settle once you have answered more. It is wide where you have answered little.{' '}
        <a href="/practice">Practice</a> comes back to what you missed.
      </p>
      <Tabs
        label="What you know, by"
        tabs={tags.map((tag) => ({
          id: tag,
          name: TAGS[tag].tab,
          draw: () => <Panel key={tag} tag={tag} list={mastery[tag]} />,
        }))}
      />
      <p className="small soft">
        A question counts for the concepts and the sector of its article, and for the companies that it or its
        sentence names. One you asked to be shown counts as not right; one you left blank counts for nothing.
      </p>
    </section>
  )
}
