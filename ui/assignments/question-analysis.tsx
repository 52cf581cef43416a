import type { OptionAnalysis, QuestionAnalysis } from '#server/assignments/analysis-view'
import { StemText } from '#ui/questions/stem-text.tsx'
import { sayCount } from '#ui/text/dates.ts'
import { sayDuration } from '#ui/text/duration.ts'
import { sayShare } from '#ui/text/share.ts'
import { KIND_WORDS, sayFigure, sayHardness, sayOf, sayParting } from './analysis-words.ts'
import { PartBar } from './part-bar.tsx'
import { Sentence } from './sentence.tsx'

const sayThird = (share: number | null): string => (share === null ? '–' : sayShare(share))

/** What each option drew, and from whom. */
function OptionsDrawn({
  options,
  number,
}: {
  readonly options: readonly OptionAnalysis[]
  readonly number: number
}) {
  return (
    // biome-ignore lint/a11y/noNoninteractiveTabindex: what is wider than the page is moved with the keys.
    <section className="options-drawn" aria-label={`What was chosen in question ${number}`} tabIndex={0}>
      <table className="scores">
        <thead>
          <tr>
            <th scope="col">Option</th>
            <th scope="col">Chose it</th>
            <th scope="col" className="figure">
              Best third
            </th>
            <th scope="col" className="figure">
              Weakest third
            </th>
          </tr>
        </thead>
        <tbody>
          {options.map(({ text, isKey, why, chosen, upper, lower }) => (
            <tr key={text}>
              <th scope="row">
                {text}
                {isKey && <b className="key-mark"> Right</b>}
                <span className="evidence">{why}</span>
              </th>
              <td>
                {sayOf(chosen)}
                <PartBar share={chosen.share ?? 0} isRight={isKey} />
              </td>
              <td className="figure">{sayThird(upper)}</td>
              <td className="figure">{sayThird(lower)}</td>
            </tr>
          ))}
        </tbody>
      </table>
    </section>
  )
}

function Figures({ question }: { readonly question: QuestionAnalysis }) {
  const { facility, correlation, upperLower, blanks, medianSeconds, certainWhenWrong, rightWhenGuessed } =
    question
  return (
    <dl className="analysis-figures">
      <div>
        <dt>Mean mark</dt>
        <dd>{facility.value === null ? 'not known' : sayShare(facility.value)}</dd>
        <dd className="soft">Parts of a mark count, a blank earns nothing (facility).</dd>
      </div>
      <div>
        <dt>Best third less weakest</dt>
        <dd>{sayFigure(upperLower.value)}</dd>
        <dd className="soft">{sayParting(question)} (Discrimination; 0.40 or more is good.)</dd>
      </div>
      <div>
        <dt>Goes with the rest</dt>
        <dd>{sayFigure(correlation.value)}</dd>
        <dd className="soft">
          Near 1: who is right here is right elsewhere. Below 0: the other way round (correlation with the
          other questions).
        </dd>
      </div>
      <div>
        <dt>Left blank</dt>
        <dd>{sayOf(blanks)}</dd>
        <dd className="soft">They were asked and said nothing.</dd>
      </div>
      <div>
        <dt>Time</dt>
        <dd>{medianSeconds.value === null ? 'not known' : sayDuration(medianSeconds.value)}</dd>
        <dd className="soft">
          From seeing it to the answer, in the middle of {sayCount(medianSeconds.people, 'answer')}.
        </dd>
      </div>
      <div>
        <dt>Certain, and wrong</dt>
        <dd>{certainWhenWrong.of === 0 ? 'nobody' : sayOf(certainWhenWrong)}</dd>
        <dd className="soft">Of those who were wrong and had said how sure they were.</dd>
      </div>
      {rightWhenGuessed !== null && (
        <div>
          <dt>Guessed, and right</dt>
          <dd>{sayOf(rightWhenGuessed)}</dd>
          <dd className="soft">
            Of those who said ‘guess’. It may truly be {sayShare(rightWhenGuessed.range.low)} to{' '}
            {sayShare(rightWhenGuessed.range.high)}.
          </dd>
        </div>
      )}
    </dl>
  )
}

/** A question that was asked: one line, and behind a press all that is known of it. */
function Question({ question, regrade }: { readonly question: QuestionAnalysis; readonly regrade: string }) {
  const { id, number, stem, kind, key, right, options, advice, sentence } = question
  return (
    <li>
      <details>
        <summary>
          <span className="question-line">
            <span>
              {number}. <StemText text={stem} />
            </span>
            <span className="question-told">
              {sayHardness(question)}
              <PartBar share={right.share ?? 0} isRight />
            </span>
          </span>
        </summary>
        {advice.length > 0 && (
          <ul className="advice">
            {advice.map(({ advice: name, option, says }) => (
              <li key={`${name} ${option}`}>{says}</li>
            ))}
          </ul>
        )}
        <p>
          Asks for {KIND_WORDS[kind]}. The right answer: <b>{key}</b>
        </p>
        {options.length > 0 && (
          <>
            <OptionsDrawn options={options} number={number} />
            <p className="soft small">
              The thirds are of all who have handed in, by how they did on the whole; the figure is the share
              of each that chose it.
            </p>
          </>
        )}
        <Figures question={question} />
        {sentence && <Sentence sentence={sentence} />}
        <p>
          <a href={`${regrade}?question=${id}`}>Regrade question {number}</a>
        </p>
      </details>
    </li>
  )
}

/** Every question that was asked, in the order of the set. */
export function QuestionList({
  questions,
  regrade,
}: {
  readonly questions: readonly QuestionAnalysis[]
  /** The page on which one of them is regraded. */
  readonly regrade: string
}) {
  return (
    <ol className="people analysed">
      {questions.map((question) => (
        <Question key={question.id} question={question} regrade={regrade} />
      ))}
    </ol>
  )
}
