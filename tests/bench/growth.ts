import v8 from 'node:v8'
import vm from 'node:vm'
import { makeNews } from '../core/engine/support/long-text.ts'
import type { Comparison } from './comparison.ts'
import { questioner } from './engine.ts'
import { makeTexts } from './texts.ts'

const LONG = 1_000_000
const PARTS = 8

/** What a text of 1 MB costs, against as much in eight texts: the same where time is linear. */
export function measureLinearity(root: string): Comparison {
  const question = questioner(root)
  const timeOf = (texts: readonly string[]): number => {
    const began = performance.now()
    for (const text of texts) question(text)
    return (performance.now() - began) / 1000
  }
  const parts = Array.from({ length: PARTS }, (_, part) => makeNews(LONG / PARTS, `part ${part}`))
  timeOf([makeNews(LONG / PARTS, 'warm')])
  const short = timeOf(parts)
  const long = timeOf([makeNews(LONG, 'whole')])
  return {
    what: 'a text of 1 MB, against eight of 125 KB',
    ours: `${long.toFixed(1)} s`,
    theirs: `${short.toFixed(1)} s`,
    ratio: long / short,
    budget: { atMost: 1.5 },
  }
}

const FEW = 200
const MANY = 1000

/** What collects all rubbish when it is called. */
export function exposeCollector(): () => void {
  v8.setFlagsFromString('--expose-gc')
  return vm.runInNewContext('gc') as () => void
}

/** What is held after 1,000 texts, against what was held after 200, rubbish collected: the same where nothing piles up. */
export function measureMemory(root: string): Comparison {
  const question = questioner(root)
  const collect = exposeCollector()
  const heldAfter = (from: number, to: number): number => {
    for (let i = from; i < to; i++) for (const text of makeTexts(1, `memory ${i}`)) question(text)
    collect()
    return process.memoryUsage().heapUsed / 1e6
  }
  const few = heldAfter(0, FEW)
  const many = heldAfter(FEW, MANY)
  return {
    what: `memory held after ${MANY} texts, against ${FEW}`,
    ours: `${many.toFixed(1)} MB`,
    theirs: `${few.toFixed(1)} MB`,
    ratio: many / few,
    budget: { atMost: 1.1 },
  }
}
