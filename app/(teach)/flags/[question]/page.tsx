import type { Metadata } from 'next'
import { notFound } from 'next/navigation'
import { Suspense } from 'react'
import { enter } from '#server/enter'
import { readId } from '#server/fields'
import { getFlagPage, querySchema } from '#server/flags/page'
import { rehearseAsked } from '#server/flags/rehearse'
import type { FlagPageView } from '#server/flags/view'
import type { Viewer } from '#server/viewer'
import { KeyInWords } from '#ui/bank/key-in-words.tsx'
import { Verdict } from '#ui/desk/verdict.tsx'
import { AsSeen } from '#ui/flags/as-seen.tsx'
import { DecideForm } from '#ui/flags/decide-form.tsx'
import { DecisionList, sayDecision } from '#ui/flags/decision-list.tsx'
import { Drawn } from '#ui/flags/drawn.tsx'
import { FlagLines } from '#ui/flags/flag-lines.tsx'
import { Rehearsed } from '#ui/flags/rehearsed.tsx'
import { ToDraft } from '#ui/flags/to-draft.tsx'
import { CHOICE_WORDS } from '#ui/flags/words.ts'
import { Problem } from '#ui/form/problem.tsx'
import { StemText } from '#ui/questions/stem-text.tsx'
import { Confirm } from '#ui/regrades/confirm.tsx'
import { decideFlags, mendAtDesk, undoDecision } from '../actions.ts'

export const metadata: Metadata = { title: 'A question that was flagged', robots: { index: false } }

interface Props {
  readonly params: Promise<{ readonly question: string }>
  readonly searchParams: Promise<Record<string, string | string[] | undefined>>
}

/** What would change, and the press that has it change. */
async function Preview({ viewer, view }: { readonly viewer: Viewer; readonly view: FlagPageView }) {
  const { question, seen, until, asked, undo, isOwners } = view
  const rehearsal = await rehearseAsked(viewer, view)
  if (!rehearsal) return null
  if ('problem' in rehearsal) return <Problem words={rehearsal.problem} />
  return (
    <>
      <Rehearsed rehearsal={rehearsal} choice={undo ? null : asked.choice} isOwners={isOwners} />
      <Confirm
        {...(undo
          ? { act: undoDecision, label: 'Undo it', sent: { question, decision: undo.id, seen } }
          : { act: decideFlags, label: 'Decide it', sent: { question, seen, until, ...asked } })}
        next={`/flags/${question}#decided`}
      />
    </>
  )
}

/** A question that was flagged: as its reader saw it, what is said of it and how it was answered, and what is decided. */
export default async function FlagPage({ params, searchParams }: Props) {
  const viewer = await enter('decide-flags')
  const id = readId((await params).question)
  const view = id && (await getFlagPage(viewer, id, querySchema.parse(await searchParams)))
  if (!view) notFound()
  const { question, title, slug, shown, told, checked, withdrawn, asked, undo } = view
  return (
    <div className="frame account flag-page">
      <header>
        <p className="label">{view.flags.length > 0 ? 'Flagged question' : 'Corrected question'}</p>
        <h1>
          <StemText text={told.stem} />
        </h1>
        <p>
          <a href={`/articles/${slug}`}>{title}</a> · <a href="/flags">All flags</a>
        </p>
        {withdrawn !== null && <p className="notice">Not asked any more: {withdrawn}</p>}
      </header>
      <section aria-labelledby="said">
        <h2 id="said">What is said</h2>
        {view.flags.length > 0 ? (
          <FlagLines flags={view.flags} />
        ) : (
          <p>Nobody has flagged it. Its article was corrected since, and says otherwise now.</p>
        )}
      </section>
      <section aria-labelledby="seen-head">
        <h2 id="seen-head">As its reader saw it</h2>
        <AsSeen shown={shown} />
      </section>
      <section aria-labelledby="key">
        <h2 id="key">Key and source</h2>
        {view.key !== told.key && (
          <p className="notice">
            It was regraded: the right answer is <b>{view.key}</b> by now.
          </p>
        )}
        <KeyInWords told={told} />
        <Verdict checked={checked} />
      </section>
      <section aria-labelledby="drawn">
        <h2 id="drawn">How it was answered</h2>
        <Drawn drawn={view.drawn} />
      </section>
      <section aria-labelledby="decide">
        <h2 id="decide">Decide</h2>
        <DecideForm view={view} />
      </section>
      {(undo || asked.choice) && (
        <section id="preview" aria-labelledby="preview-head">
          <h2 id="preview-head">{undo ? 'What undoing it would change' : 'What would change'}</h2>
          <p>
            <b>{undo ? sayDecision(undo) : asked.choice && CHOICE_WORDS[asked.choice]}</b>
          </p>
          <Suspense fallback={<p role="status">It is being tried out on every answer. One moment.</p>}>
            <Preview viewer={viewer} view={view} />
          </Suspense>
        </section>
      )}
      <section aria-labelledby="mend">
        <h2 id="mend">Mend it</h2>
        <p>
          At your desk it lies with what readers say beside it. What you write there becomes a question of
          your own once you approve it.
        </p>
        <p>
          <ToDraft act={mendAtDesk} question={question} />
        </p>
      </section>
      <section aria-labelledby="decided">
        <h2 id="decided">What was decided</h2>
        <DecisionList decisions={view.decisions} />
      </section>
    </div>
  )
}
