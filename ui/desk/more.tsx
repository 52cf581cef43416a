import { useState } from 'react'
import type { Family, Kind } from '#core'
import { KINDS } from '#core/learner'
import type { AddedView, MoreView } from '#server/desks/view'
import { SelectField } from '#ui/form/select-field.tsx'
import { SAID_KINDS } from '#ui/questions/said-kinds.ts'
import type { Spot } from './text.tsx'

/** What each family of facts is called, for who asks for more of it. */
const SAID_FAMILIES: { readonly [F in Family]: string } = {
  level: 'how much something is',
  change: 'what rose or fell',
  comparison: 'how two things compare',
  rank: 'what is largest or first',
  share: 'shares of a whole',
  role: 'who holds an office',
  relation: 'who owns, buys, sues, supplies whom',
  event: 'what happened when',
  cause: 'why something happened',
  statement: 'what somebody said',
  term: 'what a word means',
  derived: 'figures worked out from others',
}

interface Props {
  readonly spot: Spot | null
  /** The words that are chosen. */
  readonly said: string | null
  readonly isBusy: boolean
  readonly add: (asked: MoreView) => Promise<AddedView | null>
  readonly onWrite: (kind: Kind) => void
}

/** Asks for more questions, of a sentence, a kind or a family, or writes one. */
export function More({ spot, said, isBusy, add, onWrite }: Props) {
  const [kind, setKind] = useState<Kind | ''>('')
  const [family, setFamily] = useState<Family | ''>('')
  const [added, setAdded] = useState<AddedView | null>(null)

  const ask = async () => {
    setAdded(null)
    setAdded(
      await add({
        ...(spot === null ? {} : { at: spot }),
        ...(kind === '' ? {} : { kind }),
        ...(family === '' ? {} : { family }),
      }),
    )
  }

  return (
    <section className="desk-more" aria-labelledby="more">
      <h2 id="more">More questions</h2>
      <p className="desk-spot">
        {said === null ? (
          'Anywhere in the article. Choose a sentence above for questions on it alone.'
        ) : (
          <q>{said}</q>
        )}
      </p>
      <SelectField
        name="kind"
        label="Kind"
        value={kind}
        choices={KINDS.map((each) => [each, SAID_KINDS[each]] as const)}
        onChange={({ target }) => setKind(target.value as Kind | '')}
      >
        <option value="">any</option>
      </SelectField>
      <SelectField
        name="family"
        label="About"
        value={family}
        choices={Object.entries(SAID_FAMILIES)}
        onChange={({ target }) => setFamily(target.value as Family | '')}
      >
        <option value="">anything</option>
      </SelectField>
      <p className="actions">
        <button type="button" className="button" data-quiet="" aria-disabled={isBusy} onClick={ask}>
          {said === null ? 'Ask for more' : 'Ask for more on this'}
        </button>
        <button type="button" className="text-button" onClick={() => onWrite(kind === '' ? 'choice' : kind)}>
          Write {kind === '' ? 'one' : `one (${SAID_KINDS[kind].toLowerCase()})`} by hand
        </button>
      </p>
      <div role="status">{added && <Added added={added} />}</div>
    </section>
  )
}

/** How many came, or what kept them out. */
function Added({ added: { added, because } }: { readonly added: AddedView }) {
  if (added.length > 0)
    return <p>{added.length === 1 ? 'One more lies' : `${added.length} more lie`} on the desk.</p>
  return (
    <>
      <p>
        Nothing more passes the checker here.{' '}
        {because.length > 0 ? 'What could be asked breaks these rules:' : 'You can write one by hand.'}
      </p>
      {because.length > 0 && (
        <ul>
          {because.map(({ title, count }) => (
            <li key={title}>
              {title} {count > 1 && `(${count} times)`}
            </li>
          ))}
        </ul>
      )}
    </>
  )
}
