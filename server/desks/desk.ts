import type { z } from 'zod'
import { type CheckContext, checkSet, type Question, toHand } from '#core'
import { getRevisionText } from '../articles/revision-text.ts'
import { pool } from '../db.ts'
import { listFlagWords } from '../flags/words.ts'
import { createKept } from '../kept.ts'
import { siteAddress } from '../origin.ts'
import type { Outcome } from '../outcome.ts'
import { AT_DESK } from '../questions/of-desk.ts'
import { readQuestion } from '../questions/stored.ts'
import type { Viewer } from '../viewer.ts'
import { tellChecked } from './checked.ts'
import { getContext } from './context.ts'
import { BY_HAND, type deskSchema, findDesk } from './hold.ts'
import { TEACHERS } from './open.ts'
import type { BetweenView, CheckedView, DraftsView, DraftView, OpenDeskView, State } from './view.ts'

interface DeskRow {
  title: string
  slug: string
  revision_id: string
  revision: number
  is_outdated: boolean
  code: string | null
  teachers: string[]
}

const DESK = `
  SELECT r.title, a.slug, k.revision_id, r.number AS revision, k.share_code AS code, ${TEACHERS} AS teachers,
    EXISTS (SELECT FROM revision n WHERE n.article_id = r.article_id AND n.number > r.number) AS is_outdated
  FROM desk k JOIN revision r ON r.id = k.revision_id JOIN article a ON a.id = r.article_id
  WHERE k.id = $1 AND ${AT_DESK('k.id', '$2')}`

/** A desk of the viewer's; null where there is no such desk, or they do not work at it. */
export async function getDesk(viewer: Viewer, id: string, asked: Headers): Promise<OpenDeskView | null> {
  const { rows } = await pool().query<DeskRow>(DESK, [id, viewer.personId])
  const [desk] = rows
  if (!desk) return null
  const context = await getContext(desk.revision_id)
  const [{ blocks }, drafts] = await Promise.all([
    getRevisionText(desk.revision_id),
    listDrafts(viewer, id, desk.slug, context),
  ])
  const { title, slug, revision, is_outdated, code, teachers } = desk
  return {
    ...{ id, title, slug, revision, isOutdated: is_outdated, teachers, blocks },
    link: code === null ? null : `${siteAddress(asked)}/desks/shared/${code}`,
    sentences: context.reading.sentences.map(({ start, end }) => ({
      start,
      end,
      text: context.reading.text.slice(start, end),
    })),
    ...drafts,
  }
}

/** What has changed on a desk since it was looked at: its drafts as they stand. */
export async function getDrafts(
  viewer: Viewer,
  { desk: id }: z.output<typeof deskSchema>,
): Promise<Outcome<DraftsView>> {
  const desk = await findDesk(viewer.personId, id)
  if (!desk) return { refused: 'not-found' }
  return { done: await listDrafts(viewer, id, desk.slug, await getContext(desk.revisionId)) }
}

interface DraftRow {
  id: string
  step: number
  back: number | null
  state: State
  body: unknown
  overruling: string | null
  by: string | null
  is_by_hand: boolean
  /** The version that it was laid down with; null where it was written by hand. */
  first_version: string | null
  version_id: string | null
  is_imported: boolean
  withdrawn: string | null
}

const DRAFTS = `
  SELECT d.id, d.step, s.back, s.state, s.body, s.overruling, ${BY_HAND} AS is_by_hand,
    (SELECT f.version_id FROM draft_step f WHERE f.draft_id = d.id AND f.number = 1) AS first_version, s.version_id,
    d.import_key IS NOT NULL AS is_imported,
    CASE WHEN d.step > 1 THEN a.name END AS by,
    (SELECT w.reason FROM withdrawal w WHERE w.version_id = s.version_id) AS withdrawn
  FROM draft d JOIN draft_step s ON s.draft_id = d.id AND s.number = d.step
  LEFT JOIN account a ON a.person_id = s.person_id
  WHERE d.desk_id = $1 ORDER BY d.position`

async function listDrafts(
  viewer: Viewer,
  desk: string,
  slug: string,
  context: CheckContext,
): Promise<DraftsView> {
  const { rows } = await pool().query<DraftRow>(DRAFTS, [desk])
  const flagsOf = await listFlagWords(
    viewer,
    rows.flatMap(({ first_version, version_id }) => [first_version, version_id]),
  )
  const drafts = rows.map((row) => ({
    ...tellDraft(row, slug, context),
    flags: flagsOf([row.first_version, row.version_id]),
  }))
  return { drafts, between: betweenOf(rows, context) }
}

/** By draft and step, which never change: colleagues look at a desk every few seconds. */
const checked = createKept<CheckedView>(2_000)

/** A draft's question with what the checker says. */
function lookAt(
  { id, step, is_by_hand, is_imported }: DraftRow,
  question: Question,
  slug: string,
  context: CheckContext,
): CheckedView {
  const key = `${id} ${step}`
  const making = { isByHand: is_by_hand, isImported: is_imported }
  const told = checked.get(key) ?? tellChecked(question, context, { slug, ...making })
  checked.set(key, told)
  return told
}

function tellDraft(row: DraftRow, slug: string, context: CheckContext): Omit<DraftView, 'flags'> {
  const question = readQuestion(row.body)
  return {
    ...lookAt(row, question, slug, context),
    id: row.id,
    step: row.step,
    state: row.state,
    origin: originOf(row),
    written: toHand(question),
    by: row.by,
    overruling: row.overruling,
    withdrawn: row.withdrawn,
    mayUndo: (row.back ?? row.step) > 1,
  }
}

function originOf({ is_imported, first_version, is_by_hand }: DraftRow): DraftView['origin'] {
  if (is_imported) return 'imported'
  return first_version === null ? 'written' : is_by_hand ? 'edited' : 'engine'
}

/** What the rules of a set say of the approved drafts, in the order of the desk. */
function betweenOf(rows: readonly DraftRow[], context: CheckContext): BetweenView[] {
  const approved = rows
    .filter(({ state, withdrawn }) => state === 'approved' && withdrawn === null)
    .map(({ id, body }) => ({ ...readQuestion(body), id }))
  return checkSet(approved, context).failures.flatMap(({ questions, says }) =>
    questions.map((draft) => ({ draft, says })),
  )
}
