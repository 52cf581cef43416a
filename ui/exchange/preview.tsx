import type { ComingView, PreviewView } from '#server/exchange/view'
import { Verdict } from '#ui/desk/verdict.tsx'
import { SAID_KINDS } from '#ui/questions/said-kinds.ts'
import { StemText } from '#ui/questions/stem-text.tsx'
import { sayCount } from '#ui/text/dates.ts'

/** What would become of a file: what is amiss by line, and each question with what the checker says. */
export function Preview({ preview: { problems, questions } }: { readonly preview: PreviewView }) {
  return (
    <section aria-labelledby="coming">
      <h2 id="coming">
        {questions.length === 0
          ? 'Nothing can come in'
          : `${sayCount(questions.length, 'question')} would come in`}
      </h2>
      {problems.length > 0 && (
        <ol className="roster" aria-label="What is amiss">
          {problems.map(({ line, says }) => (
            <li key={`${line} ${says}`} data-problem="">
              <span className="soft">Line {line}:</span> {says}
            </li>
          ))}
        </ol>
      )}
      {questions.length > 0 && (
        <ol className="coming" aria-label="What would come in">
          {questions.map((question) => (
            <Coming key={question.line} question={question} />
          ))}
        </ol>
      )}
    </section>
  )
}

const Coming = ({ question }: { readonly question: ComingView }) => {
  const { line, kind, stem, keyWords, isSourced, isKnown, failures, rules } = question
  return (
    <li>
      <p className="about-question">
        <span>Line {line}</span>
        <span>{SAID_KINDS[kind]}</span>
        {!isSourced && <b>Not sourced</b>}
        {isKnown && <span>You have it already: it is changed at your desk</span>}
      </p>
      <p>
        <b>
          <StemText text={stem} />
        </b>
      </p>
      <p>Key: {keyWords}</p>
      <Verdict checked={{ failures, rules }} />
    </li>
  )
}
