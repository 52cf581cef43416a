import fs from 'node:fs'
import path from 'node:path'
import { ENGINE_VERSION } from '#core'
import { backupsFolder } from '../backup/automatic.ts'
import { pool } from '../db.ts'
import { env } from '../env.ts'
import { IS_DUE } from '../jobs/due.ts'
import { refusalNamed } from '../outcome.ts'
import type { Viewer } from '../viewer.ts'
import type { BackupView, FailedJobView, FailureView, StateView } from './view.ts'

/** So many of each are listed. */
const LISTED = 30

interface Row<Data> {
  readonly data: Data
}

/** How this installation does, for admins. */
export async function getState(_: Viewer): Promise<StateView> {
  const { BELLWETHER_DATA, BELLWETHER_BACKUPS } = env()
  const [counts, failedJobs, importsFailed, tables, backups, failures, freeBytes] = await Promise.all([
    countAll(),
    list<FailedJobView>(
      `SELECT id::text, task_identifier AS task, attempts::int,
         CASE WHEN attempts < max_attempts THEN run_at END AS "nextAt"
       FROM graphile_worker.jobs WHERE last_error IS NOT NULL ORDER BY updated_at DESC LIMIT ${LISTED}`,
    ),
    list<{ why: string; count: number }>(
      `SELECT refusal AS why, count(*)::int AS count FROM import
       WHERE refusal IS NOT NULL AND created_at > now() - interval '7 days' GROUP BY refusal ORDER BY 2 DESC`,
    ),
    list<StateView['tables'][number]>(
      `SELECT relname AS table, pg_total_relation_size(relid)::float8 AS bytes
       FROM pg_statio_user_tables ORDER BY 2 DESC LIMIT 8`,
    ),
    list<BackupView>(
      `SELECT at, sort, node, file, bytes::float8, failure FROM backup
       WHERE id IN (SELECT DISTINCT ON (failure IS NULL) id FROM backup ORDER BY failure IS NULL, at DESC) ORDER BY at DESC`,
    ),
    list<FailureView>(
      `SELECT deed, name, code, place, times, last_at AS "lastAt" FROM failure ORDER BY last_at DESC LIMIT ${LISTED}`,
    ),
    freeAt(BELLWETHER_DATA),
  ])
  const lastBackup = backups.find(({ failure }) => failure === null) ?? null
  const failedBackup = backups[0]?.failure ? backups[0] : null
  const { postgres, migrations, newest, ...rest } = counts
  return {
    ...rest,
    failedJobs,
    importsFailed: importsFailed.map(({ why, count }) => ({ why: refusalNamed(why)?.message ?? why, count })),
    tables,
    dataFolder: path.resolve(BELLWETHER_DATA),
    freeBytes,
    backupsFolder: backupsFolder(BELLWETHER_BACKUPS, BELLWETHER_DATA),
    lastBackup,
    failedBackup,
    versions: [
      { what: 'Bellwether', version: ownVersion() },
      { what: 'Engine', version: ENGINE_VERSION },
      { what: 'PostgreSQL', version: postgres },
      { what: 'Migrations', version: `${migrations}, the newest ${newest}` },
      { what: 'Node', version: process.versions.node },
    ],
    failures,
  }
}

interface Counts extends Pick<StateView, 'waiting' | 'importsUnderWay' | 'openFlags' | 'databaseBytes'> {
  readonly postgres: string
  readonly migrations: number
  readonly newest: string
}

async function countAll(): Promise<Counts> {
  const { rows } = await pool().query<Counts>(
    `SELECT (SELECT count(*) FROM graphile_worker.jobs WHERE ${IS_DUE})::int AS waiting,
       (SELECT count(*) FROM import WHERE ended_at IS NULL)::int AS "importsUnderWay",
       (SELECT count(DISTINCT version_id) FROM flag f
          WHERE NOT EXISTS (SELECT FROM flag_outcome o WHERE o.flag_id = f.id))::int AS "openFlags",
       pg_database_size(current_database())::float8 AS "databaseBytes",
       current_setting('server_version') AS postgres,
       (SELECT count(*) FROM "_prisma_migrations" WHERE finished_at IS NOT NULL)::int AS migrations,
       (SELECT max(migration_name) FROM "_prisma_migrations" WHERE finished_at IS NOT NULL) AS newest`,
  )
  return (rows as [Counts])[0]
}

/** Rows as they are told: moments in ISO, as JSON has them. */
async function list<Data>(sql: string): Promise<Data[]> {
  const { rows } = await pool().query<Row<Data>>(`SELECT to_jsonb(found) AS data FROM (${sql}) found`)
  return rows.map(({ data }) => data)
}

const freeAt = async (folder: string): Promise<number | null> => {
  try {
    const { bavail, bsize } = await fs.promises.statfs(folder)
    return bavail * bsize
  } catch {
    return null
  }
}

const ownVersion = (): string =>
  String(JSON.parse(fs.readFileSync(path.join(process.cwd(), 'package.json'), 'utf8')).version)
