import type { Kind, Share } from '#core'
import type { AnalysisView, QuestionAnalysis } from '#server/assignments/analysis-view'

/** What a question asks for, in words. */
export const KIND_WORDS: Readonly<Record<Kind, string>> = {
  choice: 'one of several',
  'multiple-response': 'several of many',
  'true-false': 'true or false',
  number: 'a number',
  cloze: 'a gap to fill',
  ordering: 'an order',
  matching: 'pairs',
  estimate: 'an estimate',
}

/** '4 of 12' */
export const sayOf = ({ people, of }: Pick<Share, 'people' | 'of'>): string => `${people} of ${of}`

/** From which mean mark on a question is called so. */
const HARDNESS: readonly (readonly [from: number, word: string])[] = [
  [0.9, 'Very easy'],
  [0.7, 'Easy'],
  [0.5, 'In between'],
  [0.3, 'Hard'],
  [0, 'Very hard'],
]

/** 'Hard: 4 of 12 right', by the mean mark; it says so where others have a part of the mark. */
export function sayHardness({ facility, right }: Pick<QuestionAnalysis, 'facility' | 'right'>): string {
  const mark = facility.value ?? 0
  const word = HARDNESS.find(([from]) => mark >= from)?.[1] ?? ''
  const hasParts = mark * right.of - right.people > 1e-6
  return `${word}: ${sayOf(right)} right${hasParts ? ', others in part' : ''}`
}

/** An upper-lower index marks a good question from here on (Ebel and Frisbie, 'Essentials of Educational Measurement', 5th edition, 1991). */
const GOOD = 0.4
/** Below it marks a poor one. */
const FAIR = 0.2

/** Whether those who did well on the whole did better here, in a sentence; with few people it is only told how it was. */
export function sayParting({
  upperLower: { value },
  isComparable,
}: Pick<QuestionAnalysis, 'upperLower' | 'isComparable'>): string {
  if (value === null) return 'All did equally well on the whole, so nobody can be compared.'
  const gap = Math.round(Math.abs(value) * 100)
  const told =
    gap === 0
      ? 'The best third did no better here than the weakest.'
      : `The best third had ${gap} points in a hundred ${value > 0 ? 'more' : 'less'} here than the weakest.`
  if (!isComparable) return `${told} So few people may differ so by chance.`
  return `${told} ${value >= GOOD ? 'It tells them apart well.' : value >= FAIR ? 'It tells them apart fairly well.' : 'It hardly tells them apart.'}`
}

/** '0.41', '−0.05', or 'not known'; what rounds to nothing has no sign. */
export const sayFigure = (value: number | null): string =>
  value === null ? 'not known' : value.toFixed(2).replace('-0.00', '0.00').replace('-', '−')

/** From here on a set orders people well enough to speak of single scores (Nunnally, 'Psychometric Theory', 2nd edition, 1978). */
const AGREES = 0.7
/** Below it more than half of what parts two scores is chance. */
const AGREES_SOMEWHAT = 0.5

/** How far a set's questions order people alike, in words. */
export function sayAlpha({
  alpha: { value },
  isComparable,
}: Pick<AnalysisView, 'alpha' | 'isComparable'>): string {
  if (value === null)
    return 'It takes two people or more who were asked every question, and who differ in their scores.'
  if (!isComparable) return 'How far the questions agree on who knows more; of so few people a rough figure.'
  return value >= AGREES
    ? 'The questions agree well on who knows more: another set like it would rank people much the same.'
    : value >= AGREES_SOMEWHAT
      ? 'The questions agree somewhat on who knows more: scores are a rough guide.'
      : 'The questions hardly agree on who knows more: do not read much into single scores.'
}
