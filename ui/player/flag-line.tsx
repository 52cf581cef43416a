import { useState } from 'react'
import { useSingleKeys } from '#ui/frame/single-keys.ts'
import { useFlagged } from './use-flagged.ts'
import { usePart } from './use-part.tsx'

interface Props {
  /** The question version. */
  readonly question: string
  readonly attempt: string
  readonly isFlagged: boolean | undefined
}

/** Says that something is wrong with a question that was handed in, by its button or the key F. */
export function FlagLine({ question, attempt, isFlagged: before }: Props) {
  const [isOpen, setOpen] = useState(false)
  const [isFlagged, noteFlag] = useFlagged(question, before)
  const form = usePart(() => import('./flag-form.tsx'), isOpen)
  useSingleKeys({ f: () => setOpen(true) })
  return (
    <>
      {isFlagged && <Flagged />}
      <p className="tools">
        <button type="button" className="text-button" onClick={() => setOpen(true)}>
          Something wrong?
        </button>
      </p>
      {isOpen && form.sort === 'here' && (
        <form.part.FlagForm
          question={question}
          attempt={attempt}
          onClose={() => setOpen(false)}
          onSent={noteFlag}
        />
      )}
      {isOpen && form.sort === 'failed' && (
        <p className="notice" role="alert">
          That part of the page could not be fetched. Try again when the network is back.
        </p>
      )}
    </>
  )
}

/** What a reader is told of a question that they have flagged; what became of it stands elsewhere. */
export const Flagged = () => (
  <p className="soft small flagged">You said something is wrong with this question.</p>
)
