import type { Metadata } from 'next'
import { notFound } from 'next/navigation'
import { getCorrection } from '#server/corrections/corrections'
import { enter } from '#server/enter'
import { readId } from '#server/fields'
import { Decide } from '#ui/corrections/decide.tsx'
import { Diff } from '#ui/corrections/diff.tsx'
import { Effects } from '#ui/corrections/effects.tsx'
import { ORIGIN_WORDS, STATE_WORDS } from '#ui/corrections/words.ts'
import { Moment } from '#ui/text/moment.tsx'
import { dropCorrection, publishCorrection } from '../actions.ts'

export const metadata: Metadata = { title: 'Correction', robots: { index: false } }

interface Props {
  readonly params: Promise<{ readonly id: string }>
}

/** A correction before it stands, and after: the two texts, the questions, the people. */
export default async function CorrectionPage({ params }: Props) {
  const viewer = await enter('correct-articles')
  const asked = readId((await params).id)
  const correction = asked && (await getCorrection(viewer, asked))
  if (!correction) notFound()
  const { id, slug, title, origin, note, state, at, by, diff, effects, isConflict, isOutdated } = correction
  return (
    <div className="frame account" data-wide="">
      <header>
        <p className="label">Correction</p>
        <h1>{title}</h1>
        <p className="soft">
          {ORIGIN_WORDS[origin]}
          {by !== null && ` by ${by}`}, <Moment at={at} />. {STATE_WORDS[state]}{' '}
          <a href={`/articles/${slug}`}>The article</a>
        </p>
        <p className="promise">{note}</p>
      </header>
      {state === 'open' && isConflict && (
        <p className="notice">
          The article has been edited here since its file was last taken. Neither wins by itself: publish the
          file’s text, or leave the one that stands.
        </p>
      )}
      {isOutdated && (
        <p className="notice" role="status">
          The article has been changed since this was laid beside it. Correct it again from how it reads now.
        </p>
      )}
      <section aria-labelledby="text">
        <h2 id="text">The text</h2>
        <Diff parts={diff} />
      </section>
      {effects && <Effects effects={effects} isDone={state === 'published'} />}
      {state === 'open' && !isOutdated && (
        <section aria-labelledby="decide">
          <h2 id="decide">And now</h2>
          <Decide correction={id} article={slug} publish={publishCorrection} drop={dropCorrection} />
        </section>
      )}
    </div>
  )
}
