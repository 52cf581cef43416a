import { type RefObject, useId, useState } from 'react'
import type { BetweenView, DraftView, State } from '#server/desks/view'
import { KeyInWords } from '#ui/bank/key-in-words.tsx'
import { FlagWords } from '#ui/flags/flag-words.tsx'
import { SAID_KINDS } from '#ui/questions/said-kinds.ts'
import { StemText } from '#ui/questions/stem-text.tsx'
import { sayState } from './draft-list.tsx'
import { Verdict } from './verdict.tsx'

const SAID_ORIGINS: { readonly [O in DraftView['origin']]: string } = {
  engine: 'made by the engine',
  edited: 'edited',
  written: 'written by hand',
  imported: 'brought in by a file',
}

interface Props {
  readonly draft: DraftView
  readonly place: number
  readonly count: number
  readonly between: readonly BetweenView[]
  readonly heading: RefObject<HTMLHeadingElement | null>
  readonly isBusy: boolean
  /** Whether a reason is asked for, as the checker finds fault and the draft is to be approved all the same. */
  readonly asksWhy: boolean
  readonly onApprove: () => void
  readonly onDecide: (state: State, overruling?: string) => void
  readonly onEdit: () => void
  readonly onUndo: () => void
}

/** A draft with its key, its passage and what the checker says, and what can be decided on it. */
export function DraftCard(props: Props) {
  const { draft, place, count, between, heading, isBusy, asksWhy, onApprove, onDecide, onEdit, onUndo } =
    props
  const { kind, origin, state, by, overruling, withdrawn, flags, stem, mayUndo } = draft
  const about = between.filter(({ draft: id }) => id === draft.id)
  return (
    <article className="desk-card" aria-labelledby="draft-stem">
      <p className="label">
        {place} of {count} · {SAID_KINDS[kind]} · {SAID_ORIGINS[origin]} · {sayState(draft)}
        {by !== null && ` by ${by}`}
      </p>
      <h2 id="draft-stem" ref={heading} tabIndex={-1}>
        {stem === '' ? 'Nothing written yet' : <StemText text={stem} />}
      </h2>
      {withdrawn !== null && <p className="notice">Withdrawn since: {withdrawn}</p>}
      {flags.length > 0 && <FlagWords flags={flags} />}
      <KeyInWords told={draft} />
      <Verdict checked={draft} />
      {overruling !== null && overruling !== '' && <p>Approved all the same: {overruling}</p>}
      {about.map(({ says }) => (
        <p key={says} className="notice">
          Beside the others that are approved: {says}
        </p>
      ))}
      {asksWhy && <Overruling isBusy={isBusy} onSay={(why) => onDecide('approved', why)} />}
      <p className="actions">
        {state !== 'approved' && !asksWhy && (
          <button type="button" className="button" aria-disabled={isBusy} onClick={onApprove}>
            Approve <kbd>A</kbd>
          </button>
        )}
        <button type="button" className="button" data-quiet="" onClick={onEdit}>
          Edit <kbd>E</kbd>
        </button>
        {state !== 'rejected' && (
          <button
            type="button"
            className="button"
            data-quiet=""
            aria-disabled={isBusy}
            onClick={() => onDecide('rejected')}
          >
            Reject <kbd>R</kbd>
          </button>
        )}
        {mayUndo && (
          <button type="button" className="text-button" aria-disabled={isBusy} onClick={onUndo}>
            Undo <kbd>U</kbd>
          </button>
        )}
      </p>
    </article>
  )
}

/** Asks why a question is right although the checker finds fault with it. */
function Overruling({ isBusy, onSay }: { readonly isBusy: boolean; readonly onSay: (why: string) => void }) {
  const id = useId()
  const [why, setWhy] = useState('')
  return (
    <form
      className="desk-why"
      onSubmit={(event) => {
        event.preventDefault()
        if (why.trim() !== '') onSay(why)
      }}
    >
      <label htmlFor={id}>Why is it right all the same? It is kept with the question.</label>
      <input
        id={id}
        className="field"
        value={why}
        maxLength={500}
        required
        // biome-ignore lint/a11y/noAutofocus: it comes in answer to a key
        autoFocus
        onChange={({ target }) => setWhy(target.value)}
      />
      <button type="submit" className="button" aria-disabled={isBusy}>
        Approve all the same
      </button>
    </form>
  )
}
