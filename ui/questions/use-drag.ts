import { type PointerEvent, useRef, useState } from 'react'

/** A row under way: where it came from, where it would land, and how far it has been pulled. */
interface Pull {
  readonly from: number
  readonly to: number
  readonly by: number
  /** Height of the row with its distance to the next, by which the others make room. */
  readonly height: number
}

interface Held {
  readonly pointer: number
  readonly from: number
  readonly startY: number
  readonly middles: readonly number[]
  readonly height: number
}

/** Where the row lands: behind every other row whose middle it has passed. */
function landing({ from, middles }: Held, by: number): number {
  const middle = (middles[from] ?? 0) + by
  return middles.filter((other, index) => index !== from && other < middle).length
}

/**
 * Lets the rows of a list be dragged up and down, by mouse, pen or finger. `list` goes on the list itself, `hold(i)` on
 * what row i is held by (which needs `touch-action: none`), and `shift(i)` says how far row i stands from its place
 * meanwhile. `onDrop` is called once, at the end, and only for a row that lands elsewhere.
 */
export function useDrag(onDrop: (from: number, to: number) => void) {
  const held = useRef<Held | null>(null)
  const [pull, setPull] = useState<Pull | null>(null)

  const hold = (from: number) => ({
    onPointerDown: (event: PointerEvent<HTMLElement>) => {
      const list = event.currentTarget.closest('ol')
      if (!list || event.button !== 0 || held.current) return
      const boxes = [...list.children].map((row) => row.getBoundingClientRect())
      const box = boxes[from]
      if (!box) return
      // The list takes the pointer: unlike the row, it stays where it is.
      list.setPointerCapture(event.pointerId)
      held.current = {
        pointer: event.pointerId,
        from,
        startY: event.clientY + window.scrollY,
        middles: boxes.map(({ top, height }) => top + height / 2),
        height: box.height,
      }
      setPull({ from, to: from, by: 0, height: box.height })
    },
  })
  const end = (event: PointerEvent, isDropped: boolean) => {
    const { current } = held
    if (!current || event.pointerId !== current.pointer) return
    held.current = null
    setPull(null)
    const to = landing(current, event.clientY + window.scrollY - current.startY)
    if (isDropped && to !== current.from) onDrop(current.from, to)
  }
  const list = {
    onPointerMove: (event: PointerEvent) => {
      const { current } = held
      if (!current || event.pointerId !== current.pointer) return
      const by = event.clientY + window.scrollY - current.startY
      setPull({ from: current.from, to: landing(current, by), by, height: current.height })
    },
    onPointerUp: (event: PointerEvent) => end(event, true),
    onPointerCancel: (event: PointerEvent) => end(event, false),
  }
  const shift = (index: number): number => {
    if (!pull) return 0
    const { from, to, by, height } = pull
    if (index === from) return by
    if (from < index && index <= to) return -height
    return to <= index && index < from ? height : 0
  }
  return { list, hold, shift, dragged: pull?.from ?? null }
}
