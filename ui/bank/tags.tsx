'use client'

import { useState } from 'react'
import { Field } from '#ui/form/field.tsx'
import { Form } from '#ui/form/form.tsx'
import { Press } from '#ui/form/press.tsx'
import type { Act } from '#ui/form/reply.ts'
import { bankAddress } from './address.ts'

interface Props {
  readonly question: string
  readonly initial: readonly string[]
  readonly add: Act<{ readonly word: string }>
  readonly remove: Act<unknown>
}

/** One's own words on a question: those that are there, each to be taken away, and a field for another. */
export function Tags({ question, initial, add, remove }: Props) {
  const [words, setWords] = useState(initial)
  const [typed, setTyped] = useState('')
  return (
    <div className="tags">
      {words.length > 0 && (
        <ul>
          {words.map((word) => (
            <li key={word}>
              <a href={bankAddress({ tag: word })}>{word}</a>{' '}
              <Press
                act={remove}
                sent={{ question, word }}
                label="Take away"
                about={`the word ${word}`}
                onDone={() => setWords(words.filter((each) => each !== word))}
              />
            </li>
          ))}
        </ul>
      )}
      <Form
        label="Add the word"
        isQuiet
        send={(fields) => add({ ...fields, question })}
        onDone={({ word }) => {
          setWords([...words.filter((each) => each !== word), word])
          setTyped('')
        }}
      >
        <Field
          name="word"
          label="A word of your own"
          autoComplete="off"
          required
          maxLength={40}
          value={typed}
          onChange={({ target }) => setTyped(target.value)}
        />
      </Form>
    </div>
  )
}
