import { randomUUID } from 'node:crypto'
import type { HereView } from '#server/attempts/pack-view'
import { transaction } from '#server/db'
import { createCode } from '../../server/accounts/codes.ts'
import { createAccount } from '../../server/accounts/create.ts'
import { hashPassword } from '../../server/accounts/passwords.ts'
import { createAsking } from './asking.ts'
import { many } from './came.ts'
import { fault } from './fault.ts'
import { BEHIND_PROXY } from './nginx.ts'
import { startNode } from './node.ts'
import { openVisitor, type Visitor } from './visitor.ts'

/** The one address that a whole school is seen at. */
const SCHOOL = '198.51.100.1'
const HOME = '192.0.2.77'
/** Somebody's address out of as many as there are guesses. */
const elsewhere = (i: number): string => `203.0.${i >> 8}.${i & 255}`

const PASSWORD = 'a kettle that whistles'
/** A school's first lesson has begun by then, in seconds. */
const MINUTE = 60

interface Pupil {
  readonly id: string
  readonly name: string
  readonly password: string
}

/** A school signs in at once from one address with one sort of browser, and somebody among them guesses at one account's password. */
export const signIns = fault({
  number: 11,
  what: 'sign-ins from one school address with the same browser; one account’s password guessed among them',
  full: { people: 300, guesses: 1_000 },
  async run({ random, say }, { people, guesses }) {
    const node = await startNode({ environment: BEHIND_PROXY })
    const [victim, ...pupils] = (await enrol(people + 1)) as [Pupil, ...Pupil[]]
    const wrong: string[] = []
    const own = openVisitor(node.url, SCHOOL)
    const enter = async (
      whose: string,
      visitor: Visitor,
      method: 'password' | 'link',
      pupil: Pupil,
      code = '',
    ) => {
      const began = performance.now()
      const fields = method === 'link' ? { code } : { mail: pupil.name, password: pupil.password }
      const refused = await visitor.signIn(method, fields)
      if (refused !== null) wrong.push(`${whose} was refused: ${refused}`)
      else if (!(await isIn(node.url, visitor, pupil.id))) wrong.push(`${whose} is somebody else`)
      return performance.now() - began
    }
    await enter('the owner, before all', own, 'password', victim)

    const replies = new Map<string, number>()
    /** The right word is among the guesses, but not the first that anybody would think of. */
    const guess = async (i: number, address: string) => {
      const password = i === guesses - 1 ? victim.password : `guess ${random.integer(1_000_000)}`
      const refused = await openVisitor(node.url, address).signIn('password', { mail: victim.name, password })
      replies.set(refused ?? 'in', (replies.get(refused ?? 'in') ?? 0) + 1)
    }
    /** As many as a browser's guesser has under way at once. */
    const guessAll = async (addressOf: (i: number) => string) => {
      let next = 0
      const lane = async () => {
        for (let i = next++; i < guesses; i = next++) await guess(i, addressOf(i))
      }
      await Promise.all(Array.from({ length: 8 }, lane))
    }

    const began = performance.now()
    const guessing = guessAll(() => SCHOOL)
    const times = await Promise.all(
      random
        .shuffle(pupils)
        .map((pupil) => enter('a pupil', openVisitor(node.url, SCHOOL), 'password', pupil)),
    )
    const seconds = (performance.now() - began) / 1_000
    await guessing
    say(`${people} are in after ${seconds.toFixed(1)} s`)
    await enter('the owner, in their own browser at school', own, 'password', victim)
    await enter('the owner, at home in another browser', openVisitor(node.url, HOME), 'password', victim)
    await guessAll(elsewhere)
    await enter('the owner, while all the world guesses', own, 'password', victim)
    const code = await transaction((client) => createCode(client, 'sign-in', victim.id))
    await enter('the owner, by a link', openVisitor(node.url, SCHOOL), 'link', victim, code)
    await node.stop()

    const guessed = replies.get('in') ?? 0
    if (guessed > 0) wrong.push(`${guessed} guesses got in`)
    if (seconds > MINUTE) wrong.push(`it took ${seconds.toFixed(0)} s until all were in`)
    const said = [...replies].map(([reply, times]) => `${many(times)} ${reply}`).sort()
    return {
      did: `${many(people)} in within ${seconds.toFixed(1)} s; ${many(2 * guesses)} guesses (${said.join(', ')})`,
      ...{ lost: 0, doubled: 0, errors: [], wrong, times },
    }
  },
})

/** So many with accounts: every other one with an address, the rest with what stands on a slip of their class. */
async function enrol(count: number): Promise<readonly Pupil[]> {
  const passwordHash = await hashPassword(PASSWORD)
  const pupils: Pupil[] = []
  for (let i = 0; i < count; i++) {
    const name = i % 2 === 0 ? `${randomUUID()}@school.example` : `pupil-${randomUUID().slice(0, 8)}`
    const way = i % 2 === 0 ? { mail: name } : { mail: null, signInName: name }
    const account = { name: 'A pupil', passwordHash, ageBand: 'of-class', role: 'learner', ...way } as const
    const id = await transaction((client) => createAccount(client, account))
    pupils.push({ id, name, password: PASSWORD })
  }
  return pupils
}

async function isIn(url: string, visitor: Visitor, id: string): Promise<boolean> {
  const asking = createAsking(url, 1)
  const here = await asking.insist<HereView>('/api/me/here', undefined, visitor.cookie())
  asking.close()
  return here.sort === 'done' && here.reply.owner === id
}
