import { Cross, Tick } from '#ui/frame/icons.tsx'

interface Option {
  readonly id: string
  readonly text: string
}

interface Props {
  readonly stem: string
  readonly stemId: string
  readonly options: readonly Option[]
  readonly chosen: string | null
  /** Known once the answer may be: which option is right. */
  readonly right: string | undefined
  readonly isLocked: boolean
  readonly onChoose: (id: string) => void
}

/** One of several, as native radios under their stem; once the key is known, right and chosen are said in words. */
export function Options({ stem, stemId, options, chosen, right, isLocked, onChoose }: Props) {
  return (
    <fieldset className="options" disabled={isLocked}>
      <legend>
        <h1 id={stemId} tabIndex={-1} className="stem">
          {stem}
        </h1>
      </legend>
      {options.map(({ id, text }, index) => {
        const isRight = id === right
        const isMissed = right !== undefined && id === chosen && !isRight
        return (
          <label
            key={id}
            className="option"
            data-standing={isRight ? 'right' : isMissed ? 'wrong' : undefined}
          >
            <input
              type="radio"
              name="answer"
              value={id}
              checked={id === chosen}
              onChange={() => onChoose(id)}
              aria-keyshortcuts={String(index + 1)}
            />
            <span className="option-text">{text}</span>
            {isRight && (
              <span className="option-note">
                <Tick /> Right answer
              </span>
            )}
            {isMissed && (
              <span className="option-note">
                <Cross /> Your answer
              </span>
            )}
          </label>
        )
      })}
    </fieldset>
  )
}
