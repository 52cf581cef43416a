import type { Random } from '#core'
import { createRandom } from '#core'
import { storeQuiz } from '../support/quiz.ts'
import { type Asking, createAsking } from './asking.ts'
import { many } from './came.ts'
import { judge, type Verdict } from './judge.ts'
import { blankNotes, type Notes, work } from './person.ts'

/** People at work. */
export interface Crowd {
  readonly asking: Asking
  readonly notes: readonly Notes[]
  readonly sets: readonly string[]
  /** Has everybody bring what they have begun to its end, and says what the store holds of it. */
  finish(): Promise<Verdict & { readonly errors: readonly string[]; readonly did: string }>
}

/** How many different quizzes a crowd takes. */
const QUIZZES = 8
/** The longest that somebody thinks about an answer, in milliseconds. */
const PAUSE = 1_000

export interface CrowdOptions {
  readonly people: number
  /** The cookies of those who are signed in; whoever is beyond them is a guest. */
  readonly cookies?: readonly string[]
  readonly pause?: number
}

/** Sets people to work at an address: half of them practise, with feedback at once, and half take tests. */
export async function gather(
  url: string,
  random: Random,
  { people, cookies = [], pause = PAUSE }: CrowdOptions,
): Promise<Crowd> {
  const sets: string[] = []
  for (let i = 0; i < QUIZZES; i++) sets.push((await storeQuiz()).set)
  const asking = createAsking(url, people)
  const notes = Array.from({ length: people }, blankNotes)
  let isOver = false
  const began = performance.now()
  const seed = random.integer(1_000_000)
  const working = notes.map((own, i) => {
    const cookie = cookies[i]
    const habit = {
      takes: {
        set: sets[i % sets.length] ?? '',
        mode: i % 2 === 0 ? ('practice' as const) : ('test' as const),
      },
      pause,
      ...(cookie === undefined ? {} : { cookie }),
    }
    return work(asking, habit, createRandom(`${seed} ${i}`), own, () => isOver)
  })
  return {
    asking,
    notes,
    sets,
    async finish() {
      isOver = true
      const hurrying = setInterval(asking.hurry, 2_000)
      await Promise.all(working)
      clearInterval(hurrying)
      const seconds = Math.round((performance.now() - began) / 1_000)
      const verdict = await judge(sets, notes)
      const answers = notes.reduce((sum, { acknowledged }) => sum + acknowledged.length, 0)
      const errors = [...asking.errors, ...notes.flatMap((own) => own.errors)]
      asking.close()
      return {
        ...verdict,
        errors,
        did: `${many(people)} people, ${many(answers)} answers, ${many(asking.retries())} sent again, ${many(seconds)} s`,
      }
    },
  }
}
