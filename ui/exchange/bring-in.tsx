'use client'

import { type ChangeEvent, useRef, useState } from 'react'
import type { FormatName } from '#core'
import type { BroughtView, PreviewView } from '#server/exchange/view'
import { Form } from '#ui/form/form.tsx'
import { SelectField } from '#ui/form/select-field.tsx'
import { useChosen } from '#ui/form/use-chosen.ts'
import { sayCount } from '#ui/text/dates.ts'
import { Preview } from './preview.tsx'
import { formatOf, sendFile } from './send-file.ts'

interface Props {
  readonly places: readonly { readonly slug: string; readonly title: string }[]
}

const FORMATS: readonly (readonly [FormatName, string])[] = [
  ['gift', 'GIFT'],
  ['moodle-xml', 'Moodle XML'],
  ['csv', 'CSV'],
  ['json', 'JSON of Bellwether'],
]

/** The longest file that is taken, in bytes. */
const MOST_BYTES = 2_000_000

/** What has been looked at, which is what is brought in. */
interface Seen {
  readonly file: { readonly name: string; readonly text: string }
  readonly format: FormatName
  readonly article: string | null
  readonly preview: PreviewView
}

/** Brings questions in with a file: what would become of each first, then the doing. */
export function BringIn({ places }: Props) {
  const file = useRef<HTMLInputElement>(null)
  const format = useChosen<FormatName>('gift')
  const [seen, setSeen] = useState<Seen | null>(null)
  const [brought, setBrought] = useState<BroughtView | null>(null)

  const choose = ({ target }: ChangeEvent<HTMLInputElement>) => {
    setSeen(null)
    const guess = formatOf(target.files?.[0]?.name ?? '')
    const select = format.field.ref.current
    if (guess !== null && select) select.value = guess
  }

  const look = async (fields: Record<string, string>) => {
    const chosen = file.current?.files?.[0]
    if (!chosen) return { error: 'invalid', message: 'Choose a file first.' } as const
    if (chosen.size > MOST_BYTES)
      return { error: 'too-large', message: 'This file is larger than 2 MB. Bring it in in parts.' } as const
    const sent = {
      name: chosen.name.slice(0, 100),
      text: await chosen.text(),
      format: fields.format as FormatName,
      article: fields.article === '' ? null : (fields.article ?? null),
    }
    const reply = await sendFile<PreviewView>('/api/bank/import/preview', sent)
    return 'done' in reply
      ? {
          done: {
            file: { name: sent.name, text: sent.text },
            format: sent.format,
            article: sent.article,
            preview: reply.done,
          },
        }
      : reply
  }

  if (brought) return <Brought brought={brought} />
  return (
    <>
      <Form label="See what would come in" isQuiet send={look} onDone={setSeen}>
        <p className="form-line">
          <label htmlFor="questions-file">A file, of 2 MB at most</label>
          <input
            ref={file}
            id="questions-file"
            type="file"
            accept=".json,.csv,.tsv,.xml,.gift,.txt"
            required
            onChange={choose}
          />
        </p>
        <SelectField name="format" label="What it is" choices={FORMATS} {...format.field} />
        <SelectField
          name="article"
          label="Which article the questions are about"
          choices={places.map(({ slug, title }) => [slug, title] as const)}
          defaultValue=""
          onChange={() => setSeen(null)}
        >
          <option value="">The text that came with them, or none</option>
        </SelectField>
      </Form>
      {seen !== null && (
        <>
          <Preview preview={seen.preview} />
          {seen.preview.questions.length > 0 && (
            <Form
              label={`Bring ${sayCount(seen.preview.questions.length, 'question')} in`}
              send={() =>
                sendFile<BroughtView>('/api/bank/import', {
                  ...seen.file,
                  format: seen.format,
                  article: seen.article,
                })
              }
              onDone={setBrought}
            />
          )}
        </>
      )}
    </>
  )
}

function Brought({ brought: { desks, added, changed, same } }: { readonly brought: BroughtView }) {
  return (
    <section aria-labelledby="brought">
      <h2 id="brought" tabIndex={-1} ref={(heading) => heading?.focus()}>
        Brought in
      </h2>
      <p>
        {sayCount(added, 'question')} came in, {changed} changed, {same} stayed as they were. Nothing is asked
        before you approve it at the desk.
      </p>
      <ul className="sessions">
        {desks.map(({ id, title }) => (
          <li key={id}>
            <a href={`/desks/${id}`}>{title}</a>
          </li>
        ))}
      </ul>
    </section>
  )
}
