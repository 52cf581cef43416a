import type { PartFeedback } from '#core/learner'
import { sayNumberWord } from '#ui/text/counts.ts'
import { Option, type OptionNote } from './option.tsx'
import { StemText } from './stem-text.tsx'
import type { ViewProps } from './view.ts'

/** What an option turned out to be; nothing where a wrong one was left alone. */
function noteOf({ isRight, key }: PartFeedback): OptionNote | undefined {
  if (key === 'right')
    return isRight
      ? { standing: 'right', words: 'Right, found' }
      : { standing: 'wrong', words: 'Right, missed' }
  return isRight ? undefined : { standing: 'wrong', words: 'Wrong' }
}

/** Several of four to six, as native checkboxes; how many are right is said, and how many are chosen counted. */
export function MultipleResponseView({
  shown,
  answer,
  isLocked,
  feedback,
  onAnswer,
  stemId,
}: ViewProps<'multiple-response'>) {
  const { options, count } = shown
  const chosen = answer ?? []
  const asked = `Choose ${sayNumberWord(count)}`

  const choose = (id: string, isChosen: boolean) => {
    const next = options
      .map((option) => option.id)
      .filter((each) => (each === id ? isChosen : chosen.includes(each)))
    const problem = `${asked}; ${sayNumberWord(next.length)} ${next.length === 1 ? 'is' : 'are'} chosen.`
    onAnswer(next.length === 0 ? null : next, next.length === count ? undefined : problem)
  }

  return (
    <fieldset className="options" disabled={isLocked}>
      <legend>
        <h1 id={stemId} tabIndex={-1} className="stem">
          <StemText text={shown.stem} />
        </h1>
        <span className="counted" role="status">
          {asked}: {sayNumberWord(chosen.length)} chosen
        </span>
      </legend>
      {options.map(({ id, text }, index) => {
        const told = feedback?.parts?.find((part) => part.id === id)
        return (
          <Option
            key={id}
            type="checkbox"
            id={id}
            text={text}
            place={index + 1}
            isChosen={chosen.includes(id)}
            note={told && noteOf(told)}
            onChange={(isChosen) => choose(id, isChosen)}
          >
            {told?.why && <span className="option-why">{told.why}</span>}
          </Option>
        )
      })}
    </fieldset>
  )
}
