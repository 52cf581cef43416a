import type { DayView, FoundArticle } from '#server/library/view'
import { Story } from '#ui/article/story.tsx'
import { sayCount, sayDay } from '#ui/text/dates.ts'
import { StartForm } from './start-form.tsx'

interface Props {
  readonly day: DayView | null
  /** Days that have a quiz, the newest first. */
  readonly days: readonly string[]
  /** Articles whose quiz this reader has not taken. */
  readonly unread: readonly FoundArticle[]
}

const dayAddress = (day: string): string => `/today/${day}`

/** Before the quiz of a day: what it is, the earlier ones, and more for this reader. */
export function DayStart({ day, days, unread }: Props) {
  const others = days.filter((each) => each !== day?.day)
  return (
    <div className="frame start">
      <p className="label">{day?.isToday === false ? 'The quiz of a day' : 'Today’s quiz'}</p>
      <h1>{day ? sayDay(day.day) : 'No quiz'}</h1>
      {day ? (
        <>
          <p className="promise">
            {sayCount(day.count, 'question')}, about {day.minutes} min, from{' '}
            <a href="/library">the library</a>. The same for everyone
            {day.isToday ? ', and another tomorrow.' : '.'}
          </p>
          {day.open && (
            <p className="notice">
              <a href={`/quiz/${day.open.attempt}`}>Go on where you stopped</a>: {day.open.answered} of{' '}
              {day.count} answered.
            </p>
          )}
          <noscript>
            <p className="notice">Quizzes need JavaScript: answers are saved and checked as you go.</p>
          </noscript>
          <StartForm quiz={{ set: day.set }} hasOpen={day.open !== null} />
        </>
      ) : (
        <p className="notice">
          There is no quiz of that day. <a href="/today">Take today’s</a>, or{' '}
          <a href="/mixed">a mixed quiz</a>.
        </p>
      )}
      {others.length > 0 && (
        <section className="days" aria-labelledby="days-title">
          <h2 id="days-title">Earlier days</h2>
          <ul>
            {others.map((each) => (
              <li key={each}>
                <a href={dayAddress(each)}>{sayDay(each)}</a>
              </li>
            ))}
          </ul>
        </section>
      )}
      {unread.length > 0 && (
        <section className="related" aria-labelledby="more-title">
          <div className="section-head">
            <h2 id="more-title">More for you</h2>
          </div>
          <ul className="stories">
            {unread.map((article) => (
              <li key={article.slug}>
                <Story article={article} level={3} />
              </li>
            ))}
          </ul>
        </section>
      )}
    </div>
  )
}
