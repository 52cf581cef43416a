import { CONFIDENCES, type Confidence } from './confidence.ts'
import { wilson } from './wilson.ts'

/** A final answer whose reader said how sure they were. */
export interface SureAnswer {
  readonly mark: number
  readonly confidence: Confidence
}

/**
 * What the three words promise, as chances of being right. 'Certain' and 'fairly sure' stand for Kent's 'almost certain'
 * (93%) and 'probable' (75%; Sherman Kent, 'Words of Estimative Probability', 1964). A guess is right about one time in
 * three: one in four of four options, one in two of a statement, hardly ever a figure.
 */
export const PROMISED: Readonly<Record<Confidence, number>> = {
  guess: 1 / 3,
  'fairly-sure': 0.75,
  certain: 0.93,
}

/** Whether a word promised too much or too little, or holds as far as can be told. */
export type Judgement = 'too-few' | 'over' | 'under' | 'fits'

/** How a word of confidence has held. */
export interface Calibrated {
  readonly confidence: Confidence
  readonly promised: number
  readonly asked: number
  /** Wholly right. */
  readonly right: number
  readonly judgement: Judgement
  /** In plain words, to the reader. */
  readonly says: string
}

export interface Calibration {
  /** A row a word, from 'guess' to 'certain'. */
  readonly words: readonly Calibrated[]
  /** Mean of the squared distance between the promise and what came (Brier 1950): 0 is perfect, 0.25 what saying 'fifty-fifty' to everything earns. Null without answers. */
  readonly brier: number | null
}

/** With fewer no word is judged. */
const FEWEST = 5

const NAMES: Readonly<Record<Confidence, string>> = {
  guess: 'you guessed',
  'fairly-sure': 'you were fairly sure',
  certain: 'you were certain',
}

/** What follows from a judgement, by word. */
const ADVICE: Readonly<Record<Confidence, Readonly<Record<Exclude<Judgement, 'too-few'>, string>>>> = {
  guess: {
    over: 'Even a guess should do better: leave out first what cannot be.',
    under: 'You know more than you think.',
    fits: 'About what chance gives.',
  },
  'fairly-sure': {
    over: 'That is less often than ‘fairly sure’ promises: look for a reason why you might be wrong.',
    under: 'You could trust yourself more.',
    fits: 'The word holds.',
  },
  certain: {
    over: 'That is less often than ‘certain’ promises: these are worth a second look before you answer.',
    under: 'You are right even more often than ‘certain’ promises.',
    fits: 'The word holds.',
  },
}

const judge = (right: number, asked: number, promised: number): Judgement => {
  if (asked < FEWEST) return 'too-few'
  const { low, high } = wilson(right, asked)
  return promised > high ? 'over' : promised < low ? 'under' : 'fits'
}

function calibrate(confidence: Confidence, answers: readonly SureAnswer[]): Calibrated {
  const asked = answers.length
  const right = answers.filter(({ mark }) => mark === 1).length
  const promised = PROMISED[confidence]
  const judgement = judge(right, asked, promised)
  const verdict = judgement === 'too-few' ? 'Too few to tell.' : ADVICE[confidence][judgement]
  const times = asked === 1 ? 'time' : 'times'
  const counted =
    asked === 0
      ? `Not once so far ${NAMES[confidence]}.`
      : `When ${NAMES[confidence]}, you were right ${right} of ${asked} ${times}.`
  return { confidence, promised, asked, right, judgement, says: `${counted} ${verdict}` }
}

/** How well somebody's words of confidence fit how often they are right. A word is called too strong or too weak only where what it promises lies outside the 95% range of what came. */
export function calibrationOf(answers: readonly SureAnswer[]): Calibration {
  const distances = answers.map(({ mark, confidence }) => (PROMISED[confidence] - (mark === 1 ? 1 : 0)) ** 2)
  return {
    words: CONFIDENCES.map((confidence) =>
      calibrate(
        confidence,
        answers.filter((answer) => answer.confidence === confidence),
      ),
    ),
    brier: distances.length === 0 ? null : distances.reduce((sum, each) => sum + each, 0) / distances.length,
  }
}
