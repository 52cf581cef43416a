import type { AttemptLine, OwnScoresView } from '#server/learning/view'
import { Pages } from '#ui/article/pages.tsx'
import { sayDay } from '#ui/text/dates.ts'
import { sayDuration } from '#ui/text/duration.ts'
import { sayScore } from '#ui/text/score.ts'
import { MarkStrip } from './mark-strip.tsx'

const MODES = { practice: 'Practice', test: 'Test' } as const

const sayHow = ({ mode, tries, isPacked }: AttemptLine): string =>
  MODES[mode] + (tries > 1 ? `, ${tries} tries` : '') + (isPacked ? ', offline pack' : '')

const sayTime = ({ seconds }: AttemptLine): string => (seconds === undefined ? '' : sayDuration(seconds))

const sayResult = ({ submittedAt, score, answered, count, isPacked }: AttemptLine): string =>
  submittedAt && isPacked
    ? 'No score'
    : submittedAt && score !== undefined
      ? `${sayScore(score)} of ${count}`
      : `Open, ${answered} of ${count} answered`

function Row({ line }: { readonly line: AttemptLine }) {
  const { attempt, title, startedAt, submittedAt, marks } = line
  const day = sayDay(submittedAt ?? startedAt, 'short')
  const words = [day, sayHow(line), sayTime(line)].filter((each) => each !== '')
  return (
    <tr>
      <th scope="row">
        <a href={`/quiz/${attempt}`}>{title}</a>
        <MarkStrip marks={marks} />
        <span className="narrow-only">{words.join(' · ')}</span>
      </th>
      <td className="wide-only">{day}</td>
      <td className="wide-only">{sayHow(line)}</td>
      <td className="wide-only figure">{sayTime(line)}</td>
      <td className="figure">{sayResult(line)}</td>
    </tr>
  )
}

const addressOf = (page: number): string => (page === 1 ? '/me#quizzes' : `/me?page=${page}#quizzes`)

/** Every quiz one person has taken, newest first; each leads to its questions and answers. */
export function Attempts({ scores: { lines, page, pages, newest } }: { readonly scores: OwnScoresView }) {
  return (
    <section id="quizzes" className="own-part">
      <table className="scores">
        <caption>Your quizzes</caption>
        <thead>
          <tr>
            <th scope="col">Quiz</th>
            <th scope="col" className="wide-only">
              Taken
            </th>
            <th scope="col" className="wide-only">
              How
            </th>
            <th scope="col" className="wide-only figure">
              Time
            </th>
            <th scope="col" className="figure">
              Score
            </th>
          </tr>
        </thead>
        <tbody>
          {lines.map((line) => (
            <Row key={line.attempt} line={line} />
          ))}
        </tbody>
      </table>
      <p className="small soft">
        A square stands for a question, filled as far as you had it right. Each quiz opens with its questions,
        what you answered and how sure you were. The time is that from the start to the handing-in.
        {lines.some(({ isPacked }) => isPacked) &&
          ' What was practised with an offline pack has no score: the right answers were on the device.'}
        {newest !== null && ` This page tells of your newest ${newest} quizzes.`}
      </p>
      <Pages page={page} pages={pages} addressOf={addressOf} />
    </section>
  )
}
