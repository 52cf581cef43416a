import path from 'node:path'
import { setTimeout as sleep } from 'node:timers/promises'
import { pool } from '../db.ts'
import { listMigrations } from '../migrate.ts'
import { isStopping } from './stopping.ts'

/** How long the database may take to answer, in milliseconds. */
const WITHIN = 2_000

/** How long an answer holds, in milliseconds: however many ask, the database is asked once. */
const HOLDS = 1_000

let last: { readonly at: number; readonly isReady: Promise<boolean> } | null = null
/** What has been applied stays applied. */
let isMigrated = false

/** Whether people may be sent here: the process is not stopping, its database answers, and every migration of this build is applied. */
export async function isReady(): Promise<boolean> {
  if (isStopping()) return false
  const now = performance.now()
  if (!last || now - last.at > HOLDS) last = { at: now, isReady: ask() }
  return last.isReady
}

async function ask(): Promise<boolean> {
  const given = new AbortController()
  const impatient = sleep(WITHIN, false, { signal: given.signal }).catch(() => false)
  try {
    return await Promise.race([answers().catch(() => false), impatient])
  } finally {
    given.abort()
  }
}

async function answers(): Promise<boolean> {
  if (isMigrated) {
    await pool().query('SELECT 1')
    return true
  }
  const wanted = listMigrations(path.join(process.cwd(), 'prisma/migrations'))
  const { rows } = await pool().query<{ name: string }>(
    `SELECT migration_name AS name FROM "_prisma_migrations" WHERE finished_at IS NOT NULL AND rolled_back_at IS NULL`,
  )
  const applied = new Set(rows.map(({ name }) => name))
  isMigrated = wanted.every((name) => applied.has(name))
  return isMigrated
}
