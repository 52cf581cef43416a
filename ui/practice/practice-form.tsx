'use client'

import { type FormEvent, useRef, useState } from 'react'
import { LENGTHS, type Length } from '#core/learner'
import type { StartBody, StartReply } from '#server/attempts/view'
import { Problem } from '#ui/form/problem.tsx'
import { UNREACHED } from '#ui/form/reply.ts'
import { SelectField } from '#ui/form/select-field.tsx'
import { ask, createKey } from '#ui/player/ask.ts'
import { startedKey } from '#ui/player/started.ts'

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
  const [topic, setTopic] = useState(optionOf(about))
  const [isBusy, setBusy] = useState(false)
  const [problem, setProblem] = useState<string | null>(null)
  // One key as long as it has not worked, so that a second press begins nothing twice.
  const key = useRef<string | null>(null)

  const start = async (event: FormEvent) => {
    event.preventDefault()
    if (isBusy) return
    setBusy(true)
    setProblem(null)
    key.current ??= createKey()
    const body: StartBody = {
      practice: { minutes, ...readValue(topic) },
      mode: 'practice',
      key: key.current,
      ...(hasOpen ? { anew: true } : {}),
    }
    const outcome = await ask<StartReply>('/api/attempts', body)
    if (outcome.sort !== 'done') {
      setBusy(false)
      setProblem(outcome.sort === 'refused' ? outcome.message : UNREACHED)
      return
    }
    const { attempt, view } = outcome.reply
    try {
      sessionStorage.setItem(startedKey(attempt), JSON.stringify(view))
    } catch {
      // The quiz page then fetches it.
    }
    location.assign(`/quiz/${attempt}`)
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
                key.current = null
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
        value={topic}
        onChange={({ target }) => {
          setTopic(target.value)
          key.current = null
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
      <button type="submit" className="button" aria-disabled={isBusy} data-quiet={hasOpen ? '' : undefined}>
        {isBusy ? 'One moment' : hasOpen ? 'Start another practice' : 'Start'}
      </button>
    </form>
  )
}
