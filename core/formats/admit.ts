import type { z } from 'zod'
import type { Written } from '../questions/by-hand.ts'
import { KINDS, type Kind } from '../questions/question.ts'
import { oneLine, writtenSchemas } from '../questions/written.ts'
import { hash32 } from '../random.ts'
import { type Carried, inOrder, type Quote, type Said } from './bank.ts'

/** Ids that every format holds as they are. */
const PLAIN_ID = /^[\w.:@-]{1,100}$/

/** 128 bits that follow from a text alone. */
const digest = (text: string): string =>
  [0, 1, 2, 3].map((salt) => hash32(`${salt} ${text}`).toString(16).padStart(8, '0')).join('')

/** The id of a question that comes in: what its file calls it, else one that follows from what it asks. */
function idOf(given: string | null | undefined, { kind, stem }: Said): string {
  const id = oneLine(given ?? '')
  if (PLAIN_ID.test(id)) return id
  return digest(id === '' ? `${kind}\n${stem}` : id)
}

/** What a reader has made of a question. */
export interface Found {
  readonly id?: string | null | undefined
  readonly kind: unknown
  /** The parts of its kind. */
  readonly parts: Readonly<Record<string, unknown>>
  readonly evidence?: readonly Quote[]
  readonly passages: readonly string[]
  readonly source?: number | null
}

const LONGEST_QUOTE = 5_000
const MOST_PASSAGES = 10

/** The question as the house keeps it, or what is wrong with it, in words. */
export function admit({ id, kind, parts, evidence = [], passages, source = null }: Found): Carried | string {
  if (typeof kind !== 'string' || !(KINDS as readonly string[]).includes(kind))
    return 'It is of no kind that is known here.'
  const schema: z.ZodType<Written> = writtenSchemas[kind as Kind]
  const { data, error } = schema.safeParse({ explanation: '', ...parts, kind, evidence: [] })
  if (error) return sayIssue(error.issues[0] as z.core.$ZodIssue)
  const { evidence: __, ...says } = data
  if (says.stem === '') return 'The question has no words.'
  const quotes = [...passages, ...evidence.map(({ quote }) => quote)]
  if (Math.max(passages.length, evidence.length) > MOST_PASSAGES)
    return `It has more than ${MOST_PASSAGES} passages.`
  if (quotes.some((quote) => quote.length > LONGEST_QUOTE || /\0|\p{Surrogate}/u.test(quote)))
    return `A passage is longer than ${LONGEST_QUOTE} characters, or holds one that is none.`
  const settled = inOrder(says as Said)
  return { id: idOf(id, settled), says: settled, evidence, passages, source }
}

/** What people call the parts of a question. */
const PART_NAMES: Readonly<Record<string, string>> = {
  stem: 'The question',
  options: 'An option',
  answer: 'The answer',
  unit: 'The unit',
  tolerance: 'How far off still counts',
  low: 'The lower end of the scale',
  high: 'The upper end of the scale',
  accepts: 'Another accepted answer',
  correction: 'The correction',
  reasons: 'A reason',
  explanation: 'The explanation',
  hint: 'The hint',
}

function sayIssue(issue: z.core.$ZodIssue): string {
  const name = PART_NAMES[String(issue.path[0])] ?? 'A part'
  const isWhole = issue.path.length === 1
  if (issue.code === 'too_big')
    return issue.origin === 'array'
      ? `There are more than ${issue.maximum} of one thing. ${name} is one too many.`
      : issue.origin === 'string'
        ? `${name} is longer than ${issue.maximum} characters.`
        : `${name} is too large a number.`
  if (issue.code === 'unrecognized_keys')
    return `There is no part ‘${issue.keys[0]?.slice(0, 40) ?? ''}’ in this kind.`
  if (issue.code === 'custom') return `${name} holds a character that is none.`
  return isWhole ? `${name} is missing or cannot be read.` : `${name} cannot be read.`
}
