import { type RefObject, useLayoutEffect, useRef, useState } from 'react'

interface Typed {
  readonly text: string
  readonly from: number
  readonly to: number
}

/** What stands in the page's own field before React takes it over; null where React makes the field itself. */
function findTyped(id: string): Typed | null {
  if (typeof document === 'undefined') return null
  const area = document.getElementById(id)
  if (!(area instanceof HTMLTextAreaElement)) return null
  return { text: area.value, from: area.selectionStart, to: area.selectionEnd }
}

/** Puts text into a field as if it were typed, so that React hears of it: React's own setter would take it for known. */
function type(area: HTMLTextAreaElement, { text, from, to }: Typed): void {
  area.value = area.defaultValue
  Object.getOwnPropertyDescriptor(HTMLTextAreaElement.prototype, 'value')?.set?.call(area, text)
  area.setSelectionRange(from, to)
  area.dispatchEvent(new Event('input', { bubbles: true }))
}

/**
 * Keeps what was typed into a text area before its page's script ran. React gives a text area that it takes over what it
 * was made with, and one that it holds the value of never hears of earlier keys.
 */
export function useTypedEarly(id: string): RefObject<HTMLTextAreaElement | null> {
  const area = useRef<HTMLTextAreaElement>(null)
  const [typed] = useState(() => findTyped(id))
  useLayoutEffect(() => {
    if (area.current !== null && typed !== null && typed.text !== area.current.defaultValue)
      type(area.current, typed)
  }, [typed])
  return area
}
