import { useId } from 'react'
import { GAP } from '#ui/text/gap.ts'
import { Reported } from './reported.tsx'
import { isWhole } from './verdict.ts'
import type { ViewProps } from './view.ts'

/** A sentence with a gap to be filled where it stands. */
export function ClozeView({
  shown,
  answer,
  isLocked,
  feedback,
  onAnswer,
  stemId,
  problem,
}: ViewProps<'cloze'>) {
  const fieldId = useId()
  const [before = '', after = ''] = shown.stem.split(GAP)
  return (
    <div className="entry">
      <h1 id={stemId} tabIndex={-1} className="instruction">
        Fill the gap
      </h1>
      <p id={`${fieldId}-sentence`} className="stem">
        <Reported text={before} />
        <span className="unseen">(gap)</span>
        <input
          id={fieldId}
          className="field gap-field"
          type="text"
          autoComplete="off"
          autoCapitalize="off"
          spellCheck={false}
          maxLength={120}
          value={answer ?? ''}
          onChange={({ target }) => onAnswer(target.value === '' ? null : target.value)}
          readOnly={isLocked}
          aria-label="Missing words"
          aria-invalid={problem !== null || undefined}
          aria-describedby={`${fieldId}-sentence ${fieldId}-problem`}
          data-standing={feedback && (isWhole(feedback) ? 'right' : 'wrong')}
        />
        <Reported text={after} />
      </p>
      <p id={`${fieldId}-problem`} className="reading" aria-live="polite">
        {problem}
      </p>
    </div>
  )
}
