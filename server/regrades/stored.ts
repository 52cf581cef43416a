import { z } from 'zod'
import { type AnswerByKind, type Arrangement, type Kind, type Question, readAnswer } from '#core'
import { readArrangement, writeArrangement } from '../questions/stored.ts'

/** A key that a regrade brings: an answer in the kind's own shape, to the question as it was shown to who gave it. */
export interface Key {
  readonly key: AnswerByKind[Kind]
  readonly arrangement: Arrangement
}

const keySchema = z.object({ v: z.literal(1), answer: z.unknown(), arrangement: z.unknown() })

/** The key in a regrade's column. Throws when it holds what is no answer to this question. */
export function readKey(question: Question, stored: unknown): Key {
  const { answer, arrangement: shown } = keySchema.parse(stored)
  const arrangement = readArrangement(shown)
  const key = readAnswer(question, answer, arrangement) ?? null
  if (key === null) throw new Error('a stored key is no answer to its question')
  return { key, arrangement }
}

/** A key as a regrade's column keeps it. */
export const writeKey = ({ key, arrangement }: Key) =>
  ({ v: 1, answer: key, arrangement: writeArrangement(arrangement) }) as const
