// A process of its own that reads one stranger's document (apart.ts starts it): it has no environment, no secrets and no
// database, and is ended when its time or its memory is used up.
import { WORKS, type WorkInput, type WorkName } from './works.ts'

process.on('disconnect', () => process.exit())
process.on('message', ({ name, input }: { name: WorkName; input: WorkInput<WorkName> }) => {
  const work = WORKS[name] as (input: WorkInput<WorkName>) => Promise<unknown>
  void work(input).then((outcome) => process.send?.(outcome, () => process.disconnect()))
})
process.send?.('ready')
