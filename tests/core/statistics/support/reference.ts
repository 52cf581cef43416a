import type { AnswerMatrix, FinalAnswer, ItemStatistics, OptionStatistics, SetStatistics, Share } from '#core'
import { wilson } from '#core'

/**
 * The same statistics by the definitions in the textbooks, over whole columns that are read as often as it takes: nothing
 * here is summed on the way, and nothing is shared with core but the interval for a share, which has tests of its own.
 */

const sum = (values: readonly number[]): number => values.reduce((all, value) => all + value, 0)
const meanOf = (values: readonly number[]): number => sum(values) / values.length
const isFlat = (values: readonly number[]): boolean => Math.max(...values) - Math.min(...values) < 1e-9

/** With the number of values below, or one less. */
const covariance = (xs: readonly number[], ys: readonly number[], below: number): number => {
  const [x, y] = [meanOf(xs), meanOf(ys)]
  return sum(xs.map((value, i) => (value - x) * ((ys[i] ?? Number.NaN) - y))) / below
}
const standardised = (values: readonly number[]): number[] => {
  const mean = meanOf(values)
  const deviation = Math.sqrt(meanOf(values.map((value) => (value - mean) ** 2)))
  return values.map((value) => (value - mean) / deviation)
}

/** Pearson's: the mean product of standard scores. */
function pearson(pairs: readonly (readonly [number, number])[]): number | null {
  const [xs, ys] = [pairs.map(([x]) => x), pairs.map(([, y]) => y)]
  if (pairs.length < 3 || isFlat(xs) || isFlat(ys)) return null
  const theirs = standardised(ys)
  return meanOf(standardised(xs).map((x, i) => x * (theirs[i] ?? Number.NaN)))
}

function middleOf(values: readonly number[]): number | null {
  const sorted = [...values].sort((a, b) => a - b)
  const half = Math.floor(sorted.length / 2)
  if (sorted.length === 0) return null
  const upper = sorted[half] ?? Number.NaN
  return sorted.length % 2 === 1 ? upper : (upper + (sorted[half - 1] ?? Number.NaN)) / 2
}

const share = (people: number, of: number): Share => ({ people, of, share: of === 0 ? null : people / of })
const figure = (values: readonly number[]) => ({
  value: values.length === 0 ? null : meanOf(values),
  people: values.length,
})

/**
 * How much of a person lies in the first third, when people stand in a row, each one place wide, and those of one score
 * change places until everybody has stood everywhere: the mean overlap of their places with the first third of the row.
 */
function inFirstThird(score: number, ahead: (other: number) => boolean, scores: readonly number[]): number {
  const first = scores.filter((other) => Math.abs(other - score) > 1e-8 && ahead(other)).length
  const equals = scores.filter((other) => Math.abs(other - score) <= 1e-8).length
  const third = scores.length / 3
  const places = Array.from({ length: equals }, (_, i) => first + i)
  return meanOf(places.map((place) => Math.min(1, Math.max(0, third - place))))
}

interface Seat {
  readonly answer: FinalAnswer
  readonly rest: number | null
  readonly upper: number
  readonly lower: number
}

const weighted = (pairs: readonly (readonly [weight: number, value: number])[]): number | null => {
  const weight = sum(pairs.map(([each]) => each))
  return weight === 0 ? null : sum(pairs.map(([each, value]) => each * value)) / weight
}

function optionReference(place: number, seats: readonly Seat[]): OptionStatistics {
  const chose = ({ answer }: Seat): boolean => answer.chosen.includes(place)
  return {
    chosen: share(seats.filter(chose).length, seats.length),
    restScore: figure(seats.filter(chose).flatMap(({ rest }) => (rest === null ? [] : [rest]))),
    correlation: {
      value: pearson(
        seats.flatMap((seat) => (seat.rest === null ? [] : [[chose(seat) ? 1 : 0, seat.rest] as const])),
      ),
      people: seats.filter(({ rest }) => rest !== null).length,
    },
    upper: weighted(seats.map((seat) => [seat.upper, chose(seat) ? 1 : 0])),
    lower: weighted(seats.map((seat) => [seat.lower, chose(seat) ? 1 : 0])),
  }
}

