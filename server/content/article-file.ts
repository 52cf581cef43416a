import { isAlias, isNode, LineCounter, parseDocument, visit } from 'yaml'
import { z } from 'zod'
import { MARKUP, UNSEEN } from '../plain-text.ts'

/** What is wrong with an article file, and the line (from 1) where. */
export interface FileProblem {
  readonly line: number
  readonly reason: string
}

/** An article file as read: its front matter, and its body as plain paragraphs. */
export type ArticleFile = z.output<typeof frontSchema> & { readonly body: string }

/** Bytes of a file; the longest article of the house has 4,000. */
export const FILE_LIMIT = 200_000

/** The words for a value of the wrong sort, or for none. */
const wrong = (words: string) => ({
  error: ({ input }: { input?: unknown }) => (input === undefined ? 'is missing' : words),
})

const plain = (limit: number) =>
  z
    .string(wrong('has to be text'))
    .trim()
    .min(1, 'is empty')
    .max(limit, `is longer than ${limit} characters`)
    .refine((text) => !/[\r\n\t]/.test(text), 'has to stand on one line')
    .refine((text) => !UNSEEN.test(text), 'holds characters that cannot be seen')
    .refine((text) => !MARKUP.test(text), 'holds markup; only plain text may stand here')

const isDay = (text: string): boolean => {
  const day = new Date(`${text}T00:00:00Z`)
  return !Number.isNaN(day.getTime()) && day.toISOString().startsWith(text)
}
const day = z
  .string(wrong('has to be a date such as 2025-02-24'))
  .regex(/^\d{4}-\d{2}-\d{2}$/, 'has to be a date such as 2025-02-24')
  .refine(isDay, 'is not a day of the calendar')
const dayOrMonth = z
  .string(wrong('has to be a date such as 2025-02-24 or a month such as 2025-02'))
  .regex(/^\d{4}-\d{2}(?:-\d{2})?$/, 'has to be a date such as 2025-02-24 or a month such as 2025-02')
  .refine((text) => isDay(text.length === 7 ? `${text}-01` : text), 'is not a day of the calendar')
const address = plain(500).pipe(z.url({ protocol: /^https?$/, error: 'is not an http or https address' }))
const names = (what: string) =>
  z.array(plain(80), wrong(`has to be a list of ${what}`)).max(40, `has more than 40 ${what}`)

const sourceWords = ({ code, keys }: { code?: string; keys?: string[] }): string =>
  code === 'unrecognized_keys'
    ? `knows no ${keys?.join(', ')}`
    : 'has to be a source with publisher, title, date and address'

const frontSchema = z.strictObject(
  {
    title: plain(200),
    slug: plain(80).regex(
      /^[a-z0-9]+(?:-[a-z0-9]+)*$/,
      'may hold small letters, digits and single hyphens only',
    ),
    date: day,
    sector: plain(60),
    companies: names('companies'),
    concepts: names('concepts'),
    sources: z
      .array(
        z.strictObject(
          {
            publisher: plain(120),
            title: plain(300),
            date: dayOrMonth.exactOptional(),
            address: address.exactOptional(),
          },
          { error: sourceWords },
        ),
        wrong('has to be a list of sources'),
      )
      .min(1, 'names no source')
      .max(40, 'has more than 40 sources'),
  },
  {
    error: (issue) =>
      issue.code === 'unrecognized_keys'
        ? `knows no ${issue.keys?.join(', ')}`
        : 'has to be a list of fields',
  },
)

/** Reads an article file; `slug` is its name without `.md`. Whatever a stranger put into it, the answer is an article or words. */
export function parseArticleFile(source: string, slug: string): ArticleFile | FileProblem {
  const text = source.replace(/^\uFEFF/, '').replace(/\r\n?/g, '\n')
  if (text.length > FILE_LIMIT) return { line: 1, reason: `the file is longer than ${FILE_LIMIT} characters` }
  const parts = /^---[ \t]*\n([\s\S]*?)\n---[ \t]*(?:\n|$)/.exec(text)
  if (!parts)
    return { line: 1, reason: "the file does not open with front matter between two lines of '---'" }
  const front = readFront(parts[1] ?? '')
  if ('reason' in front) return front
  if (front.slug !== slug)
    return { line: lineOf(text, /^slug:/m), reason: `slug: is not the file's name, ${slug}` }
  const bodyLine = parts[0].split('\n').length
  const body = readBody(text.slice(parts[0].length), bodyLine)
  return typeof body === 'string' ? { ...front, body } : body
}

const lineOf = (text: string, mark: RegExp): number => text.slice(0, text.search(mark)).split('\n').length

function readFront(yaml: string): z.output<typeof frontSchema> | FileProblem {
  try {
    return readYaml(yaml)
  } catch (error) {
    // The reader of YAML goes one call deeper for each level.
    if (error instanceof RangeError) return { line: 2, reason: 'the front matter is nested too deeply' }
    throw error
  }
}

function readYaml(yaml: string): z.output<typeof frontSchema> | FileProblem {
  const lines = new LineCounter()
  // Line 1 of the file is the '---' above.
  const lineAt = (offset: number): number => lines.linePos(offset).line + 1
  const document = parseDocument(yaml, {
    lineCounter: lines,
    schema: 'core',
    logLevel: 'silent',
    prettyErrors: false,
  })
  const broken = document.errors[0]
  if (broken) return { line: lineAt(broken.pos[0]), reason: `the front matter is not YAML (${broken.code})` }
  let alias: number | null = null
  visit(document, {
    Alias(_key, node) {
      alias ??= node.range?.[0] ?? 0
      return visit.BREAK
    },
  })
  if (alias !== null) return { line: lineAt(alias), reason: 'the front matter may not use aliases (*name)' }
  const read = frontSchema.safeParse(document.toJS({ maxAliasCount: 0 }))
  if (read.success) return read.data
  const [issue] = read.error.issues
  const path = issue?.path ?? []
  const node = [...path.keys(), path.length]
    .map((length) => document.getIn(path.slice(0, path.length - length) as unknown[], true))
    .find((found) => isNode(found) && !isAlias(found))
  const offset = isNode(node) ? (node.range?.[0] ?? 0) : 0
  const place = path.map(String).join('.')
  return {
    line: lineAt(offset),
    reason: `${place === '' ? 'the front matter' : `${place}:`} ${issue?.message}`,
  }
}

/** The paragraphs with a blank line between them, each on one line; heading marks are dropped. */
function readBody(markdown: string, firstLine: number): string | FileProblem {
  const lines = markdown.split('\n')
  for (const [i, line] of lines.entries()) {
    if (UNSEEN.test(line))
      return { line: firstLine + i, reason: 'the text holds characters that cannot be seen' }
    if (MARKUP.test(line))
      return { line: firstLine + i, reason: 'the text holds markup; only plain paragraphs may stand here' }
  }
  const body = lines
    .map((line) => line.trim().replace(/^#{1,6}\s+/, ''))
    .join('\n')
    .split(/\n{2,}/)
    .map((paragraph) => paragraph.trim().replace(/\n/g, ' '))
    .filter((paragraph) => paragraph !== '')
    .join('\n\n')
  return body === '' ? { line: firstLine, reason: 'the article has no text' } : body
}
