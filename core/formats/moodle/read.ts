import { parseXml, XmlElement, XmlError, type XmlNode } from '@rgrove/parse-xml'
import { GAP, type Kind } from '../../questions/question.ts'
import { admit } from '../admit.ts'
import { Findings, lineCounter, type ReadFile, unreadable } from '../format.ts'
import { readScale, readUnit, readWhole } from '../in-words.ts'
import { hasPictures, textOfHtml } from './plain.ts'
import { TAGGED } from './write.ts'

/** Moodle's files go eight deep; the parser's own depth is bounded by its stack. */
const DEEPEST = 30

/** Whether more elements stand within each other than in any such file. Comments and CDATA count as what they look like: that errs on the safe side. */
function isTooDeep(text: string): boolean {
  let depth = 0
  for (let at = text.indexOf('<'); at !== -1; at = text.indexOf('<', at + 1)) {
    if (text.startsWith('<![CDATA[', at)) {
      at = text.indexOf(']]>', at)
      if (at === -1) return false
    } else if (text[at + 1] === '/') depth--
    else if (text[at + 1] !== '!' && text[at + 1] !== '?') {
      const end = text.indexOf('>', at)
      if (end === -1) return false
      if (text[end - 1] !== '/' && ++depth > DEEPEST) return true
      at = end
    }
  }
  return false
}

/** Reads Moodle XML. A document type is refused whole: it is where entities are made. */
export function read(text: string): ReadFile {
  const doctype = text.search(/<!(?:DOCTYPE|ENTITY)/i)
  const lineOf = lineCounter(text)
  if (doctype !== -1)
    return unreadable(
      lineOf(doctype),
      'This file declares a type of document of its own (DOCTYPE). Moodle writes none; such a file is not read.',
    )
  if (isTooDeep(text))
    return unreadable(1, 'Elements stand too deep within each other: this is no file of Moodle.')
  let root: XmlElement | null
  try {
    root = parseXml(text, { includeOffsets: true }).root
  } catch (error) {
    if (!(error instanceof XmlError)) throw error
    return unreadable(
      error.line,
      `This is no XML from here on: ${error.message
        .split('\n')[0]
        ?.replace(/ \(line.*/, '')
        .slice(0, 200)}.`,
    )
  }
  if (root?.name !== 'quiz')
    return unreadable(1, 'This is XML, but no file of questions that Moodle has written.')
  const found = new Findings()
  for (const element of elementsOf(root, 'question')) {
    const line = lineOf(element.start)
    if (found.isFull(line)) break
    readQuestion(found, line, element)
  }
  return found.done()
}

const isElement = (node: XmlNode): node is XmlElement => node instanceof XmlElement
const elementsOf = (parent: XmlElement, name: string): XmlElement[] =>
  parent.children.filter(isElement).filter((child) => child.name === name)
const firstOf = (parent: XmlElement, name: string): XmlElement | undefined => elementsOf(parent, name)[0]

/** The words of an element of Moodle's, whose text stands one deeper and may be HTML. */
function wordsOf(element: XmlElement | undefined, inherited = 'moodle_auto_format'): string {
  if (!element) return ''
  const text = (firstOf(element, 'text') ?? element).text
  const format = element.attributes.format ?? inherited
  return (format === 'plain_text' || format === 'markdown' ? text : textOfHtml(text)).trim()
}
const wordsIn = (parent: XmlElement, name: string): string => wordsOf(firstOf(parent, name))

interface Read {
  readonly kind: Kind
  readonly parts: Readonly<Record<string, unknown>>
  /** What of it cannot be held here. */
  readonly without?: string
}

interface Answer {
  readonly text: string
  readonly fraction: number
  readonly why: string
  readonly tolerance: number
}

const answersOf = (question: XmlElement): Answer[] =>
  elementsOf(question, 'answer').map((element) => ({
    // Answers to be typed are no HTML even where a file does not say so.
    text: wordsOf(element, 'plain_text'),
    fraction: Number(element.attributes.fraction ?? 0),
    why: wordsIn(element, 'feedback'),
    tolerance: Number(firstOf(element, 'tolerance')?.text ?? 0),
  }))

const PART_MARKS = 'Here an answer is right or wrong: what earned part of the mark is left out.'

/** THE TABLE of Moodle's types that have a kind here. */
const READERS: Readonly<
  Record<string, (question: XmlElement, stem: string, isTagged: boolean) => Read | string>
