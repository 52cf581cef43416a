import { z } from 'zod'
import { articleTextOf, type StoredText } from '../articles/article-text.ts'
import { readSources } from '../articles/stored.ts'
import { lockArticle } from '../content/lock.ts'
import { pool, prisma } from '../db.ts'
import { isStorable } from '../fields.ts'
import type { Outcome } from '../outcome.ts'
import { plainLine } from '../plain-text.ts'
import type { Viewer } from '../viewer.ts'
import { propose } from './lay-beside.ts'
import { isAdmin, MAY_CORRECT } from './may-correct.ts'
import type { Editable } from './view.ts'

const line = (most: number) => z.string().trim().min(1).max(most).refine(isStorable)

export const editSchema = z.strictObject({
  slug: z.string().min(1).max(200),
  /** The revision that was edited. */
  base: z.int().min(1),
  title: line(200),
  body: line(200_000),
  note: line(500),
})

/** Paragraphs of plain text, as they may stand in an article. */
const plainBody = (typed: string): string =>
  typed
    .replace(/\r\n?/g, '\n')
    .split(/\n\s*\n/)
    .map(plainLine)
    .filter((paragraph) => paragraph !== '')
    .join('\n\n')

interface NewestRow extends StoredText {
  readonly article: string
  readonly number: number
  readonly sector: string
  readonly companies: string[]
  readonly concepts: string[]
  readonly sources: unknown
}

const NEWEST = `
  SELECT a.id AS article, r.number, r.title, r.text, r.blocks, to_char(r.date, 'YYYY-MM-DD') AS date, r.sector,
    r.companies, r.concepts, r.sources
  FROM article a JOIN revision r ON r.article_id = a.id
  WHERE a.slug = $1 AND ${MAY_CORRECT('a.owner_id', '$2', '$3')} ORDER BY r.number DESC LIMIT 1`

/** An article that the viewer may correct, as it stands; null of any other. */
export async function getEditable(viewer: Viewer, slug: string): Promise<Editable | null> {
  const { rows } = await pool().query<NewestRow>(NEWEST, [slug, viewer.personId, isAdmin(viewer)])
  const [row] = rows
  if (!row) return null
  return { slug, base: row.number, title: row.title, body: articleTextOf(row).body.trim() }
}

/** Lays another text for an article beside the one that stands, for the viewer to see what it would change. Nothing changes yet. */
export async function proposeEdit(
  viewer: Viewer,
  { slug, base, title, body, note }: z.output<typeof editSchema>,
): Promise<Outcome<{ readonly correction: string }>> {
  const { rows } = await pool().query<NewestRow>(NEWEST, [slug, viewer.personId, isAdmin(viewer)])
  const [row] = rows
  if (!row) return { refused: 'not-found' }
  if (row.number !== base) return { refused: 'changed-meanwhile' }
  const text = plainBody(body)
  if (title === row.title && text === articleTextOf(row).body.trim()) return { refused: 'nothing-changed' }
  const { article, date, sector, companies, concepts } = row
  const edition = { title, date, sector, companies, concepts, body: text, sources: readSources(row.sources) }
  const from = { article, base, origin: 'edit', author: viewer.personId, fileHash: null, note } as const
  const correction = await prisma().$transaction(async (tx) => {
    await lockArticle(tx, slug)
    return propose(tx, { ...from, edition })
  })
  return { done: { correction }, created: true }
}
