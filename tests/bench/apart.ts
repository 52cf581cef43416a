// Measures one section in a process of its own: no section finds what another has left in memory, and each has settings and
// a store of its own. As a program: the place of the section, the words that were chosen, the sizes in JSON.
import { sized } from '../faults/came.ts'
import { isProgram, runApart, tellParent } from '../support/own-process.ts'
import { type Section, sections } from './sections.ts'
import type { Figure, Word } from './table.ts'

/** Measures the chosen words of a section, and hears each figure as it comes; whether it came to its end. */
export async function measureApart(
  section: Section,
  chosen: readonly Word[],
  sizes: readonly string[],
  hear: (figure: Figure) => void,
): Promise<boolean> {
  const words = [
    ...[String(sections.indexOf(section)), chosen.join(' ')],
    JSON.stringify(sized(section.full, sizes)),
  ]
  return (await runApart<Figure>(import.meta.filename, words, hear)) === 0
}

if (isProgram(import.meta.filename)) {
  const [place, chosen = '', sizes = '{}'] = process.argv.slice(2)
  const asked = {
    wants: (word: Word) => chosen.split(' ').includes(word),
    sizes: JSON.parse(sizes),
    say: (line: string) => console.log(line),
  }
  try {
    for await (const figure of sections[Number(place)]?.measure(asked) ?? []) await tellParent(figure)
    process.exit(0)
  } catch (error) {
    console.error(error)
    process.exit(1)
  }
}
