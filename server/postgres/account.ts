import fs from 'node:fs'
import path from 'node:path'

/** An account of the operating system, by number. */
export type Account = { uid: number; gid: number; name: string }

const preferred = ['nobody', 'postgres', 'daemon']

/**
 * The account PostgreSQL is to run as: null for 'whoever we are', and for root, which PostgreSQL refuses, an existing
 * account without privileges. `passwd` is the text of /etc/passwd.
 */
export function chooseAccount(uid: number | undefined, passwd: () => string): Account | null {
  if (uid !== 0) return null
  const accounts = passwd()
    .split('\n')
    .map((line) => line.split(':'))
    .map(([name = '', , uid, gid]) => ({ name, uid: Number(uid), gid: Number(gid) }))
    .filter((account) => account.uid > 0 && account.gid > 0)
  const found =
    preferred.flatMap((name) => accounts.filter((account) => account.name === name))[0] ??
    accounts.find((account) => account.uid === 65534)
  if (!found)
    throw new Error(
      'PostgreSQL does not run as root, and there is no account "nobody" to run it as; start Bellwether as another user.',
    )
  return found
}

/** Whether the account may pass through every folder from the root to this one; folders not yet made are skipped. */
export function canReach(account: Account, folder: string): boolean {
  for (let at = path.resolve(folder); ; at = path.dirname(at)) {
    const stat = fs.statSync(at, { throwIfNoEntry: false })
    if (stat && !mayPass(account, stat)) return false
    if (at === path.dirname(at)) return true
  }
}

function mayPass(account: Account, stat: fs.Stats): boolean {
  if (stat.uid === account.uid) return (stat.mode & 0o100) !== 0
  if (stat.gid === account.gid) return (stat.mode & 0o010) !== 0
  return (stat.mode & 0o001) !== 0
}
