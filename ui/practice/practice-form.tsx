'use client'

import { type FormEvent, useState } from 'react'
import { LENGTHS, type Length } from '#core/learner'
import { Problem } from '#ui/form/problem.tsx'
import { SelectField } from '#ui/form/select-field.tsx'
import { Submit } from '#ui/form/submit.tsx'
import { useChosen } from '#ui/form/use-chosen.ts'
import { useBegin } from '#ui/start/use-begin.ts'

interface About {
  readonly sector?: string | undefined
  readonly concept?: string | undefined
}

interface Props {
  /** What can be chosen. */
  readonly sectors: readonly string[]
  readonly concepts: readonly string[]
  /** What is chosen at first. */
  readonly about: About
  /** Whether an open practice is left behind. */
  readonly hasOpen: boolean
}

const SECTOR = 'sector:'
const CONCEPT = 'concept:'

/** A topic as the value of an option: its sort and its name; '' for everything. */
const optionOf = ({ sector, concept }: About): string =>
  concept === undefined ? (sector === undefined ? '' : SECTOR + sector) : CONCEPT + concept

function readValue(value: string): About {
  if (value.startsWith(SECTOR)) return { sector: value.slice(SECTOR.length) }
  return value.startsWith(CONCEPT) ? { concept: value.slice(CONCEPT.length) } : {}
}

const sayLength = (minutes: Length): string => (minutes === null ? 'Until I stop' : `About ${minutes} min`)

/** How long, about what, and the button that begins. */
export function PracticeForm({ sectors, concepts, about, hasOpen }: Props) {
  const [minutes, setMinutes] = useState<Length>(5)
  const { chosen: topic, field } = useChosen(optionOf(about))
  const { begin, forgetKey, isBusy, problem } = useBegin()

  const start = (event: FormEvent) => {
    event.preventDefault()
    void begin({
      practice: { minutes, ...readValue(topic) },
      mode: 'practice',
      ...(hasOpen ? { anew: true } : {}),
    })
  }

  return (
    <form onSubmit={start}>
      <fieldset className="tries lengths">
        <legend>How long?</legend>
        {LENGTHS.map((each) => (
          <label key={each}>
            <input
              type="radio"
              name="minutes"
              checked={each === minutes}
              onChange={() => {
                setMinutes(each)
                forgetKey()
              }}
            />
            <span>{sayLength(each)}</span>
          </label>
        ))}
      </fieldset>
      <SelectField
        name="about"
        label="About what?"
        choices={[]}
        {...field}
        onChange={(event) => {
          field.onChange(event)
          forgetKey()
        }}
      >
        <option value="">Everything</option>
        <optgroup label="Sectors">
          {sectors.map((name) => (
            <option key={name} value={optionOf({ sector: name })}>
              {name}
            </option>
          ))}
        </optgroup>
        <optgroup label="Concepts">
          {concepts.map((name) => (
            <option key={name} value={optionOf({ concept: name })}>
              {name}
            </option>
          ))}
        </optgroup>
      </SelectField>
      <Problem words={problem} />
      <Submit label={hasOpen ? 'Start another practice' : 'Start'} isBusy={isBusy} isQuiet={hasOpen} />
    </form>
  )
}
