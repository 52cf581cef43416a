import { createHash } from 'node:crypto'
import { type Candidate, type Kind, type Limits, pickMixed } from '#core'
import type { MixedBody, MixedStartView } from '../attempts/view.ts'
import { pool } from '../db.ts'
import type { PracticeBody } from '../practice/view.ts'
import type { Viewer } from '../viewer.ts'
import { limitsSchema, titleOf } from './limits.ts'
import { minutesFor } from './minutes.ts'
import { sampleBank } from './sample.ts'
import { type MixedSettings, writeMixedSettings } from './stored.ts'

/** How many questions a mixed quiz has. */
const COUNT = 10

const pick = async (limits: Limits, seed: string): Promise<Candidate[]> =>
  pickMixed(await sampleBank(limits, seed), { count: COUNT, seed, ...limits })

/** What stands before a mixed quiz within these limits, whoever wrote them; null when there is nothing to ask. The same for everyone. */
export async function getMixedStart(
  _viewer: Viewer,
  asked: Limits,
  seed: string,
): Promise<MixedStartView | null> {
  const { data: limits } = limitsSchema.safeParse(asked)
  if (!limits) return null
  const picked = await pick(limits, seed)
  if (picked.length === 0) return null
  return {
    title: titleOf(limits),
    mixed: { seed, limits },
    count: picked.length,
    articles: new Set(picked.map(({ article }) => article.id)).size,
    minutes: minutesFor(picked.length),
    kinds: [...new Set(picked.map(({ banked }): Kind => banked.kind))],
  }
}

/**
 * Draws a set over several articles and stores it; null when there is nothing to ask. Drawn twice from the same bank it
 * is one set: its id is made of what it was drawn with and what it holds.
 */
export async function drawMixed({ seed, limits }: MixedBody): Promise<string | null> {
  const versions = (await pick(limits, seed)).map(({ id }) => id)
  return versions.length === 0 ? null : storeDrawn({ count: COUNT, seed, limits }, versions)
}

/** The empty set of which everyone's practice of that sort is an attempt. */
export const storePractice = (practice: PracticeBody): Promise<string> =>
  storeDrawn({ count: 0, seed: 'practice', limits: {}, practice }, [])

/** Stores a drawn set and gives its id; one that stands already stays. */
export async function storeDrawn(drawn: MixedSettings, versions: readonly string[]): Promise<string> {
  const settings = JSON.stringify(writeMixedSettings(drawn))
  const id = idOf(settings, versions)
  await pool().query(
    `WITH drawn AS (
       INSERT INTO quiz_set (id, number, settings) VALUES ($1, 1, $2) ON CONFLICT (id) DO NOTHING RETURNING id
     )
     INSERT INTO quiz_set_item (set_id, position, version_id)
     SELECT drawn.id, item.position, item.version
     FROM drawn, unnest($3::uuid[]) WITH ORDINALITY AS item (version, position)`,
    [id, settings, versions],
  )
  return id
}

/** A UUID of version 8 (RFC 9562) over its content. */
function idOf(settings: string, versions: readonly string[]): string {
  const hex = createHash('sha256').update(`${settings} ${versions.join()}`).digest('hex')
  const variant = ((Number.parseInt(hex.charAt(16), 16) & 0x3) | 0x8).toString(16)
  return [
    hex.slice(0, 8),
    hex.slice(8, 12),
    `8${hex.slice(13, 16)}`,
    `${variant}${hex.slice(17, 20)}`,
    hex.slice(20, 32),
  ].join('-')
}
