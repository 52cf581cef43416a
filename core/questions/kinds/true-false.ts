import { markOf } from '../../learning/mark.ts'
import type { Random } from '../../random.ts'
import { type AnyAsk, type Ask, isSeries, type Rival } from '../ask.ts'
import { standsIn } from '../checker/words.ts'
import { fitRivals, makeFigure } from '../distractors.ts'
import { fill, hasOneSlot } from '../fill.ts'
import type { KindDefinition, Wish } from '../kind.ts'
import type { TrueFalseQuestion } from '../question.ts'
import { baseOf } from '../question-base.ts'

const BEST = 3

/** What to put in the key's place: one of the best rivals of the article, else a figure made up beside it. */
function chooseRival(ask: Ask, random: Random, { taken, turn = 0 }: Wish): Rival | undefined {
  // 'Harrow replaces Harrow' is no statement
  const rivals = fitRivals(ask).filter(({ key: { text } }) => !standsIn(text, ask.statement ?? ''))
  const best = rivals.filter(({ source }) => source === rivals[0]?.source).slice(0, BEST)
  const { key } = ask
  if (best.length > 0 || key.type !== 'figure')
    return best[(random.integer(best.length) + turn) % best.length]
  const sides = random.shuffle(['below', 'above'] as const)
  return sides.flatMap((side) => makeFigure({ ...ask, key }, side, [], random, taken) ?? [])[0]
}

function draft(ask: AnyAsk, random: Random, wish: Wish = {}): TrueFalseQuestion | null {
  if (isSeries(ask)) return null
  const { statement, key } = ask
  if (statement === undefined || !hasOneSlot(statement)) return null
  const isTrue = wish.truth ?? random.next() < 0.5
  const base = { kind: 'true-false' as const, ...baseOf(ask, 'true-false') }
  const truth = fill(statement, key.text)
  if (isTrue) return { ...base, stem: truth, answer: true }
  const rival = chooseRival(ask, random, wish)
  if (!rival) return null
  const explanation = rival.source === 'article' ? `${rival.why} ${ask.explanation}` : ask.explanation
  return { ...base, explanation, stem: fill(statement, rival.key.text), answer: false, correction: truth }
}

const say = (answer: boolean): string => (answer ? 'True' : 'False')

const READ: Readonly<Record<string, boolean | null>> = { true: true, false: false, null: null, '': null }

/** A statement that is true, or false in exactly one part; the true one is shown afterwards. The answer is true or false. */
export const trueFalse: KindDefinition<'true-false'> = {
  kind: 'true-false',
  draft,
  countParts: () => 0,
  mostTries: () => 1,
  arrange: () => ({ ids: [], order: [] }),
  show: ({ stem }) => ({ kind: 'true-false', stem }),
  readAnswer: (raw) =>
    raw === null || typeof raw === 'boolean' || typeof raw === 'string' ? READ[String(raw)] : undefined,
  feedback: (question, answer, _, tries) => {
    const right = answer === question.answer
    return {
      mark: markOf('true-false', answer === null ? null : { right }, tries),
      key: say(question.answer),
      given: answer === null ? '' : say(answer),
      ...(question.correction === undefined ? {} : { correction: question.correction }),
      explanation: question.explanation,
    }
  },
  rekey: ({ correction: _, ...question }, answer) => ({ ...question, explanation: '', answer }),
}
