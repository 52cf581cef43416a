'use client'

import { useEffect, useRef, useState } from 'react'
import type { Kind, Written } from '#core'
import type { OpenDeskView } from '#server/desks/view'
import type { MadeView } from '#server/sets/view'
import type { Act } from '#ui/form/reply.ts'
import { KeyList } from '#ui/frame/key-list.tsx'
import { useSingleKeys } from '#ui/frame/single-keys.ts'
import { ToSet } from '#ui/sets/to-set.tsx'
import { sayCount } from '#ui/text/dates.ts'
import { blank } from './blank.ts'
import { DraftCard } from './draft-card.tsx'
import { DraftList } from './draft-list.tsx'
import { Editor } from './editor.tsx'
import { More } from './more.tsx'
import { DeskText, type Spot } from './text.tsx'
import { type DeskActs, useDesk } from './use-desk.ts'

interface Props {
  readonly desk: OpenDeskView
  readonly acts: DeskActs & { readonly makeSet: Act<MadeView> }
  /** The draft to begin with; the first that is open where none is named. */
  readonly start: string | undefined
}

const KEYS = [
  ['A', 'approve, and go on to the next that is open'],
  ['R', 'reject, and go on'],
  ['E', 'edit'],
  ['U', 'undo what you did last'],
  ['J or K', 'next or previous draft'],
  ['?', 'this list'],
] as const

/** What is being written: a draft as it was seen, or a question of one's own. */
interface Writing {
  readonly draft: { readonly id: string; readonly step: number } | null
  readonly written: Written
}

