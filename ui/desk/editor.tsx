import { useEffect, useState } from 'react'
import type { Written } from '#core'
import type { CheckedView } from '#server/desks/view'
import { Field } from '#ui/form/field.tsx'
import { type Act, UNREACHED } from '#ui/form/reply.ts'
import { TextArea } from '#ui/form/text-area.tsx'
import { KindFields } from './fields.tsx'
import type { Spot } from './text.tsx'
import { Verdict } from './verdict.tsx'

/** After so many milliseconds without a key the checker looks at what is typed. */
const PAUSE = 350

interface Props {
  readonly desk: string
  /** The draft that is written otherwise; null for a question of one's own. */
  readonly draft: string | null
  readonly written: Written
  readonly onChange: (written: Written) => void
  /** The words between two offsets of the article. */
  readonly textAt: (spot: Spot) => string
  readonly check: Act<CheckedView>
  readonly isBusy: boolean
  readonly onSave: () => void
  readonly onCancel: () => void
}

/** A question as it is written, with what the checker says of it at every pause. */
export function Editor({ desk, draft, written, onChange, textAt, check, isBusy, onSave, onCancel }: Props) {
  const isNew = draft === null
  const [checked, setChecked] = useState<CheckedView | null>(null)
  const [isUnreached, setUnreached] = useState(false)

  useEffect(() => {
    let isCurrent = true
    const timer = setTimeout(async () => {
      const reply = await check({ desk, question: written, ...(draft === null ? {} : { draft }) }).catch(
        () => null,
      )
      if (!isCurrent) return
      setUnreached(reply === null)
      setChecked(reply && 'done' in reply ? reply.done : null)
    }, PAUSE)
    return () => {
      isCurrent = false
      clearTimeout(timer)
    }
  }, [check, desk, draft, written])

  // What is typed is lost by leaving the page, and by nothing else.
  useEffect(() => {
    const warn = (event: BeforeUnloadEvent) => event.preventDefault()
    addEventListener('beforeunload', warn)
    return () => removeEventListener('beforeunload', warn)
  }, [])

  const { evidence, hint } = written
  const takeOut = (at: number) => onChange({ ...written, evidence: evidence.filter((_, i) => i !== at) })
  return (
    <form
      className="desk-editor"
      onSubmit={(event) => {
        event.preventDefault()
        onSave()
      }}
    >
      <TextArea
        name="stem"
        label={STEMS[written.kind] ?? 'Question'}
        rows={3}
        maxLength={600}
        value={written.stem}
        onChange={({ target }) => onChange({ ...written, stem: target.value })}
      />
      <KindFields written={written} onChange={onChange} />
      <TextArea
        name="explanation"
        label="Why that is right"
        rows={2}
        maxLength={1000}
        value={written.explanation}
        onChange={({ target }) => onChange({ ...written, explanation: target.value })}
      />
      <Field
        name="hint"
        label="Hint between two tries (may be left out)"
        maxLength={300}
        value={hint ?? ''}
        onChange={({ target }) => {
          const { hint: _, ...rest } = written
          onChange((target.value === '' ? rest : { ...rest, hint: target.value }) as Written)
        }}
      />
      <fieldset className="desk-rows">
        <legend>Passages that settle it</legend>
        {evidence.length === 0 && (
          <p>None yet. Choose a sentence of the article, or select a part of one, and add it.</p>
        )}
        {evidence.map((each, at) => (
          <div key={`${each.start}-${each.end}`} className="desk-row">
            <p>“{textAt(each)}”</p>
            <button type="button" className="text-button" onClick={() => takeOut(at)}>
              Take out<span className="unseen"> passage {at + 1}</span>
            </button>
          </div>
        ))}
      </fieldset>
      <div aria-live="polite">
        {isUnreached ? <p className="problem">{UNREACHED}</p> : checked && <Verdict checked={checked} />}
      </div>
      <p className="actions">
        <button type="submit" className="button" aria-disabled={isBusy}>
          {isNew ? 'Lay it on the desk' : 'Save'}
        </button>
        <button type="button" className="text-button" onClick={onCancel}>
          {isNew ? 'Do without it' : 'Leave it as it was'}
        </button>
      </p>
    </form>
  )
}

/** What a stem is called where it is no question. */
const STEMS: Partial<Readonly<Record<Written['kind'], string>>> = {
  'true-false': 'Statement',
  cloze: 'Sentence, with _____ for the gap',
  ordering: 'Instruction',
  matching: 'Instruction',
}
