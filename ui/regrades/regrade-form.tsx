import type { AnswerView } from '#server/attempts/view'
import type { Asked, QuestionToRegrade, RemedyName } from '#server/regrades/view'
import { TextArea } from '#ui/form/text-area.tsx'
import { ChooseRemedy } from './choose-remedy.tsx'
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
      <ChooseRemedy
        legend="What is to be done"
        name="remedy"
        choices={REMEDIES.map((remedy) => [remedy, REMEDY_WORDS[remedy], REMEDY_HINTS[remedy]] as const)}
        chosen={asked.remedy}
        question={question}
        given={asked.key as AnswerView}
      />
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
