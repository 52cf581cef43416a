import gift, {
  type GIFTQuestion,
  type NumericalChoice,
  type NumericalFormat,
  type TextChoice,
} from 'gift-pegjs'
import { GAP, type Kind } from '../../questions/question.ts'
import { admit } from '../admit.ts'
import { Findings, type ReadFile } from '../format.ts'
import { readScale, readUnit, readWhole } from '../in-words.ts'
import { TAGGED } from './write.ts'

/** More than any question has; the parser's time grows with both. */
const LONGEST_QUESTION = 20_000
const MOST_ANSWERS = 60

/** Lines that belong together: in GIFT a blank line ends a question. */
interface Stretch {
  readonly line: number
  readonly text: string
}

function* stretchesOf(text: string): Generator<Stretch> {
  let [line, first, held] = [0, 1, [] as string[]]
  for (const each of [...text.split(/\r\n|\r|\n/), '']) {
    line++
    if (each.trim() !== '') {
      if (held.length === 0) first = line
      held.push(each)
    } else if (held.length > 0) {
      yield { line: first, text: held.join('\n') }
      held = []
    }
  }
}

/** Whether a line says nothing by itself: a remark, or where the questions after it belong. */
const isAside = (line: string): boolean => /^\s*(?:\/\/|\$CATEGORY:)/.test(line)

/** What GIFT's reader says of a question. */
type Parsed = Exclude<GIFTQuestion, { type: 'Description' | 'Category' }>

/** Reads GIFT: question by question, so that one that is broken does not take the others with it. */
export function read(text: string): ReadFile {
  const found = new Findings()
  for (const stretch of stretchesOf(text)) {
    const lines = stretch.text.split('\n')
    if (lines.every(isAside)) continue
    // A category may stand right above its question, which its reader does not know.
    const asked = lines.map((line) => (/^\s*\$CATEGORY:/.test(line) ? '//' : line)).join('\n')
    if (found.isFull(stretch.line)) break
    readStretch(found, { line: stretch.line, text: asked })
  }
  return found.done()
}

function readStretch(found: Findings, { line, text }: Stretch): void {
  if (text.length > LONGEST_QUESTION) {
    found.say(
      line,
      `This question is longer than ${LONGEST_QUESTION} characters. A blank line ends a question.`,
    )
    return
  }
  if (text.split(/[=~]/).length > MOST_ANSWERS) {
    found.say(line, 'This question has more answers than any can.')
    return
  }
  let parsed: readonly GIFTQuestion[]
  try {
    parsed = gift.parse(`${text}\n`)
  } catch (error) {
    if (!(error instanceof gift.SyntaxError)) throw error
    found.say(line + Math.min(error.location.start.line, text.split('\n').length) - 1, sayWrong(text))
    return
  }
  for (const question of parsed) {
    if (question.type === 'Description')
      found.say(line, 'This is text without an answer in braces; it asks nothing.')
    else if (question.type !== 'Category') readParsed(found, line, question)
  }
}

const sayWrong = (text: string): string =>
  text.includes('{')
    ? 'This is no GIFT that can be read. Look for a brace that is missing, or a sign (~ = # { } :) without a backslash before it.'
    : 'This is text without an answer in braces; it asks nothing.'

type Kinds = Parsed['type']
type Asked<T extends Kinds> = Extract<Parsed, { type: T }>
interface Read {
  readonly kind: Kind
  readonly parts: Readonly<Record<string, unknown>>
  /** What of it cannot be held here. */
  readonly without?: string
}

const said = (text: { readonly text: string } | null | undefined): string => text?.text ?? ''

function readParsed(found: Findings, line: number, question: Parsed): void {
  const tagged =
    question.tags?.find((tag): tag is Kind => (TAGGED as readonly string[]).includes(tag)) ?? null
  const read = (READERS[question.type] as (question: Parsed, tagged: Kind | null) => Read | string)(
    question,
    tagged,
  )
  if (typeof read === 'string') {
    found.say(line, read)
    return
  }
  const { explanation, passages } = readWhole(said(question.globalFeedback))
  const parts = { stem: said(question.stem), explanation, ...read.parts }
  const admitted = admit({ id: question.id, kind: read.kind, parts, passages })
  found.take(line, admitted)
  if (read.without !== undefined && typeof admitted !== 'string') found.say(line, read.without)
}

