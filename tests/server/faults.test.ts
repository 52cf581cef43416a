import { afterAll, beforeAll, expect, test } from 'vitest'
import { createRandom } from '#core'
import { closeStore } from '#server/db'
import { buildApp } from '../../scripts/launcher/build.ts'
import { account, tryFault } from '../faults/fault.ts'
import { complaints, hear } from '../faults/log.ts'
import { small } from '../faults/small.ts'
import { type OwnPostgres, startOwnPostgres } from '../support/own-postgres.ts'

let postgres: OwnPostgres
beforeAll(async () => {
  await buildApp(() => {})
  // One that may be killed; all lines share it.
  postgres = await startOwnPostgres('faults-small', account)
  process.env.DATABASE_URL = postgres.url
}, 400_000)
afterAll(async () => {
  await closeStore()
  await postgres?.stop()
}, 60_000)

test.each(small.map(({ fault, size }) => [`${fault.number}. ${fault.what}`, fault, size] as const))(
  '%s',
  async (_name, fault, size) => {
    const { adminUrl } = postgres
    const random = createRandom(`small ${fault.number}`)
    const { lost, doubled, errors, wrong } = await tryFault(
      fault,
      { postgres, adminUrl, random, say: () => {} },
      size,
    )
    expect({ lost, doubled, errors, wrong }).toEqual({ lost: 0, doubled: 0, errors: [], wrong: [] })
  },
  400_000,
)

test('a failure that no fault explains is a complaint, and one that it explains is none', () => {
  const failure =
    '{"level":"error","at":"2026-11-28T09:00:00Z","deed":"save","name":"TypeError","places":["at save"]}'
  const said = () => [failure, ' ⨯ Error: out of order', '    at page', 'Error: nobody caught it']
  for (const line of ['{"level":"info","deed":"sign-in"}', ' ✓ Ready in 300ms', ...said()]) hear(line)
  expect(complaints([])).toHaveLength(3)
  for (const line of said()) hear(line)
  expect(complaints([{ deed: /^save$/, error: /^TypeError$/ }])).toEqual([
    expect.stringContaining('out of order'),
    expect.stringContaining('nobody caught it'),
  ])
  expect(complaints([])).toEqual([])
})
