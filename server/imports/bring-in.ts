import { randomInt } from 'node:crypto'
import { type ArticleText, wholeText } from '#core'
import { MAY_READ } from '../articles/may-read.ts'
import { type ArticleReading, EngineFailure } from '../content/drafted.ts'
import { type Engine, houseEngine } from '../content/engine.ts'
import { lockArticle } from '../content/lock.ts'
import { storeOwnArticle } from '../content/own-article.ts'
import { propose } from '../corrections/lay-beside.ts'
import { pool, prisma } from '../db.ts'
import { openDesk } from '../desks/open.ts'
import type { ReadDocument } from '../documents/document.ts'
import { fetchAddress } from '../documents/fetch-address.ts'
import { readDocument } from '../documents/read-document.ts'
import { loadLexicon } from '../lexicon.ts'
import { logFailure } from '../log.ts'
import type { Refusal } from '../refusal-view.ts'
import { type Bare, editionOf, slugOf } from './edition.ts'
import type { ImportKind, Step } from './view.ts'

interface Asked {
  readonly id: string
  readonly owner: string
  readonly kind: ImportKind
  readonly name: string | null
  readonly type: string | null
  readonly address: string | null
  readonly bytes: Uint8Array | null
  readonly endedAt: Date | null
  /** The day it is, in UTC. */
  readonly today: string
}

/** An import that comes to nothing, and why. */
class Ended extends Error {
  readonly refusal: Refusal
  constructor(refusal: Refusal) {
    super(refusal)
    this.refusal = refusal
  }
}

/**
 * Brings in what was asked for, step by step, each noted as it is done: an article of its owner's, with its drafts on a
 * desk. Done again after it was broken off, it finds what it had stored.
 */
export async function bringIn({ import: id }: { readonly import: string }): Promise<void> {
  const asked = await getAsked(id)
  if (!asked || asked.endedAt !== null) return
  try {
    const document = await readAsked(asked)
    const bare: Bare = { ...document, date: document.date ?? asked.today }
    const known = await findKnown(asked.owner, bare)
    const engine = houseEngine()
    if (known?.isOther) await offer(asked, bare, known)
    const slug = known?.slug ?? (await makeArticle(asked, bare, engine, await readBy(engine, asked, bare)))
    const opened = await openDesk({ personId: asked.owner, role: 'teacher' }, { slug })
    if ('refused' in opened) throw new Error(`no desk can be opened: ${opened.refused}`)
    await end(id, {
      article: slug,
      desk: opened.done.desk,
      isKnown: known !== null,
      isOther: known?.isOther ?? false,
    })
  } catch (error) {
    if (!(error instanceof Ended)) throw error
    await pool().query(
      'UPDATE import SET refusal = $2, bytes = NULL, ended_at = clock_timestamp() WHERE id = $1',
      [id, error.refusal],
    )
  }
}

async function getAsked(id: string): Promise<Asked | undefined> {
  const { rows } = await pool().query<Asked>(
    `SELECT id, owner_id AS owner, kind, name, type, address, bytes, ended_at AS "endedAt",
       to_char(clock_timestamp() AT TIME ZONE 'UTC', 'YYYY-MM-DD') AS today
     FROM import WHERE id = $1`,
    [id],
  )
  return rows[0]
}

/** What each step has found, in the columns that keep it. */
const FOUND = { fetched: null, read: 'words', facts: 'facts', questions: null, checks: 'questions' } as const

async function note(id: string, step: Step, found = 0): Promise<void> {
  const column = FOUND[step]
  await pool().query(
    `UPDATE import SET step = $2${column === null ? '' : `, ${column} = $3`} WHERE id = $1`,
    column === null ? [id, step] : [id, step, found],
  )
}

async function readAsked(asked: Asked): Promise<ReadDocument> {
  const source = await sourceOf(asked)
  await note(asked.id, 'fetched')
  const read = await readDocument(source)
  if ('refused' in read) throw new Ended(read.refused)
  if (!read.done.mayUse) throw new Ended('not-for-programs')
  await note(asked.id, 'read', read.done.body.split(/\s+/).length)
  return read.done
}

