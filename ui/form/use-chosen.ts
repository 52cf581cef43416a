import { type ChangeEvent, type RefObject, useEffect, useRef, useState } from 'react'

/**
 * What stands in a `<select>` that keeps its own value: chosen before the page was awake, it is not set back. `field` goes
 * to the select.
 */
export function useChosen<Value extends string>(
  first: Value,
): {
  readonly chosen: Value
  readonly field: {
    readonly ref: RefObject<HTMLSelectElement | null>
    readonly defaultValue: Value
    readonly onChange: (event: ChangeEvent<HTMLSelectElement>) => void
  }
} {
  const ref = useRef<HTMLSelectElement>(null)
  const [chosen, setChosen] = useState(first)
  useEffect(() => setChosen((ref.current?.value ?? first) as Value), [first])
  return {
    chosen,
    field: { ref, defaultValue: first, onChange: (event) => setChosen(event.target.value as Value) },
  }
}
