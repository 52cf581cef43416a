import { Fragment } from 'react'
import type { Paper, PaperKey, PaperQuestion } from '#core'
import { Body } from './paper-body.tsx'
import { PrintButton } from './print-button.tsx'

interface Props {
  readonly paper: Paper
  readonly hasKey: boolean
  /** The page one has come from, and the address of the same as a document. */
  readonly home: string
  readonly file: string
}

const Question = ({ question: { number, stem, task, body } }: { readonly question: PaperQuestion }) => (
  <li className="paper-question">
    <p className="paper-stem">
      <b>{number}.</b>{' '}
      {stem.map((part, i) => (
        // biome-ignore lint/suspicious/noArrayIndexKey: parts of a sentence stand where they stand.
        <Fragment key={i}>
          {i > 0 && (
            <span className="paper-blank" data-gap="">
              <span className="unseen">(gap)</span>
            </span>
          )}
          {part}
        </Fragment>
      ))}
    </p>
    <p className="paper-task">{task}</p>
    <Body body={body} />
  </li>
)

const Key = ({ answer: { number, mark, words, why, passages } }: { readonly answer: PaperKey }) => (
  <li className="paper-question">
    <p className="paper-stem">
      <b>
        {number}. {mark}
      </b>{' '}
      {words}
    </p>
    <p>{why}</p>
    {passages.map(({ quote, source }) => (
      <blockquote key={quote}>
        ‘{quote}’ <cite>{source}</cite>
      </blockquote>
    ))}
  </li>
)

const sayWithdrawn = (count: number): string =>
  count === 1
    ? 'One question of the set has been withdrawn and is not printed.'
    : `${count} questions of the set have been withdrawn and are not printed.`

/** A quiz as it is printed, and beside it, on the screen alone, what can be printed otherwise. */
export function PaperSheet({ paper, hasKey, home, file }: Props) {
  const { title, version, questions, keys, withdrawn } = paper
  const other = version === 'A' ? 'B' : 'A'
  const asked = (which: string, key: boolean) => `?version=${which}${key ? '&key=1' : ''}`
  return (
    <div className="frame paper">
      <nav className="paper-tools" aria-label="Printing">
        <p className="actions">
          <PrintButton />{' '}
          <a className="button" data-quiet="" href={`${file}${asked(version, hasKey)}`} download>
            Word document
          </a>
        </p>
        <p>
          <a href={`${home}/print${asked(other, hasKey)}`}>Version {other}</a> ·{' '}
          <a href={`${home}/print${asked(version, !hasKey)}`}>
            {hasKey ? 'Without the key' : 'With the key on a sheet of its own'}
          </a>{' '}
          · <a href={home}>Back</a>
        </p>
        {withdrawn > 0 && <p className="notice">{sayWithdrawn(withdrawn)}</p>}
      </nav>
      <article aria-labelledby="paper-title">
        <p className="paper-version">Version {version}</p>
        <h1 id="paper-title">{title}</h1>
        <p className="paper-head">
          <span>
            Name <span className="paper-blank" />
          </span>
          <span>
            Date <span className="paper-blank" />
          </span>
          <span>
            Mark <span className="paper-blank" data-short="" /> of {questions.length}
          </span>
        </p>
        {questions.length === 0 && <p>There is nothing in it to print.</p>}
        <ol className="paper-questions">
          {questions.map((question) => (
            <Question key={question.number} question={question} />
          ))}
        </ol>
      </article>
      {hasKey && (
        <section className="paper-key" aria-labelledby="paper-key">
          <p className="paper-version">Version {version}</p>
          <h2 id="paper-key">Key: {title}</h2>
          <ol className="paper-questions">
            {keys.map((answer) => (
              <Key key={answer.number} answer={answer} />
            ))}
          </ol>
        </section>
      )}
    </div>
  )
}
