import type { ReactNode } from 'react'
import { Cross, Tick } from '#ui/frame/icons.tsx'

/** How an option is told once the key is known. */
export interface OptionNote {
  readonly standing: 'right' | 'wrong'
  readonly words: string
}

interface Props {
  readonly type: 'radio' | 'checkbox'
  readonly id: string
  readonly text: string
  /** The key that chooses it. */
  readonly place: number
  readonly isChosen: boolean
  readonly note: OptionNote | undefined
  readonly onChange: (isChosen: boolean) => void
  /** What else is said of it, below. */
  readonly children?: ReactNode
}

/** One option with its native control; what it turned out to be stands beside it, as a sign and in words. */
export function Option({ type, id, text, place, isChosen, note, onChange, children }: Props) {
  return (
    <label className="option" data-standing={note?.standing}>
      <input
        type={type}
        name="answer"
        value={id}
        checked={isChosen}
        onChange={({ target }) => onChange(target.checked)}
        aria-keyshortcuts={String(place)}
        data-choice=""
      />
      <span className="option-text">{text}</span>
      {note && (
        <span className="option-note">
          {note.standing === 'right' ? <Tick /> : <Cross />} {note.words}
        </span>
      )}
      {children}
    </label>
  )
}
