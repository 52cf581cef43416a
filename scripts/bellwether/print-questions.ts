import type { Question, Shortfall } from '#core'
import { sayNumber } from '#core/numbers'
import { type Paint, wrap } from './paint.ts'

const LETTERS = 'ABCDEFGH'

/** The key in words, by kind. */
const KEYS: { readonly [K in Question['kind']]: (question: Extract<Question, { kind: K }>) => string } = {
  choice: ({ options, answer }) => `${LETTERS[options.findIndex(({ correct }) => correct)]}, ${answer}`,
  'multiple-response': ({ options, answer }) =>
    `${options.flatMap(({ correct }, i) => (correct ? [LETTERS[i]] : [])).join(', ')}, ${answer.join('; ')}`,
  'true-false': ({ answer, correction }) => (answer ? 'True' : `False. ${correction ?? ''}`),
  number: ({ answer, unit, tolerance }) =>
    `${answer.toLocaleString('en-GB', { maximumFractionDigits: 6 })} ${unit}${tolerance > 0 ? ` (± ${tolerance})` : ''}`,
  cloze: ({ answer, accepts }) => (accepts.length === 0 ? answer : `${answer} (or ${accepts.join(', ')})`),
  ordering: ({ answer }) => answer.join(', then '),
  matching: ({ answer }) => answer.map(([left, right]) => `${left}: ${right}`).join('; '),
  estimate: ({ answer, unit, low, high, tolerance }) =>
    `${sayNumber(answer, unit)}, on a scale from ${sayNumber(low, unit)} to ${sayNumber(high, unit)} (± ${tolerance})`,
}

// One kind's key function meets only its own kind; the compiler cannot see that through the table.
const keyOf = <K extends Question['kind']>(question: Extract<Question, { kind: K }>): string =>
  (KEYS[question.kind as K] as (one: typeof question) => string)(question)

/** The questions as a person would take them, with the key and the passage below each. */
export function printQuestions(
  { questions, shortfall }: { readonly questions: readonly Question[]; readonly shortfall: Shortfall },
  paint: Paint,
): string[] {
  const column = String(questions.length).length + 4
  const lines = questions.flatMap((question, i) => {
    const [head = '', ...rest] = wrap(question.stem, column, paint.width)
    const mark = `${i + 1}.`.padStart(column - 1)
    return [
      `${paint.accent(mark)} ${paint.bold(head.trimStart())}`,
      ...rest.map((line) => paint.bold(line)),
      ...optionsOf(question, column, paint),
      ...wrap(`Key: ${keyOf(question)}`, column, paint.width).map((line) => paint.good(line)),
      ...(question.hint === undefined ? [] : wrap(`Hint: ${question.hint}`, column, paint.width)),
      ...wrap(question.explanation, column, paint.width),
      // An explanation that quotes its passage need not have it printed again.
      ...question.evidence
        .filter(({ quote }) => !question.explanation.includes(quote))
        .flatMap(({ quote }) => wrap(`“${quote}”`, column, paint.width).map((line) => paint.dim(line))),
      '',
    ]
  })
  return [...lines, ...sayShortfall(shortfall, paint)]
}

/** What is lettered below the stem, by kind: options, items and sides of pairs, in an order that says nothing of the key. */
const LISTED: {
  readonly [K in Question['kind']]: (question: Extract<Question, { kind: K }>) => readonly string[]
} = {
  choice: ({ options }) => options.map(({ text }) => text),
  'multiple-response': ({ options }) => options.map(({ text }) => text),
  'true-false': () => [],
  number: () => [],
  cloze: () => [],
  ordering: ({ answer }) => [...answer].sort(),
  matching: ({ answer }) => answer.flat().sort(),
  estimate: () => [],
}

const listedOf = <K extends Question['kind']>(question: Extract<Question, { kind: K }>): readonly string[] =>
  (LISTED[question.kind as K] as (one: typeof question) => readonly string[])(question)

function optionsOf(question: Question, indent: number, paint: Paint): string[] {
  if (question.kind === 'true-false') return [`${' '.repeat(indent)}True or false?`]
  return listedOf(question).flatMap((text, i) => {
    const [head = '', ...rest] = wrap(text, indent + 3, paint.width)
    return [`${' '.repeat(indent)}${paint.accent(LETTERS[i] ?? '?')}  ${head.trimStart()}`, ...rest]
  })
}

function sayShortfall({ asked, made, reasons }: Shortfall, paint: Paint): string[] {
  if (made >= asked) return []
  const why = reasons.map(({ rule, count }) => `${rule}${count > 1 ? ` (${count})` : ''}`).join('; ')
  const whole = `  ${made} of the ${asked} asked for${why === '' ? '' : `; left out: ${why}`}.`
  return wrap(whole, 2, paint.width).map((line) => paint.dim(line))
}
