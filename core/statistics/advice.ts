import type { Option } from '../questions/question.ts'
import type { ItemStatistics, OptionStatistics } from './item-statistics.ts'

/** With fewer people one of them moves every share by more than ten in a hundred. */
export const FEWEST_PEOPLE = 10
/** With so many a correlation that is none at all lies within 0.37 of nothing 19 times in 20 (two standard errors of 1 / root(n - 1)), and so the 0.4 of a good question can be told from it. */
export const FEWEST_TO_COMPARE = 30
/** An option that nobody of 30 chose is chosen by fewer than one in ten (rule of three: Hanley and Lippman-Hand, JAMA 249, 1983). */
export const FEWEST_FOR_NOBODY = 30
/** By the same rule so many are needed before 'fewer than one in twenty' can be said. */
export const FEWEST_FOR_FEW = 60
/** A wrong option chosen by fewer does no work (Haladyna and Downing, Educational and Psychological Measurement 53, 1993). */
export const IDLE_OPTION = 0.05
/** An upper-lower index below it marks a poor question (Ebel and Frisbie, 'Essentials of Educational Measurement', 5th edition, 1991). */
export const POOR_DISCRIMINATION = 0.2
/** Beyond nine in ten, right or wrong, even a question that orders people perfectly can part the thirds by no more than 0.3. */
export const NEARLY_ALL = 0.9
/** 'Most who were wrong' and 'those who chose it' are so many at least: one or two people are no pattern. */
export const FEWEST_WRONG = 5
/** Errors made with certainty are put right best when they are talked over (Butterfield and Metcalfe, Journal of Experimental Psychology: Learning, Memory, and Cognition 27, 2001); half of all is enough to take the time. */
export const MANY_CERTAIN = 0.5
/** One blank in five is more than those whom time failed at the end: somebody did not know what was asked for. */
export const MANY_BLANKS = 0.2

/** What can be said of a question, in the order in which it is told. */
export const ADVICE = [
  'too-few',
  'key-doubted',
  'wrong-for-the-able',
  'poor',
  'nearly-all-right',
  'hardly-any-right',
  'no-better-than-chance',
  'most-chose',
  'nobody-chose',
  'few-chose',
  'certain-but-wrong',
  'many-blank',
] as const
export type Advice = (typeof ADVICE)[number]

/** Something said of a question. */
export interface Said {
  readonly advice: Advice
  /** In plain words, to the teacher. */
  readonly says: string
  /** The place of the option it is about, from 0 in the question's own list; null where it is about the whole. */
  readonly option: number | null
}

/** A question and how it has done. */
export interface Judged {
  readonly statistics: ItemStatistics
  /** In the question's own order; empty for kinds without. */
  readonly options: readonly Option[]
  /** The mark, 0 to 1, that blind luck brings (learning/chance.ts). */
  readonly chance: number
}

/** What holds for a question as a whole or, where `option` is given, for one of its wrong options. */
type Rule =
  | {
      readonly of: 'question'
      readonly holds: (judged: Judged) => boolean
      readonly says: (judged: Judged) => string
    }
  | {
      readonly of: 'wrong option'
      readonly holds: (drawn: OptionStatistics, judged: Judged) => boolean
      readonly says: (option: Option, drawn: OptionStatistics, judged: Judged) => string
    }

const ofQuestion = (holds: (judged: Judged) => boolean, says: (judged: Judged) => string): Rule => ({
  of: 'question',
  holds,
  says,
})

const ofWrongOption = (
  holds: (drawn: OptionStatistics, judged: Judged) => boolean,
  says: (option: Option, drawn: OptionStatistics, judged: Judged) => string,
): Rule => ({ of: 'wrong option', holds, says })

const rightShare = ({ statistics }: Judged): number => statistics.right.share ?? 0

/** Whether enough were not wholly right for wrong options to have drawn anybody. */
const leavesRoom = (judged: Judged): boolean => rightShare(judged) <= NEARLY_ALL

/** Answered, and not wholly right. */
const wrongOf = ({ statistics: { people, right, blanks } }: Judged): number =>
  people - right.people - blanks.people

/** Whether those who did badly on the rest had this question right oftener, by both measures. */
export const isKeyDoubted = ({ people, correlation, upperLower }: ItemStatistics): boolean =>
  people >= FEWEST_TO_COMPARE && (correlation.value ?? 0) < 0 && (upperLower.value ?? 0) < 0

/** The rest score of those who chose the one right option; null where several are right or hardly anybody chose it. */
function restOfKey({ statistics, options }: Judged): number | null {
  const keys = statistics.options.filter((_, i) => options[i]?.correct)
  const [key] = keys
  return keys.length === 1 && key && key.restScore.people >= FEWEST_WRONG ? key.restScore.value : null
}

