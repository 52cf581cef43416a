// Tries one line of the table in a process of its own, over a PostgreSQL of its own: no line finds what another has left in
// memory. As a program: the number of the line, the seed, the sizes in JSON.
import { createRandom } from '#core'
import { closeStore } from '#server/db'
import { startOwnPostgres } from '../support/own-postgres.ts'
import { isProgram, runApart, tellParent } from '../support/own-process.ts'
import { type Came, came, type Sizes } from './came.ts'
import { account, tryFault } from './fault.ts'
import { faults } from './faults.ts'

const SECRET = 'a secret that only the faults need'

/** What came of a line, tried by itself over the app as it is built; where it broke off, that it did. */
export async function tryAlone(number: number, sizes: Sizes, seed = 'bellwether'): Promise<Came> {
  let told: Came | null = null
  const code = await runApart<Came>(
    import.meta.filename,
    [String(number), seed, JSON.stringify(sizes)],
    (message) => {
      told = message
    },
  )
  return told ?? came({ did: `ended with ${code}`, wrong: ['it broke off'] })
}

async function tryHere(number: number, sizes: Sizes, seed: string): Promise<Came> {
  const one = faults.find((each) => each.number === number)
  if (!one) throw new Error(`there is no fault ${number}`)
  const postgres = await startOwnPostgres('faults', account)
  Object.assign(process.env, { DATABASE_URL: postgres.url, BELLWETHER_SECRET: SECRET })
  try {
    const say = (line: string) => console.log(`    ${line}`)
    const stage = { postgres, adminUrl: postgres.adminUrl, random: createRandom(`${seed} ${number}`), say }
    return await tryFault(one, stage, sizes)
  } finally {
    await closeStore()
    await postgres.stop()
  }
}

if (isProgram(import.meta.filename)) {
  const [number, seed = '', sizes = '{}'] = process.argv.slice(2)
  await tellParent(
    await tryHere(Number(number), JSON.parse(sizes), seed).catch((error: Error) =>
      came({ did: 'broke off', wrong: [error.stack ?? error.message] }),
    ),
  )
  process.exit(0)
}
