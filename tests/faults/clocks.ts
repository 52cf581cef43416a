import { tryDeadlines } from './deadline.ts'
import { fault } from './fault.ts'
import { startNode } from './node.ts'

/** A module that puts the clock of the process which loads it first so many milliseconds ahead. */
const ahead = (milliseconds: number): string => {
  const source = `const real = Date
    const now = () => real.now() + ${milliseconds}
    globalThis.Date = new Proxy(real, {
      apply: () => new real(now()).toString(),
      construct: (_, words) => words.length === 0 ? new real(now()) : new real(...words),
      get: (_, name) => name === 'now' ? now : Reflect.get(real, name),
    })`
  return `data:text/javascript,${encodeURIComponent(source)}`
}

/** The same deadlines over processes whose clocks are apart: only the database's counts. What a browser sends holds no time of day. */
export const clocks = fault({
  number: 7,
  what: 'app clocks 30 s apart, and one a day off, about a deadline',
  full: { submits: 300 },
  async run({ random, say }, { submits }) {
    const nodes = await Promise.all(
      [-15_000, 15_000, 86_400_000].map((milliseconds) => startNode({ preload: ahead(milliseconds) })),
    )
    const came = await tryDeadlines(nodes, submits, random, say)
    await Promise.all(nodes.map((node) => node.stop()))
    return came
  },
})