/** Whether those who chose this wrong option did better on the rest than those who chose the key. */
function drawsTheAble({ restScore }: OptionStatistics, judged: Judged): boolean {
  const ofKey = restOfKey(judged)
  return (
    judged.statistics.people >= FEWEST_TO_COMPARE &&
    restScore.people >= FEWEST_WRONG &&
    ofKey !== null &&
    restScore.value !== null &&
    restScore.value > ofKey
  )
}

/** The one table of what is said when. */
const RULES: Readonly<Record<Advice, Rule>> = {
  'too-few': ofQuestion(
    ({ statistics }) => statistics.people < FEWEST_PEOPLE,
    ({ statistics: { people } }) =>
      `Too few answers to say: ${people} so far, and it takes ${FEWEST_PEOPLE}.`,
  ),
  'key-doubted': ofQuestion(
    ({ statistics }) => isKeyDoubted(statistics),
    () => 'Those who did well were wrong more often than those who did badly: look at the key.',
  ),
  'wrong-for-the-able': ofWrongOption(
    drawsTheAble,
    ({ text }) =>
      `Those who chose ‘${text}’ did better on the other questions than those who chose the key: it may be right as well.`,
  ),
  poor: ofQuestion(
    (judged) =>
      judged.statistics.people >= FEWEST_TO_COMPARE &&
      !isKeyDoubted(judged.statistics) &&
      judged.statistics.upperLower.value !== null &&
      judged.statistics.upperLower.value < POOR_DISCRIMINATION &&
      rightShare(judged) <= NEARLY_ALL &&
      rightShare(judged) >= 1 - NEARLY_ALL,
    () =>
      'Those who did well did hardly better here than those who did badly: it may ask something else, or not be clear.',
  ),
  'nearly-all-right': ofQuestion(
    (judged) => rightShare(judged) > NEARLY_ALL,
    ({ statistics: { right } }) => `Nearly everybody had it right (${right.people} of ${right.of}).`,
  ),
  'hardly-any-right': ofQuestion(
    (judged) => rightShare(judged) < 1 - NEARLY_ALL,
    ({ statistics: { right } }) =>
      `Hardly anybody had it right (${right.people} of ${right.of}): read the passage again together, and look at the key.`,
  ),
  'no-better-than-chance': ofQuestion(
    (judged) =>
      judged.chance > 0 &&
      rightShare(judged) >= 1 - NEARLY_ALL &&
      (judged.statistics.facility.value ?? 1) <= judged.chance,
    () => 'It was answered no better than by chance.',
  ),
  'most-chose': ofWrongOption(
    ({ chosen }, judged) =>
      judged.options.filter(({ correct }) => !correct).length > 1 &&
      chosen.people >= FEWEST_WRONG &&
      chosen.people > wrongOf(judged) / 2,
    ({ text, why }, { chosen }, judged) =>
      `Most who were wrong chose ‘${text}’ (${chosen.people} of ${wrongOf(judged)}). ${why}`,
  ),
  'nobody-chose': ofWrongOption(
    ({ chosen }, judged) => chosen.of >= FEWEST_FOR_NOBODY && leavesRoom(judged) && chosen.people === 0,
    ({ text }) => `Nobody chose ‘${text}’: it does no work.`,
  ),
  'few-chose': ofWrongOption(
    ({ chosen }, judged) =>
      chosen.of >= FEWEST_FOR_FEW &&
      leavesRoom(judged) &&
      chosen.people > 0 &&
      (chosen.share ?? 1) < IDLE_OPTION,
    ({ text }, { chosen }) => `Hardly anybody chose ‘${text}’ (${chosen.people} of ${chosen.of}).`,
  ),
  'certain-but-wrong': ofQuestion(
    ({ statistics: { certainWhenWrong } }) =>
      certainWhenWrong.of >= FEWEST_WRONG && (certainWhenWrong.share ?? 0) >= MANY_CERTAIN,
    ({ statistics: { certainWhenWrong } }) =>
      `Of ${certainWhenWrong.of} who were wrong and said how sure they were, ${certainWhenWrong.people} were certain: worth talking over.`,
  ),
  'many-blank': ofQuestion(
    ({ statistics: { blanks } }) => (blanks.share ?? 0) >= MANY_BLANKS,
    ({ statistics: { blanks } }) =>
      `${blanks.people} of ${blanks.of} left it blank: it may not be clear what is asked for.`,
  ),
}

function said(advice: Advice, judged: Judged): Said[] {
  const rule = RULES[advice]
  if (rule.of === 'question')
    return rule.holds(judged) ? [{ advice, says: rule.says(judged), option: null }] : []
  return judged.options.flatMap((option, place) => {
    const drawn = judged.statistics.options[place]
    return drawn && !option.correct && rule.holds(drawn, judged)
      ? [{ advice, says: rule.says(option, drawn, judged), option: place }]
      : []
  })
}

/** What can be said of a question, the gravest first; with too few answers that alone, and where all is well nothing. */
export function adviceOn(judged: Judged): Said[] {
  const tooFew = said('too-few', judged)
  return tooFew.length > 0 ? tooFew : ADVICE.flatMap((advice) => said(advice, judged))
}
