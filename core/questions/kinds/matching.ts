import { MOST_TRIES, markOf } from '../../learning/mark.ts'
import { type AnyAsk, isSeries } from '../ask.ts'
import type { Arrangement, KindDefinition, PartFeedback, ShownPart } from '../kind.ts'
import type { MatchingQuestion } from '../question.ts'
import { baseOf } from '../question-base.ts'
import { byAlphabet } from './parts.ts'

function draft(ask: AnyAsk): MatchingQuestion | null {
  if (!isSeries(ask) || ask.series.type !== 'pairs') return null
  const { members } = ask.series
  return {
    kind: 'matching',
    ...baseOf(ask, 'matching'),
    stem: ask.stem,
    answer: members.map(({ left, right }) => [left, right] as const),
    reasons: members.map(({ why }) => why),
  }
}

type Sides = Readonly<Record<'lefts' | 'rights', readonly ShownPart[]>>

/** Both sides as shown, each in an order of its own. */
function sidesOf({ answer }: MatchingQuestion, { ids, order }: Arrangement): Sides {
  const count = answer.length
  const side = (texts: readonly string[], from: number): ShownPart[] => {
    const sorted = byAlphabet(texts)
    return ids
      .slice(from, from + count)
      .map((id, place) => ({ id, text: sorted[order[from + place] ?? -1] ?? '' }))
  }
  return {
    lefts: side(
      answer.map(([left]) => left),
      0,
    ),
    rights: side(
      answer.map(([, right]) => right),
      count,
    ),
  }
}

type Pair = readonly [left: string, right: string]

/** Pairs in a request body: known ids, each at most once. Null for a blank, undefined for anything else. */
function readPairs(raw: unknown, ids: readonly string[]): readonly Pair[] | null | undefined {
  if (raw === null) return null
  const lefts = new Set(ids.slice(0, ids.length / 2))
  const rights = new Set(ids.slice(ids.length / 2))
  if (!Array.isArray(raw) || raw.length > lefts.size) return undefined
  const pairs: Pair[] = []
  for (const pair of raw) {
    if (!Array.isArray(pair) || pair.length !== 2) return undefined
    const [left, right] = pair
    if (!lefts.delete(left) || !rights.delete(right)) return undefined
    pairs.push([left, right])
  }
  return pairs.length === 0 ? null : pairs
}

/** What goes with what. The answer is a list of pairs of ids; it may leave some out. */
export const matching: KindDefinition<'matching'> = {
  kind: 'matching',
  draft,
  countParts: ({ answer }) => 2 * answer.length,
  mostTries: () => MOST_TRIES,
  arrange: ({ answer }, ids, random) => {
    const places = answer.map((_, index) => index)
    return {
      ids: ids.slice(0, 2 * answer.length),
      order: [...random.shuffle(places), ...random.shuffle(places)],
    }
  },
  show: (question, arrangement) => ({
    kind: 'matching',
    stem: question.stem,
    ...sidesOf(question, arrangement),
  }),
  readAnswer: (raw, { ids }) => readPairs(raw, ids),
  feedback: (question, answer, arrangement, tries) => {
    const { lefts, rights } = sidesOf(question, arrangement)
    const given = new Map(answer ?? [])
    const textOf = (id: string | undefined): string => rights.find((right) => right.id === id)?.text ?? ''
    const parts = lefts.map(({ id, text }): PartFeedback => {
      const place = question.answer.findIndex(([left]) => left === text)
      const key = question.answer[place]?.[1] ?? ''
      return { id, isRight: textOf(given.get(id)) === key, key, why: question.reasons[place] ?? '' }
    })
    const right = parts.filter(({ isRight }) => isRight).length
    return {
      mark: markOf('matching', answer && { right, of: question.answer.length }, tries),
      key: question.answer.map(([left, other]) => `${left}: ${other}`).join('; '),
      given: lefts
        .filter(({ id }) => given.has(id))
        .map(({ id, text }) => `${text}: ${textOf(given.get(id))}`)
        .join('; '),
      parts,
      explanation: question.explanation,
    }
  },
  rekey: (question, answer, arrangement) => {
    const { lefts, rights } = sidesOf(question, arrangement)
    const rightOf = (left: string): string | undefined => {
      const given = new Map(answer).get(lefts.find(({ text }) => text === left)?.id ?? '')
      return rights.find(({ id }) => id === given)?.text
    }
    const pairs = question.answer.flatMap(([left]): Pair[] => {
      const right = rightOf(left)
      return right === undefined ? [] : [[left, right]]
    })
    return pairs.length < question.answer.length
      ? null
      : {
          ...question,
          explanation: '',
          answer: pairs,
          reasons: pairs.map(([, right], i) =>
            right === question.answer[i]?.[1] ? (question.reasons[i] ?? '') : '',
          ),
        }
  },
}
