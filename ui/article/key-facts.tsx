'use client'

import { useEffect, useState } from 'react'
import type { KeyFactView } from '#server/attempts/view'

/** The sentences of the text carry the places of their facts in `data-facts`: '0 3'. */
const sentencesOf = (place: number) =>
  document.querySelectorAll<HTMLElement>(`.prose [data-facts~="${place}"]`)
const placesAt = (target: EventTarget | null): number[] => {
  const sentence = target instanceof Element ? target.closest<HTMLElement>('.prose [data-facts]') : null
  return sentence?.dataset.facts?.split(' ').map(Number) ?? []
}

/** The key facts in the margin: each lights up its sentence, and a sentence its facts. */
export function KeyFacts({
  facts,
}: {
  readonly facts: readonly Pick<KeyFactView, 'id' | 'label' | 'value' | 'period'>[]
}) {
  const [lit, setLit] = useState<readonly number[]>([])
  const [isOpen, setOpen] = useState(false)

  useEffect(() => {
    for (const place of lit) for (const sentence of sentencesOf(place)) sentence.dataset.lit = ''
    return () => {
      for (const sentence of document.querySelectorAll<HTMLElement>('.prose [data-lit]'))
        delete sentence.dataset.lit
    }
  }, [lit])

  useEffect(() => {
    const point = (event: Event) => {
      const places = placesAt(event.target)
      if (places.length === 0) return
      setLit(places)
    }
    const prose = document.querySelector('.prose')
    prose?.addEventListener('click', point)
    return () => prose?.removeEventListener('click', point)
  }, [])

  const light = (place: number) => {
    setLit([place])
    const calm = matchMedia('(prefers-reduced-motion: reduce)').matches
    sentencesOf(place)[0]?.scrollIntoView({ block: 'center', behavior: calm ? 'instant' : 'smooth' })
  }

  return (
    <aside className="facts" aria-labelledby="facts-title" data-open={isOpen || undefined}>
      <h2 id="facts-title">Key facts</h2>
      <button
        type="button"
        className="text-button fold"
        aria-expanded={isOpen}
        onClick={() => setOpen(!isOpen)}
      >
        {isOpen ? 'Hide' : `Show ${facts.length}`}
        <span className="unseen"> key facts</span>
      </button>
      <div className="fact-list">
        <p className="how">Choose one to see its sentence, or a sentence to see its facts.</p>
        <ol>
          {facts.map(({ id, label, value, period }, place) => (
            <li key={id}>
              <button
                type="button"
                aria-pressed={lit.includes(place)}
                data-lit={lit.includes(place) ? '' : undefined}
                onClick={() => (lit.includes(place) && lit.length === 1 ? setLit([]) : light(place))}
              >
                <span className="what">{label}</span>
                <span className="value">{value}</span>
                {period !== '' && <span className="what">{period}</span>}
              </button>
            </li>
          ))}
        </ol>
      </div>
    </aside>
  )
}
