import { z } from 'zod'
import { type Bank, FORMATS, type FormatName, formats, lossesIn } from '#core'
import { pool } from '../db.ts'
import { id } from '../fields.ts'
import { type Outcome, PlainDocument } from '../outcome.ts'
import { AT_DESK } from '../questions/of-desk.ts'
import { standingOf } from '../sets/make.ts'
import type { Viewer } from '../viewer.ts'
import { bankOf, type Leaving } from './bank-of.ts'
import type { LossView, TakeOutView } from './view.ts'

export const fileSchema = z.strictObject({ id, format: z.enum(FORMATS) })
type Asked = z.output<typeof fileSchema>

/** Where questions are taken out of: what stands of a set of one's own, or what is approved at a desk of one's own. */
const PLACES = {
  set: `SELECT t.title, ${standingOf('t.set_id')} AS versions FROM teacher_set t
    WHERE t.id = $1 AND t.owner_id = $2`,
  desk: `SELECT r.title, array(
      SELECT s.version_id::text FROM draft d JOIN draft_step s ON s.draft_id = d.id AND s.number = d.step
      WHERE d.desk_id = k.id AND s.state = 'approved' AND s.version_id IS NOT NULL
        AND NOT EXISTS (SELECT FROM withdrawal w WHERE w.version_id = s.version_id)
      ORDER BY d.position) AS versions
    FROM desk k JOIN revision r ON r.id = k.revision_id WHERE k.id = $1 AND ${AT_DESK('k.id', '$2')}`,
} as const
type Place = keyof typeof PLACES

async function getBank({ personId }: Viewer, place: Place, at: string): Promise<Bank | null> {
  const { rows } = await pool().query<Leaving>(PLACES[place], [at, personId])
  return rows[0] ? bankOf(rows[0], personId) : null
}

/** What can be taken out of a set or desk of the viewer's, and what each format would lose; null where there is no such one of theirs. */
export async function getTakeOut(viewer: Viewer, place: Place, at: string): Promise<TakeOutView | null> {
  const bank = await getBank(viewer, place, at)
  if (!bank) return null
  const count = bank.questions.length
  return {
    title: bank.title,
    count,
    formats: FORMATS.map((name) => {
      const { title, use, never } = formats[name]
      return { name, title, use, never, ...tellLosses(name, bank) }
    }),
  }
}

function tellLosses(name: FormatName, bank: Bank): { held: number; losses: LossView[] } {
  const losses = lossesIn(name, bank)
  const bySaying = new Map<string, number[]>()
  for (const { says, number } of losses) bySaying.set(says, [...(bySaying.get(says) ?? []), number])
  const left = new Set(losses.filter(({ what }) => what === 'question').map(({ number }) => number))
  return {
    held: bank.questions.length - left.size,
    losses: [...bySaying].map(([says, numbers]) => ({ says, numbers })),
  }
}

const LONGEST_NAME = 60

/** A name for the file, of letters that every system takes. */
const nameOf = (title: string): string =>
  title
    .normalize('NFKD')
    .replace(/[^a-z\d]+/gi, '-')
    .slice(0, LONGEST_NAME)
    .replace(/^-|-$/g, '')
    .toLowerCase() || 'questions'

const downloadFrom =
  (place: Place) =>
  async (viewer: Viewer, { id: at, format }: Asked): Promise<Outcome<PlainDocument>> => {
    const bank = await getBank(viewer, place, at)
    if (!bank) return { refused: 'not-found' }
    const { write, mediaType, ending } = formats[format]
    return { done: new PlainDocument(write(bank), mediaType, `${nameOf(bank.title)}${ending}`) }
  }

/** The questions of a set of the viewer's as a file. */
export const downloadSetFile = downloadFrom('set')

/** What is approved at a desk of the viewer's as a file. */
export const downloadDeskFile = downloadFrom('desk')
