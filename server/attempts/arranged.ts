import { randomBytes } from 'node:crypto'
import { type Arrangement, arrange, countParts, createRandom } from '#core'
import type { Version } from '../questions/versions.ts'
import type { Pinned } from './record.ts'

const ID_BYTES = 6
/** Two digits a byte. */
const ID = /.{12}/g

/** Ids of options and parts are random for each attempt; their order follows its seed and never the key. */
export function arrangeAll(versions: readonly Version[], seed: string): Pinned['items'] {
  const counts = versions.map(({ question }) => countParts(question))
  const ids = newIds(counts.reduce((sum, count) => sum + count, 0))
  return versions.map((version, i) => {
    const own = ids.splice(0, counts[i] ?? 0)
    return { version, arrangement: arrange(version.question, own, createRandom(`${seed}/${i}`)), why: null }
  })
}

/** The same of the question at a position of an attempt that gets its questions one by one. */
export const arrangeOne = ({ question }: Version, seed: string, position: number): Arrangement =>
  arrange(question, newIds(countParts(question)), createRandom(`${seed}/${position - 1}`))

const newIds = (count: number): string[] =>
  randomBytes(ID_BYTES * count)
    .toString('hex')
    .match(ID) ?? []
