import type { Rule } from './rule.ts'
import { clearDistance } from './rules/clear-distance.ts'
import { hintKeepsTheKey } from './rules/hint-keeps-the-key.ts'
import { keepsHedges } from './rules/keeps-hedges.ts'
import { keyInEvidence } from './rules/key-in-evidence.ts'
import { keyNotLongest } from './rules/key-not-longest.ts'
import { noAbsolutes } from './rules/no-absolutes.ts'
import { noCatchAlls } from './rules/no-catch-alls.ts'
import { noConvergence } from './rules/no-convergence.ts'
import { noEcho } from './rules/no-echo.ts'
import { noNegative } from './rules/no-negative.ts'
import { noOverlap } from './rules/no-overlap.ts'
import { noSecondKey } from './rules/no-second-key.ts'
import { numberReadable } from './rules/number-readable.ts'
import { oneAnswerInTheWorld } from './rules/one-answer-in-the-world.ts'
import { oneFrame } from './rules/one-frame.ts'
import { oneGap } from './rules/one-gap.ts'
import { oneKey } from './rules/one-key.ts'
import { oneSlotAltered } from './rules/one-slot-altered.ts'
import { optionsAlike } from './rules/options-alike.ts'
import { partsStated } from './rules/parts-stated.ts'
import { rightSpeaker } from './rules/right-speaker.ts'
import { sortedOptions } from './rules/sorted-options.ts'
import { soundEnglish } from './rules/sound-english.ts'
import { standsAlone } from './rules/stands-alone.ts'
import { stemInArticle } from './rules/stem-in-article.ts'
import { stemIsAQuestion } from './rules/stem-is-a-question.ts'
import { thingsTold } from './rules/things-told.ts'
import { trueToPassage } from './rules/true-to-passage.ts'

/** THE TABLE of rules a single question has to keep, in the order of questions.md. Rule 23 is what make-questions.ts does, 10b, 11b and 19 are rules of a set (set-rules.ts). */
export const rules = {
  'key-in-evidence': keyInEvidence,
  'true-to-passage': trueToPassage,
  'stem-in-article': stemInArticle,
  'stands-alone': standsAlone,
  'things-told': thingsTold,
  'keeps-hedges': keepsHedges,
  'right-speaker': rightSpeaker,
  'no-second-key': noSecondKey,
  'one-frame': oneFrame,
  'clear-distance': clearDistance,
  'one-key': oneKey,
  'options-alike': optionsAlike,
  'key-not-longest': keyNotLongest,
  'sorted-options': sortedOptions,
  'no-catch-alls': noCatchAlls,
  'no-negative': noNegative,
  'no-absolutes': noAbsolutes,
  'no-echo': noEcho,
  'no-convergence': noConvergence,
  'stem-is-a-question': stemIsAQuestion,
  'sound-english': soundEnglish,
  'no-overlap': noOverlap,
  'one-slot-altered': oneSlotAltered,
  'one-gap': oneGap,
  'parts-stated': partsStated,
  'number-readable': numberReadable,
  'one-answer-in-the-world': oneAnswerInTheWorld,
  'hint-keeps-the-key': hintKeepsTheKey,
} as const satisfies Readonly<Record<string, Rule>>

export type RuleName = keyof typeof rules

/** What a rule asks, in words for an editor; '' for a name that is none of the table's. */
export const ruleTitle = (name: string): string =>
  Object.hasOwn(rules, name) ? rules[name as RuleName].title : ''
