import { type FormEvent, useState } from 'react'
import type { FlagBody, FlagReply } from '#server/attempts/view'
import { Modal } from '#ui/frame/modal.tsx'
import { ask } from './ask.ts'

const REASONS = [
  'The answer given as right is wrong',
  'More than one answer can be defended',
  'The passage does not say so',
  'The question is unclear',
  'Something else',
] as const

interface Props {
  /** The question version. */
  readonly question: string
  readonly attempt: string
  readonly onClose: () => void
  /** It has arrived. */
  readonly onSent: () => void
}

/** A reader says that something is wrong with a question. */
export function FlagForm({ question, attempt, onClose, onSent }: Props) {
  const [reason, setReason] = useState('')
  const [words, setWords] = useState('')
  const [answer, setAnswer] = useState<{ readonly isDone: boolean; readonly text: string } | null>(null)

  const send = async (event: FormEvent) => {
    event.preventDefault()
    if (reason === '') return setAnswer({ isDone: false, text: 'Choose what is wrong first.' })
    const body: FlagBody = {
      reason: words.trim() === '' ? reason : `${reason}: ${words.trim()}`,
      attempt,
    }
    const outcome = await ask<FlagReply>(`/api/questions/${encodeURIComponent(question)}/flag`, body)
    if (outcome.sort === 'done') {
      setAnswer({ isDone: true, text: outcome.reply.thanks })
      onSent()
    } else
      setAnswer({
        isDone: false,
        text:
          outcome.sort === 'refused'
            ? outcome.message
            : 'It could not be sent. Try again when the network is back.',
      })
  }

  return (
    <Modal title="Something wrong?" onClose={onClose}>
      {answer?.isDone ? (
        <p role="status">{answer.text}</p>
      ) : (
        <form className="flag-form" onSubmit={send} noValidate>
          <fieldset>
            <legend>What is wrong with this question?</legend>
            {REASONS.map((text) => (
              <label key={text}>
                <input
                  type="radio"
                  name="reason"
                  value={text}
                  checked={reason === text}
                  onChange={() => setReason(text)}
                />
                <span>{text}</span>
              </label>
            ))}
          </fieldset>
          <label htmlFor="flag-words">In your words, if you like</label>
          <textarea
            id="flag-words"
            className="field"
            rows={3}
            maxLength={600}
            value={words}
            onChange={({ target }) => setWords(target.value)}
          />
          {answer && (
            <p className="problem" role="alert">
              {answer.text}
            </p>
          )}
          <button type="submit" className="button">
            Send
          </button>
        </form>
      )}
    </Modal>
  )
}
