// `npm run faults`: every line of the table of faults, at full size or, with words such as `kills=5`, at another; numbers
// choose lines. Each line has a process and a PostgreSQL of its own. It prints the table, writes what was run into docs/faults.md,
// and ends with 1 when a line fails.
import { fork } from 'node:child_process'
import { createRandom } from '#core'
import { closeStore } from '#server/db'
import { buildApp } from '../../scripts/launcher/build.ts'
import { startOwnPostgres } from '../support/own-postgres.ts'
import { type Came, hasPassed, type Sizes } from './came.ts'
import { type Fault, tryFault } from './fault.ts'
import { faults } from './faults.ts'
import { HEAD, rowOf, writeRow } from './table.ts'

const SECRET = 'a secret that only the faults need'
const account = { database: 'bellwether', role: 'bellwether', password: 'only-for-the-faults' }
const ALONE = '--alone'

/** The sizes of a line: as the table has them, or as words such as `kills=5` say. */
function sizesOf({ full }: Fault, words: readonly string[]): Sizes {
  const said = words.map((word) => word.split('=')).filter(([name = '']) => Object.hasOwn(full, name))
  return { ...full, ...Object.fromEntries(said.map(([name, value]) => [name, Number(value)])) }
}

/** Tries one line on a stage of its own. */
async function tryAlone(number: number, words: readonly string[]): Promise<Came> {
  const one = faults.find((each) => each.number === number)
  if (!one) throw new Error(`there is no fault ${number}`)
  const seed = words.find((word) => word.startsWith('seed='))?.slice(5) ?? 'bellwether'
  const postgres = await startOwnPostgres('faults', account)
  Object.assign(process.env, { DATABASE_URL: postgres.url, BELLWETHER_SECRET: SECRET })
  try {
    return await tryFault(
      one,
      {
        postgres,
        adminUrl: postgres.adminUrl,
        random: createRandom(`${seed} ${number}`),
        say: (line) => console.log(`    ${line}`),
      },
      sizesOf(one, words),
    )
  } finally {
    await closeStore()
    await postgres.stop()
  }
}

/** The same in a process of its own, so that no line finds what another has left in memory. */
const tryOne = (number: number, words: readonly string[]): Promise<Came> =>
  new Promise((resolve) => {
    const child = fork(import.meta.filename, [ALONE, String(number), ...words])
    let came: Came | null = null
    child.on('message', (message) => {
      came = message as Came
    })
    child.once('exit', (code) =>
      resolve(
        came ?? { did: `ended with ${code}`, lost: 0, doubled: 0, errors: [], wrong: ['it broke off'] },
      ),
    )
  })

const [first, ...rest] = process.argv.slice(2)
if (first === ALONE) {
  const [number, ...words] = rest
  const came = await tryAlone(Number(number), words).catch(
    (error: Error): Came => ({
      did: 'broke off',
      lost: 0,
      doubled: 0,
      errors: [],
      wrong: [error.stack ?? error.message],
    }),
  )
  if (process.send) process.send(came, () => process.exit(0))
  else console.log(came)
} else {
  const words = process.argv.slice(2)
  const numbers = words.filter((word) => /^\d+$/.test(word)).map(Number)
  const sizes = words.filter((word) => word.includes('='))
  const chosen = faults.filter(({ number }) => numbers.length === 0 || numbers.includes(number))
  await buildApp((line) => console.log(line))
  const results: { readonly fault: Fault; readonly came: Came }[] = []
  for (const each of chosen) {
    console.log(`${each.number}. ${each.what}`)
    const came = await tryOne(each.number, sizes)
    for (const line of [...new Set([...came.errors, ...came.wrong])].slice(0, 10)) console.log(`    ${line}`)
    results.push({ fault: each, came })
    // What was tried at another size is no result of the suite.
    if (sizes.length === 0) writeRow(each, came)
  }
  console.log([HEAD, ...results.map(({ fault, came }) => rowOf(fault, came))].join('\n'))
  process.exitCode = results.every(({ came }) => hasPassed(came)) ? 0 : 1
}
