import { useEffect, useRef, useState } from 'react'
import type { SourceTextView } from '#server/attempts/view'
import { sayDay } from '#ui/text/dates.ts'
import { Marked } from '#ui/text/marked.tsx'
import { ask } from './ask.ts'

interface Props {
  readonly attempt: string
  readonly position: number
  /** Once final, the passages of the question are marked. */
  readonly isFinal: boolean
  readonly onClose: () => void
}

const isWide = () => matchMedia('(min-width: 62rem)').matches

/** The article beside the question; on a narrow screen a sheet over it. Scrolled to the passage, once it may be shown. */
export function SourcePanel({ attempt, position, isFinal, onClose }: Props) {
  const dialog = useRef<HTMLDialogElement>(null)
  const [source, setSource] = useState<SourceTextView | null>(null)
  const [problem, setProblem] = useState<string | null>(null)

  useEffect(() => {
    const back = document.activeElement
    if (isWide()) dialog.current?.show()
    else dialog.current?.showModal()
    return () => {
      if (back instanceof HTMLElement && back.isConnected) back.focus()
    }
  }, [])

  // Asked again once the answer is final, for the marks.
  // biome-ignore lint/correctness/useExhaustiveDependencies: `isFinal` changes the reply.
  useEffect(() => {
    let isCurrent = true
    const path = `/api/attempts/${encodeURIComponent(attempt)}/source?position=${position}`
    ask<SourceTextView>(path).then((outcome) => {
      if (!isCurrent) return
      if (outcome.sort === 'done') setSource(outcome.reply)
      else
        setProblem(
          outcome.sort === 'refused'
            ? outcome.message
            : 'The article could not be fetched. Try again when the network is back.',
        )
    })
    return () => {
      isCurrent = false
    }
  }, [attempt, position, isFinal])

  // biome-ignore lint/correctness/useExhaustiveDependencies: a new text has new marks
  useEffect(() => {
    dialog.current?.querySelector('mark')?.scrollIntoView({ block: 'center', behavior: 'instant' })
  }, [source])

  return (
    <dialog
      ref={dialog}
      className="side-panel"
      aria-labelledby="source-title"
      onClose={onClose}
      onKeyDown={(event) => event.key === 'Escape' && onClose()}
    >
      <header>
        <h2 id="source-title" tabIndex={-1}>
          {source?.title ?? 'The article'}
        </h2>
        <button type="button" className="text-button" onClick={onClose}>
          Close
        </button>
      </header>
      {/* biome-ignore lint/a11y/noNoninteractiveTabindex: what scrolls must be reachable by keyboard */}
      <section className="side-text" tabIndex={0} aria-label="Text of the article">
        {problem && <p role="alert">{problem}</p>}
        {!source && !problem && <p role="status">Fetching the article</p>}
        {source && (
          <>
            <p className="label">
              {sayDay(source.date)}
              {source.correctedAt !== null &&
                ` · Article corrected ${sayDay(source.correctedAt)}; ${
                  source.isNewest
                    ? 'this question was checked again'
                    : 'this is the text the question was made from'
                }`}
            </p>
            <div className="prose">
              {source.blocks
                .filter(({ kind }) => kind === 'paragraph' || kind === 'heading')
                .map((block) => (
                  <p key={block.start} className={block.kind === 'heading' ? 'prose-heading' : undefined}>
                    <Marked text={block.text} spans={source.marks} offset={block.start} />
                  </p>
                ))}
            </div>
            <p>
              <a href={`/articles/${source.slug}`}>The article on its own page</a>
            </p>
          </>
        )}
      </section>
    </dialog>
  )
}
