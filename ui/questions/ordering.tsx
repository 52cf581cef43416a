import { type KeyboardEvent, useState } from 'react'
import { Down, Grip, Up } from '#ui/frame/icons.tsx'
import { RightOrder } from './right-order.tsx'
import { useDrag } from './use-drag.ts'
import type { ViewProps } from './view.ts'

/** The list with the item of one place moved to another. */
function moved(order: readonly string[], from: number, to: number): readonly string[] {
  const rest = order.filter((_, place) => place !== from)
  return [...rest.slice(0, to), ...order.slice(from, from + 1), ...rest.slice(to)]
}

const STEPS: Readonly<Record<string, number>> = { ArrowUp: -1, ArrowDown: 1 }

/** Items put in order by buttons, arrow keys or dragging. The order first shown is no answer until something was moved or it was called one's own. */
export function View({ shown, answer, feedback, onAnswer, problem }: ViewProps<'ordering'>) {
  const { items } = shown
  const [loose, setLoose] = useState<readonly string[]>(() => items.map(({ id }) => id))
  const [said, setSaid] = useState('')
  const order = answer ?? loose
  const textOf = (id: string): string => items.find((item) => item.id === id)?.text ?? ''

  const move = (from: number, to: number) => {
    if (to < 0 || to >= order.length || to === from) return
    const next = moved(order, from, to)
    setLoose(next)
    setSaid(`${textOf(order[from] ?? '')}: now ${to + 1} of ${order.length}`)
    onAnswer(next)
  }
  const drag = useDrag(move)
  if (feedback) return <RightOrder answer={answer} items={items} feedback={feedback} />

  /** Moves by one, and keeps the focus on the button, whose row may have been taken out and put in again. */
  const step = (button: HTMLButtonElement, from: number, by: number) => {
    move(from, from + by)
    requestAnimationFrame(() => button.focus())
  }
  const listen = (event: KeyboardEvent<HTMLElement>, from: number) => {
    const by = STEPS[event.key]
    if (by === undefined || !(event.target instanceof HTMLButtonElement)) return
    event.preventDefault()
    step(event.target, from, by)
  }

  return (
    <>
      <p className="soft small">Drag the rows, or use the arrows.</p>
      <ol className="order" data-dragging={drag.dragged === null ? undefined : ''} {...drag.list}>
        {order.map((id, place) => (
          <li
            key={id}
            data-dragged={drag.dragged === place || undefined}
            style={{ transform: drag.shift(place) === 0 ? undefined : `translateY(${drag.shift(place)}px)` }}
            onKeyDown={(event) => listen(event, place)}
          >
            <span className="order-place">{place + 1}</span>
            <span className="order-text">{textOf(id)}</span>
            <span className="order-moves">
              <button
                type="button"
                data-choice=""
                aria-label={`Move up: ${textOf(id)}`}
                aria-disabled={place === 0}
                aria-keyshortcuts={String(place + 1)}
                onClick={({ currentTarget }) => step(currentTarget, place, -1)}
              >
                <Up />
              </button>
              <button
                type="button"
                aria-label={`Move down: ${textOf(id)}`}
                aria-disabled={place === order.length - 1}
                onClick={({ currentTarget }) => step(currentTarget, place, 1)}
              >
                <Down />
              </button>
              <span className="grip" aria-hidden="true" {...drag.hold(place)}>
                <Grip />
              </span>
            </span>
          </li>
        ))}
      </ol>
      <p className="unseen" role="status">
        {said}
      </p>
      <label className="as-it-is">
        <input
          type="checkbox"
          checked={answer !== null}
          onChange={({ target }) => onAnswer(target.checked ? order : null)}
        />
        <span>This is my order{problem !== null && ', nothing needs to move'}</span>
      </label>
    </>
  )
}
