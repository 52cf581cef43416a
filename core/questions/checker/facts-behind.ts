import { overlapsAny } from '../../article/span.ts'
import type { Fact } from '../../facts/fact.ts'
import { dateValue } from '../order-value.ts'
import type { Question } from '../question.ts'
import { amountOf, amountsHeld, isSame } from './amount.ts'
import { type ArticleIndex, figuresOf, type Saying } from './article-index.ts'
import { frameOf } from './frame.ts'
import { plainWords, rootsOf } from './words.ts'

function holds(fact: Fact, { amounts, date, text }: Saying): boolean {
  if (amounts.length > 0) {
    const held = amountsHeld(fact)
    return amounts.some((amount) => held.some((other) => isSame(amount, other)))
  }
  if (date !== null) return dateValue(frameOf(fact).period.replace(/^(?:on|in|at) /, '')) === date
  const { subject, object } = frameOf(fact)
  const words = plainWords(text)
  return subject === words || object === words
}

/** Roots of what a fact measures, without its owner's. */
const measured = ({ subject, measure }: Fact): readonly string[] => {
  const owner = rootsOf(subject)
  return rootsOf(measure ?? '').filter((root) => !owner.includes(root))
}

/** How much of what a fact says a text says as well, from 0 to 1. */
function shareSaid(fact: Fact, said: readonly string[]): number {
  const roots = [...rootsOf(fact.subject), ...measured(fact), ...rootsOf(fact.object ?? '')]
  return roots.length === 0 ? 0 : roots.filter((root) => said.includes(root)).length / roots.length
}

const MOST = 0.6

/** What a statement without a key of its own states: facts all of whose words it has for the most part, and one of whose figures where they hold any. */
function statedIn(text: string, near: readonly Fact[], index: ArticleIndex): readonly Fact[] {
  const said = rootsOf(text)
  const figures = figuresOf(text, index).map(amountOf)
  return near.filter((fact) => {
    const held = amountsHeld(fact)
    const hasFigure = held.some((amount) => figures.some((figure) => isSame(amount, figure)))
    return (held.length === 0 || hasFigure) && shareSaid(fact, said) >= MOST
  })
}

/** What is known of a question whose facts are sought. */
interface Unnamed {
  readonly question: Question
  readonly trueText: string
  readonly keys: readonly Saying[]
  readonly index: ArticleIndex
}

/** The facts behind a question that names none, as most people's questions do: those its passages state that hold its key, and of them those that say most of what it says. */
export function factsBehind(
  { question, trueText, keys, index }: Unnamed,
  facts: readonly Fact[],
): readonly Fact[] {
  const near = facts.filter(({ evidence }) => evidence.some((each) => overlapsAny(each, question.evidence)))
  if (question.kind === 'ordering') return []
  if (question.kind === 'matching') {
    const isOfPair = (fact: Fact, [left, right]: readonly [string, string]): boolean => {
      const { subject, object } = frameOf(fact)
      // A whole sentence with a gap tells more than the pair.
      const told = fact.measure?.includes('…') ? [] : measured(fact)
      return (
        subject === plainWords(left) &&
        (object === plainWords(right) || rootsOf(right).every((root) => told.includes(root)))
      )
    }
    return near.filter((fact) => question.answer.some((pair) => isOfPair(fact, pair)))
  }
  if (keys.length === 0) return statedIn(trueText, near, index)
  const holding = near.filter((fact) => keys.some((key) => holds(fact, key)))
  const said = rootsOf(trueText)
  const shares = holding.map((fact) => shareSaid(fact, said))
  const most = Math.max(...shares)
  return holding.filter((_, i) => shares[i] === most)
}
