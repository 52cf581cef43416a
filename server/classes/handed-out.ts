import { randomInt } from 'node:crypto'

/** Letters and digits that nobody takes for one another, on a blackboard or a slip of paper. */
const LETTERS = 'abcdefghjkmnpqrstuvwxyz23456789'

const draw = (length: number): string =>
  Array.from({ length }, () => LETTERS[randomInt(LETTERS.length)] ?? '').join('')

const CODE_LENGTH = 8

/** A code by which people join a class: 39 random bits. */
export const createJoinCode = (): string => draw(CODE_LENGTH)

/** A join code as somebody has typed it: without the hyphen and spaces it is shown with, in any case. */
export const readJoinCode = (typed: string): string => typed.toLowerCase().replace(/[\s-]/g, '')

/** A password for a slip of paper: two groups of five, 49 random bits. */
export const createSlipPassword = (): string => `${draw(5)}-${draw(5)}`

/** What somebody without an address signs in with: their first name, as far as it has letters of a keyboard, and four digits. */
export function createSignInName(name: string): string {
  const [first = ''] = name
    .normalize('NFKD')
    .replace(/\p{M}/gu, '')
    .toLowerCase()
    .split(/[^a-z]+/)
    .filter((word) => word !== '')
  return `${first.slice(0, 20) || 'learner'}-${String(randomInt(10_000)).padStart(4, '0')}`
}
