import { type Comparison, median } from './comparison.ts'
import { createSender, residentMemory } from './load.ts'
import type { Stage, Started } from './stage.ts'
import { takeQuiz } from './taking.ts'

/** How often each is started, and how many quizzes are taken then. */
export const STARTS = { starts: 5, quizzes: 200 }

/** What one start of the app and one of the bare app came to. */
interface Held {
  readonly seconds: number
  /** Megabytes, when it is ready and after the quizzes. */
  readonly before: number
  readonly after: number
}

/**
 * How long the built app takes until it is ready for people and how much memory it holds, before and after quizzes are taken,
 * against a bare Next app; started in turns. The design asks nothing of these.
 */
export async function measureStart(stage: Stage, { starts, quizzes }: typeof STARTS): Promise<Comparison[]> {
  const pairs: { ours: Held; bare: Held }[] = []
  for (let i = 0; i < starts; i++)
    pairs.push({
      ours: await hold(await time(() => stage.start('ours', '/readyz')), async (url) => {
        const sender = createSender(url, 1)
        for (let turn = 0; turn < quizzes; turn++)
          await takeQuiz(sender, { set: stage.sets[turn % stage.sets.length] ?? '' })
        sender.close()
      }),
      bare: await hold(await time(() => stage.start('bare', '/')), async (url) => {
        const sender = createSender(url, 1)
        for (let turn = 0; turn < quizzes; turn++) await visitBare(sender)
        sender.close()
      }),
    })
  const against = (what: string, part: keyof Held, unit: string, digits: number): Comparison => ({
    what,
    ours: `${median(pairs.map(({ ours }) => ours[part])).toFixed(digits)} ${unit}`,
    theirs: `${median(pairs.map(({ bare }) => bare[part])).toFixed(digits)} ${unit}`,
    ratio: median(pairs.map(({ ours, bare }) => ours[part] / bare[part])),
    budget: null,
  })
  return [
    against('starting the built app until it is ready, against a bare Next app', 'seconds', 's', 2),
    against('memory of its process when it is ready, against a bare Next app', 'before', 'MB', 0),
    against(
      `memory of its process after ${quizzes} quizzes, against a bare Next app after as many pages and saves`,
      'after',
      'MB',
      0,
    ),
  ]
}

/** What the bare app does for one quiz: its page, and an INSERT for each question of it. */
async function visitBare({ send }: ReturnType<typeof createSender>): Promise<void> {
  await send({ path: '/questions' })
  for (let position = 1; position <= 10; position++) {
    const body = { attempt: '00000000-0000-4000-8000-000000000000', position, answer: true }
    const { status } = await send({ path: '/api/save', body })
    if (status !== 200) throw new Error(`the bare app gave ${status}`)
  }
}

async function time(start: () => Promise<Started>): Promise<{ started: Started; seconds: number }> {
  const began = performance.now()
  const started = await start()
  return { started, seconds: (performance.now() - began) / 1_000 }
}

/** Looks at its memory, works it, looks again and stops it. */
async function hold(
  { started: { served, child }, seconds }: { started: Started; seconds: number },
  work: (url: string) => Promise<void>,
): Promise<Held> {
  try {
    const before = residentMemory(served.pid)
    await work(served.url)
    return { seconds, before, after: residentMemory(served.pid) }
  } finally {
    await child.stop()
  }
}
