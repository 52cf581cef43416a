import type { Reading } from './article/reading.ts'
import type { Span } from './article/span.ts'
import type { Fact } from './facts/fact.ts'
import { findFindings } from './facts/find-facts.ts'
import type { Finding } from './facts/finding.ts'
import { findAsks } from './questions/asks/find-asks.ts'
import { withHint } from './questions/hints/with-hint.ts'
import {
  draftAll as draftFromAsks,
  makeQuestions,
  refusalsOn as refusalsOfAsks,
  type Shortfall,
} from './questions/make-questions.ts'
import type { Question } from './questions/question.ts'

/** The engine's version, kept with every fact and question it makes. It changes whenever the same text would give other facts or questions. */
export const ENGINE_VERSION = '1.10.0'

export { read } from './article/read.ts'
export type { ArticleText, Block, BlockKind, Reading, Sentence } from './article/reading.ts'
export type { Evidence, Span } from './article/span.ts'
export { splitTitle, wholeText } from './article/text.ts'
export {
  FAMILIES,
  type Fact,
  type Family,
  isClausal,
  STATUSES,
  stableKey,
  statedBy,
  tellsWhy,
} from './facts/fact.ts'
export { anchorIn, type Bank, type Carried, carry, type Source } from './formats/bank.ts'
export type { Format, Loss, Problem, ReadFile, ReadQuestion } from './formats/format.ts'
export {
  FORMATS,
  type FormatName,
  formats,
  LONGEST_FILE,
  type LossOf,
  lossesIn,
  readFile,
} from './formats/formats.ts'
export {
  PAPER_VERSIONS,
  type Paper,
  type PaperBody,
  type PaperKey,
  type PaperPassage,
  type PaperQuestion,
  type PaperVersion,
  type Printed,
  paperOf,
} from './formats/print/paper.ts'
export { grouped } from './grouped.ts'
export {
  afterAnswer,
  inheritedDifficulty,
  NEW_ABILITY,
  newDifficulty,
  type Rating,
  successOf,
} from './learning/ability.ts'
export { anotherWay, type Way } from './learning/another-way.ts'
export { type Calibration, calibrationOf, PROMISED, type SureAnswer } from './learning/calibration.ts'
export { chanceOf } from './learning/chance.ts'
export { CONFIDENCES, type Confidence } from './learning/confidence.ts'
export { expectedSeconds } from './learning/expected-seconds.ts'
export { FEWEST_REVIEWS, type Fit, fitWeights, type PastReview } from './learning/fitting.ts'
export { type Answered, GRADES, type Grade, gradeOf } from './learning/grade.ts'
export { LONGEST_ANSWER } from './learning/longest-answer.ts'
export { MOST_TRIES } from './learning/mark.ts'
export { type Mastery, masteryBy, TAGS, type Tag, type TaggedAnswer } from './learning/mastery.ts'
export {
  DEFAULT_MEMORY_SETTINGS,
  DEFAULT_WEIGHTS,
  type Memory,
  type MemorySettings,
  newMemory,
  reckonedAgain,
  retrievability,
  review,
} from './learning/memory.ts'
export { type Askable, nextBest, REASONS, type Reason } from './learning/next-best.ts'
export { isoWeek, isZone, mondayOf, ownDay, ownDayEnd, ownDaysBetween } from './learning/own-day.ts'
export { LENGTHS, type Length } from './learning/practice-lengths.ts'
export { type Queue, queueOf, type Remembered } from './learning/queue.ts'
export {
  CREDITS,
  type Credit,
  judge,
  REMEDIES,
  type Reckoned,
  type Remedy,
  type RemedyName,
  type Standing,
  standUnder,
  type Try,
} from './learning/regrade.ts'
export { type Scored, type Scores, scoresBySet } from './learning/scores.ts'
export {
  type DayLearned,
  GOALS,
  type Goal,
  MOST_SECONDS,
  type Spell,
  type Streak,
  type StreakSettings,
  streakOf,
} from './learning/streak.ts'
export { trendOf, type Week } from './learning/trend.ts'
export { wilson } from './learning/wilson.ts'
export { createLexicon, EMPTY_LEXICON, type Lexicon, type NounClass } from './lexicon.ts'
export * from './name-files.ts'
export { findPeriods } from './periods/find-periods.ts'
export { findQuantities } from './quantities/find-quantities.ts'
export { joinMovements } from './quantities/join-movements.ts'
export { type Banked, bankedOf } from './questions/banked.ts'
export {
  checkByHand,
  checkWithoutSource,
  fromHand,
  isFirm,
  toHand,
  type Written,
  type WrittenOf,
} from './questions/by-hand.ts'
export { check, countRules } from './questions/checker/check.ts'
export type { CheckContext } from './questions/checker/context.ts'
export type { Failure, Verdict } from './questions/checker/rule.ts'
export { ruleTitle } from './questions/checker/rules.ts'
export { checkSet } from './questions/checker/set-rules.ts'
export { LEVELS, type Level } from './questions/difficulty.ts'
export type { AnswerByKind, Arrangement, Feedback, Shown } from './questions/kind.ts'
export {
  arrange,
  arrangePlainly,
  countParts,
  feedback,
  kinds,
  readAnswer,
  rekey,
  show,
  triesOf,
} from './questions/kinds.ts'
export type { Shortfall } from './questions/make-questions.ts'
export { type Candidate, type Limits, pickMixed } from './questions/pick-mixed.ts'
export { KINDS, type Kind, type Option, type Question, type QuestionOf } from './questions/question.ts'
export { stretchField, writtenSchema } from './questions/written.ts'
export { createRandom, hash32, type Random } from './random.ts'
export {
  ADVICE,
  type Advice,
  adviceOn,
  FEWEST_PEOPLE,
  FEWEST_TO_COMPARE,
  type Judged,
  type Said,
} from './statistics/advice.ts'
export type { AnswerMatrix, FinalAnswer } from './statistics/answer-matrix.ts'
export { chosenPlaces } from './statistics/chosen-places.ts'
export { countedOf, MOST_COMPARED, type Spread, spreadOf } from './statistics/comparison.ts'
export type { Figure, Share } from './statistics/figure.ts'
export { FEWEST_GUESSES, type ItemStatistics, type OptionStatistics } from './statistics/item-statistics.ts'
export {
  type AskedAgain,
  askAgain,
  type Done,
  FEWEST_SHARED,
  type Misconception,
  misconceptionsOf,
} from './statistics/misunderstood.ts'
export type { Moments, PairMoments } from './statistics/moments.ts'
export { countScores, type ScoreCount, type Thirds, thirdsOf } from './statistics/scores.ts'
export { type SetFigure, type SetStatistics, setStatistics } from './statistics/set-statistics.ts'
export type { ItemSums, OptionSums, SetSums, SureSums, ThirdSums } from './statistics/sums.ts'
export { sumsOf } from './statistics/sums-of.ts'

