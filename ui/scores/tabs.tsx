import { type KeyboardEvent, type ReactNode, useRef, useState } from 'react'

interface Props {
  /** What the tabs are for. */
  readonly label: string
  readonly tabs: readonly { readonly id: string; readonly name: string; readonly draw: () => ReactNode }[]
}

const STEPS: Readonly<Record<string, number>> = { ArrowRight: 1, ArrowLeft: -1 }

/** Panels of which one is drawn at a time; arrow keys go from tab to tab. */
export function Tabs({ label, tabs }: Props) {
  const [chosen, setChosen] = useState(0)
  const list = useRef<HTMLDivElement>(null)

  const step = (event: KeyboardEvent) => {
    const by = STEPS[event.key]
    if (by === undefined) return
    event.preventDefault()
    const next = (chosen + by + tabs.length) % tabs.length
    setChosen(next)
    list.current?.querySelectorAll<HTMLElement>('[role="tab"]')[next]?.focus()
  }

  return (
    <>
      <div ref={list} role="tablist" aria-label={label} className="tabs" onKeyDown={step}>
        {tabs.map(({ id, name }, place) => (
          <button
            key={id}
            type="button"
            role="tab"
            id={`${id}-tab`}
            aria-controls={`${id}-panel`}
            aria-selected={place === chosen}
            tabIndex={place === chosen ? 0 : -1}
            onClick={() => setChosen(place)}
          >
            {name}
          </button>
        ))}
      </div>
      {tabs.map(({ id, draw }, place) => (
        <div
          key={id}
          role="tabpanel"
          id={`${id}-panel`}
          aria-labelledby={`${id}-tab`}
          hidden={place !== chosen}
        >
          {place === chosen && draw()}
        </div>
      ))}
    </>
  )
}
