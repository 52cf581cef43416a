import { createCode } from '#server/accounts/codes'
import { pool } from '#server/db'
import type { Viewer } from '#server/viewer'
import { openMember } from '../../support/browser.ts'

/** A teacher of their own. */
export const openTeacher = async (): Promise<Viewer> =>
  (await openMember(await createCode(pool(), 'invitation', null, { role: 'teacher', note: '' }))).viewer()

/** What was done; throws on a refusal. */
export function doneOf<Result>(outcome: { readonly done: Result } | { readonly refused: string }): Result {
  if ('refused' in outcome) throw new Error(outcome.refused)
  return outcome.done
}

/** Withdraws these versions. */
export const withdraw = (versions: readonly string[]) =>
  pool().query(
    `INSERT INTO withdrawal (version_id, rule, reason) SELECT unnest($1::uuid[]), 'superseded', 'A newer one stands.'`,
    [versions],
  )
