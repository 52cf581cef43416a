import { useEffect, useRef } from 'react'
import type { TriedView } from '#server/attempts/view'

interface Props {
  readonly tried: TriedView
  /** The try was made on this screen, not before the reader came to it. */
  readonly isNews: boolean
  readonly isHintShown: boolean
  readonly onHint: () => void
}

/** What a right answer earns after so many tries. */
const EARNS: Readonly<Record<number, string>> = { 1: 'half a mark', 2: 'a quarter of a mark' }

/** What is told between two tries: that the answer was not right, what the next one can earn, and the hint for whoever asks. */
export function TryAgain({ tried: { used, hint }, isNews, isHintShown, onHint }: Props) {
  const heading = useRef<HTMLHeadingElement>(null)
  const shown = useRef<HTMLParagraphElement>(null)
  useEffect(() => {
    if (isNews) heading.current?.focus()
  }, [isNews])
  // The button that was pressed is gone: what it has brought takes the focus.
  useEffect(() => {
    if (isHintShown) shown.current?.focus()
  }, [isHintShown])
  return (
    <section className="try-again" aria-labelledby="not-yet">
      <h2 id="not-yet" ref={heading} tabIndex={-1}>
        Not right yet
      </h2>
      <p>Change your answer and check it again. If it is right then, it earns {EARNS[used]}.</p>
      {hint === undefined ? (
        <p className="soft small">There is no hint to this question that would not give it away.</p>
      ) : isHintShown ? (
        <p ref={shown} tabIndex={-1} className="hint">
          <b>Hint:</b> {hint}
        </p>
      ) : (
        <button type="button" className="button" data-quiet="" aria-keyshortcuts="H" onClick={onHint}>
          Show a hint
        </button>
      )}
    </section>
  )
}
