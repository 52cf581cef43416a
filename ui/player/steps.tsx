import type { AttemptView, ItemView } from '#server/attempts/view'
import { isWhole } from '#ui/questions/verdict.ts'
import type { SessionState } from './state.ts'

interface Props {
  readonly attempt: AttemptView
  readonly state: SessionState
  readonly place: number
  readonly onGo: (place: number) => void
}

type Standing = 'right' | 'later' | 'partly' | 'wrong' | 'answered' | 'open'

const WORDS: Readonly<Record<Standing, string>> = {
  right: 'right',
  later: 'right at a later try',
  partly: 'partly right',
  wrong: 'not right',
  answered: 'answered',
  open: 'not answered',
}

function standingOf({ feedback, position }: ItemView, { drafts }: SessionState): Standing {
  if (feedback && isWhole(feedback)) return feedback.tries ? 'later' : 'right'
  if (feedback) return feedback.mark > 0 ? 'partly' : 'wrong'
  return (drafts[position]?.answer ?? null) === null ? 'open' : 'answered'
}

/** The questions in a row: how far one is, and a way to each. */
export function Steps({ attempt, state, place, onGo }: Props) {
  return (
    <nav aria-label="Questions">
      <ol className="steps" data-growing={attempt.practice ? '' : undefined}>
        {attempt.items.map((item) => {
          const standing = standingOf(item, state)
          return (
            <li key={item.position}>
              <button
                type="button"
                onClick={() => onGo(item.position)}
                data-standing={standing === 'later' ? 'partly' : standing}
                aria-current={item.position === place ? 'step' : undefined}
              >
                <span className="unseen">
                  Question {item.position}, {WORDS[standing]}
                </span>
              </button>
            </li>
          )
        })}
      </ol>
    </nav>
  )
}
