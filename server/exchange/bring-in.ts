import type pg from 'pg'
import { z } from 'zod'
import { FORMATS, type ReadFile, readFile } from '#core'
import { findRevision, MAY_READ } from '../articles/may-read.ts'
import { pool, storeTime, transaction } from '../db.ts'
import { tellChecked } from '../desks/checked.ts'
import { saysTheSame } from '../desks/edit.ts'
import { layDown, takeStep } from '../desks/hold.ts'
import { deskOf } from '../desks/open.ts'
import { isStorable } from '../fields.ts'
import type { Outcome } from '../outcome.ts'
import type { Viewer } from '../viewer.ts'
import { storeOwn } from './own-article.ts'
import { type Placed, placeAll } from './placed.ts'
import type { BroughtView, PreviewView } from './view.ts'

/** The most bytes of a request that carries a file of two million characters. */
export const MOST_BYTES = 8_000_000

export const bringSchema = z.strictObject({
  format: z.enum(FORMATS),
  /** What the file is called. */
  name: z.string().trim().min(1).max(100).refine(isStorable),
  text: z.string(),
  /** The article the questions are put beside; null for the text they came with. */
  article: z.string().min(1).max(200).nullable(),
})
type Brought = z.output<typeof bringSchema>

/** What is read of a file, and where each question goes; null where its article is none of the viewer's. */
async function read(
  personId: string,
  { format, name, text, article }: Brought,
): Promise<{ readonly file: ReadFile; readonly placed: readonly Placed[] } | null> {
  const revision = article === null ? null : await findRevision(pool(), personId, article)
  if (article !== null && revision === null) return null
  const file = readFile(format, text)
  const today = (await storeTime()).toISOString().slice(0, 10)
  return { file, placed: await placeAll(file, { personId, format, fileName: name, today, revision }) }
}

/** Tells what would become of a file: what is amiss, and each question with what the checker says. Nothing is stored. */
export async function previewFile({ personId }: Viewer, brought: Brought): Promise<Outcome<PreviewView>> {
  const seen = personId === null ? null : await read(personId, brought)
  if (!seen) return { refused: 'not-found' }
  return {
    done: {
      problems: seen.file.problems,
      questions: seen.placed.map(({ line, question, place, known }) => {
        const making = { slug: '', isByHand: true, isImported: true }
        const { kind, stem, key, failures, rules } = tellChecked(question, place.context, making)
        const isSourced = question.evidence.length > 0
        return { line, kind, stem, keyWords: key, failures, rules, isSourced, isKnown: known !== null }
      }),
    },
  }
}

/** Lays the questions of a file on the viewer's desks: those that lie there already are changed, the others come to the desk of their article. */
export async function bringIn({ personId }: Viewer, brought: Brought): Promise<Outcome<BroughtView>> {
  const seen = personId === null ? null : await read(personId, brought)
  if (!seen || personId === null) return { refused: 'not-found' }
  if (seen.placed.length === 0) return { refused: 'nothing-brought' }
  const revisions = await storeTexts(personId, seen.placed)
  return transaction<Outcome<BroughtView>>(async (client) => {
    // Held to the end: the same file sent twice is brought in once.
    await client.query('SELECT FROM person WHERE id = $1 FOR NO KEY UPDATE', [personId])
    return lay(client, personId, seen.placed, revisions)
  })
}

/** The revision of each text that the questions came with, stored where it was not yet. */
async function storeTexts(
  personId: string,
  placed: readonly Placed[],
): Promise<ReadonlyMap<unknown, string>> {
  const revisions = new Map<unknown, string>()
  for (const { place } of placed) {
    if (!('own' in place.at) || revisions.has(place.at.own)) continue
    const revision = await storeOwn(personId, place.at.own)
    if (revision !== null) revisions.set(place.at.own, revision)
  }
  return revisions
}

/** The most drafts that one desk bears. */
const MOST = 200

async function lay(
  client: pg.PoolClient,
  personId: string,
  placed: readonly Placed[],
  revisions: ReadonlyMap<unknown, string>,
): Promise<Outcome<BroughtView>> {
  const [desks, byDesk] = [new Set<string>(), new Map<string, Placed[]>()]
  let [changed, same] = [0, 0]
  for (const each of placed) {
    const { known, place, question } = each
    if (known) {
      desks.add(known.desk)
      if (saysTheSame(question, known.question)) same++
      else {
        changed++
        await client.query('SELECT FROM draft WHERE id = $1 FOR UPDATE', [known.draft])
        const standing = { state: 'open', question, versionId: null, overruling: null } as const
        await takeStep(client, { draft: known.draft, personId, back: null }, standing)
      }
      continue
    }
    const revision = 'own' in place.at ? revisions.get(place.at.own) : place.at.revision
    if (revision === undefined) continue
    const { desk } = await deskOf(client, personId, revision)
    desks.add(desk)
    byDesk.set(desk, [...(byDesk.get(desk) ?? []), each])
  }
  let added = 0
  for (const [desk, fresh] of byDesk) {
    // Between the reading and now the same file may have been brought in in another tab.
    const { rows } = await client.query<{ key: string | null }>(
      'SELECT import_key AS key FROM draft WHERE desk_id = $1',
      [desk],
    )
    const there = new Set(rows.map(({ key }) => key))
    const laid = fresh.filter(({ importKey }) => !there.has(importKey))
    if (rows.length + laid.length > MOST) return { refused: 'desk-full' }
    await layDown(
      client,
      { desk, personId },
      laid.map(({ question, importKey }) => ({ question, importKey, versionId: null })),
    )
    added += laid.length
    same += fresh.length - laid.length
  }
  return { done: { desks: await tellDesks(client, [...desks]), added, changed, same }, created: true }
}

async function tellDesks(client: pg.PoolClient, desks: readonly string[]): Promise<BroughtView['desks']> {
  const { rows } = await client.query<{ id: string; title: string }>(
    'SELECT k.id, r.title FROM desk k JOIN revision r ON r.id = k.revision_id WHERE k.id = ANY($1) ORDER BY r.title, k.id',
    [desks],
  )
  return rows
}

/** Articles to choose from: so many of the newest that are no one's own. */
const MOST_LISTED = 60

/** The articles that questions may be put beside: one's own and those one has a desk of first, then the newest. */
export async function listPlaces({
  personId,
}: Viewer): Promise<{ readonly slug: string; readonly title: string }[]> {
  const { rows } = await pool().query<{ slug: string; title: string }>(
    `SELECT l.slug, l.title FROM library_article l
     WHERE ${MAY_READ('l.owner_id', '$1')}
     ORDER BY l.owner_id IS NOT DISTINCT FROM $1::uuid DESC, EXISTS (
       SELECT FROM desk k JOIN desk_teacher t ON t.desk_id = k.id
       WHERE k.revision_id = l.revision_id AND t.person_id = $1) DESC, l.date DESC, l.slug LIMIT ${MOST_LISTED}`,
    [personId],
  )
  return rows
}
