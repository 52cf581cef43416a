import { hash, verify } from '@node-rs/argon2'
import { dictionary } from '@zxcvbn-ts/language-common'
import { folded } from './folded.ts'

/** Characters a password has at least and at most; the upper end only keeps a request small. */
export const SHORTEST_PASSWORD = 8
export const LONGEST_PASSWORD = 512

/** argon2id by OWASP's password storage cheat sheet: 19 MiB, two passes, one lane. */
const COST = { algorithm: 2, memoryCost: 19_456, timeCost: 2, parallelism: 1 } as const

/** The same password typed on another keyboard is the same password (NIST SP 800-63B). */
const plain = (password: string): string => password.normalize('NFKC')

/** A password's hash in PHC form, with a salt of its own. */
export const hashPassword = (password: string): Promise<string> => hash(plain(password), COST)

let nobody: Promise<string> | null = null

/** Whether a password is the one of this hash. Without a hash it takes as long, and is not. */
export async function isPassword(password: string, stored: string | null): Promise<boolean> {
  nobody ??= hashPassword('the password of nobody at all')
  const isRight = await verify(stored ?? (await nobody), plain(password))
  return isRight && stored !== null
}

const common = new Set(dictionary['passwords-common'] as readonly string[])

/** A text without the digits at its end, as in 'summer2024'. */
function withoutDigits(text: string): string {
  let end = text.length
  while (end > 0 && /\d/.test(text[end - 1] ?? '')) end--
  return text.slice(0, end)
}

/** Whether many people use this password, or whoever knows its owner would try it first. */
export function isCommonPassword(password: string, about: readonly string[]): boolean {
  const said = folded(password)
  const bare = withoutDigits(said)
  return (
    common.has(said) ||
    new Set(said).size < 3 ||
    [...about.map(folded), 'bellwether'].some((word) => word !== '' && (said === word || bare === word))
  )
}
