import type { RuleName } from '../../../../../core/questions/checker/rules.ts'
import { clearDistance } from './clear-distance.ts'
import type { Planted } from './fault.ts'
import { hintKeepsTheKey } from './hint-keeps-the-key.ts'
import { keepsHedges } from './keeps-hedges.ts'
import { keyInEvidence } from './key-in-evidence.ts'
import { keyNotLongest } from './key-not-longest.ts'
import { noAbsolutes } from './no-absolutes.ts'
import { noCatchAlls } from './no-catch-alls.ts'
import { noConvergence } from './no-convergence.ts'
import { noEcho } from './no-echo.ts'
import { noNegative } from './no-negative.ts'
import { noOverlap } from './no-overlap.ts'
import { noSecondKey } from './no-second-key.ts'
import { numberReadable } from './number-readable.ts'
import { oneAnswerInTheWorld } from './one-answer-in-the-world.ts'
import { oneFrame } from './one-frame.ts'
import { oneGap } from './one-gap.ts'
import { oneKey } from './one-key.ts'
import { oneSlotAltered } from './one-slot-altered.ts'
import { optionsAlike } from './options-alike.ts'
import { partsStated } from './parts-stated.ts'
import { rightSpeaker } from './right-speaker.ts'
import { sortedOptions } from './sorted-options.ts'
import { soundEnglish } from './sound-english.ts'
import { standsAlone } from './stands-alone.ts'
import { stemInArticle } from './stem-in-article.ts'
import { stemIsAQuestion } from './stem-is-a-question.ts'
import { thingsTold } from './things-told.ts'
import { trueToPassage } from './true-to-passage.ts'

/** THE TABLE of planted faults: a rule without them does not compile. */
export const planted: { readonly [R in RuleName]: Planted } = {
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
}
