'use client'

import { type ChangeEvent, useState } from 'react'
import type { RosterLine, SlipView } from '#server/classes/view'
import { Form } from '#ui/form/form.tsx'
import type { Act } from '#ui/form/reply.ts'
import { TextArea } from '#ui/form/text-area.tsx'
import { sayCount } from '#ui/text/dates.ts'
import { Slips } from './slips.tsx'

interface Props {
  readonly id: string
  readonly address: string
  readonly preview: Act<{ readonly lines: readonly RosterLine[] }>
  readonly enrol: Act<{ readonly enrolled: number; readonly slips: readonly SlipView[] }>
}

const BECOMES: { readonly [B in RosterLine['becomes']]: string } = {
  slip: 'gets an account and a slip',
  enrolled: 'is put into the class',
  'here-already': 'is in the class already',
  problem: '',
}

/** Takes in a class list from a spreadsheet: what would become of every line first, then the doing. */
export function RosterForm({ id, address, preview, enrol }: Props) {
  const [csv, setCsv] = useState('')
  const [lines, setLines] = useState<readonly RosterLine[] | null>(null)
  const [slips, setSlips] = useState<readonly SlipView[]>([])
  const change = (text: string) => {
    setCsv(text)
    setLines(null)
  }
  const readFile = async ({ target }: ChangeEvent<HTMLInputElement>) => {
    const file = target.files?.[0]
    if (file) change(await file.text())
  }
  if (slips.length > 0) return <Slips slips={slips} address={address} />
  const doable = lines?.filter(({ becomes }) => becomes === 'slip' || becomes === 'enrolled') ?? []
  return (
    <>
      <Form
        label="See what would happen"
        isQuiet
        send={() => preview({ class: id, csv })}
        onDone={(seen) => setLines(seen.lines)}
      >
        <p className="form-line">
          <label htmlFor="roster-file">A file</label>
          <input
            id="roster-file"
            type="file"
            accept=".csv,.txt,.tsv,text/csv,text/plain"
            onChange={readFile}
          />
        </p>
        <TextArea
          name="csv"
          label="Or its lines"
          hint="A name and, where they have one, an e-mail address: Mia Berg, mia@school.example. Without an address a slip is made."
          rows={6}
          required
          maxLength={100_000}
          value={csv}
          onChange={({ target }) => change(target.value)}
        />
      </Form>
      {lines !== null && (
        <>
          <ol className="roster" aria-label="What would become of each line">
            {lines.map(({ line, name, mail, becomes, problem }) => (
              <li key={line} data-problem={becomes === 'problem' || undefined}>
                <span className="soft">Line {line}:</span> <b>{name === '' ? 'nobody' : name}</b>{' '}
                {mail !== null && !problem?.includes(mail) && <span className="soft">{mail} </span>}
                {problem ?? BECOMES[becomes]}
              </li>
            ))}
          </ol>
          {doable.length > 0 && (
            <Form
              label={`Take in ${sayCount(doable.length, 'learner')}`}
              send={() => enrol({ class: id, csv })}
              onDone={(done) => (done.slips.length > 0 ? setSlips(done.slips) : location.reload())}
            />
          )}
        </>
      )}
    </>
  )
}
