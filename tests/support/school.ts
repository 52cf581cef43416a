import { createCode } from '#server/accounts/codes'
import { createClass } from '#server/classes/classes'
import { joinClass } from '#server/classes/join'
import { pool } from '#server/db'
import type { Viewer } from '#server/viewer'
import type { AssignmentRules } from '../../server/assignments/view.ts'
import { readJoinCode } from '../../server/classes/handed-out.ts'
import { type Browser, openMember } from './browser.ts'
import { HOST } from './site.ts'

/** A browser that is signed in to a teacher's account of its own. */
export const openTeacher = async (): Promise<Browser & { readonly mail: string }> =>
  openMember(await createCode(pool(), 'invitation', null, { role: 'teacher', note: '' }))

/** A teacher of their own, as the server sees them. */
export const openTeacherViewer = async (): Promise<Viewer> => (await openTeacher()).viewer()

/** What was done; throws on a refusal. */
export function doneOf<Result>(outcome: { readonly done: Result } | { readonly refused: string }): Result {
  if ('refused' in outcome) throw new Error(outcome.refused)
  return outcome.done
}

/** Rules under which somebody may take a test whenever and as often as they like. */
export const RULES_OF_TEST: AssignmentRules = {
  title: 'Kettles',
  opensAt: null,
  dueAt: null,
  closesAt: null,
  graceMinutes: 0,
  latePercent: 0,
  limitMinutes: null,
  attempts: null,
  counts: 'best',
  feedback: 'after-attempt',
  tries: 1,
  draw: null,
  hasShuffledQuestions: false,
  hasShuffledOptions: true,
  hasSource: false,
  word: null,
  weight: 1,
}

/** A class of a teacher of its own, with so many learners in it. */
export async function openClass(learners: number): Promise<{
  readonly id: string
  readonly teacher: Viewer
  /** The teacher's cookies. */
  readonly cookie: () => string
  readonly learners: readonly (Browser & { readonly mail: string })[]
}> {
  const browser = await openTeacher()
  const teacher = await browser.viewer()
  const id = doneOf(await createClass(teacher, { name: 'Business 10B' })).class
  const { rows } = await pool().query<{ join_code: string }>('SELECT join_code FROM class WHERE id = $1', [
    id,
  ])
  const code = readJoinCode(rows[0]?.join_code ?? '')
  const asked = new Headers({ host: HOST })
  const people: (Browser & { readonly mail: string })[] = []
  for (let i = 0; i < learners; i++) {
    const learner = await openMember()
    doneOf(await joinClass(await learner.viewer(), { code }, asked))
    people.push(learner)
  }
  return { id, teacher, cookie: browser.cookie, learners: people }
}
