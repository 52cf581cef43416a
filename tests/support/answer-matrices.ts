import { type AnswerMatrix, CONFIDENCES, createRandom, type FinalAnswer, type Random } from '#core'

/** An answer of that mark, with nothing else known of it. */
export const answer = (mark: number, more: Partial<FinalAnswer> = {}): FinalAnswer => ({
  mark,
  isBlank: false,
  chosen: [],
  seconds: null,
  confidence: null,
  ...more,
})

export const BLANK: FinalAnswer = answer(0, { isBlank: true })

/** A matrix of bare marks: null was not asked, '-' is a blank. */
export const marks = (rows: readonly (readonly (number | null | '-')[])[]): AnswerMatrix =>
  rows.map((row) => row.map((mark) => (mark === null ? null : mark === '-' ? BLANK : answer(mark))))

/**
 * How many of 1,000 people gave each pattern of right and wrong answers to the five questions of section 6 of the Law
 * School Admission Test: 00000, 00001, 00010 and so on to 11111. Bock and Lieberman, 'Fitting a response model for n
 * dichotomously scored items', Psychometrika 35, 1970.
 */
const LSAT_PATTERNS = [
  ...[3, 6, 2, 11, 1, 1, 3, 4, 1, 8, 0, 16, 0, 3, 2, 15],
  ...[10, 29, 14, 81, 3, 28, 15, 80, 16, 56, 21, 173, 11, 61, 28, 298],
]

export const lsat: AnswerMatrix = LSAT_PATTERNS.flatMap((people, pattern) =>
  Array.from({ length: people }, () => [16, 8, 4, 2, 1].map((bit) => answer((pattern & bit) === 0 ? 0 : 1))),
)

/** A normal deviate (Box and Muller). */
const normal = (random: Random): number =>
  Math.sqrt(-2 * Math.log(1 - random.next())) * Math.cos(2 * Math.PI * random.next())

/** Four options, of which the first is right. */
export const OPTIONS = 4

interface Shape {
  readonly people: number
  readonly items: number
  /** The share of questions that are not put to somebody. */
  readonly missing: number
  /** Whether a mark can lie between 0 and 1, as with several right options. */
  readonly partial: boolean
}

function draw(success: number, partial: boolean, random: Random): FinalAnswer {
  const told = {
    seconds: random.next() < 0.1 ? null : 5 + random.integer(90),
    confidence: random.next() < 0.2 ? null : (CONFIDENCES[random.integer(3)] ?? null),
  }
  if (random.next() < 0.05) return { ...BLANK, ...told }
  if (random.next() < success) return answer(1, { chosen: partial ? [0, 1] : [0], ...told })
  // Some wrong options draw more than others.
  const wrong = 1 + Math.floor((OPTIONS - 1) * random.next() ** 2)
  return partial
    ? answer([0, 1 / 3, 1 / 2, 2 / 3][random.integer(4)] ?? 0, { chosen: [0, wrong], ...told })
    : answer(0, { chosen: [wrong], ...told })
}

/** Answers as the two-parameter logistic model has them: a question is right more often the abler the person, each with a steepness and a difficulty of its own. */
export function generated(seed: string, { people, items, missing, partial }: Shape): AnswerMatrix {
  const random = createRandom(seed)
  const questions = Array.from({ length: items }, () => ({
    steepness: Math.exp(0.3 * normal(random)),
    difficulty: normal(random),
  }))
  return Array.from({ length: people }, () => {
    const ability = normal(random)
    return questions.map(({ steepness, difficulty }) =>
      random.next() < missing
        ? null
        : draw(1 / (1 + Math.exp(-steepness * (ability - difficulty))), partial, random),
    )
  })
}
