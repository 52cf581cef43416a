import fs from 'node:fs'
import os from 'node:os'
import path from 'node:path'
import { type Place, preparePlace } from '#server/postgres/place'
import { startPostgres } from '#server/postgres/server'
import { withClient } from '#server/postgres/with-client'

export interface RunningReplica {
  /** The address of one of its databases, for its administrator. */
  readonly adminUrl: (database: string) => string
  stop(): Promise<void>
}

/** What a server writes for itself alone. */
const OWN = new Set(['postmaster.pid', 'postmaster.opts', 'pg_replslot', 'pg_stat_tmp'])

/**
 * A streaming replica of the server at `adminUrl`, on loopback: a copy of its folder, taken while it runs by PostgreSQL's own
 * protocol of a base backup, that follows its log from there on.
 */
export async function startReplica(adminUrl: string): Promise<RunningReplica> {
  const folder = fs.mkdtempSync(path.join(os.tmpdir(), 'bellwether-replica-'))
  fs.chmodSync(folder, 0o711)
  const place = preparePlace(path.join(folder, 'data'), path.join(folder, 'elsewhere'))
  await copyCluster(adminUrl, place)
  const { hostname, port, username, password } = new URL(adminUrl)
  const words = `host=${hostname} port=${port} user=${username} password=${decodeURIComponent(password)}`
  fs.appendFileSync(path.join(place.data, 'postgresql.auto.conf'), `primary_conninfo = '${words}'\n`)
  fs.writeFileSync(path.join(place.data, 'standby.signal'), '')
  giveTo(place)
  const logFile = path.join(folder, 'postgres.log')
  const server = await startPostgres({ place, password: decodeURIComponent(password), logFile })
  return {
    adminUrl: server.adminUrl,
    async stop() {
      await server.stop()
      fs.rmSync(folder, { recursive: true, force: true })
    },
  }
}

async function copyCluster(adminUrl: string, { data }: Place): Promise<void> {
  await withClient({ connectionString: adminUrl }, async (client) => {
    const { rows } = await client.query<{ data_directory: string }>('SHOW data_directory')
    const source = (rows as [{ data_directory: string }])[0].data_directory
    await client.query("SELECT pg_backup_start('a replica', true)")
    fs.cpSync(source, data, {
      recursive: true,
      filter: (from) => !OWN.has(path.relative(source, from)),
    })
    for (const name of OWN) if (name.startsWith('pg_')) fs.mkdirSync(path.join(data, name))
    const { rows: ended } = await client.query<{ labelfile: string }>(
      'SELECT labelfile FROM pg_backup_stop(false)',
    )
    fs.writeFileSync(path.join(data, 'backup_label'), (ended as [{ labelfile: string }])[0].labelfile)
  })
}

/** The copy belongs to the account that PostgreSQL runs as, and to nobody else. */
function giveTo({ data, account }: Place): void {
  fs.chmodSync(data, 0o700)
  if (!account) return
  fs.chownSync(data, account.uid, account.gid)
  for (const entry of fs.readdirSync(data, { recursive: true, withFileTypes: true }))
    fs.lchownSync(path.join(entry.parentPath, entry.name), account.uid, account.gid)
}