/** A desk at work: a draft beside the article, what is decided on it, and how more come. */
export function DeskWork({ desk, acts, start }: Props) {
  const work = useDesk(desk, acts, start)
  const { drafts, between, current, at, isBusy, problem } = work
  const [spot, setSpot] = useState<Spot | null>(null)
  const [writing, setWriting] = useState<Writing | null>(null)
  const [asksWhy, setAsksWhy] = useState<string | null>(null)
  const [isKeyListOpen, setKeyList] = useState(false)
  const heading = useRef<HTMLHeadingElement>(null)
  const currentId = current?.id
  const seenFirst = useRef(currentId)

  // The next draft takes the focus, so that it is read out; the first one does not take it from the page.
  useEffect(() => {
    if (seenFirst.current === currentId) return
    seenFirst.current = undefined
    setAsksWhy(null)
    setSpot(null)
    heading.current?.focus()
  }, [currentId])

  const approve = () => {
    if (!current) return
    const { failures } = current
    const isOwn = current.origin !== 'engine'
    if (isOwn && failures.length > 0 && failures.every(({ isFirm }) => !isFirm)) setAsksWhy(current.id)
    else work.decide(current, 'approved')
  }
  const edit = () => {
    if (current) setWriting({ draft: { id: current.id, step: current.step }, written: current.written })
  }

  const save = async () => {
    if (!writing) return
    const { draft, written } = writing
    if (draft === null) {
      const made = await work.run(acts.write, { desk: desk.id, question: written })
      if (!made) return
      setWriting(null)
      work.show(made.done.draft)
      return
    }
    const saved = await work.run(acts.edit, { draft: draft.id, seen: draft.step, question: written })
    if (!saved) return
    work.note(draft.id)
    setWriting(null)
    heading.current?.focus()
  }

  const [keysAreOn, turnKeys] = useSingleKeys(
    writing
      ? {}
      : {
          a: current?.state === 'approved' ? undefined : approve,
          r: current ? () => work.decide(current, 'rejected') : undefined,
          e: edit,
          u: work.undo,
          j: () => work.move(1),
          k: () => work.move(-1),
          '?': () => setKeyList(true),
        },
  )

  const approved = drafts.filter(({ state, withdrawn }) => state === 'approved' && withdrawn === null)
  const open = drafts.filter(({ state }) => state === 'open').length
  const marks = writing ? writing.written.evidence : (current?.passages ?? [])
  const textAt = ({ start, end }: Spot): string => {
    const block = desk.blocks.find((each) => each.start <= start && end <= each.end)
    return block ? block.text.slice(start - block.start, end - block.start) : ''
  }
  // Elsewhere by now than what is written here: a colleague was faster.
  const isOvertaken =
    writing?.draft != null &&
    drafts.some(({ id, step }) => id === writing.draft?.id && step !== writing.draft?.step)

  return (
    <div className="desk">
      <div className="desk-side">
        <DraftList
          drafts={drafts}
          current={writing?.draft === null ? undefined : current?.id}
          onShow={(id) => {
            if (!writing) work.show(id)
          }}
        />
        {problem !== null && (
          <p className="problem" role="alert">
            {problem}
          </p>
        )}
        {writing ? (
          <>
            {isOvertaken && (
              <p className="notice" role="status">
                A colleague has changed this one meanwhile. What you write stays here:{' '}
                <button
                  type="button"
                  className="text-button"
                  onClick={() => setWriting({ ...writing, draft: null })}
                >
                  lay yours down beside it
                </button>
              </p>
            )}
            <Editor
              desk={desk.id}
              draft={writing.draft?.id ?? null}
              written={writing.written}
              onChange={(written) => setWriting({ ...writing, written })}
              textAt={textAt}
              check={acts.check}
              isBusy={isBusy}
              onSave={save}
              onCancel={() => setWriting(null)}
            />
          </>
        ) : current ? (
          <DraftCard
            draft={current}
            place={at + 1}
            count={drafts.length}
            between={between}
            heading={heading}
            isBusy={isBusy}
            asksWhy={asksWhy === current.id}
            onApprove={approve}
            onDecide={async (state, why) => {
              if (await work.decide(current, state, why)) setAsksWhy(null)
            }}
            onEdit={edit}
            onUndo={work.undo}
          />
        ) : (
          <p>Nothing lies on this desk yet. Ask for questions, or write one.</p>
        )}
        {!writing && (
          <p className="desk-sum">
            {approved.length} approved, {open} open.{' '}
            {approved.length > 0 && (
              <ToSet
                act={acts.makeSet}
                sent={{ desk: desk.id }}
                label={`Make a set of the ${sayCount(approved.length, 'question')} approved`}
              />
            )}{' '}
            <button type="button" className="text-button" onClick={() => setKeyList(true)}>
              Keys
            </button>
          </p>
        )}
      </div>
      <div className="desk-side">
        <DeskText desk={desk} marks={marks} spot={spot} onSpot={setSpot} />
        {writing ? (
          <p className="desk-spot">
            {spot === null ? (
              'Choose a sentence, or select a part of one, to add it as a passage.'
            ) : (
              <>
                <q>{textAt(spot)}</q>{' '}
                <button
                  type="button"
                  className="button"
                  data-quiet=""
                  onClick={() => {
                    const { written } = writing
                    const others = written.evidence.filter(
                      ({ start, end }) => end <= spot.start || spot.end <= start,
                    )
                    setWriting({ ...writing, written: { ...written, evidence: [...others, spot] } })
                    setSpot(null)
                  }}
                >
                  Add it as a passage
                </button>
              </>
            )}
          </p>
        ) : (
          <More
            spot={spot}
            said={spot === null ? null : textAt(spot)}
            isBusy={isBusy}
            add={async (asked) => {
              const result = await work.run(acts.add, { desk: desk.id, ...asked })
              if (result) work.show(result.done.added[0])
              return result?.done ?? null
            }}
            onWrite={(kind: Kind) =>
              setWriting({ draft: null, written: blank(kind, spot === null ? [] : [spot]) })
            }
          />
        )}
      </div>
      {isKeyListOpen && (
        <KeyList keys={KEYS} isOn={keysAreOn} onTurn={turnKeys} onClose={() => setKeyList(false)} />
      )}
    </div>
  )
}
