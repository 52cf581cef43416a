// `npm run bench`: what the design promises, measured side by side in one run on this machine. It prints the ratios, writes
// them into docs/performance.md, and ends with 1 when one is out of its budget. Words after it choose parts of it (table.ts);
// words such as `people=300` try a part at another size, and then nothing is written.
import { measureApart } from './apart.ts'
import { type Comparison, isWithin, say } from './comparison.ts'
import { sections } from './sections.ts'
import { nameCommit, WORDS, type Word, writePart } from './table.ts'

const words = process.argv.slice(2)
const sizes = words.filter((word) => word.includes('='))
const named = words.filter((word) => !sizes.includes(word))
const unknown = named.filter((word) => !WORDS.some((known) => known === word))
if (unknown.length > 0) throw new Error(`there is no ${unknown.join(', ')}; there are ${WORDS.join(', ')}`)
const chosen = WORDS.filter((word) => named.length === 0 || named.includes(word))
const commit = nameCommit()

const found = new Map<Word, Comparison[]>()
const write = (word: Word) => sizes.length === 0 && writePart(word, found.get(word) ?? [], commit)
const broken: Word[] = []
for (const section of sections) {
  const wanted = section.words.filter((word) => chosen.includes(word))
  if (wanted.length === 0) continue
  const begun: Word[] = []
  const isWhole = await measureApart(section, wanted, sizes, ({ word, comparison }) => {
    if (!begun.includes(word)) begun.push(word)
    found.set(word, [...(found.get(word) ?? []), comparison])
    console.log(say(comparison))
  })
  // A part that broke off says nothing of what it would have come to.
  const whole = isWhole ? wanted : begun.slice(0, -1)
  for (const word of whole) write(word)
  broken.push(...wanted.filter((word) => !whole.includes(word)))
}
if (broken.length > 0) console.log(`✗ broke off: ${broken.join(', ')}`)
process.exitCode = broken.length === 0 && [...found.values()].flat().every(isWithin) ? 0 : 1
