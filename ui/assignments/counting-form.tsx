'use client'

import { useId, useState } from 'react'
import type { CountedAssignment, CountingView } from '#server/assignments/view'
import { CheckField } from '#ui/form/check-field.tsx'
import { Field } from '#ui/form/field.tsx'
import { Form } from '#ui/form/form.tsx'
import type { Act } from '#ui/form/reply.ts'
import { SelectField } from '#ui/form/select-field.tsx'

interface Props {
  readonly counting: CountingView
  readonly set: Act<unknown>
}

/** A category in the form; `id` is null as long as it is not stored. */
interface Part {
  readonly key: string
  readonly id: string | null
  readonly name: string
  readonly weight: number | null
}

/** As many as a class may have. */
const MOST = 12

type Fields = Readonly<Record<string, string>>

/** What was typed, as it is sent: each assignment with the place of its category. */
function read(fields: Fields, { assignments }: CountingView, parts: readonly Part[]) {
  const place = (key: string | undefined) => parts.findIndex((part) => part.key === key)
  return {
    categories: parts.map(({ key, id }) => ({
      id,
      name: fields[`name-${key}`] ?? '',
      weight: Number(fields[`weight-${key}`] || 0),
    })),
    assignments: assignments.map(({ id }) => ({
      id,
      category: place(fields[`category-${id}`]) === -1 ? null : place(fields[`category-${id}`]),
      countsMissing: fields[`missing-${id}`] !== undefined,
    })),
  }
}

interface PartProps {
  readonly part: Part
  readonly onName: (name: string) => void
  readonly onRemove: () => void
}

function PartFields({ part: { key, name, weight }, onName, onRemove }: PartProps) {
  return (
    <li className="part-line">
      <Field
        name={`name-${key}`}
        label="Name"
        defaultValue={name}
        onChange={(event) => onName(event.target.value)}
        required
        maxLength={100}
        autoCapitalize="sentences"
      />
      <Field
        name={`weight-${key}`}
        label="Weight"
        type="number"
        min={0}
        max={100}
        step="any"
        required
        defaultValue={weight ?? ''}
      />
      <button type="button" className="text-button" onClick={onRemove}>
        Take away<span className="unseen"> {name}</span>
      </button>
    </li>
  )
}

interface LineProps {
  readonly line: CountedAssignment
  readonly parts: readonly Part[]
}

function Line({ line: { id, title, category, countsMissing, closesAt }, parts }: LineProps) {
  const name = useId()
  return (
    <li className="counted-line">
      {/* biome-ignore lint/a11y/useSemanticElements: a fieldset's legend takes no part in its layout. */}
      <div role="group" aria-labelledby={name}>
        <b id={name}>{title}</b>
        {parts.length > 0 && (
          <SelectField
            name={`category-${id}`}
            label="Category"
            defaultValue={category ?? ''}
            choices={[
              ['', 'None: it does not count'],
              ...parts.map((part) => [part.key, part.name || 'Without a name'] as const),
            ]}
          />
        )}
        <CheckField
          name={`missing-${id}`}
          label={`What was missed counts as nought${closesAt === null ? ', for those for whom it closes' : ''}`}
          defaultChecked={countsMissing}
        />
      </div>
    </li>
  )
}

/** What counts in a class: its categories, which quiz is in which, and where what was missed counts as nought. */
export function CountingForm({ counting, set }: Props) {
  const { class: own, seen, assignments } = counting
  const [parts, setParts] = useState<readonly Part[]>(
    counting.categories.map((category) => ({ key: category.id, ...category })),
  )
  const [made, setMade] = useState(0)
  const add = () => {
    setMade(made + 1)
    setParts([...parts, { key: `new-${made}`, id: null, name: '', weight: null }])
  }
  return (
    <Form
      label="Lay down"
      send={(fields) => set({ class: own.id, seen, ...read(fields, counting, parts) })}
      onDone={() => location.reload()}
    >
      <h3>Categories</h3>
      <p className="soft">
        Each counts by its weight, 40 beside 60, with the mean of what it holds. Without any, all quizzes
        count by their own weights.
      </p>
      {parts.length > 0 && (
        <ul className="counted">
          {parts.map((part) => (
            <PartFields
              key={part.key}
              part={part}
              onName={(name) => setParts(parts.map((each) => (each === part ? { ...each, name } : each)))}
              onRemove={() => setParts(parts.filter((each) => each !== part))}
            />
          ))}
        </ul>
      )}
      {parts.length < MOST && (
        <button type="button" className="text-button" onClick={add}>
          Add a category
        </button>
      )}
      <h3>Quizzes</h3>
      <ul className="counted">
        {assignments.map((line) => (
          <Line key={line.id} line={line} parts={parts} />
        ))}
      </ul>
    </Form>
  )
}
