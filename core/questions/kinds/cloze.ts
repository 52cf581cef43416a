import { MOST_TRIES, markOf } from '../../learning/mark.ts'
import { sameText } from '../../learning/same-text.ts'
import { type AnyAsk, isSeries, SLOT } from '../ask.ts'
import { writingsOf } from '../figure-text.ts'
import { hasOneSlot } from '../fill.ts'
import type { KindDefinition } from '../kind.ts'
import { type ClozeQuestion, GAP } from '../question.ts'
import { baseOf } from '../question-base.ts'

/** Longer answers are typed from memory by nobody. */
const LONGEST_ANSWER = 40
const LONGEST_TYPED = 200

function draft(ask: AnyAsk): ClozeQuestion | null {
  if (isSeries(ask)) return null
  const { sentence, key } = ask
  if (sentence === undefined || !hasOneSlot(sentence) || sentence.trimStart().startsWith(SLOT)) return null
  if (key.text.length > LONGEST_ANSWER || (key.type === 'figure' && key.high !== undefined)) return null
  return {
    kind: 'cloze',
    ...baseOf(ask, 'cloze'),
    stem: sentence.replace(SLOT, GAP).replace(/(?<![\p{L}\p{N}])([Aa])n? _/u, '$1(n) _'),
    answer: key.text,
    accepts: key.type === 'figure' ? writingsOf(key) : [...key.accepts],
  }
}

/** A sentence with one gap. The answer is what was typed into it. */
export const cloze: KindDefinition<'cloze'> = {
  kind: 'cloze',
  draft,
  countParts: () => 0,
  mostTries: () => MOST_TRIES,
  arrange: () => ({ ids: [], order: [] }),
  show: ({ stem }) => ({ kind: 'cloze', stem }),
  readAnswer: (raw) => {
    if (raw === null) return null
    if (typeof raw !== 'string' || raw.length > LONGEST_TYPED) return undefined
    return raw.trim() === '' ? null : raw.trim()
  },
  feedback: (question, answer, _, tries) => {
    const right = answer !== null && sameText(answer, [question.answer, ...question.accepts])
    return {
      mark: markOf('cloze', answer === null ? null : { right }, tries),
      key: question.answer,
      given: answer ?? '',
      explanation: question.explanation,
    }
  },
  rekey: (question, answer) => ({ ...question, explanation: '', answer, accepts: [] }),
}
