'use client'

import { type ChangeEvent, type FormEvent, useState } from 'react'
import type { ImportView } from '#server/imports/view'
import { Field } from '#ui/form/field.tsx'
import { Form } from '#ui/form/form.tsx'
import { Problem } from '#ui/form/problem.tsx'
import type { Act } from '#ui/form/reply.ts'
import { send } from '#ui/form/send.ts'
import { Submit } from '#ui/form/submit.tsx'
import { TextArea } from '#ui/form/text-area.tsx'
import { useAct } from '#ui/form/use-act.ts'
import { ImportLine } from './import-line.tsx'

type Wanted = { readonly import: string }

interface Props {
  /** The newest first. */
  readonly imports: readonly ImportView[]
  readonly wantAddress: Act<Wanted>
}

/** What a file may be; a browser offers these first. */
const FILES = '.pdf,.docx,.html,.htm,.md,.markdown,.txt'

/** Sends a file, or a text without a name, to be brought in. */
const sendIn = ({
  body,
  ...about
}: {
  readonly body: Blob
  readonly name?: string
  readonly type?: string
}) => {
  const told = Object.entries(about).filter(([, value]) => value !== '')
  return send<Wanted>(`/api/imports?${new URLSearchParams(told)}`, 'application/octet-stream', body)
}

/** A file or a text, sent as it is. */
function SendForm({ onWanted }: { readonly onWanted: (id: string) => void }) {
  const [file, setFile] = useState<File | null>(null)
  const [text, setText] = useState('')
  const { run, isBusy, problem, release } = useAct<Wanted>((sent) =>
    sendIn(sent as Parameters<typeof sendIn>[0]),
  )
  const submit = async (event: FormEvent) => {
    event.preventDefault()
    if (!file && text.trim() === '') return
    const reply = await run(
      file
        ? { body: file, name: file.name, type: file.type }
        : { body: new Blob([text], { type: 'text/plain' }) },
    )
    if (!reply) return
    release()
    onWanted(reply.done.import)
  }
  return (
    <form className="account-form" onSubmit={submit}>
      <p className="form-line">
        <label htmlFor="import-file">A file</label>
        <input
          id="import-file"
          type="file"
          accept={FILES}
          onChange={({ target }: ChangeEvent<HTMLInputElement>) => setFile(target.files?.[0] ?? null)}
        />
        <small>PDF, Word (DOCX), web page, Markdown or text, at most 2 MB.</small>
      </p>
      <TextArea
        name="text"
        label="Or a text"
        hint="Paste it with its headline on the first line, and an empty line after it."
        rows={6}
        maxLength={200_000}
        value={text}
        disabled={file !== null}
        onChange={({ target }) => setText(target.value)}
      />
      <Problem words={problem} />
      <Submit label="Read it" isBusy={isBusy} />
    </form>
  )
}

/** The ways to bring in an article, and how far each has come. */
export function BringIn({ imports, wantAddress }: Props) {
  const [asked, setAsked] = useState<readonly string[]>([])
  const wanted = (id: string) => setAsked((before) => [id, ...before])
  return (
    <>
      <div className="bring-in-ways">
        <Form label="Fetch it" send={wantAddress} onDone={(done) => wanted(done.import)}>
          <Field
            name="address"
            label="An address"
            hint="Of one article, as it stands in your browser’s address line."
            type="url"
            inputMode="url"
            placeholder="https://"
            required
            maxLength={2_000}
          />
        </Form>
        <SendForm onWanted={wanted} />
      </div>
      {asked.length + imports.length > 0 && (
        <section aria-labelledby="imports">
          <h2 id="imports">Brought in</h2>
          <ul className="people imports">
            {asked.map((id) => (
              <ImportLine key={id} id={id} known={null} isFollowed />
            ))}
            {imports
              .filter(({ id }) => !asked.includes(id))
              .map((known) => (
                <ImportLine key={known.id} id={known.id} known={known} />
              ))}
          </ul>
        </section>
      )}
    </>
  )
}
