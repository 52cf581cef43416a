import { Options } from './options.tsx'
import type { ViewProps } from './view.ts'

const OPTIONS = [
  { id: 'true', text: 'True' },
  { id: 'false', text: 'False' },
]

/** A statement to be called true or false. */
export function TrueFalseView({
  shown,
  answer,
  isLocked,
  feedback,
  onAnswer,
  stemId,
}: ViewProps<'true-false'>) {
  const isTrue = feedback && (feedback.mark === 1 ? answer === true : feedback.key === 'True')
  return (
    <Options
      stem={shown.stem}
      stemId={stemId}
      options={OPTIONS}
      chosen={answer === null ? null : String(answer)}
      right={isTrue === undefined ? undefined : String(isTrue)}
      isLocked={isLocked}
      onChoose={(id) => onAnswer(id === 'true')}
    />
  )
}
