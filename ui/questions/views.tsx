import type { ComponentType } from 'react'
import type { Kind } from '#core/learner'
import { ChoiceView } from './choice.tsx'
import { ClozeView } from './cloze.tsx'
import { MultipleResponseView } from './multiple-response.tsx'
import { OnDemand } from './on-demand.tsx'
import { TrueFalseView } from './true-false.tsx'
import type { ViewProps } from './view.ts'

const fetchers = {
  number: () => import('./number.tsx'),
  ordering: () => import('./ordering.tsx'),
  matching: () => import('./matching.tsx'),
  estimate: () => import('./estimate.tsx'),
}

/** THE TABLE of drawings: one a kind. */
const VIEWS: { readonly [K in Kind]: ComponentType<ViewProps<K>> } = {
  choice: ChoiceView,
  'multiple-response': MultipleResponseView,
  'true-false': TrueFalseView,
  number: (props) => <OnDemand {...props} fetchControl={fetchers.number} />,
  cloze: ClozeView,
  ordering: (props) => <OnDemand {...props} fetchControl={fetchers.ordering} />,
  matching: (props) => <OnDemand {...props} fetchControl={fetchers.matching} />,
  estimate: (props) => <OnDemand {...props} fetchControl={fetchers.estimate} />,
}

/** Fetches ahead of need what the questions of these kinds are drawn with, so that losing the network keeps none from being drawn. */
export function fetchAhead(kinds: readonly Kind[]): void {
  for (const kind of new Set(kinds)) {
    const fetcher = kind in fetchers ? fetchers[kind as keyof typeof fetchers] : null
    // Where it fails, the question itself says so when it is met.
    fetcher?.().catch(() => {})
  }
}

/** A question of any kind, drawn by its own view. */
export function QuestionView<K extends Kind>(props: ViewProps<K> & { readonly kind: K }) {
  const View: ComponentType<ViewProps<K>> = VIEWS[props.kind]
  return <View {...props} />
}