function itemReference(options: number, seats: readonly Seat[], hasOrder: boolean): ItemStatistics {
  const answered = seats.filter(({ answer }) => !answer.isBlank)
  const told = answered.filter(({ answer: { mark, confidence } }) => mark < 1 && confidence !== null)
  const guesses = answered.filter(({ answer }) => answer.confidence === 'guess')
  const hits = guesses.filter(({ answer }) => answer.mark === 1).length
  const times = answered.flatMap(({ answer }) => (answer.seconds === null ? [] : [answer.seconds]))
  const paired = seats.flatMap(({ answer, rest }) => (rest === null ? [] : [[answer.mark, rest] as const]))
  const upper = weighted(seats.map((seat) => [seat.upper, seat.answer.mark]))
  const lower = weighted(seats.map((seat) => [seat.lower, seat.answer.mark]))
  return {
    people: seats.length,
    blanks: share(seats.length - answered.length, seats.length),
    facility: figure(seats.map(({ answer }) => answer.mark)),
    right: share(seats.filter(({ answer }) => answer.mark === 1).length, seats.length),
    correlation: { value: pearson(paired), people: paired.length },
    upperLower: {
      value: hasOrder && upper !== null && lower !== null ? upper - lower : null,
      people: seats.length,
    },
    options: Array.from({ length: options }, (_, place) => optionReference(place, seats)),
    medianSeconds: { value: middleOf(times), people: times.length },
    certainWhenWrong: share(told.filter(({ answer }) => answer.confidence === 'certain').length, told.length),
    rightWhenGuessed:
      guesses.length < 12 ? null : { ...share(hits, guesses.length), range: wilson(hits, guesses.length) },
  }
}

/** All statistics of a set, from the answers themselves. */
export function reference(matrix: AnswerMatrix, options: readonly number[]): SetStatistics {
  const marksOf = (row: AnswerMatrix[number]) => row.flatMap((answer) => (answer ? [answer.mark] : []))
  const rows = matrix.filter((row) => marksOf(row).length > 0)
  const scores = rows.map((row) => meanOf(marksOf(row)))
  const hasOrder = scores.length > 0 && Math.max(...scores) - Math.min(...scores) > 1e-8
  const seatsOf = (item: number): Seat[] =>
    rows.flatMap((row, person) => {
      const answer = row[item]
      const score = scores[person] ?? Number.NaN
      if (!answer) return []
      const others = marksOf(row.filter((_, i) => i !== item))
      return [
        {
          answer,
          rest: others.length === 0 ? null : meanOf(others),
          upper: inFirstThird(score, (other) => other > score, scores),
          lower: inFirstThird(score, (other) => other < score, scores),
        },
      ]
    })

  const columns = options.map((_, item) => seatsOf(item))
  const answers = sum(columns.map(({ length }) => length))
  const complete = rows.map(marksOf).filter(({ length }) => length === options.length)
  const k = options.length
  const column = (item: number): number[] => complete.map((marks) => marks[item] ?? Number.NaN)
  const totals = complete.map(sum)
  const canTell = complete.length >= 2 && k >= 2 && !isFlat(totals)

  /** The share of all covariances between questions that lies off the diagonal, made up for the diagonal's size. */
  const alpha = (): number => {
    const cells = options.flatMap((_, i) => options.map((__, j) => ({ i, j })))
    const shared = (ofCells: typeof cells): number =>
      sum(ofCells.map(({ i, j }) => covariance(column(i), column(j), complete.length - 1)))
    return ((k / (k - 1)) * shared(cells.filter(({ i, j }) => i !== j))) / shared(cells)
  }
  /** Kuder and Richardson's own: shares right and wrong, and the variance of totals with the number of people below. */
  const kr20 = (): number => {
    const pq = sum(options.map((_, item) => meanOf(column(item)) * (1 - meanOf(column(item)))))
    return (k / (k - 1)) * (1 - pq / covariance(totals, totals, totals.length))
  }
  const error = (): number => {
    const means = totals.map((total) => total / k)
    const deviation = Math.sqrt(covariance(means, means, means.length - 1))
    const unreliable = 1 - Math.max(0, alpha())
    return unreliable < 1e-9 ? 0 : deviation * Math.sqrt(unreliable)
  }
  const isAllOrNothing = rows.every((row) => marksOf(row).every((mark) => mark === 0 || mark === 1))
  const ofAll = (value: number | null) => ({ value, people: rows.length, answers })
  const ofComplete = (value: number | null) => ({
    value,
    people: complete.length,
    answers: complete.length * k,
  })
  return {
    people: rows.length,
    answers,
    mean: ofAll(figure(scores).value),
    deviation: ofAll(scores.length < 2 ? null : Math.sqrt(covariance(scores, scores, scores.length - 1))),
    median: ofAll(middleOf(scores)),
    alpha: ofComplete(canTell ? alpha() : null),
    kr20: ofComplete(canTell && isAllOrNothing ? kr20() : null),
    errorOfMeasurement: ofComplete(canTell ? error() : null),
    items: columns.map((seats, item) => itemReference(options[item] ?? 0, seats, hasOrder)),
  }
}
