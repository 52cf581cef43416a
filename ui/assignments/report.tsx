import type { Report, ReportLine, ReportsView } from '#server/assignments/report-view'
import { sayCount } from '#ui/text/dates.ts'
import { Moment } from '#ui/text/moment.tsx'
import { NOBODY, sayLate, sayPercent, sayShares } from './words.ts'

const sayScore = (score: number | null): string => (score === null ? '–' : sayPercent(score))

const sayGrade = ({ isExcused, own, score, isMissing }: ReportLine): string =>
  isExcused ? 'excused' : sayScore(own ?? score ?? (isMissing ? 0 : null))

/** What is to be said of a grade beside its figure. */
const remarksOn = ({ attempts, lateDays, own, isExcused, isMissing }: ReportLine): string =>
  [
    attempts === 0 ? (isMissing && own === null ? 'not handed in, counts as nought' : 'not handed in') : '',
    attempts > 1 ? sayCount(attempts, 'attempt') : '',
    sayLate(lateDays),
    own !== null && !isExcused ? 'laid down by hand' : '',
  ]
    .filter((remark) => remark !== '')
    .join(', ')

interface Props {
  readonly of: ReportsView
  readonly report: Report
}

function Line({ line, category }: { readonly line: ReportLine; readonly category: string | undefined }) {
  const { title, endsAt, own, reason, comment } = line
  return (
    <tr>
      <th scope="row">
        {title}
        {category !== undefined && <small>{category}</small>}
      </th>
      <td>{endsAt === null ? '–' : <Moment at={endsAt} />}</td>
      <td>{sayGrade(line)}</td>
      <td>
        {remarksOn(line)}
        {own !== null && reason && <small>{reason}</small>}
        {comment !== null && <small>‘{comment}’</small>}
      </td>
    </tr>
  )
}

/** How one learner does in a class: a page to be read, or printed for a parents' evening. */
export function ReportSheet({ of: { class: own, categories, at }, report }: Props) {
  const { name, hasLeft, total, means, lines, concepts } = report
  const nameOf = (id: string | null) => categories.find((category) => category.id === id)?.name
  const who = name ?? NOBODY
  return (
    <article className="report">
      <header>
        <p className="label">{own.name}</p>
        <h2>{who}</h2>
        <p className="soft">
          {hasLeft && 'Has left the class. '}As of <Moment at={at} />.
        </p>
      </header>
      <dl className="report-totals">
        <div>
          <dt>In all</dt>
          <dd>{sayScore(total)}</dd>
        </div>
        {sayShares(categories).map(({ id, name: part, share }, i) => (
          <div key={id}>
            <dt>
              {part}, {share} of it
            </dt>
            <dd>{sayScore(means[i] ?? null)}</dd>
          </div>
        ))}
      </dl>
      {lines.length === 0 ? (
        <p>No quiz has been given to them yet.</p>
      ) : (
        // biome-ignore lint/a11y/noNoninteractiveTabindex: what is wider than the page is moved with the keys.
        <section className="report-table" aria-label={`Quizzes of ${who}`} tabIndex={0}>
          <table>
            <thead>
              <tr>
                <th scope="col">Quiz</th>
                <th scope="col">Due</th>
                <th scope="col">Grade</th>
                <th scope="col">Remarks</th>
              </tr>
            </thead>
            <tbody>
              {lines.map((line) => (
                <Line key={line.id} line={line} category={nameOf(line.category)} />
              ))}
            </tbody>
          </table>
        </section>
      )}
      {concepts.length > 0 && (
        <>
          <h3>What the questions were about</h3>
          <ul className="report-concepts">
            {concepts.map(({ name: concept, asked, right }) => (
              <li key={concept}>
                {concept}: {right} of {asked} right
              </li>
            ))}
          </ul>
        </>
      )}
    </article>
  )
}
