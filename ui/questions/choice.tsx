import { Options } from './options.tsx'
import type { ViewProps } from './view.ts'

/** Three or four options, one right. */
export function ChoiceView({ shown, answer, isLocked, feedback, onAnswer, stemId }: ViewProps<'choice'>) {
  return (
    <Options
      stem={shown.stem}
      stemId={stemId}
      options={shown.options}
      chosen={answer}
      right={feedback?.keyId}
      isLocked={isLocked}
      onChoose={(id) => onAnswer(id)}
    />
  )
}
