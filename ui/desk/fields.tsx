import type { ReactNode } from 'react'
import type { Kind, Option, Written, WrittenOf } from '#core'
import { CheckField } from '#ui/form/check-field.tsx'
import { Field } from '#ui/form/field.tsx'
import { TextArea } from '#ui/form/text-area.tsx'
import { FigureField } from './figure-field.tsx'
import { put, Rows, without } from './rows.tsx'

interface Props<K extends Kind> {
  readonly written: WrittenOf<K>
  readonly onChange: (written: WrittenOf<K>) => void
}

interface OptionsProps {
  readonly options: readonly Option[]
  /** Whether one alone is right. */
  readonly isSingle: boolean
  readonly onChange: (options: readonly Option[]) => void
}

function OptionRows({ options, isSingle, onChange }: OptionsProps) {
  const [least, most] = isSingle ? [3, 4] : [4, 6]
  const mark = (at: number, correct: boolean) =>
    onChange(
      options.map((option, i) =>
        i === at ? { ...option, correct } : isSingle ? { ...option, correct: false } : option,
      ),
    )
  return (
    <Rows
      legend={isSingle ? 'Options: one is right' : 'Options: two or more are right'}
      count={options.length}
      least={least}
      most={most}
      add="Add an option"
      onAdd={() => onChange([...options, { text: '', correct: false, why: '' }])}
      onTake={(at) => onChange(without(options, at))}
      row={(at) => {
        const option = options[at] ?? { text: '', correct: false, why: '' }
        return (
          <>
            <Field
              name={`option-${at}`}
              label={`Option ${at + 1}`}
              value={option.text}
              maxLength={300}
              onChange={({ target }) => onChange(put(options, at, { ...option, text: target.value }))}
            />
            <label className="check-line">
              <input
                type={isSingle ? 'radio' : 'checkbox'}
                name="right"
                checked={option.correct}
                onChange={({ target }) => mark(at, target.checked)}
              />
              <span>
                Right<span className="unseen">: option {at + 1}</span>
              </span>
            </label>
            <Field
              name={`why-${at}`}
              label={option.correct ? 'Why it is right' : 'Why it is wrong'}
              value={option.why}
              maxLength={500}
              onChange={({ target }) => onChange(put(options, at, { ...option, why: target.value }))}
            />
          </>
        )
      }}
    />
  )
}

interface Figured {
  readonly answer: number
  readonly unit: string
  readonly tolerance: number
}

interface FiguredProps {
  readonly figured: Figured
  readonly onChange: (change: Partial<Figured>) => void
}

/** A figure with its unit and how far off still counts. */
const FigureFields = ({ figured: { answer, unit, tolerance }, onChange }: FiguredProps) => (
  <>
    <FigureField
      name="answer"
      label="Answer"
      unit={unit}
      value={answer}
      onChange={(answer) => onChange({ answer })}
    />
    <Field
      name="unit"
      label="Unit"
      hint="As it is said before the answer: %, Rmb bn, aircraft"
      value={unit}
      maxLength={60}
      onChange={({ target }) => onChange({ unit: target.value })}
    />
    <FigureField
      name="tolerance"
      label="Give or take"
      hint="So far off still counts as right; 0 for the figure as printed"
      unit={unit}
      value={tolerance}
      onChange={(tolerance) => onChange({ tolerance })}
    />
  </>
)

