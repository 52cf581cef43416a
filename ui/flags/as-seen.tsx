'use client'

import type { Shown } from '#core/learner'
import { QuestionView } from '#ui/questions/views.tsx'

/** A question as a reader has seen it, with nothing to be done to it. */
export const AsSeen = ({ shown }: { readonly shown: Shown }) => (
  <div className="as-seen" inert>
    <QuestionView
      kind={shown.kind}
      shown={shown as never}
      answer={null as never}
      isLocked
      feedback={undefined}
      stemId="seen"
      problem={null}
      onAnswer={() => {}}
    />
  </div>
)
