import { evenShare, type InSet, itemOf, spoilEachOther } from '../item.ts'
import type { Question } from '../question.ts'
import type { CheckContext } from './context.ts'
import type { Failure } from './rule.ts'

/** A rule of a set that was broken, with the ids of the questions to leave out. */
export interface SetFailure extends Failure {
  readonly questions: readonly string[]
}

interface SetRule {
  /** As questions.md counts it. */
  readonly number: string
  readonly title: string
  /** The questions that would have to go, each with what is wrong. */
  check(items: readonly InSet[]): readonly { readonly question: string; readonly says: string }[]
}

const MOST_A_SENTENCE = 2

/** THE TABLE of rules a set has to keep. */
export const setRules: Readonly<Record<string, SetRule>> = {
  'longest-by-chance': {
    number: '10b',
    title: 'Over a set, the key is the longest option no oftener than chance.',
    check: (items) => {
      const judged = items.filter(({ longest }) => longest !== null)
      const longest = judged.filter((item) => item.longest?.isKey)
      return longest.slice(evenShare(judged.length, 4)).map(({ question }) => ({
        question: question.id,
        says: `The key is the longest option in ${longest.length} of ${judged.length} questions; '${question.stem}' is one too many.`,
      }))
    },
  },
  'rank-by-chance': {
    number: '11b',
    title: "Over a set, the key's place among sorted figures and dates is spread evenly.",
    check: (items) => {
      const ranked = items.filter(({ rank }) => rank !== null)
      const places = new Set(ranked.map(({ rank }) => rank?.place))
      return [...places].flatMap((place) =>
        ranked
          .filter(({ rank }) => rank?.place === place)
          .slice(evenShare(ranked.length, 4))
          .map(({ question }) => ({
            question: question.id,
            says: `The key of '${question.stem}' stands in the same place among sorted options as too many others.`,
          })),
      )
    },
  },
  'one-item-a-fact': {
    number: '19',
    title: 'One item a fact in a set.',
    check: (items) => {
      const askedBy = new Map<string, string>()
      return items.flatMap(({ question }) => {
        const first = question.facts.flatMap((fact) => askedBy.get(fact) ?? [])[0]
        for (const fact of question.facts) if (!askedBy.has(fact)) askedBy.set(fact, question.stem)
        return first === undefined
          ? []
          : [{ question: question.id, says: `'${question.stem}' asks the same fact as '${first}'.` }]
      })
    },
  },
  'two-a-sentence': {
    number: '19',
    title: 'At most two items a sentence.',
    check: (items) => {
      const used = new Map<number, number>()
      return items.flatMap(({ question, sentence }) => {
        const count = used.get(sentence) ?? 0
        if (sentence !== -1 && count >= MOST_A_SENTENCE)
          return [
            {
              question: question.id,
              says: `'${question.stem}' rests on a sentence that two others rest on.`,
            },
          ]
        used.set(sentence, count + 1)
        return []
      })
    },
  },
  'nothing-given-away': {
    number: '19',
    title: "No item gives away another's answer.",
    check: (items) => {
      const kept: InSet[] = []
      return items.flatMap((item) => {
        const other = kept.find((each) => spoilEachOther(each, item))
        if (!other) {
          kept.push(item)
          return []
        }
        return [
          {
            question: item.question.id,
            says: `'${other.question.stem}' and '${item.question.stem}' give each other's answer away.`,
          },
        ]
      })
    },
  },
}

/** What the rules of a set say of questions already looked at, in this order. */
export const setFailures = (items: readonly InSet[]): SetFailure[] =>
  Object.entries(setRules).flatMap(([rule, { number, check }]) =>
    check(items).map(({ question, says }) => ({ rule, number, says, questions: [question] })),
  )

/** What the rules of a set say of these questions, in this order: an earlier question is kept before a later one. */
export function checkSet(
  questions: readonly Question[],
  context: CheckContext,
): { readonly passed: boolean; readonly failures: readonly SetFailure[] } {
  const failures = setFailures(questions.map((question) => itemOf(question, context)))
  return { passed: failures.length === 0, failures }
}