import { keepWith } from './remember.ts'

/** Findings are made once for a reading, though facts and questions are asked for apart. */
const findingsOf: (reading: Reading) => readonly Finding[] = keepWith(findFindings)

/** The facts an article states, and the figures that follow from them, in the order of the text. */
export const findFacts = (reading: Reading): Fact[] => findingsOf(reading).map(({ fact }) => fact)

/** The same questions, each with a hint where one gives nothing away. */
const withHints = (reading: Reading, questions: readonly Question[]): Question[] => {
  const context = { reading, facts: findFacts(reading) }
  return questions.map((question) => withHint(question, context, findingsOf(reading)))
}

/** At most `count` questions that pass the checker, varied and without one giving another away; fewer with the reasons why. */
export function questionsOf(
  reading: Reading,
  { count, seed }: { readonly count: number; readonly seed: string | number },
): { readonly questions: readonly Question[]; readonly shortfall: Shortfall } {
  const asks = findAsks(reading, findingsOf(reading))
  const { questions, shortfall } = makeQuestions(reading, findFacts(reading), asks, { count, seed })
  return { questions: withHints(reading, questions), shortfall }
}

/** Every question the article allows that passes the checker: what the store keeps. */
export const draftAll = (reading: Reading, { seed }: { readonly seed: string | number }): Question[] =>
  withHints(
    reading,
    draftFromAsks(reading, findFacts(reading), findAsks(reading, findingsOf(reading)), { seed }),
  )

/** The rules that kept things worth asking about a stretch of the text from being asked, each with how many. */
export const refusalsOn = (reading: Reading, stretch: Span): Shortfall['reasons'] =>
  refusalsOfAsks(reading, findFacts(reading), findAsks(reading, findingsOf(reading)), stretch)