/** What is typed of a question besides its stem, its reason and its passages, kind by kind. */
const FIELDS: { readonly [K in Kind]: (props: Props<K>) => ReactNode } = {
  choice: ({ written, onChange }) => (
    <OptionRows
      options={written.options}
      isSingle
      onChange={(options) => onChange({ ...written, options })}
    />
  ),
  'multiple-response': ({ written, onChange }) => (
    <OptionRows
      options={written.options}
      isSingle={false}
      onChange={(options) => onChange({ ...written, options })}
    />
  ),
  'true-false': ({ written, onChange }) => (
    <>
      <CheckField
        name="answer"
        label="The statement is true"
        checked={written.answer}
        onChange={({ target }) => onChange({ ...written, answer: target.checked })}
      />
      {!written.answer && (
        <TextArea
          name="correction"
          label="The true statement"
          hint="The same words but for the one part that is wrong"
          rows={2}
          value={written.correction ?? ''}
          maxLength={600}
          onChange={({ target }) => onChange({ ...written, correction: target.value })}
        />
      )}
    </>
  ),
  number: ({ written, onChange }) => (
    <FigureFields figured={written} onChange={(change) => onChange({ ...written, ...change })} />
  ),
  cloze: ({ written, onChange }) => (
    <>
      <Field
        name="answer"
        label="What stands in the gap"
        value={written.answer}
        maxLength={300}
        onChange={({ target }) => onChange({ ...written, answer: target.value })}
      />
      <Field
        name="accepts"
        label="Other spellings that count"
        hint="Separated by commas; capitals and accents do not matter"
        defaultValue={written.accepts.join(', ')}
        maxLength={600}
        onChange={({ target }) => onChange({ ...written, accepts: listed(target.value) })}
      />
    </>
  ),
  ordering: ({ written, onChange }) => (
    <Rows
      legend="Items in the right order"
      count={written.answer.length}
      least={3}
      most={6}
      add="Add an item"
      onAdd={() =>
        onChange({ ...written, answer: [...written.answer, ''], reasons: [...written.reasons, ''] })
      }
      onTake={(at) =>
        onChange({ ...written, answer: without(written.answer, at), reasons: without(written.reasons, at) })
      }
      row={(at) => (
        <>
          <Field
            name={`item-${at}`}
            label={`Item ${at + 1}`}
            value={written.answer[at] ?? ''}
            maxLength={300}
            onChange={({ target }) => onChange({ ...written, answer: put(written.answer, at, target.value) })}
          />
          <Field
            name={`reason-${at}`}
            label="Its figure or date"
            value={written.reasons[at] ?? ''}
            maxLength={500}
            onChange={({ target }) =>
              onChange({ ...written, reasons: put(written.reasons, at, target.value) })
            }
          />
        </>
      )}
    />
  ),
  matching: ({ written, onChange }) => (
    <Rows
      legend="Pairs that belong together"
      count={written.answer.length}
      least={3}
      most={6}
      add="Add a pair"
      onAdd={() =>
        onChange({ ...written, answer: [...written.answer, ['', '']], reasons: [...written.reasons, ''] })
      }
      onTake={(at) =>
        onChange({ ...written, answer: without(written.answer, at), reasons: without(written.reasons, at) })
      }
      row={(at) => {
        const [left, right] = written.answer[at] ?? ['', '']
        return (
          <>
            <Field
              name={`left-${at}`}
              label={`Left ${at + 1}`}
              value={left}
              maxLength={300}
              onChange={({ target }) =>
                onChange({ ...written, answer: put(written.answer, at, [target.value, right]) })
              }
            />
            <Field
              name={`right-${at}`}
              label={`Right ${at + 1}`}
              value={right}
              maxLength={300}
              onChange={({ target }) =>
                onChange({ ...written, answer: put(written.answer, at, [left, target.value]) })
              }
            />
            <Field
              name={`reason-${at}`}
              label="Why they belong together"
              value={written.reasons[at] ?? ''}
              maxLength={500}
              onChange={({ target }) =>
                onChange({ ...written, reasons: put(written.reasons, at, target.value) })
              }
            />
          </>
        )
      }}
    />
  ),
  estimate: ({ written, onChange }) => (
    <>
      <FigureFields figured={written} onChange={(change) => onChange({ ...written, ...change })} />
      <FigureField
        name="low"
        label="The scale begins at"
        unit={written.unit}
        value={written.low}
        onChange={(low) => onChange({ ...written, low })}
      />
      <FigureField
        name="high"
        label="The scale ends at"
        unit={written.unit}
        value={written.high}
        onChange={(high) => onChange({ ...written, high })}
      />
    </>
  ),
}

const listed = (text: string): string[] =>
  text
    .split(',')
    .map((each) => each.trim())
    .filter((each) => each !== '')

/** The fields of a question's own kind. */
export function KindFields<K extends Kind>({
  written,
  onChange,
}: {
  readonly written: WrittenOf<K>
  readonly onChange: (written: Written) => void
}) {
  const Fields: (props: Props<K>) => ReactNode = FIELDS[written.kind as K]
  return <Fields written={written} onChange={(next) => onChange(next as unknown as Written)} />
}
