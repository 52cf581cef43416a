import { listOwnAssignments } from '#server/assignments/own'
import { listAttempts } from '#server/attempts/history'
import { enter } from '#server/enter'
import { getToday } from '#server/learning/streak'
import { listLibrary } from '#server/library/list'
import { listTopics } from '#server/library/topics'
import { OpenQuizzes } from '#ui/article/open-quizzes.tsx'
import { Story } from '#ui/article/story.tsx'
import { TopicList } from '#ui/article/topic-list.tsx'
import { conceptAddress, libraryAddress } from '#ui/article/topics.ts'
import { DueAssignments } from '#ui/assignments/due.tsx'
import { TodayLine } from '#ui/scores/today-line.tsx'

/** How many stories stand beside the first. */
const BESIDE = 4
/** Topics of a sort; the library has the rest. */
const SHOWN = 16

/** The front page: what is new, what is open, and the library by sector and concept. */
export default async function FrontPage() {
  const viewer = await enter('read-articles')
  const [{ articles }, { rows }, today, sectors, concepts, given] = await Promise.all([
    listLibrary(viewer, {}),
    listAttempts(viewer),
    getToday(viewer),
    listTopics(viewer, 'sector', SHOWN),
    listTopics(viewer, 'concept', SHOWN),
    listOwnAssignments(viewer),
  ])
  const [first, ...others] = articles
  const open = rows.filter(({ submittedAt }) => !submittedAt)
  return (
    <div className="frame">
      <header className="front-head">
        <h1>Read the news. Then find out what stayed.</h1>
        <p>
          Bellwether turns business news into questions that can be checked. After every answer you see the
          very sentence that settles it. No account needed.
          {first && (
            <>
              {' '}
              Take <a href="/today">today’s quiz</a>, seven questions for everyone,{' '}
              <a href="/mixed">a mixed quiz</a>, or <a href="/practice">practise</a>: each question is chosen
              by your answers so far.
            </>
          )}
        </p>
        <TodayLine today={today} />
      </header>
      <DueAssignments lines={given} />
      <OpenQuizzes rows={open} />
      {first ? (
        <div className="front">
          <div>
            <Story article={first} level={2} isFirst />
            {first.concepts.length > 0 && (
              <div className="lead-topics">
                <h3 className="label">What it turns on</h3>
                <ul>
                  {first.concepts.map((concept) => (
                    <li key={concept}>
                      <a href={conceptAddress(concept)}>{concept}</a>
                    </li>
                  ))}
                </ul>
              </div>
            )}
          </div>
          <ul className="stories">
            {others.slice(0, BESIDE).map((article) => (
              <li key={article.slug}>
                <Story article={article} level={3} />
              </li>
            ))}
          </ul>
        </div>
      ) : (
        <p className="notice front">
          No articles yet. Put Markdown files into content/articles and start Bellwether again.
        </p>
      )}
      {first && (
        <section aria-labelledby="library-title">
          <div className="section-head">
            <h2 id="library-title">The library</h2>
            <a href="/library">All articles</a>
          </div>
          <div className="topics">
            <div>
              <h3>By sector</h3>
              <ul>
                <TopicList topics={sectors} addressOf={(sector) => libraryAddress({ sector })} />
              </ul>
            </div>
            <div>
              <h3>By concept</h3>
              <ul className="wide">
                <TopicList topics={concepts} addressOf={conceptAddress} />
              </ul>
            </div>
          </div>
        </section>
      )}
    </div>
  )
}
