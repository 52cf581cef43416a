import type { Effects as EffectsView, FactEffect, QuestionEffect } from '#server/corrections/view'
import { StemText } from '#ui/questions/stem-text.tsx'
import { sayCount } from '#ui/text/dates.ts'

const sayTouched = ({ people, assignments }: QuestionEffect): string =>
  [
    ...(people > 0 ? [`answered by ${sayCount(people, 'person', 'people')}`] : []),
    ...(assignments > 0 ? [`in ${sayCount(assignments, 'quiz', 'quizzes')} of classes`] : []),
  ].join(', ')

function Question({ question, isDone }: { readonly question: QuestionEffect; readonly isDone: boolean }) {
  const { version, stem, key, fate, now, why, people, assignments } = question
  const touched = sayTouched(question)
  return (
    <li>
      <p>
        <b>
          <StemText text={stem} />
        </b>{' '}
        <span className="soft">{key}</span>
      </p>
      <p>
        {fate === 'changed' && now ? (
          <>
            Now
            {now.stem !== stem && (
              <>
                : <StemText text={now.stem} />
              </>
            )}
            {now.stem === stem ? ': ' : ' '}
            <b>{now.key}</b>
          </>
        ) : (
          <>Not asked any more. {why}</>
        )}
      </p>
      {touched !== '' && <p className="soft">{touched}</p>}
      {isDone && people + assignments > 0 && (
        <p>
          <a href={`/flags/${version}`}>Regrade what was answered, or let it stand</a>
        </p>
      )}
    </li>
  )
}

function Fact({ fact: { label, was, is, people } }: { readonly fact: FactEffect }) {
  return (
    <li>
      <b>{label}</b>: <del>{was}</del> {is === null ? 'is stated no more' : <ins>{is}</ins>}
      {people > 0 && (
        <span className="soft"> ({sayCount(people, 'person remembers it', 'people remember it')})</span>
      )}
    </li>
  )
}

/** What a correction changes, and whom it touches. */
export function Effects({ effects, isDone }: { readonly effects: EffectsView; readonly isDone: boolean }) {
  const { questions, kept, made, facts, factsKept, people, assignments } = effects
  return (
    <>
      <section aria-labelledby="whom">
        <h2 id="whom">{isDone ? 'Whom it touched' : 'Whom it touches'}</h2>
        <p>
          {people === 0 && assignments === 0
            ? 'Nobody: no question that somebody has answered, or that stands in a quiz of a class, changes.'
            : `${sayCount(people, 'person has', 'people have')} answered a question that changes, and ${sayCount(assignments, 'quiz of a class holds', 'quizzes of classes hold')} one. They are told; whoever remembers a fact that changes learns it anew. Scores stay as they are until somebody regrades.`}
        </p>
      </section>
      <section aria-labelledby="questions">
        <h2 id="questions">Questions</h2>
        <p className="soft">
          {sayCount(kept, 'question stays', 'questions stay')} as they are, found again in the new text;{' '}
          {sayCount(questions.length, 'changes', 'change')}; {sayCount(made, 'is', 'are')} new.
        </p>
        {questions.length > 0 && (
          <ul className="people">
            {questions.map((question) => (
              <Question key={question.version} question={question} isDone={isDone} />
            ))}
          </ul>
        )}
      </section>
      <section aria-labelledby="facts">
        <h2 id="facts">Facts</h2>
        <p className="soft">{sayCount(factsKept, 'fact stays', 'facts stay')} as they are.</p>
        {facts.length > 0 && (
          <ul className="people">
            {facts.map((fact) => (
              <Fact key={`${fact.label} ${fact.was}`} fact={fact} />
            ))}
          </ul>
        )}
      </section>
    </>
  )
}
