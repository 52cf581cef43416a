import { root } from '../../scripts/launcher/prisma.ts'
import type { Sizes } from '../faults/came.ts'
import type { Comparison } from './comparison.ts'
import { measureEngine } from './engine.ts'
import { measureGradebook } from './gradebook.ts'
import { measureLinearity, measureMemory } from './growth.ts'
import { measureLibrary } from './library.ts'
import { measured, measureMe } from './me.ts'
import { measurePage } from './page.ts'
import { measurePeople, PEOPLE } from './people.ts'
import { measureSaving } from './save.ts'
import { setStage } from './stage.ts'
import { measureStart, STARTS } from './start.ts'
import type { Figure, Word } from './table.ts'
import { measureTenfold, STORED } from './tenfold.ts'

/** Words that are measured together, over one stage. */
export interface Section<Size extends Sizes = Sizes> {
  readonly words: readonly Word[]
  /** How much of what, where it can be less for a try. */
  readonly full: Size
  measure(asked: Asked<Size>): AsyncIterable<Figure>
}

/** What is wanted of a section. */
interface Asked<Size extends Sizes> {
  /** Whether a word of it was chosen. */
  readonly wants: (word: Word) => boolean
  readonly sizes: Size
  readonly say: (line: string) => void
}

const section = <Size extends Sizes>(made: Section<Size>): Section<Size> => made

/** Everything that is measured, in the order of a run: what needs a quiet machine most comes first. */
export const sections: readonly Section[] = [
  section({
    words: ['engine'],
    full: {},
    async *measure() {
      for (const measure of [measureEngine, measureLinearity, measureMemory])
        yield { word: 'engine', comparison: measure(root) }
    },
  }),
  section({
    words: ['save', 'page', 'start'],
    full: STARTS,
    async *measure({ wants, sizes, say }) {
      const stage = await setStage(say)
      try {
        if (wants('save')) yield { word: 'save', comparison: await measureSaving(stage) }
        if (wants('page')) yield* of('page', measurePage(stage))
        if (wants('start')) yield* of('start', await measureStart(stage, sizes))
      } finally {
        await stage.close()
      }
    },
  }),
  section({
    words: ['growth'],
    full: STORED,
    measure: ({ sizes, say }) => of('growth', measureTenfold(sizes, say)),
  }),
  section({ words: ['gradebook'], full: {}, measure: ({ say }) => of('gradebook', measureGradebook(say)) }),
  section({
    words: ['library'],
    full: {},
    async *measure({ say }) {
      yield* of('library', await measureLibrary(say))
    },
  }),
  section({
    words: measured,
    full: {},
    measure: ({ wants, say }) => measureMe(measured.filter(wants), say),
  }),
  section({
    words: ['people'],
    full: PEOPLE,
    async *measure({ sizes, say }) {
      yield* of('people', await measurePeople(sizes, say))
    },
  }),
]

/** Comparisons as figures of one word. */
async function* of(
  word: Word,
  comparisons: AsyncIterable<Comparison> | Iterable<Comparison>,
): AsyncGenerator<Figure, void> {
  for await (const comparison of comparisons) yield { word, comparison }
}
