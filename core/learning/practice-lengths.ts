/** About how many minutes a practice lasts; null: until one stops. */
export const LENGTHS = [5, 10, 15, null] as const
export type Length = (typeof LENGTHS)[number]