async function sourceOf({ bytes, address, name, type }: Asked): Promise<Parameters<typeof readDocument>[0]> {
  if (bytes !== null) return { bytes, ...(name === null ? {} : { name }), ...(type === null ? {} : { type }) }
  const fetched = await fetchAddress(address ?? '')
  if ('refused' in fetched) throw new Ended(fetched.refused)
  return fetched.done
}

interface Known {
  readonly id: string
  readonly slug: string
  readonly number: number
  readonly sector: string
  readonly companies: string[]
  readonly concepts: string[]
  readonly isOther: boolean
}

/** An article that the owner may read and that says the same; else one of their own from the same address. */
async function findKnown(owner: string, { title, body, address }: Bare): Promise<Known | null> {
  const { rows } = await pool().query<Known>(
    `SELECT a.id, a.slug, r.number, r.sector, r.companies, r.concepts, r.text <> $2 AS "isOther" FROM article a
     JOIN LATERAL (SELECT * FROM revision WHERE article_id = a.id ORDER BY number DESC LIMIT 1) r ON true
     WHERE a.id IN (
         SELECT article_id FROM revision WHERE md5(text) = md5($2)
         UNION SELECT id FROM article WHERE owner_id = $1)
       AND ${MAY_READ('a.owner_id', '$1')}
       AND (r.text = $2 OR (a.owner_id = $1 AND r.sources #>> '{sources,0,address}' = $3))
     ORDER BY r.text = $2 DESC, a.owner_id IS NULL DESC, a.created_at LIMIT 1`,
    [owner, wholeText({ title, body }), address ?? null],
  )
  return rows[0] ?? null
}

/** Lays what its publisher says by now beside what was brought in before. */
const offer = (
  { owner, kind }: Asked,
  bare: Bare,
  { id, slug, number, sector, companies, concepts }: Known,
): Promise<string> =>
  prisma().$transaction(async (tx) => {
    await lockArticle(tx, slug)
    return propose(tx, {
      ...{ article: id, base: number, author: owner, fileHash: null },
      origin: kind === 'item' ? 'feed' : 'import',
      note: 'Its publisher says otherwise by now.',
      edition: { ...editionOf(bare, [], loadLexicon()), sector, companies, concepts },
    })
  })

/** Has the engine read it, and notes each step. */
async function readBy(engine: Engine, { id }: Asked, article: ArticleText): Promise<ArticleReading> {
  try {
    const steps = engine.readInSteps(article)
    for (;;) {
      const { done, value } = steps.next()
      if (done) return value
      await note(id, value.step, value.found)
    }
  } catch (error) {
    if (!(error instanceof EngineFailure)) throw error
    logFailure('bring-in', error.cause)
    throw new Ended('engine-failed')
  }
}

/** 36 to this power slugs of one title are told apart. */
const CHANCE_LENGTH = 8

async function makeArticle(
  { owner, kind }: Asked,
  bare: Bare,
  engine: Engine,
  read: ArticleReading,
): Promise<string> {
  const edition = editionOf(bare, read.facts, loadLexicon())
  const chance = Array.from({ length: CHANCE_LENGTH }, () => randomInt(36).toString(36)).join('')
  const slug = slugOf(bare.title, chance)
  const origin = kind === 'item' ? 'feed' : 'import'
  await storeOwnArticle(slug, { edition, from: { origin, authorId: owner }, engine, read })
  return slug
}

interface End {
  readonly article: string
  readonly desk: string
  readonly isKnown: boolean
  readonly isOther: boolean
}

async function end(id: string, { article, desk, isKnown, isOther }: End): Promise<void> {
  await pool().query(
    `UPDATE import SET step = 'checks', article_id = (SELECT id FROM article WHERE slug = $2), desk_id = $3,
       is_known = $4, is_other = $5, bytes = NULL, ended_at = clock_timestamp() WHERE id = $1`,
    [id, article, desk, isKnown, isOther],
  )
}
