import type { Prisma } from '../prisma/generated/client.ts'

/** Our own readonly shapes as Prisma takes them for a JSON column; all of them are plain JSON. */
export const json = (value: object) => value as Prisma.InputJsonValue
