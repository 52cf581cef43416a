import type { ComponentType } from 'react'
import type { Kind } from '#core/learner'
import { ChoiceView } from './choice.tsx'
import { ClozeView } from './cloze.tsx'
import { NumberView } from './number.tsx'
import { TrueFalseView } from './true-false.tsx'
import type { ViewProps } from './view.ts'

/** THE TABLE of drawings: one a kind. */
const VIEWS: { readonly [K in Kind]: ComponentType<ViewProps<K>> } = {
  choice: ChoiceView,
  'true-false': TrueFalseView,
  number: NumberView,
  cloze: ClozeView,
}

/** A question of any kind, drawn by its own view. */
export function QuestionView<K extends Kind>(props: ViewProps<K> & { readonly kind: K }) {
  const View: ComponentType<ViewProps<K>> = VIEWS[props.kind]
  return <View {...props} />
}
