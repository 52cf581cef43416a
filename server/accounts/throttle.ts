import { counterOf, countOne } from '../counted.ts'
import { digest } from '../digest.ts'
import { folded } from './folded.ts'

/**
 * How often a password may be guessed, told by who guesses. A browser on which the owner has signed in before has a
 * count of its own, so that guesses made elsewhere lock nobody out; so has each address, so that one classroom guessing
 * at one account does not use up what the rest of the world may try. Counts are in the store: all nodes share them.
 */
const LIMITS = {
  /** Of one account, from a browser it knows. */
  browser: { points: 10, duration: 15 * 60 },
  /** Of one account, from one address. */
  address: { points: 10, duration: 15 * 60 },
  /** Of one account, from anywhere but the browsers it knows. */
  account: { points: 100, duration: 3600 },
  /** Of all accounts, from one address: a school signs in behind one. */
  place: { points: 1_000, duration: 3600 },
  /** Links that are sent for, and accounts that are made, from one address. */
  asking: { points: 100, duration: 3600 },
  /** Letters to one address that somebody asks for. */
  letter: { points: 5, duration: 3600 },
  /** What a teacher has told a class to type before a quiz, by one person. */
  word: { points: 20, duration: 15 * 60 },
} as const
type Limit = keyof typeof LIMITS

const limiterOf = (limit: Limit) => counterOf(limit, LIMITS[limit])

/** Who guesses at which account. */
export interface Guess {
  /** The address the account is looked up by, whether or not it is there. */
  readonly mail: string
  /** Where the request comes from. */
  readonly address: string
  /** The browser, where this account knows it. */
  readonly knownBrowser: string | null
}

const keyOf = (...parts: readonly string[]): string => digest(parts.join('\n'))

function countsOf({ mail, address, knownBrowser }: Guess): readonly (readonly [Limit, string])[] {
  const account = folded(mail)
  if (knownBrowser !== null) return [['browser', keyOf(account, knownBrowser)]]
  return [
    ['address', keyOf(account, address)],
    ['place', keyOf(address)],
    ['account', keyOf(account)],
  ]
}

/** A guess that may be made; `forgive` gives it back when it was none. */
export interface Allowed {
  forgive(): Promise<void>
}

/** Counts a guess before it is made, so that many at once count as many. Null when there have been too many. */
export async function allowGuess(guess: Guess): Promise<Allowed | null> {
  const taken: (readonly [Limit, string])[] = []
  const giveBack = async (): Promise<void> => {
    await Promise.all(taken.map(([limit, key]) => limiterOf(limit).reward(key)))
  }
  for (const count of countsOf(guess)) {
    if (await isWithin(...count)) taken.push(count)
    else {
      // What was refused here says nothing of the account as a whole.
      await giveBack()
      return null
    }
  }
  return { forgive: giveBack }
}

/** Counts something that is asked for from an address and costs us work; false when there has been too much of it. */
export const mayAsk = (address: string): Promise<boolean> => isWithin('asking', keyOf(address))

/** Counts a letter that somebody asks for to be sent to an address; false when there have been too many. */
export const mayWriteTo = (mail: string): Promise<boolean> => isWithin('letter', keyOf(folded(mail)))

/** Counts a word that somebody types to begin a quiz; false when there have been too many. */
export const mayTryWord = (personId: string): Promise<boolean> => isWithin('word', keyOf(personId))

const isWithin = async (limit: Limit, key: string): Promise<boolean> =>
  (await countOne(limit, LIMITS[limit], key)) === null
