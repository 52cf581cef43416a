import type { Span } from '../article/span.ts'
import { check } from './checker/check.ts'
import type { CheckContext } from './checker/context.ts'
import type { Verdict } from './checker/rule.ts'
import type { RuleName } from './checker/rules.ts'
import { Sight } from './checker/sight.ts'
import { naturalOrder } from './option-order.ts'
import { GAP, type Kind, type Option, type Question, type QuestionOf } from './question.ts'

/** What of a question follows from the rest of it, and is not written by hand. */
type Following = 'id' | 'facts' | 'needsArticle' | 'evidence'

/** Kinds whose answer is marked among their options. */
type Marked = 'choice' | 'multiple-response'

/** A question of one kind as a person writes it: where in the article it stands is said by offsets alone. */
export type WrittenOf<K extends Kind> = Omit<
  QuestionOf<K>,
  Following | (K extends Marked ? 'answer' : never)
> & {
  readonly kind: K
  readonly evidence: readonly Span[]
}
export type Written = { readonly [K in Kind]: WrittenOf<K> }[Kind]

/** Options in the order in which they are shown: figures and dates ascend, others stay as they were written. */
function inOrder(options: readonly Option[]): Option[] {
  const order = naturalOrder(options.map(({ text }) => text))
  return order === null ? [...options] : order.flatMap((at) => options[at] ?? [])
}

const rightOf = (options: readonly Option[]): string[] =>
  options.filter(({ correct }) => correct).map(({ text }) => text)

/** What each kind settles of what was written. */
const SETTLED: { readonly [K in Kind]: (written: WrittenOf<K>) => Omit<QuestionOf<K>, Following> } = {
  choice: (written) => {
    const options = inOrder(written.options)
    return { ...written, options, answer: rightOf(options)[0] ?? '' }
  },
  'multiple-response': (written) => {
    const options = inOrder(written.options)
    return { ...written, options, answer: rightOf(options) }
  },
  'true-false': ({ correction, ...written }) =>
    written.answer || correction === undefined ? written : { ...written, correction },
  number: (written) => written,
  cloze: (written) => ({ ...written, stem: written.stem.replace(/_{3,}/, GAP) }),
  ordering: (written) => written,
  matching: (written) => written,
  estimate: (written) => written,
}

const settledOf = <K extends Kind>(written: WrittenOf<K>): Omit<QuestionOf<K>, Following> =>
  SETTLED[written.kind as K](written)

const YEAR = /\b(?:1[5-9]|20)\d\d\b/

/**
 * The question that somebody has written about an article. Its answer, the order of its options, the facts it asks about and
 * whether it makes sense only after its article follow from what was written; passages outside the text are left out. What was
 * written of another question that stood `before` asks about the same facts while answer and passages stay.
 */
export function fromHand(
  written: Written,
  context: CheckContext,
  id: string,
  before: Question | null = null,
): Question {
  const { text } = context.reading
  const evidence = written.evidence
    .filter(({ start, end }) => start >= 0 && start < end && end <= text.length)
    .map(({ start, end }) => ({ start, end, quote: text.slice(start, end) }))
    .sort((a, b) => a.start - b.start || a.end - b.end)
  const question = {
    ...settledOf(written),
    id,
    evidence,
    facts: [],
    needsArticle: !YEAR.test(written.stem),
  } as Question
  if (before && restsOn(before) === restsOn(question))
    return {
      ...question,
      facts: before.facts,
      needsArticle: before.stem === question.stem ? before.needsArticle : question.needsArticle,
    }
  // Without a passage nobody knows what it asks about.
  const about = evidence.length === 0 ? [] : new Sight(question, context).facts
  return { ...question, facts: [...new Set(about.map(({ id: fact }) => fact))] }
}

/** What of a question tells which facts it asks about. */
const restsOn = ({ answer, evidence }: Question): string => JSON.stringify([answer, evidence])

/** The part of a question that a person may write otherwise. */
export function toHand(question: Question): Written {
  const { id: _, facts: __, needsArticle: ___, evidence, ...rest } = question
  // Among options the answer is marked; it stands by itself in no other place.
  const { answer, ...unanswered } = rest
  const own = 'options' in rest ? unanswered : { ...unanswered, answer }
  return { ...own, evidence: evidence.map(({ start, end }) => ({ start, end })) } as unknown as Written
}

/** What the checker says of a person's question. Which facts it asks about is a guess: a rule counts as broken where it is broken with that guess and without it. */
export function checkByHand(question: Question, context: CheckContext): Verdict {
  const asTold = check({ ...question, facts: [] }, context)
  if (asTold.passed || question.facts.length === 0) return asTold
  const named = new Set(check(question, context).failures.map(({ rule }) => rule))
  const failures = asTold.failures.filter(({ rule }) => named.has(rule))
  return { passed: failures.length === 0, failures }
}

/** Rules that hold a question against the text it is from: of one that has no passage there they can say nothing. */
const OF_THE_SOURCE: ReadonlySet<string> = new Set<RuleName>([
  'key-in-evidence',
  'true-to-passage',
  'stem-in-article',
  'right-speaker',
  'keeps-hedges',
  'things-told',
  'parts-stated',
  'one-answer-in-the-world',
])

/** What the checker says of a question that came without a passage: of its key nobody knows whether it holds. */
export function checkWithoutSource(question: Question, context: CheckContext): Verdict {
  const failures = checkByHand(question, context).failures.filter(({ rule }) => !OF_THE_SOURCE.has(rule))
  return { passed: failures.length === 0, failures }
}

/** Rules that nobody overrules: what breaks one has no key, two keys, or one that its passage does not carry. */
const FIRM: ReadonlySet<string> = new Set<RuleName>([
  'key-in-evidence',
  'true-to-passage',
  'no-second-key',
  'one-key',
  'one-slot-altered',
  'one-gap',
  'parts-stated',
  'number-readable',
])

/** Whether a broken rule keeps a question from being asked whatever its author says. */
export const isFirm = (rule: string): boolean => FIRM.has(rule)
