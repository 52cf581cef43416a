import { collectDue } from '../assignments/collect.ts'
import { completeMarks } from '../attempts/complete-marks.ts'
import { backUpDaily, keepsBackups } from '../backup/daily.ts'
import { tellOfCorrection } from '../corrections/tell.ts'
import { carryOut } from '../flags/carry-out.ts'
import { tellWaiting } from '../flags/tell.ts'
import { bringIn } from '../imports/bring-in.ts'
import { readFeeds } from '../imports/follow.ts'
import { sendReminders } from '../mail/reminders.ts'
import { sendLetter } from '../mail/send-letter.ts'
import { eraseAgain, eraseDue } from '../mine/erase.ts'
import { letGo } from '../mine/keeping.ts'
import { clearNotices } from '../notices/clear.ts'
import { tellOfWithdrawals } from '../notices/tell-of-withdrawals.ts'
import { rateEveryone } from '../practice/rate.ts'
import { tellOfRegrade } from '../regrades/tell.ts'
import { findFits, fitWeightsOf } from '../reviews/fits.ts'
import type { JobInput, JobName } from './inputs.ts'

interface Work<Name extends JobName> {
  /** Does it. May be called again for the same job: after it threw, or when its node was killed in the middle. */
  readonly work: (input: JobInput<Name>) => Promise<unknown>
  /** When it is done without being asked for: minute, hour, day, month and weekday in UTC. */
  readonly at?: string
  /** For how long it is made good, in milliseconds, where nothing ran at that time. */
  readonly madeGoodFor?: number
  /** Whether this node can do it; every node can, where nothing is said. */
  readonly isDoneHere?: () => boolean
}

/** What is done for each job. */
export const WORKS: { readonly [Name in JobName]: Work<Name> } = {
  'send-letter': { work: sendLetter },
  'send-reminders': { work: sendReminders, at: '2 * * * *' },
  'tell-of-withdrawals': { work: tellOfWithdrawals, at: '32 * * * *' },
  'clear-notices': { work: clearNotices, at: '12 3 * * *' },
  'let-go': { work: letGo, at: '27 3 * * *' },
  // Whom a restored database has brought back goes first.
  'erase-due': { work: () => eraseAgain().then(eraseDue), at: '22 * * * *' },
  'back-up': {
    work: backUpDaily,
    at: '52 1 * * *',
    madeGoodFor: 24 * 60 * 60 * 1000,
    isDoneHere: keepsBackups,
  },
  'collect-attempts': { work: collectDue, at: '* * * * *' },
  // What was handed in before all of it was kept: over once it is done.
  'complete-marks': { work: () => completeMarks(), at: '* * * * *' },
  'rate-answers': { work: rateEveryone, at: '* * * * *' },
  'find-fits': { work: findFits, at: '42 2 * * *' },
  'tell-of-regrade': { work: tellOfRegrade },
  'tell-of-correction': { work: tellOfCorrection },
  'bring-in': { work: bringIn },
  'read-feeds': { work: readFeeds, at: '*/5 * * * *' },
  'carry-out-decision': { work: carryOut },
  'tell-of-flags': { work: tellWaiting, at: '*/5 * * * *' },
  'fit-weights': { work: ({ person }) => fitWeightsOf(person) },
}
