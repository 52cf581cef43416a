import type { Tag } from '#core'
import type { MasteryList, OwnScoresView } from '#server/learning/view'
import { companyAddress, conceptAddress, libraryAddress } from '#ui/article/topics.ts'
import { sayFamily } from './families.ts'
import { MasteryTable, type TagWords } from './mastery-table.tsx'
import { Tabs } from './tabs.tsx'

/** Names shown at once. */
const DOZEN = 12

const capital = (name: string): string => name.charAt(0).toUpperCase() + name.slice(1)

/** One line a tag. */
const TAGS: { readonly [T in Tag]: TagWords & { readonly tab: string } } = {
  concept: { tab: 'Concepts', by: 'concept', sayName: (name) => name, addressOf: conceptAddress },
  sector: {
    tab: 'Sectors',
    by: 'sector',
    sayName: capital,
    addressOf: (sector) => libraryAddress({ sector }),
  },
  company: { tab: 'Companies', by: 'company', sayName: (name) => name, addressOf: companyAddress },
  family: { tab: 'Kinds of fact', by: 'kind of fact', sayName: sayFamily, addressOf: null },
}

function Panel({ tag, list: { names, left } }: { readonly tag: Tag; readonly list: MasteryList }) {
  const { by, sayName, addressOf } = TAGS[tag]
  const words = { by, sayName, addressOf }
  const [first, others] = [names.slice(0, DOZEN), names.slice(DOZEN)]
  if (first.length === 0) return <p className="soft">Nothing here yet.</p>
  return (
    <>
      <MasteryTable {...words} names={first} caption={`How often you were right, by ${by}`} />
      {others.length > 0 && (
        <details className="in-figures">
          <summary>{others.length} more</summary>
          <MasteryTable {...words} names={others} caption={`The rest, by ${by}`} />
          {left > 0 && <p className="small soft">There are {left} others, which need you less.</p>}
        </details>
      )}
    </>
  )
}

/** What one person knows and does not, the weakest first. */
export function MasteryPart({ scores: { mastery, answers } }: { readonly scores: OwnScoresView }) {
  if (answers === 0) return null
  const tags = Object.keys(TAGS) as Tag[]
  return (
    <section className="own-part" aria-labelledby="mastery-title">
      <h2 id="mastery-title">What to read up on</h2>
      <p className="soft">
        The weakest first. The dot is how often you were right at the first try; the band is where that may
        settle once you have answered more. It is wide where you have answered little.
      </p>
      <Tabs
        label="What you know, by"
        tabs={tags.map((tag) => ({
          id: tag,
          name: TAGS[tag].tab,
          panel: <Panel tag={tag} list={mastery[tag]} />,
        }))}
      />
      <p className="small soft">
        A question counts for the concepts and the sector of its article, and for the companies that it or its
        sentence names. One you asked to be shown counts as not right; one you left blank counts for nothing.
      </p>
    </section>
  )
}
