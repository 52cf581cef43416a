import type { AnswerView } from '#server/attempts/view'
import type { Asked, QuestionToRegrade, RemedyName } from '#server/regrades/view'
import { TextArea } from '#ui/form/text-area.tsx'
import { KeyEntry } from './key-entry.tsx'
import { REMEDY_HINTS, REMEDY_WORDS } from './words.ts'

interface Props {
  readonly question: QuestionToRegrade
  readonly asked: Asked
}

const REMEDIES = Object.keys(REMEDY_WORDS) as RemedyName[]

/** What is to be done about a question, and why. It is sent as an address, which shows what would change. */
export function RegradeForm({ question, asked }: Props) {
  return (
    <form action="#preview" className="account-form regrade-form">
      <input type="hidden" name="question" value={question.id} />
      <fieldset className="remedies">
        <legend>What is to be done</legend>
        {REMEDIES.map((remedy) => (
          <label key={remedy} className="remedy">
            <input
              type="radio"
              name="remedy"
              value={remedy}
              defaultChecked={asked.remedy === remedy}
              required
            />
            <span>
              <b>{REMEDY_WORDS[remedy]}</b>
              <small>{REMEDY_HINTS[remedy]}</small>
            </span>
          </label>
        ))}
      </fieldset>
      <section className="new-key" aria-label="The answer that is to be right">
        <p className="label">The answer that is to be right</p>
        <KeyEntry key={question.id} shown={question.shown} given={asked.key as AnswerView} />
      </section>
      <TextArea
        name="reason"
        label="Why"
        hint="Those who were asked this question read it beside their result."
        rows={2}
        maxLength={500}
        required
        defaultValue={asked.reason}
      />
      <button type="submit" className="button">
        See what would change
      </button>
    </form>
  )
}
