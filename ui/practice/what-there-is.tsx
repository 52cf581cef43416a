import type { PracticeStartView } from '#server/practice/view'

/** 'none', '3', or '20 or more' where no more were counted. */
const sayUpTo = (count: number, most: number): string =>
  count === 0 ? 'none' : count < most ? String(count) : `${most} or more`

/** What a practice would mix now. */
export function WhatThereIs({ start }: { readonly start: PracticeStartView }) {
  const { due, weak, most } = start
  const lines = [
    ['Due for review', due],
    ['Missed lately, or of what you know least', weak],
    ['New to you', start.new],
  ] as const
  return (
    <dl className="mix">
      {lines.map(([words, count]) => (
        <div key={words}>
          <dt>{words}</dt>
          <dd>{sayUpTo(count, most)}</dd>
        </div>
      ))}
    </dl>
  )
}
