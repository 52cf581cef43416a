import { quantile } from '../../scripts/eval/figures.ts'
import { buildApp } from '../../scripts/launcher/build.ts'
import { tryAlone } from '../faults/alone.ts'
import { many } from '../faults/came.ts'
import { BUDGET, load } from '../faults/load.ts'
import { type Comparison, sayQuantiles } from './comparison.ts'

/** How many come, and whether nginx stands before two processes of the app. */
export const PEOPLE = { people: load.full.people, nginx: load.full.nginx }

/**
 * People at an even rate, as line 10 of the faults has them come, with a backup taken in their midst: how long they wait, and
 * whether everything is there afterwards, in the store and in the backup restored elsewhere.
 */
export async function measurePeople(
  sizes: typeof PEOPLE,
  say: (line: string) => void,
): Promise<Comparison[]> {
  await buildApp(say)
  const {
    did,
    lost,
    doubled,
    errors,
    wrong,
    times = [],
  } = await tryAlone(load.number, {
    ...sizes,
    backup: 1,
  })
  if (times.length === 0) throw new Error(wrong.join('; '))
  for (const line of [...errors, ...wrong].slice(0, 10)) say(`    ${line}`)
  const p99 = quantile(times, 0.99)
  return [
    {
      what: `${many(sizes.people)} people start a quiz, answer and hand in: how long each reply takes at the 99th percentile, against the limit`,
      ours: `${p99.toFixed(0)} ms (p50 / p95 / p99 ${sayQuantiles(times)}); ${did}`,
      theirs: `${BUDGET} ms`,
      ratio: p99 / BUDGET,
      budget: { atMost: 1 },
    },
    {
      what: 'what was acknowledged to them, looked for in the store, and in a backup taken in their midst and restored elsewhere: what is missing, there twice, shown as an error, or else not as line 10 of faults.md asks',
      ours: `${many(lost)} lost, ${many(doubled)} twice, ${many(errors.length)} errors, ${many(wrong.length)} else`,
      theirs: 'none',
      ratio: lost + doubled + errors.length + wrong.length,
      budget: { atMost: 0 },
    },
  ]
}
