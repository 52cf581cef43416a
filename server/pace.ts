import ipaddr from 'ipaddr.js'
import { addressOf } from './accounts/asker.ts'
import { countOne, type Rate } from './counted.ts'
import { digest } from './digest.ts'
import type { Viewer } from './viewer.ts'

const MINUTE = 60
const HOUR = 3600

/**
 * How often one member may ask for what costs more than reading does. Guests of one address together may `TOGETHER` times
 * as much: three hundred people of a school may sit behind one. Saving an answer is counted nowhere: it costs no trip more.
 */
const PACES = {
  'start-quiz': { points: 60, duration: 10 * MINUTE },
  'pack-quiz': { points: 60, duration: 10 * MINUTE },
  flag: { points: 60, duration: HOUR },
  search: { points: 150, duration: 5 * MINUTE },
  picture: { points: 20, duration: 5 * MINUTE },
  export: { points: 60, duration: 10 * MINUTE },
  'bring-in': { points: 120, duration: HOUR },
} as const satisfies Record<string, Rate>
export type Pace = keyof typeof PACES

const TOGETHER = 100

/**
 * Counts one more of something; null where it may be done, else the seconds until it may be. Members are counted by
 * themselves, wherever they are; everybody else by address, for who throws a cookie away is somebody else.
 */
export async function secondsToWait(pace: Pace, viewer: Viewer, asked: Headers): Promise<number | null> {
  const rate = PACES[pace]
  if (viewer.role !== 'guest' && viewer.personId !== null)
    return countOne(`${pace} by person`, rate, digest(viewer.personId))
  const address = addressOf(asked)
  if (!saysWho(address)) return null
  const together = { ...rate, points: rate.points * TOGETHER }
  return countOne(`${pace} by address`, together, digest(networkOf(address)))
}

/** An address of this machine says nothing of who asks: it is that of a proxy which is not trusted (TRUST_PROXY). */
const saysWho = (address: string): boolean =>
  ipaddr.isValid(address) && ipaddr.process(address).range() !== 'loopback'

/** Of IPv6 the network, not the address: a household has as many of those as it likes. */
function networkOf(address: string): string {
  const read = ipaddr.process(address)
  return read.kind() === 'ipv4' ? read.toString() : read.toByteArray().slice(0, 8).join(' ')
}
