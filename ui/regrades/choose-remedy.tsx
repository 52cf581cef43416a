import type { AnswerView, ItemView } from '#server/attempts/view'
import { KeyEntry } from './key-entry.tsx'

interface Props<Value extends string> {
  readonly legend: string
  /** What the choice is sent as. */
  readonly name: string
  /** What can be chosen, each with its words and what it means. */
  readonly choices: readonly (readonly [value: Value, words: string, hint: string])[]
  readonly chosen: Value | null
  readonly question: { readonly id: string; readonly shown: ItemView['shown'] }
  readonly given: AnswerView
}

/** What can be done about a question, one of several, and the answer that is to be right where it takes one. */
export const ChooseRemedy = <Value extends string>({
  legend,
  name,
  choices,
  chosen,
  question,
  given,
}: Props<Value>) => (
  <>
    <fieldset className="remedies">
      <legend>{legend}</legend>
      {choices.map(([value, words, hint]) => (
        <label key={value} className="remedy">
          <input type="radio" name={name} value={value} defaultChecked={chosen === value} required />
          <span>
            <b>{words}</b>
            <small>{hint}</small>
          </span>
        </label>
      ))}
    </fieldset>
    <section className="new-key" aria-label="The answer that is to be right">
      <p className="label">The answer that is to be right</p>
      <KeyEntry key={question.id} shown={question.shown} given={given} />
    </section>
  </>
)
