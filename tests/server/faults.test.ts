import { beforeAll, expect, inject, test } from 'vitest'
import { createRandom } from '#core'
import { closeStore } from '#server/db'
import { buildApp } from '../../scripts/launcher/build.ts'
import { hasPassed, type Sizes } from '../faults/came.ts'
import { faults } from '../faults/faults.ts'

/** What of the table of faults is tried at every run of the tests, at a size that takes seconds. The first three lines have kill.test.ts. */
const QUICK: readonly (readonly [number: number, sizes: Sizes])[] = [
  [5, { interleavings: 20 }],
  [6, { keys: 4, parallel: 20 }],
  [8, { submits: 80 }],
  [12, { people: 12, disk: 0 }],
]

beforeAll(async () => {
  await buildApp(() => {})
}, 400_000)

test.each(QUICK)(
  'fault %i, at a small size, loses nothing, counts nothing twice and shows no error',
  async (number, sizes) => {
    const line = faults.find((each) => each.number === number)
    const adminUrl = (database: string) => {
      const url = new URL(inject('postgresAdminUrl'))
      url.pathname = `/${database}`
      return url.href
    }
    const random = createRandom(`quick ${number}`)
    const came = await line?.run({ postgres: null, adminUrl, random, say: () => {} }, sizes)
    await closeStore()
    expect(came).toMatchObject({ lost: 0, doubled: 0, errors: [], wrong: [] })
    expect(came && hasPassed(came)).toBe(true)
  },
  180_000,
)

test('a line that lost an answer, counted one twice, showed an error or did not hold has failed', () => {
  const good = { did: '', lost: 0, doubled: 0, errors: [], wrong: [] }
  expect(hasPassed(good)).toBe(true)
  for (const bad of [{ lost: 1 }, { doubled: 1 }, { errors: ['failed'] }, { wrong: ['signed out'] }])
    expect(hasPassed({ ...good, ...bad })).toBe(false)
})
