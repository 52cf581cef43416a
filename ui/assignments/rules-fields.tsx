'use client'

import type { AssignmentRules, FeedbackPolicy } from '#server/assignments/view'
import { CheckField } from '#ui/form/check-field.tsx'
import { Field } from '#ui/form/field.tsx'
import { MomentField, readMoment } from '#ui/form/moment-field.tsx'
import { SelectField } from '#ui/form/select-field.tsx'
import { useChosen } from '#ui/form/use-chosen.ts'
import { COUNTS_WORDS, FEEDBACK_WORDS } from './words.ts'

/** What an assignment has until its teacher says otherwise. */
export const USUAL_RULES: Omit<AssignmentRules, 'title'> = {
  opensAt: null,
  dueAt: null,
  closesAt: null,
  graceMinutes: 0,
  latePercent: 0,
  limitMinutes: null,
  attempts: 1,
  counts: 'best',
  feedback: 'after-attempt',
  tries: 1,
  draw: null,
  hasShuffledQuestions: true,
  hasShuffledOptions: true,
  hasSource: false,
  word: null,
  weight: 1,
}

const number = (typed: string | undefined): number | null => (typed ? Number(typed) : null)

/** The rules that were typed into `RulesFields`; `was` is what stood there. */
export const readRules = (
  fields: Readonly<Record<string, string>>,
  was: AssignmentRules,
): AssignmentRules => ({
  title: fields.title ?? '',
  opensAt: readMoment(fields.opensAt, was.opensAt),
  dueAt: readMoment(fields.dueAt, was.dueAt),
  closesAt: readMoment(fields.closesAt, was.closesAt),
  graceMinutes: number(fields.graceMinutes) ?? 0,
  latePercent: number(fields.latePercent) ?? 0,
  limitMinutes: number(fields.limitMinutes),
  attempts: number(fields.attempts),
  counts: (fields.counts ?? was.counts) as AssignmentRules['counts'],
  feedback: (fields.feedback ?? was.feedback) as FeedbackPolicy,
  tries: number(fields.tries) ?? 1,
  draw: number(fields.draw),
  hasShuffledQuestions: fields.hasShuffledQuestions !== undefined,
  hasShuffledOptions: fields.hasShuffledOptions !== undefined,
  hasSource: fields.hasSource !== undefined,
  word: fields.word ? fields.word : null,
  weight: number(fields.weight) ?? 1,
})

interface Props {
  readonly rules: AssignmentRules
  /** Questions in its set. */
  readonly count: number
}

/** The rules of an assignment, to be filled in: the few that always matter, and the others behind one press. */
export function RulesFields({ rules, count }: Props) {
  const { chosen: feedback, field } = useChosen<FeedbackPolicy>(rules.feedback)
  return (
    <>
      <Field
        name="title"
        label="Title"
        defaultValue={rules.title}
        required
        maxLength={100}
        autoCapitalize="sentences"
      />
      <SelectField
        name="feedback"
        label="When they see how it went"
        {...field}
        choices={Object.entries(FEEDBACK_WORDS)}
      />
      <MomentField
        name="dueAt"
        label="Due"
        hint="Leave it empty where it does not matter when."
        at={rules.dueAt}
      />
      {feedback === 'after-closing' && (
        <MomentField
          name="closesAt"
          label="Closes"
          hint="It is told when it has closed for everybody."
          at={rules.closesAt}
        />
      )}
      <details className="more-rules">
        <summary>Times, attempts and everything else</summary>
        <MomentField name="opensAt" label="Opens" at={rules.opensAt} />
        {feedback !== 'after-closing' && (
          <MomentField
            name="closesAt"
            label="Closes"
            hint="Nobody begins it afterwards; what is under way ends."
            at={rules.closesAt}
          />
        )}
        <Field
          name="graceMinutes"
          label="Minutes of grace"
          hint="For so long after its end an attempt under way is still taken, as late."
          type="number"
          min={0}
          max={60}
          defaultValue={rules.graceMinutes}
        />
        <Field
          name="latePercent"
          label="Late work loses, per day, in per cent"
          type="number"
          min={0}
          max={100}
          defaultValue={rules.latePercent}
        />
        <Field
          name="limitMinutes"
          label="Time limit in minutes"
          hint="Empty for none."
          type="number"
          min={1}
          max={480}
          defaultValue={rules.limitMinutes ?? ''}
        />
        <Field
          name="attempts"
          label="Attempts"
          hint="Empty for as many as they like."
          type="number"
          min={1}
          max={20}
          defaultValue={rules.attempts ?? ''}
        />
        <SelectField
          name="counts"
          label="Of several attempts counts"
          defaultValue={rules.counts}
          choices={Object.entries(COUNTS_WORDS)}
        />
        {feedback === 'at-once' && (
          <SelectField
            name="tries"
            label="Tries a question"
            defaultValue={rules.tries}
            choices={[1, 2, 3].map((tries) => [tries, String(tries)] as const)}
          />
        )}
        <Field
          name="draw"
          label={`Questions for each, of ${count}`}
          hint="Empty for all of them. Fewer are drawn for each person apart."
          type="number"
          min={1}
          max={count}
          defaultValue={rules.draw ?? ''}
        />
        <CheckField
          name="hasShuffledQuestions"
          label="Each has the questions in an order of their own"
          defaultChecked={rules.hasShuffledQuestions}
        />
        <CheckField
          name="hasShuffledOptions"
          label="Each has the options in an order of their own"
          defaultChecked={rules.hasShuffledOptions}
        />
        {feedback !== 'at-once' && (
          <CheckField
            name="hasSource"
            label="The article may be opened while they answer"
            defaultChecked={rules.hasSource}
          />
        )}
        <Field
          name="weight"
          label="Weight in the total"
          hint="2 counts twice as much as 1; 0 not at all."
          type="number"
          min={0}
          max={100}
          step="any"
          defaultValue={rules.weight}
        />
        <Field
          name="word"
          label="A word to begin with"
          hint="What you tell the class when it may begin. Empty for none."
          maxLength={60}
          defaultValue={rules.word ?? ''}
          autoComplete="off"
        />
      </details>
    </>
  )
}
