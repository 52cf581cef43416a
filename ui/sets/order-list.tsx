'use client'

import { useRef, useState } from 'react'
import type { ChangedView, SetItemView } from '#server/sets/view'
import { AboutQuestion, areOfOne } from '#ui/bank/about-question.tsx'
import { QuestionLink } from '#ui/bank/question-link.tsx'
import { Press } from '#ui/form/press.tsx'
import type { Act } from '#ui/form/reply.ts'
import { Down, Up } from '#ui/frame/icons.tsx'

interface Props {
  readonly id: string
  /** The quiz set that is seen. */
  readonly set: string
  readonly items: readonly SetItemView[]
  readonly onChange: (items: readonly SetItemView[]) => void
  readonly renew: Act<ChangedView>
}

/** The questions of a set, each to be moved up or down, taken out, or put into its newer version. */
export function OrderList({ id, set, items, onChange, renew }: Props) {
  const list = useRef<HTMLOListElement>(null)
  const [said, setSaid] = useState('')
  const isOfOne = areOfOne(items)

  const move = (button: HTMLButtonElement, from: number, to: number) => {
    const item = items[from]
    if (!item || to < 0 || to >= items.length) return
    const rest = items.filter((_, place) => place !== from)
    onChange([...rest.slice(0, to), item, ...rest.slice(to)])
    setSaid(`${item.stem}: now ${to + 1} of ${items.length}`)
    // The row may have been taken out and put in again.
    requestAnimationFrame(() => button.focus())
  }
  const takeOut = (from: number) => {
    const item = items[from]
    if (!item) return
    onChange(items.filter((_, place) => place !== from))
    setSaid(`${item.stem}: taken out`)
    requestAnimationFrame(() => list.current?.focus())
  }

  return (
    <>
      <ol className="questions" aria-label="Questions" ref={list} tabIndex={-1}>
        {items.map((item, place) => (
          <li key={item.version} data-numbered="">
            <span className="order-place">{place + 1}</span>
            <div>
              <QuestionLink row={item} />
              <AboutQuestion row={item} isArticleKnown={isOfOne} />
              {item.withdrawn !== null && (
                <p className="problem">
                  Withdrawn: {item.withdrawn} As long as it is in the set, nobody can begin it.
                </p>
              )}
              <p className="deeds">
                <span className="order-moves">
                  <button
                    type="button"
                    aria-label={`Move up: ${item.stem}`}
                    aria-disabled={place === 0}
                    onClick={({ currentTarget }) => move(currentTarget, place, place - 1)}
                  >
                    <Up />
                  </button>
                  <button
                    type="button"
                    aria-label={`Move down: ${item.stem}`}
                    aria-disabled={place === items.length - 1}
                    onClick={({ currentTarget }) => move(currentTarget, place, place + 1)}
                  >
                    <Down />
                  </button>
                </span>
                <button type="button" className="text-button" onClick={() => takeOut(place)}>
                  Take out<span className="unseen"> {item.stem}</span>
                </button>
                {item.hasNewer && (
                  <Press
                    act={renew}
                    sent={{ set: id, seen: set, version: item.version }}
                    label="Put in its newer version"
                    about={item.stem}
                  />
                )}
              </p>
            </div>
          </li>
        ))}
      </ol>
      <p className="unseen" role="status">
        {said}
      </p>
    </>
  )
}
