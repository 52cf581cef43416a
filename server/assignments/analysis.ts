import {
  adviceOn,
  arrangePlainly,
  askAgain,
  chanceOf,
  type Done,
  FEWEST_TO_COMPARE,
  type ItemStatistics,
  judge,
  misconceptionsOf,
  type Standing,
  setStatistics,
} from '#core'
import { completeMarks } from '../attempts/complete-marks.ts'
import type { Version } from '../questions/versions.ts'
import type { QuizSet } from '../quizzes/sets.ts'
import { findRegraded, standingOf } from '../regrades/regraded.ts'
import { sumAssignment } from '../statistics/assignment-sums.ts'
import { mapFactsAsked } from '../statistics/facts-asked.ts'
import type { Viewer } from '../viewer.ts'
import type { AnalysisView, OptionAnalysis, QuestionAnalysis, SentenceView } from './analysis-view.ts'
import { getTaughtSet } from './taught.ts'

/** How an assignment of a class the viewer teaches has done, question by question; null where there is no such one of theirs. */
export async function getAnalysis(viewer: Viewer, assignment: string): Promise<AnalysisView | null> {
  const taught = await getTaughtSet(viewer, assignment)
  if (!taught) return null
  const { set } = taught
  await completeMarks(assignment)
  const { places, sums } = await sumAssignment(
    assignment,
    set.versions.map((version) => optionsOf(version).length),
  )
  const { people, answers, mean, median, alpha, items } = setStatistics(sums)
  const find = await findRegraded(set.versions.map(({ id }) => id))
  const done = items.flatMap((statistics, i) => {
    const version = set.versions[places[i] ?? -1]
    if (!version) return []
    return [{ version: asKeyed(version, standingOf(version, find(version, assignment))), statistics }]
  })
  return {
    id: assignment,
    title: taught.title,
    class: taught.class,
    ...{ people, answers, mean, median, alpha },
    isComparable: alpha.people >= FEWEST_TO_COMPARE,
    questions: done.map((each) => tellQuestion(set, each)),
    ...(await tellClass(done)),
  }
}

const optionsOf = ({ question }: Version) => ('options' in question ? question.options : [])

function sentenceOf({ passages: [first], source }: Version): SentenceView | null {
  return first ? { quote: first.quote, slug: source.slug, start: first.start, end: first.end } : null
}

/** A version as it is marked by now. */
interface KeyedVersion extends Version {
  /** What is right, in words. */
  readonly key: string
}

/** Which options are right, and the key, follow from every key that stands. */
function asKeyed(version: Version, standing: Standing): KeyedVersion {
  const { question } = version
  const { key } = judge(standing, [], arrangePlainly(question)).feedback
  if (!('options' in question)) return { ...version, key }
  const keyed = standing.keys.map((each) => ('options' in each ? each.options : []))
  const options = question.options.map(
    (option, i) => keyed.find((each) => each[i]?.correct)?.[i] ?? keyed[0]?.[i] ?? option,
  )
  return { ...version, key, question: { ...question, options } }
}

/** A question that somebody was asked, and how it has done. */
interface DoneVersion {
  readonly version: KeyedVersion
  readonly statistics: ItemStatistics
}

function tellQuestion(set: QuizSet, { version, statistics }: DoneVersion): QuestionAnalysis {
  const { id, question } = version
  const { people, blanks, facility, right, correlation, upperLower } = statistics
  const { medianSeconds, certainWhenWrong, rightWhenGuessed } = statistics
  const number = set.versions.findIndex((each) => each.id === id) + 1
  const options = optionsOf(version)
  return {
    id,
    number,
    kind: question.kind,
    stem: question.stem,
    key: version.key,
    ...{ people, blanks, facility, right, correlation, upperLower },
    ...{ medianSeconds, certainWhenWrong, rightWhenGuessed },
    options: options.flatMap(({ text, correct, why }, place): OptionAnalysis[] => {
      const drawn = statistics.options[place]
      return drawn
        ? [{ text, isKey: correct, why, chosen: drawn.chosen, upper: drawn.upper, lower: drawn.lower }]
        : []
    }),
    isComparable: people >= FEWEST_TO_COMPARE,
    advice: adviceOn({ statistics, options, chance: chanceOf(question) }),
    sentence: sentenceOf(version),
  }
}

/** What the class as a whole has taken for right, and what it should be asked again. */
async function tellClass(
  done: readonly DoneVersion[],
): Promise<Pick<AnalysisView, 'misconceptions' | 'again'>> {
  const facts = await mapFactsAsked(done.map(({ version }) => version.id))
  const byId = new Map(done.map(({ version }) => [version.id, version]))
  const asked = done.map(
    ({ version, statistics }): Done => ({
      id: version.id,
      facts: (facts.get(version.id) ?? []).map(({ fact }) => fact),
      options: optionsOf(version),
      statistics,
    }),
  )
  const reachable = new Set(
    [...facts.values()].flat().flatMap(({ fact, isReachable }) => (isReachable ? [fact] : [])),
  )
  return {
    misconceptions: misconceptionsOf(asked).flatMap(({ question, option, chosen }) => {
      const version = byId.get(question)
      const taken = version && optionsOf(version)[option]
      if (!taken) return []
      const { text, why } = taken
      return [{ question, stem: version.question.stem, text, why, chosen, sentence: sentenceOf(version) }]
    }),
    // A question that no fact is known of cannot be asked in another way.
    again: askAgain(
      asked.filter((each) => each.facts.length > 0),
      reachable,
    ).flatMap(({ question, missed }) => {
      const version = byId.get(question)
      return version ? [{ question, stem: version.question.stem, missed }] : []
    }),
  }
}
