/**
 * How able a person and how hard a question is, learned from every answer as it comes: the Elo system as used for
 * learning (Pelánek, 'Applications of the Elo rating system in adaptive educational systems', Computers & Education 98,
 * 2016), which follows the Rasch (1PL) model. Both stand on one scale of log odds; 0 is the middle.
 */
export interface Rating {
  readonly value: number
  /** How many answers it comes from: the more, the smaller the next step. */
  readonly answers: number
}

/** Of somebody who has not answered anything yet. */
export const NEW_ABILITY: Rating = { value: 0, answers: 0 }

/** A question as hard as this (difficulty.ts, 0 to 1) is answered right by every second newcomer who cannot guess. */
const EVEN = 0.6
/** Log odds between a difficulty of 0 and of 1: an easy choice (0.3) then is right in 8 of 10 cases before guessing, an exact figure (0.75) in 3. */
const SCALE = 5

/** Of a question that nobody has answered yet, from the engine's estimate. */
export const newDifficulty = (score: number): Rating => ({ value: SCALE * (score - EVEN), answers: 0 })

/** An edited question is much the same and may yet prove harder: it counts as having had so many answers at most, so that it is learned anew quickly. */
const INHERITED = 10

/** Of a new version of a question, from what the version before it has proved to be. */
export const inheritedDifficulty = ({ value, answers }: Rating): Rating => ({
  value,
  answers: Math.min(answers, INHERITED),
})

/** The chance, 0 to 1, of a right answer; `chance` is that of hitting it blindly: 1 of the number of options, 0 where nothing is offered. */
export const successOf = (ability: Rating, difficulty: Rating, chance: number): number =>
  chance + (1 - chance) / (1 + Math.exp(difficulty.value - ability.value))

/** Step by answers so far, a / (1 + b n) with Pelánek's values: quick while little is known, then steady; never so small that a change goes unnoticed. */
const FIRST_STEP = 1
const SETTLING = 0.05
const LEAST_STEP = 0.04

const stepAfter = (answers: number): number => Math.max(LEAST_STEP, FIRST_STEP / (1 + SETTLING * answers))

const moved = ({ value, answers }: Rating, surprise: number): Rating => ({
  value: value + stepAfter(answers) * surprise,
  answers: answers + 1,
})

/** Both after an answer of that mark (0 to 1): better than expected moves the person up and the question down. */
export function afterAnswer(
  { ability, difficulty }: { readonly ability: Rating; readonly difficulty: Rating },
  { mark, chance }: { readonly mark: number; readonly chance: number },
): { readonly ability: Rating; readonly difficulty: Rating } {
  const surprise = mark - successOf(ability, difficulty, chance)
  return { ability: moved(ability, surprise), difficulty: moved(difficulty, -surprise) }
}
