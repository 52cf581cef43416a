import { appKilled } from './app-killed.ts'
import { backupUnderLoad } from './backup-under-load.ts'
import { clocks } from './clocks.ts'
import { databaseKilled } from './database-killed.ts'
import { deadline } from './deadline.ts'
import { edited } from './edited.ts'
import type { Fault } from './fault.ts'
import { load } from './load.ts'
import { offline } from './offline.ts'
import { oneKey } from './one-key.ts'
import { overload } from './overload.ts'
import { partners } from './partners.ts'
import { pooled } from './pooled.ts'
import { signIns } from './sign-ins.ts'
import { twoNodes } from './two-nodes.ts'
import { twoTabs } from './two-tabs.ts'

/** Everything that has to be survived, in the order of the table. */
export const faults: readonly Fault[] = [
  appKilled,
  databaseKilled,
  twoNodes,
  offline,
  twoTabs,
  oneKey,
  clocks,
  deadline,
  edited,
  load,
  signIns,
  overload,
  backupUnderLoad,
  partners,
  pooled,
]
