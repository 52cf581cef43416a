import type { ShownPart } from '#core/learner'
import { Option, type OptionNote } from './option.tsx'
import { StemText } from './stem-text.tsx'

interface Props {
  readonly stem: string
  readonly stemId: string
  readonly options: readonly ShownPart[]
  readonly chosen: string | null
  /** Known once the answer may be: which option is right. */
  readonly right: string | undefined
  readonly isLocked: boolean
  readonly onChoose: (id: string) => void
}

const RIGHT: OptionNote = { standing: 'right', words: 'Right answer' }
const MISSED: OptionNote = { standing: 'wrong', words: 'Your answer' }

/** One of several, as native radios under their stem; once the key is known, right and chosen are said in words. */
export function Options({ stem, stemId, options, chosen, right, isLocked, onChoose }: Props) {
  return (
    <fieldset className="options" disabled={isLocked}>
      <legend>
        <h1 id={stemId} tabIndex={-1} className="stem">
          <StemText text={stem} />
        </h1>
      </legend>
      {options.map(({ id, text }, index) => (
        <Option
          key={id}
          type="radio"
          id={id}
          text={text}
          place={index + 1}
          isChosen={id === chosen}
          note={id === right ? RIGHT : right !== undefined && id === chosen ? MISSED : undefined}
          onChange={() => onChoose(id)}
        />
      ))}
    </fieldset>
  )
}
