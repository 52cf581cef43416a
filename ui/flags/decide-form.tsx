import type { AnswerView } from '#server/attempts/view'
import type { Choice, FlagPageView } from '#server/flags/view'
import { TextArea } from '#ui/form/text-area.tsx'
import { ChooseRemedy } from '#ui/regrades/choose-remedy.tsx'
import { CHOICE_HINTS, CHOICE_WORDS } from './words.ts'

const CHOICES = Object.keys(CHOICE_WORDS) as Choice[]

/** What is decided about a question that was flagged, and the word that goes with it. It is sent as an address, which shows what would change. */
export function DecideForm({ view }: { readonly view: FlagPageView }) {
  const { question, plain, isOwners, asked } = view
  return (
    <form action="#preview" className="account-form regrade-form decide-form">
      <ChooseRemedy
        legend={isOwners ? 'What is to be done, everywhere' : 'What is to be done, in your classes'}
        name="choice"
        choices={CHOICES.filter((choice) => isOwners || choice !== 'take-back').map(
          (choice) => [choice, CHOICE_WORDS[choice], CHOICE_HINTS[choice]] as const,
        )}
        chosen={asked.choice}
        question={{ id: question, shown: plain }}
        given={asked.key as AnswerView}
      />
      <TextArea
        name="word"
        label="A word about it"
        hint="Those who flagged it read it, and those whose score changes. Name nobody."
        rows={2}
        maxLength={500}
        required
        defaultValue={asked.word}
      />
      <button type="submit" className="button">
        See what would change
      </button>
    </form>
  )
}