> = {
  multichoice: (question) => {
    const isSingle = !/^(?:false|0)$/.test(firstOf(question, 'single')?.text.trim() ?? 'true')
    const options = answersOf(question).map(({ text, fraction, why }) => ({
      ...{ text, why },
      correct: isSingle ? fraction === 100 : fraction > 0,
    }))
    const isPart = isSingle && answersOf(question).some(({ fraction }) => fraction > 0 && fraction < 100)
    return {
      kind: isSingle ? 'choice' : 'multiple-response',
      parts: { options },
      ...(isPart ? { without: PART_MARKS } : {}),
    }
  },
  truefalse: (question) => {
    const answers = answersOf(question)
    const truth = answers.find(({ fraction }) => fraction === 100)?.text.toLowerCase()
    const correction = answers.find(({ text }) => text.toLowerCase() === 'true')?.why ?? ''
    return {
      kind: 'true-false',
      parts: {
        answer: truth === 'true' ? true : truth === 'false' ? false : undefined,
        ...(truth === 'false' && correction !== '' ? { correction } : {}),
      },
    }
  },
  numerical: (question, stem, isTagged) => {
    const answers = answersOf(question).filter(({ text }) => text !== '*')
    const best = answers.find(({ fraction }) => fraction === 100)
    if (!best || best.text === '') return 'There is no number that earns the whole mark.'
    const figure = { answer: Number(best.text), tolerance: best.tolerance }
    const scale = isTagged ? readScale(stem) : null
    if (scale) return { kind: 'estimate', parts: { ...scale, ...figure } }
    const read = readUnit(stem)
    const unit = read.unit === '' ? unitOf(question) : read.unit
    return {
      kind: 'number',
      parts: { stem: read.stem, unit, ...figure },
      ...(answers.length > 1 ? { without: PART_MARKS } : {}),
    }
  },
  shortanswer: (question, stem) => {
    const whole = answersOf(question).filter(({ fraction }) => fraction === 100)
    const [answer, ...accepts] = whole.map(({ text }) => text.replaceAll('\\*', '*'))
    if (answer === undefined) return 'None of its answers earns the whole mark.'
    return {
      kind: 'cloze',
      // The answer stands in the gap; without one it comes after the question.
      parts: { stem: stem.includes('___') ? stem : `${stem} ${GAP}`, answer, accepts },
      ...(whole.length < answersOf(question).length ? { without: PART_MARKS } : {}),
    }
  },
  ordering: (question) => {
    const answer = answersOf(question).map(({ text }) => text)
    return { kind: 'ordering', parts: { answer, reasons: answer.map(() => '') } }
  },
  matching: (question) => {
    const all = elementsOf(question, 'subquestion').map(
      (each) => [wordsOf(each), wordsOf(firstOf(each, 'answer'), 'plain_text')] as const,
    )
    // An answer without a question is there to mislead; here each right has its left.
    const pairs = all.filter(([left]) => left !== '')
    return {
      kind: 'matching',
      parts: { answer: pairs, reasons: pairs.map(() => '') },
      ...(pairs.length < all.length ? { without: 'Answers that belong to no question are left out.' } : {}),
    }
  },
}

/** The first unit of Moodle's own, which the figure is in. */
function unitOf(question: XmlElement): string {
  const units = firstOf(question, 'units')
  const unit = units && firstOf(units, 'unit')
  return (unit && firstOf(unit, 'unit_name')?.text.trim()) ?? ''
}

function readQuestion(found: Findings, line: number, question: XmlElement): void {
  const type = (question.attributes.type ?? '').slice(0, 40)
  if (type === 'category') return
  if (!Object.hasOwn(READERS, type)) {
    found.say(line, `Moodle’s type ‘${type}’ has no counterpart here. This question is left out.`)
    return
  }
  const stem = wordsIn(question, 'questiontext')
  const isTagged = elementsOf(question, 'tags').some((tags) =>
    elementsOf(tags, 'tag').some((tag) => (TAGGED as readonly string[]).includes(wordsOf(tag))),
  )
  const read = READERS[type]?.(question, stem, isTagged) ?? 'It is of no kind that is known here.'
  if (typeof read === 'string') {
    found.say(line, read)
    return
  }
  const hint = wordsIn(question, 'hint')
  const { explanation, passages } = readWhole(wordsIn(question, 'generalfeedback'))
  const admitted = admit({
    id: firstOf(question, 'idnumber')?.text,
    kind: read.kind,
    parts: { stem, explanation, ...(hint === '' ? {} : { hint }), ...read.parts },
    passages,
  })
  found.take(line, admitted)
  if (typeof admitted === 'string') return
  if (read.without !== undefined) found.say(line, read.without)
  if (hasPictures(question.text))
    found.say(
      line,
      'A picture, a sound or a formula in it is left out. Look whether it can be asked without.',
    )
}
