import type { Reading } from '../../article/reading.ts'
import type { ChangeFinding, Finding, LevelFinding } from '../../facts/finding.ts'
import type { Quantity } from '../../quantities/quantity.ts'
import type { FigureKey, Rival } from '../ask.ts'
import { figureKey } from './figure-key.ts'
import { sentenceAround } from './sentence-around.ts'
import { isAre, words } from './wording.ts'

/** A figure of the article with what it is, for the reader who picked it. */
interface ArticleFigure {
  readonly quantity: Quantity
  readonly key: FigureKey
  readonly why: string
}

/** 'That is by how much X rose in 2024.' */
function reasonOf(finding: LevelFinding | ChangeFinding, quantity: Quantity, printed: string): string {
  const { subject, when } = finding
  if (finding.family === 'level')
    return `${words(`${printed} ${isAre(subject) === 'were' ? 'is what' : 'is what'}`, subject.text, isAre(subject), when.phrase)}.`
  const { past, by, to } = finding
  if (quantity === by)
    return `${words(`${printed} is by how much`, subject.text, past, finding.tail, when.phrase)}.`
  if (quantity === to)
    return `${words(`${printed} is what`, subject.text, past, 'to', finding.tail, when.phrase)}.`
  return `${words(`${printed} is what`, subject.text, past, 'from', finding.tail, when.phrase)}.`
}

const LONGEST_EXCERPT = 160

/** The words around a figure that no finding speaks for. */
function excerptReason(reading: Reading, quantity: Quantity, printed: string): string {
  const sentence = sentenceAround(reading.sentences, quantity)
  const whole = sentence ? reading.text.slice(sentence.start, sentence.end).replace(/\s+/g, ' ') : printed
  if (whole.length <= LONGEST_EXCERPT) return `${printed} stands elsewhere in the article: “${whole}”`
  const at = quantity.start - (sentence?.start ?? 0)
  const from = Math.max(0, at - 70)
  const cut = whole
    .slice(from, from + 140)
    .replace(/^\S*\s/, '')
    .replace(/\s\S*$/, '')
  return `${printed} stands elsewhere in the article: “…${cut}…”`
}

/** All figures of an article that can be options, each with its reason. */
export function articleFigures(reading: Reading, findings: readonly Finding[]): ArticleFigure[] {
  const spoken = new Map<Quantity, LevelFinding | ChangeFinding>()
  for (const finding of findings) {
    if (finding.family === 'level') spoken.set(finding.quantity, finding)
    if (finding.family === 'change')
      for (const quantity of [finding.by, finding.to, finding.from])
        if (quantity && !spoken.has(quantity)) spoken.set(quantity, finding)
  }
  const title = reading.blocks[0]?.kind === 'title' ? reading.blocks[0].end : 0
  return reading.quantities.flatMap((quantity) => {
    const key = figureKey(reading.text, quantity)
    if (!key || quantity.start < title || quantity.high !== undefined) return []
    const finding = spoken.get(quantity)
    return [
      {
        quantity,
        key,
        why: finding ? reasonOf(finding, quantity, key.text) : excerptReason(reading, quantity, key.text),
      },
    ]
  })
}

/** More wrong options than any question needs; a report with thousands of figures would otherwise give each of its questions thousands. */
const MOST_RIVALS = 100

/** The article's other figures of the same unit, as wrong options. */
export function figureRivals(figures: readonly ArticleFigure[], key: FigureKey): Rival[] {
  const rivals: Rival[] = []
  for (const { key: other, why } of figures) {
    if (rivals.length === MOST_RIVALS) break
    if (other.unit !== key.unit || other.value === key.value || other.text === key.text) continue
    rivals.push({ key: other, why, source: 'article' })
  }
  return rivals
}
