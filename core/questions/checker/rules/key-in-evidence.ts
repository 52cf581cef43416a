import { overlapsAny } from '../../../article/span.ts'
import { KINDS } from '../../question.ts'
import { amountOf, amountsHeld, isSame, isSameRounded } from '../amount.ts'
import { figuresOf, type Saying, sayingOf } from '../article-index.ts'
import { derivationOf } from '../derive.ts'
import type { Rule } from '../rule.ts'
import type { Sight } from '../sight.ts'
import { OPENING_REASON, plainWords, rootsOf, standsIn, wordsOf } from '../words.ts'

/** Whether a quote is what stands at its offsets. */
function misquoted({ question, reading }: Sight): string | null {
  if (question.evidence.length === 0) return 'The question has no passage of the article behind it.'
  const wrong = question.evidence.find(
    ({ start, end, quote }) => quote === '' || reading.text.slice(start, end) !== quote,
  )
  return wrong ? `The passage '${wrong.quote}' is not what stands in the article at that place.` : null
}

/** Whether a fact worked out from others gives this figure, and the passages give it again. */
const isWorkedOut = (key: Saying, { facts, statedAmounts }: Sight): boolean =>
  facts.some(({ family }) => family === 'derived') &&
  key.amounts.some((amount) => derivationOf(amount, statedAmounts) !== null)

function figureProblem(key: Saying, sight: Sight): string | null {
  const isStated = key.amounts.some((amount) => sight.statedAmounts.some((stated) => isSame(amount, stated)))
  if (!isStated && !isWorkedOut(key, sight)) {
    return `The answer ${key.text} neither stands in the passages nor follows from two figures there.`
  }
  const held = sight.facts.flatMap((fact) => amountsHeld(fact))
  const isHeld =
    held.length === 0 ||
    key.amounts.some((amount) => held.some((other) => isSameRounded(amount, other) || isSame(amount, other)))
  const isAlternative = sight.stated.some(
    ({ alternative }) =>
      alternative && key.amounts.some((amount) => Math.abs(amount.value) === Math.abs(alternative.value)),
  )
  return isHeld || isAlternative
    ? null
    : `The answer ${key.text} is another figure of the passage, not the one the fact states.`
}

/** Whether a date or year is named in the passages, outright or as the article's date resolves it. */
const isTimeStated = (date: number, { question, reading }: Sight): boolean =>
  reading.periods.some(
    (period) =>
      period.from !== undefined &&
      overlapsAny(period, question.evidence) &&
      (date % 10000 === 0
        ? period.from.startsWith(String(date / 10000))
        : period.from.replaceAll('-', '').startsWith(date % 100 === 0 ? String(date / 100) : String(date))),
  )

/** Whether the key names one of the things that a comparison compares, in words of the passages. */
function isLabel(text: string, { facts, evidenceText }: Sight): boolean {
  const said = rootsOf(evidenceText)
  return (
    facts.some(
      ({ family, subject, object = '' }) =>
        family === 'comparison' && standsIn(text, `${subject} / ${object}`),
    ) && rootsOf(text).every((root) => said.includes(root))
  )
}

function phraseProblem(key: Saying, sight: Sight): string | null {
  const { question, index, evidenceText } = sight
  if (standsIn(key.text.replace(OPENING_REASON, ''), evidenceText)) return null
  if (key.date !== null && isTimeStated(key.date, sight)) return null
  if (isLabel(key.text, sight)) return null
  const isNamed = index.names.inFull
    .get(plainWords(key.text))
    ?.some((name) => overlapsAny(name, question.evidence))
  return isNamed ? null : `The answer '${key.text}' does not stand in the passages.`
}

const countShared = (words: readonly string[], others: readonly string[]): number =>
  words.filter((word) => others.includes(word)).length

/** The figures of a statement have no key set apart: each of them has to be in the passages. */
function statementProblem(sight: Sight): string | null {
  const { trueText, question, reading, statedAmounts, index } = sight
  for (const quantity of figuresOf(trueText, index)) {
    const text = trueText.slice(quantity.start, quantity.end)
    const amount = amountOf(quantity)
    const isStated = statedAmounts.some((stated) => isSame(amount, stated))
    if (!isStated && !isWorkedOut({ ...sayingOf(text, index), amounts: [amount] }, sight)) {
      return `The figure ${text} of the statement does not stand in the passages.`
    }
  }
  const hasAnchor =
    sight.facts.length === 0 ||
    statedAmounts.length > 0 ||
    reading.names.some(
      (name) =>
        overlapsAny(name, question.evidence) &&
        (standsIn(name.canonical, trueText) || standsIn(name.text, trueText)),
    ) ||
    countShared(wordsOf(trueText), wordsOf(sight.evidenceText)) >= 3
  return hasAnchor ? null : 'The statement has nothing in common with its passages.'
}

function keyProblem(key: Saying, sight: Sight): string | null {
  const { question } = sight
  if (key.amounts.length > 0) return figureProblem(key, sight)
  return 'unit' in question ? `'${question.unit}' is no unit that can be read.` : phraseProblem(key, sight)
}

export const keyInEvidence: Rule = {
  number: 1,
  title: 'The answer stands in the passages quoted, or follows from figures there.',
  kinds: KINDS,
  check: (sight) => {
    const { question, keys } = sight
    const problem = misquoted(sight)
    if (problem) return problem
    if (question.kind === 'true-false') {
      const stated = statementProblem(sight)
      if (stated) return stated
    }
    for (const key of keys) {
      const wrong = keyProblem(key, sight)
      if (wrong) return wrong
    }
    return null
  },
}
