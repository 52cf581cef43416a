import { appKilled } from './app-killed.ts'
import type { Sizes } from './came.ts'
import { clocks } from './clocks.ts'
import { databaseKilled } from './database-killed.ts'
import { deadline } from './deadline.ts'
import { edited } from './edited.ts'
import type { Fault } from './fault.ts'
import { offline } from './offline.ts'
import { oneKey } from './one-key.ts'
import { partners } from './partners.ts'
import { signIns } from './sign-ins.ts'
import { twoTabs } from './two-tabs.ts'

/** The faults that need nothing but the app and its database, as small as they are tried in every run of the tests. */
export const small: readonly { readonly fault: Fault; readonly size: Sizes }[] = [
  { fault: appKilled, size: { people: 12, kills: 3 } },
  { fault: databaseKilled, size: { people: 12, kills: 1 } },
  { fault: offline, size: { people: 2, short: 2, long: 4, past: 3 } },
  { fault: twoTabs, size: { interleavings: 40 } },
  { fault: oneKey, size: { keys: 2, parallel: 20 } },
  { fault: clocks, size: { submits: 20 } },
  { fault: deadline, size: { submits: 40 } },
  { fault: edited, size: { people: 12, edits: 4 } },
  // Fewer guesses than an account allows in an hour would find the right word among them.
  { fault: signIns, size: { people: 20, guesses: 120 } },
  { fault: partners, size: { people: 6, seconds: 1, letters: 2 } },
]
