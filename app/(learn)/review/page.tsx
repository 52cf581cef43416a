import type { Metadata } from 'next'
import { enter } from '#server/enter'
import { listCorrections } from '#server/reviews/corrections'
import { getReview, listMemories } from '#server/reviews/review'
import { Corrections } from '#ui/review/corrections.tsx'
import { KeepReview } from '#ui/review/keep-review.tsx'
import { LearningForm } from '#ui/review/learning-form.tsx'
import { Memories } from '#ui/review/memories.tsx'
import { Reviewed } from '#ui/review/reviewed.tsx'
import { StartReview } from '#ui/review/start-review.tsx'
import { sayCount, sayDay } from '#ui/text/dates.ts'
import { bury, draw, drop, grade, see, setAside, undo, updateLearning } from './actions.ts'

export const metadata: Metadata = { title: 'Daily review', robots: { index: false } }

/** What came back today, what is still to come, and all facts that are kept in mind. */
export default async function ReviewPage() {
  const viewer = await enter('review-facts')
  const review = await getReview(viewer)
  const memories = await listMemories(viewer)
  const corrections = await listCorrections(viewer)
  const { due, today, minutes, reviewed, next, count, learning } = review
  return (
    <div className="frame account">
      <header>
        <p className="label">Daily review</p>
        <h1>{due === 0 ? 'Nothing is due' : `${due} due, ${today} today`}</h1>
        {today > 0 && (
          <p>About {minutes} min. Each fact is asked another way than the last time, where there is one.</p>
        )}
        {due > 0 && today === 0 && <p>Today’s share is done. The rest keeps until tomorrow.</p>}
        {due === 0 && next !== null && (
          <p>
            The next fact comes back on {sayDay(next)}. Until then, <a href="/practice">practise</a>.
          </p>
        )}
        {count === 0 && (
          <p>
            Take a quiz and add its facts to your review: each comes back just before you would forget it, and
            rarer the better you know it. <a href="/library">Find an article</a>.
          </p>
        )}
      </header>
      {today > 0 && <StartReview draw={draw} />}
      {today > 0 && <KeepReview draw={draw} />}
      {corrections.length > 0 && (
        <section aria-labelledby="corrected">
          <h2 id="corrected">Corrected since you learned it</h2>
          <Corrections corrections={corrections} see={see} />
        </section>
      )}
      {reviewed.length > 0 && (
        <section aria-labelledby="reviewed">
          <h2 id="reviewed">Back today</h2>
          <Reviewed reviewed={reviewed} grade={grade} undo={undo} />
        </section>
      )}
      {memories.length > 0 && (
        <section aria-labelledby="kept">
          <h2 id="kept">Kept in mind: {sayCount(count, 'fact')}</h2>
          <Memories memories={memories} bury={bury} suspend={setAside} drop={drop} />
        </section>
      )}
      {viewer.personId !== null && (
        <section aria-labelledby="how">
          <h2 id="how">How much, how well</h2>
          <LearningForm learning={learning} updateLearning={updateLearning} />
        </section>
      )}
    </div>
  )
}
