// `npm run bench`: what the design promises, measured side by side in one run on this machine. It prints the ratios
// and ends with 1 when one is out of its budget. Words after it choose: engine, library, me (with review and
// practice, which can be named alone), gradebook, save, page.
import { root } from '../../scripts/launcher/prisma.ts'
import { type Comparison, isWithin, say } from './comparison.ts'
import { measureEngine } from './engine.ts'
import { measureGradebook } from './gradebook.ts'
import { measureLinearity, measureMemory } from './growth.ts'
import { measureLibrary } from './library.ts'
import { measured, measureMe } from './me.ts'
import { measurePage } from './page.ts'
import { measureSaving } from './save.ts'
import { setStage } from './stage.ts'

const chosen = process.argv.slice(2)
const wants = (part: string) => chosen.length === 0 || chosen.includes(part)
const results: Comparison[] = []
const tell = (comparison: Comparison) => {
  results.push(comparison)
  console.log(say(comparison))
}

if (wants('engine'))
  for (const measure of [measureEngine, measureLinearity, measureMemory]) tell(measure(root))
if (wants('library'))
  for (const comparison of await measureLibrary((line) => console.log(line))) tell(comparison)
const ofReaders = wants('me') ? measured : measured.filter(wants)
if (ofReaders.length > 0)
  for (const comparison of await measureMe(ofReaders, (line) => console.log(line))) tell(comparison)
if (wants('gradebook'))
  for await (const comparison of measureGradebook((line) => console.log(line))) tell(comparison)
if (wants('save') || wants('page')) {
  const stage = await setStage((line) => console.log(line))
  try {
    if (wants('save')) tell(await measureSaving(stage))
    if (wants('page')) for (const comparison of await measurePage(stage)) tell(comparison)
  } finally {
    await stage.close()
  }
}
process.exitCode = results.every(isWithin) ? 0 : 1
