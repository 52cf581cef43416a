import type { Confidence } from '../learning/confidence.ts'
import type { AnswerMatrix, FinalAnswer } from './answer-matrix.ts'
import { Gatherer, PairGatherer } from './moments.ts'
import { countScores, type Thirds, thirdsOf } from './scores.ts'
import type { ItemSums, OptionSums, SetSums, SureSums, ThirdSums } from './sums.ts'

/** Somebody who was asked something, seen from one question. */
interface Asked {
  readonly answer: FinalAnswer
  /** Mean mark of the other questions put to them; null where there was no other. */
  readonly rest: number | null
  readonly thirds: Thirds
  /** Whether they were asked every question of the set. */
  readonly isComplete: boolean
}

type Mutable<T> = { -readonly [K in keyof T]: T[K] }

/** The sums of one question while they grow. */
class ItemGatherer {
  private people = 0
  private blanks = 0
  private right = 0
  private marks = 0
  private isAllOrNothing = true
  private readonly restPairs = new PairGatherer()
  private readonly complete = new Gatherer()
  private readonly upper: Mutable<ThirdSums> = { people: 0, marks: 0 }
  private readonly lower: Mutable<ThirdSums> = { people: 0, marks: 0 }
  private readonly options: readonly Mutable<OptionSums>[]
  private readonly seconds = new Map<number, number>()
  private readonly confidence: Readonly<Record<Confidence, Mutable<SureSums>>> = {
    guess: { answers: 0, right: 0 },
    'fairly-sure': { answers: 0, right: 0 },
    certain: { answers: 0, right: 0 },
  }

  constructor(options: number) {
    this.options = Array.from({ length: options }, () => ({
      people: 0,
      withRest: 0,
      rests: 0,
      upper: 0,
      lower: 0,
    }))
  }

  add({ answer, rest, thirds, isComplete }: Asked): void {
    const { mark, isBlank } = answer
    this.people++
    this.marks += mark
    if (mark === 1) this.right++
    if (mark !== 0 && mark !== 1) this.isAllOrNothing = false
    if (rest !== null) this.restPairs.add(mark, rest)
    if (isComplete) this.complete.add(mark)
    for (const third of ['upper', 'lower'] as const) {
      this[third].people += thirds[third]
      this[third].marks += thirds[third] * mark
    }
    if (isBlank) this.blanks++
    else this.addChoice(answer, rest, thirds)
  }

  private addChoice({ mark, chosen, seconds, confidence }: FinalAnswer, rest: number | null, thirds: Thirds) {
    for (const place of new Set(chosen)) {
      const option = this.options[place]
      if (!option) throw new Error(`a question has no option ${place}`)
      option.people++
      option.upper += thirds.upper
      option.lower += thirds.lower
      if (rest === null) continue
      option.withRest++
      option.rests += rest
    }
    if (seconds !== null) this.seconds.set(seconds, (this.seconds.get(seconds) ?? 0) + 1)
    if (confidence === null) return
    this.confidence[confidence].answers++
    if (mark === 1) this.confidence[confidence].right++
  }

  sums(): ItemSums {
    const { people, blanks, right, marks, isAllOrNothing, upper, lower, options, confidence } = this
    return {
      ...{ people, blanks, right, marks, isAllOrNothing, upper, lower, options, confidence },
      restPairs: this.restPairs.pairs(),
      complete: this.complete.moments(),
      seconds: [...this.seconds].sort(([a], [b]) => a - b),
    }
  }
}

/**
 * The sums that the statistics of a set rest on, from the answers themselves, in two passes: whoever did best is known only
 * when all have been read. `options` says of each question how many it offers, 0 for kinds without. Throws at a choice of
 * an option that is not there.
 */
export function sumsOf(matrix: AnswerMatrix, options: readonly number[]): SetSums {
  const rows = matrix.flatMap((answers) => {
    const marks = answers.flatMap((answer) => (answer === null ? [] : [answer.mark]))
    const total = marks.reduce((sum, mark) => sum + mark, 0)
    return marks.length === 0 ? [] : [{ answers, total, asked: marks.length }]
  })
  const scores = countScores(rows.map(({ total, asked }) => total / asked))
  const thirdsAt = thirdsOf(scores)
  const complete = new Gatherer()
  const items = options.map((count) => new ItemGatherer(count))
  for (const { answers, total, asked } of rows) {
    const isComplete = asked === items.length
    const thirds = thirdsAt(total / asked)
    if (isComplete) complete.add(total / asked)
    for (const [i, item] of items.entries()) {
      const answer = answers[i] ?? null
      if (answer === null) continue
      const rest = asked === 1 ? null : Math.max(0, total - answer.mark) / (asked - 1)
      item.add({ answer, rest, thirds, isComplete })
    }
  }
  return { scores, complete: complete.moments(), items: items.map((item) => item.sums()) }
}