const PART_MARKS = 'Here an answer is right or wrong: what earned part of the mark is left out.'
const isRight = ({ isCorrect, weight }: TextChoice): boolean => (weight === null ? isCorrect : weight > 0)

/** THE TABLE of what GIFT knows. */
const READERS: { readonly [T in Kinds]: (question: Asked<T>, tagged: Kind | null) => Read | string } = {
  MC: ({ choices }) => {
    const single = choices.filter(({ isCorrect, weight }) => isCorrect && (weight ?? 100) === 100)
    const isSingle = single.length === 1
    const options = choices.map((choice) => ({
      text: said(choice.text),
      correct: isSingle ? choice === single[0] : isRight(choice),
      why: said(choice.feedback),
    }))
    const isPart = isSingle && choices.some((choice) => choice !== single[0] && (choice.weight ?? 0) > 0)
    return {
      kind: isSingle ? 'choice' : 'multiple-response',
      parts: { options },
      ...(isPart ? { without: PART_MARKS } : {}),
    }
  },
  TF: ({ isTrue, trueFeedback }) => ({
    kind: 'true-false',
    parts: {
      answer: isTrue,
      // Its reader calls so what is told to who is wrong.
      ...(isTrue || said(trueFeedback) === '' ? {} : { correction: said(trueFeedback) }),
    },
  }),
  Short: ({ choices, stem }) => {
    const [answer, ...accepts] = choices
      .filter(({ weight }) => (weight ?? 100) === 100)
      .map(({ text }) => said(text))
    if (answer === undefined) return 'None of its answers earns the whole mark.'
    return {
      kind: 'cloze',
      // The answer stands in the gap; without one it comes after the question.
      parts: { stem: said(stem).includes('___') ? said(stem) : `${said(stem)} ${GAP}`, answer, accepts },
      ...(accepts.length + 1 < choices.length ? { without: PART_MARKS } : {}),
    }
  },
  Numerical: ({ choices, stem }, tagged) => {
    const figures = figuresOf(choices)
    const best = figures.find(({ weight }) => weight === 100)
    if (!best) return 'There is no number that earns the whole mark.'
    const scale = tagged === 'estimate' ? readScale(said(stem)) : null
    if (scale)
      return { kind: 'estimate', parts: { ...scale, answer: best.answer, tolerance: best.tolerance } }
    return {
      kind: 'number',
      parts: { ...readUnit(said(stem)), answer: best.answer, tolerance: best.tolerance },
      ...(figures.length > 1 ? { without: PART_MARKS } : {}),
    }
  },
  Matching: ({ matchPairs }, tagged) => {
    const pairs = matchPairs.map(
      ({ subquestion, subanswer }) => [said(subquestion), decoded(subanswer)] as const,
    )
    const reasons = pairs.map(() => '')
    if (tagged !== 'ordering') return { kind: 'matching', parts: { answer: pairs, reasons } }
    const answer = [...pairs].sort(([a], [b]) => Number(a) - Number(b)).map(([, item]) => item)
    return { kind: 'ordering', parts: { answer, reasons } }
  },
  Essay: () => 'This wants an essay: there is no key by which it could be marked here.',
}

/** The right side of a pair as it was meant: its reader leaves its own codes of characters there. */
const decoded = (text: string): string =>
  text.replace(/&&(035|058|061|092|123|125|126);/g, (_, code: string) => String.fromCharCode(Number(code)))

interface Figure {
  readonly answer: number
  readonly tolerance: number
  readonly weight: number
}

function figuresOf(choices: NumericalChoice[] | NumericalFormat): Figure[] {
  if (!Array.isArray(choices)) return figureOf(choices, 100)
  return choices.flatMap(({ text, weight, isCorrect }) => figureOf(text, weight ?? (isCorrect ? 100 : 0)))
}

function figureOf({ number, range = 0, numberLow, numberHigh }: NumericalFormat, weight: number): Figure[] {
  if (number !== undefined) return [{ answer: number, tolerance: range, weight }]
  if (numberLow === undefined || numberHigh === undefined) return []
  const middle = Number(((numberLow + numberHigh) / 2).toPrecision(12))
  return [
    { answer: middle, tolerance: Number((Math.abs(numberHigh - numberLow) / 2).toPrecision(12)), weight },
  ]
}
