import type { FormatView, LossView, TakeOutView } from '#server/exchange/view'
import { sayCount } from '#ui/text/dates.ts'

interface Props {
  readonly out: TakeOutView
  /** Where the questions stand, and what the way back is called. */
  readonly home: string
  readonly label: string
  /** Where the files are fetched. */
  readonly file: string
}

/** The formats in which questions can be taken out: what each is for, and what it will not hold, before anything is downloaded. */
export function TakeOut({ out: { title, count, formats }, home, label, file }: Props) {
  return (
    <div className="frame account">
      <header>
        <p className="label">As a file</p>
        <h1>{title}</h1>
        <p>
          {sayCount(count, 'question')} · <a href={home}>{label}</a> ·{' '}
          <a href="/bank/import">Bring questions in</a>
        </p>
      </header>
      {count === 0 ? (
        <p className="notice">
          There is nothing to take out yet: what is withdrawn or not approved stays here.
        </p>
      ) : (
        formats.map((format) => <Format key={format.name} format={format} count={count} file={file} />)
      )}
    </div>
  )
}

function Format({
  format,
  count,
  file,
}: {
  readonly format: FormatView
  readonly count: number
  readonly file: string
}) {
  const { name, title, use, never, held, losses } = format
  return (
    <section aria-labelledby={`format-${name}`}>
      <h2 id={`format-${name}`}>{title}</h2>
      <p>{use}</p>
      {losses.length === 0 && never === '' ? (
        <p>Nothing is lost.</p>
      ) : (
        <ul className="losses" aria-label={`What is lost in ${title}`}>
          {never !== '' && <li>{never}</li>}
          {losses.map((loss) => (
            <li key={loss.says}>
              <b>{sayWhich(loss, count)}:</b> {loss.says}
            </li>
          ))}
        </ul>
      )}
      <p>
        {held === 0 ? (
          'None of these questions can be held in it.'
        ) : (
          <a className="button" data-quiet="" href={`${file}?format=${name}`} download>
            Download {sayCount(held, 'question')} as {title}
          </a>
        )}
      </p>
    </section>
  )
}

/** 'Question 3', 'Questions 3 and 5', 'All questions'. */
function sayWhich({ numbers }: LossView, count: number): string {
  if (numbers.length === count) return count === 1 ? 'The question' : 'All questions'
  if (numbers.length === 1) return `Question ${numbers[0]}`
  return `Questions ${numbers.slice(0, -1).join(', ')} and ${numbers.at(-1)}`
}
