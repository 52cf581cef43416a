import type { Reading } from '../../article/reading.ts'
import { sentenceAround, sentenceText } from '../../article/sentence-around.ts'
import type { ChangeFinding, Finding, LevelFinding } from '../../facts/finding.ts'
import type { Quantity } from '../../quantities/quantity.ts'
import type { FigureKey, Rival } from '../ask.ts'
import { figureKey } from './figure-key.ts'
import { isAre, words } from './wording.ts'

/** The figures of an article that can be options, each with what it is for the reader who picked it, by unit. */
export type ArticleFigures = ReadonlyMap<string, readonly FigureRival[]>

interface FigureRival extends Rival {
  readonly key: FigureKey
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
  const whole = sentence ? sentenceText(reading, sentence) : printed
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
export function articleFigures(reading: Reading, findings: readonly Finding[]): ArticleFigures {
  const spoken = new Map<Quantity, LevelFinding | ChangeFinding>()
  for (const finding of findings) {
    if (finding.family === 'level') spoken.set(finding.quantity, finding)
    if (finding.family === 'change')
      for (const quantity of [finding.by, finding.to, finding.from])
        if (quantity && !spoken.has(quantity)) spoken.set(quantity, finding)
  }
  const title = reading.blocks[0]?.kind === 'title' ? reading.blocks[0].end : 0
  const figures = new Map<string, FigureRival[]>()
  for (const quantity of reading.quantities) {
    if (quantity.start < title || quantity.high !== undefined) continue
    const key = figureKey(reading.text, quantity)
    if (!key) continue
    const finding = spoken.get(quantity)
    const why = finding ? reasonOf(finding, quantity, key.text) : excerptReason(reading, quantity, key.text)
    const rival: FigureRival = { key, why, source: 'article' }
    const others = figures.get(key.unit)
    if (others) others.push(rival)
    else figures.set(key.unit, [rival])
  }
  return figures
}

/** More wrong options than any question needs; a report with thousands of figures would otherwise give each of its questions thousands. */
const MOST_RIVALS = 100

/** The article's other figures of the same unit, as wrong options. */
export function figureRivals(
  figures: ArticleFigures,
  key: FigureKey,
  family?: Finding['fact']['family'],
): Rival[] {
  const rivals: Rival[] = []
  for (const rival of figures.get(key.unit) ?? []) {
    if (rivals.length === MOST_RIVALS) break
    // No part is more than the whole.
    if (family === 'share' && key.unit === '%' && rival.key.value > 100) continue
    if (rival.key.value !== key.value && rival.key.text !== key.text) rivals.push(rival)
  }
  return rivals
}
