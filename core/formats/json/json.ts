import { findNodeAtLocation, type Node, type ParseError, parseTree, printParseErrorCode } from 'jsonc-parser'
import { z } from 'zod'
import { admit } from '../admit.ts'
import type { Source } from '../bank.ts'
import { Findings, type Format, lineCounter, type ReadFile, unreadable } from '../format.ts'

const NAME = 'bellwether-questions'
/** It goes up when an older house could not read what a newer one writes. */
const VERSION = 1

const storable = (most: number) =>
  z
    .string()
    .max(most)
    .refine((text) => !/\0|\p{Surrogate}/u.test(text))
const sourceSchema = z.strictObject({
  title: storable(300),
  date: z.iso.date().nullable(),
  text: storable(500_000),
})
const fileSchema = z.object({
  format: z.literal(NAME),
  version: z.number(),
  title: storable(300).default(''),
  sources: z.array(z.unknown()).max(100).default([]),
  questions: z.array(z.record(z.string(), z.unknown())),
})
/** Null where only the words are known. */
const offset = z.int().min(0).nullable()
const carriedSchema = z.object({
  id: z.string().max(1_000).optional(),
  source: z.int().min(0).nullable().default(null),
  evidence: z.array(z.strictObject({ start: offset, end: offset, quote: z.string() })).default([]),
  passages: z.array(z.string()).default([]),
})

/** Our own: everything, with the texts that the passages stand in. */
export const json: Format = {
  title: 'JSON of Bellwether',
  use: 'Moves questions from one Bellwether to another, with their passages and the texts these stand in.',
  never: '',
  ending: '.json',
  mediaType: 'application/json; charset=utf-8',
  losses: () => [],
  write: ({ title, sources, questions }) =>
    `${JSON.stringify(
      {
        format: NAME,
        version: VERSION,
        title,
        sources: sources.map((source) => ({ title: source.title, date: source.date, text: source.text })),
        questions: questions.map(({ id, source, says, evidence, passages }) => ({
          ...{ id, source, ...says },
          evidence: evidence.map(({ quote, at }) => ({
            start: at,
            end: at === null ? null : at + quote.length,
            quote,
          })),
          passages,
        })),
      },
      null,
      2,
    )}\n`,
  read,
}

/** How deep such a file goes, and some more. */
const DEEPEST = 50

/** Whether brackets stand within each other deeper than in any file of ours; in texts they count too, which errs on the safe side by little. */
function isTooDeep(text: string): boolean {
  let [depth, isInText] = [0, false]
  for (let i = 0; i < text.length; i++) {
    const char = text[i]
    if (isInText) {
      if (char === '\\') i++
      else if (char === '"') isInText = false
    } else if (char === '"') isInText = true
    else if (char === '[' || char === '{') {
      if (++depth > DEEPEST) return true
    } else if (char === ']' || char === '}') depth--
  }
  return false
}

function read(text: string): ReadFile {
  if (isTooDeep(text))
    return unreadable(1, 'Brackets stand too deep within each other: this is no file of Bellwether.')
  const errors: ParseError[] = []
  const tree = parseTree(text, errors)
  const lineOf = lineCounter(text)
  const [error] = errors
  if (error || !tree)
    return unreadable(lineOf(error?.offset ?? 0), `This is no JSON from here on (${sayError(error)}).`)
  const { data: file, error: wrong } = fileSchema.safeParse(JSON.parse(text))
  if (!file) {
    const at = wrong.issues[0]?.path.map((part) => part as string | number) ?? []
    return unreadable(
      lineAt(tree, at, lineOf),
      'This is JSON, but no file of questions that Bellwether has written.',
    )
  }
  if (file.version !== VERSION)
    return unreadable(
      lineAt(tree, ['version'], lineOf),
      'A newer Bellwether has written this file. It cannot be read here.',
    )
  const found = new Findings()
  const sources: Source[] = []
  for (const [i, raw] of file.sources.entries()) {
    const { data } = sourceSchema.safeParse(raw)
    if (!data)
      found.say(
        lineAt(tree, ['sources', i], lineOf),
        'This text is not whole, or longer than 500,000 characters. Its questions come in without it.',
      )
    sources.push(data ?? { title: '', date: null, text: '' })
  }
  for (const [i, raw] of file.questions.entries()) {
    const line = lineAt(tree, ['questions', i], lineOf)
    if (found.isFull(line)) break
    found.take(line, admitRaw(raw, sources))
  }
  return found.done({ title: file.title, sources })
}

const sayError = (error: ParseError | undefined): string =>
  error ? printParseErrorCode(error.error) : 'it is empty'

const lineAt = (tree: Node, path: (string | number)[], lineOf: (at: number) => number): number =>
  lineOf(findNodeAtLocation(tree, path)?.offset ?? 0)

function admitRaw(raw: Readonly<Record<string, unknown>>, sources: readonly Source[]) {
  const { id, source, evidence, passages, kind, ...parts } = raw
  const { data } = carriedSchema.safeParse({ id, source, evidence, passages })
  if (!data) return 'Its id, its source or its evidence cannot be read.'
  const text = data.source === null ? undefined : sources[data.source]?.text
  return admit({
    ...{ id: data.id, kind, parts, passages: data.passages },
    evidence: data.evidence.map(({ start, quote }) => ({
      quote,
      at: start !== null && text?.startsWith(quote, start) ? start : null,
    })),
    source: text === undefined ? null : data.source,
  })
}
