import { type KeyboardEvent, useEffect, useRef } from 'react'
import type { OpenDeskView } from '#server/desks/view'
import { Marked } from '#ui/text/marked.tsx'

/** A stretch of the text, by its offsets. */
export interface Spot {
  readonly start: number
  readonly end: number
}

interface Props {
  readonly desk: Pick<OpenDeskView, 'blocks' | 'sentences'>
  /** The passages of the question that is looked at. */
  readonly marks: readonly Spot[]
  readonly spot: Spot | null
  readonly onSpot: (spot: Spot | null) => void
}

/** How far a place in the page is into the text of its sentence. */
function offsetIn(sentence: Element, node: Node, at: number): number {
  const range = document.createRange()
  range.setStart(sentence, 0)
  range.setEnd(node, at)
  return range.toString().length
}

/** What is selected with the mouse, by offsets; null where that is nothing, or lies outside the text. */
function selectedSpot(): Spot | null {
  const selection = getSelection()
  if (!selection || selection.isCollapsed || selection.rangeCount === 0) return null
  const range = selection.getRangeAt(0)
  const sentenceAt = (node: Node) =>
    (node instanceof Element ? node : node.parentElement)?.closest<HTMLElement>('[data-start]') ?? null
  const [first, last] = [sentenceAt(range.startContainer), sentenceAt(range.endContainer)]
  if (!first || !last) return null
  const start = Number(first.dataset.start) + offsetIn(first, range.startContainer, range.startOffset)
  const end = Number(last.dataset.start) + offsetIn(last, range.endContainer, range.endOffset)
  return start < end ? { start, end } : null
}

/** The text of the article with the passages marked. A sentence is chosen by pressing it or going to it with the arrow keys, a part of one by selecting it. */
export function DeskText({ desk: { blocks, sentences }, marks, spot, onSpot }: Props) {
  const text = useRef<HTMLDivElement>(null)
  const first = marks[0]?.start

  // biome-ignore lint/correctness/useExhaustiveDependencies: another question has other passages
  useEffect(() => {
    const mark = text.current?.querySelector('mark')
    const box = text.current
    if (!mark || !box || box.scrollHeight <= box.clientHeight) return
    box.scrollTop += mark.getBoundingClientRect().top - box.getBoundingClientRect().top - box.clientHeight / 3
  }, [first])

  const shown = sentences.filter(({ start, end }) =>
    blocks.some((block) => block.kind === 'paragraph' && block.start <= start && end <= block.end),
  )
  const isChosen = ({ start, end }: Spot) => spot !== null && spot.start < end && start < spot.end
  const atRest = shown.find(isChosen) ?? shown[0]

  const choose = (sentence: Spot) => {
    const part = selectedSpot()
    if (part) return onSpot(part)
    onSpot(
      spot?.start === sentence.start && spot.end === sentence.end
        ? null
        : { start: sentence.start, end: sentence.end },
    )
  }

  const press = (event: KeyboardEvent<HTMLElement>, sentence: Spot, place: number) => {
    if (event.key === 'Enter' || event.key === ' ') {
      event.preventDefault()
      choose(sentence)
    }
    const to = event.key === 'ArrowDown' ? place + 1 : event.key === 'ArrowUp' ? place - 1 : null
    if (to === null || !shown[to]) return
    event.preventDefault()
    text.current?.querySelector<HTMLElement>(`[data-start="${shown[to].start}"]`)?.focus()
  }

  return (
    <section
      ref={text}
      className="desk-text"
      aria-label="Text of the article. Arrow keys go from sentence to sentence."
    >
      <div className="prose">
        {blocks
          .filter(({ kind }) => kind === 'paragraph' || kind === 'heading')
          .map((block) => (
            <p key={block.start} className={block.kind === 'heading' ? 'prose-heading' : undefined}>
              {block.kind === 'heading' && block.text}
              {shown.map((sentence, place) =>
                sentence.start < block.start || sentence.end > block.end ? null : (
                  <span key={sentence.start}>
                    {/* biome-ignore lint/a11y/useSemanticElements: a button does not flow in lines */}
                    <span
                      role="button"
                      tabIndex={sentence === atRest ? 0 : -1}
                      className="sentence"
                      data-start={sentence.start}
                      aria-pressed={isChosen(sentence)}
                      onClick={() => choose(sentence)}
                      onKeyDown={(event) => press(event, sentence, place)}
                    >
                      <Marked text={sentence.text} spans={marks} offset={sentence.start} />
                    </span>{' '}
                  </span>
                ),
              )}
            </p>
          ))}
      </div>
    </section>
  )
}
