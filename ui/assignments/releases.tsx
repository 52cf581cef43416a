import type { CountedAssignment } from '#server/assignments/view'
import { Press } from '#ui/form/press.tsx'
import type { Act } from '#ui/form/reply.ts'

interface Props {
  readonly assignments: readonly CountedAssignment[]
  readonly release: Act<unknown>
  readonly takeBack: Act<unknown>
}

/** What they see of a quiz whose rules withhold it. */
function saySeen({ feedback, areScoresReleased, areAnswersReleased, isWaiting }: CountedAssignment): string {
  if (areAnswersReleased) return 'They see how it went, with the answers.'
  if (areScoresReleased)
    return `They see their scores, and no answers.${isWaiting ? ' Some have handed in since, and do not.' : ''}`
  return feedback === 'never'
    ? 'They do not see how it went.'
    : 'They do not see how it went before it has closed for everybody.'
}

function Line({
  line,
  release,
  takeBack,
}: Omit<Props, 'assignments'> & { readonly line: CountedAssignment }) {
  const { id, title, feedback, areScoresReleased, areAnswersReleased, isWaiting } = line
  const sent = { assignment: id }
  return (
    <li>
      <b>{title}</b>
      <span className="soft">{saySeen(line)}</span>
      {!areAnswersReleased && (
        <span className="deeds">
          {isWaiting && (
            <Press
              act={release}
              sent={{ ...sent, what: 'scores' }}
              label={areScoresReleased ? 'Release those too' : 'Release scores'}
              about={`of ${title}`}
            />
          )}
          {areScoresReleased && (
            <Press act={takeBack} sent={sent} label="Take the scores back" about={`of ${title}`} />
          )}
          {feedback === 'after-closing' && (
            <Press
              act={release}
              sent={{ ...sent, what: 'answers' }}
              label="Release answers too"
              about={`of ${title}`}
            />
          )}
        </span>
      )}
    </li>
  )
}

/** Quizzes of which their rules withhold how they went, with what can be released by hand. */
export function Releases({ assignments, release, takeBack }: Props) {
  const withheld = assignments.filter(({ feedback }) => feedback === 'never' || feedback === 'after-closing')
  if (withheld.length === 0) return <p>By the rules of your quizzes everybody sees at once how they went.</p>
  return (
    <>
      <p className="soft">
        Scores come with your word to the learner, and without any mark of a question. Answers that are
        released cannot be taken back, and whoever has yet to take the quiz may hear of them.
      </p>
      <ul className="sessions releases">
        {withheld.map((line) => (
          <Line key={line.id} line={line} release={release} takeBack={takeBack} />
        ))}
      </ul>
    </>
  )
}
