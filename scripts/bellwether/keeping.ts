import fs from 'node:fs'
import path from 'node:path'
import process from 'node:process'
import { BackupError, type Sum } from '#server/backup/format'
import { isInUse, restoreBackup } from '#server/backup/restore'
import { type Taken, writeBackup } from '#server/backup/write'
import { type Options, readOptions } from '../launcher/options.ts'
import { generateClient, root } from '../launcher/prisma.ts'
import { withDatabase } from '../launcher/reach.ts'
import { keepSecrets } from '../launcher/secrets.ts'

export { BackupError }

const here = (): Options => readOptions([], process.env, root)

const sayRows = (sums: readonly Sum[]): string =>
  `${sums.reduce((all, { rows }) => all + rows, 0).toLocaleString('en-GB')} rows of ${sums.length} tables`

const sayTaken = ({ file, takenAt, sums }: Taken): string => {
  const size = (fs.statSync(file).size / 1e6).toFixed(1)
  return `${file}: ${sayRows(sums)} as of ${takenAt}, ${size} MB.\n`
}

/** Writes a backup of this installation's database and says what it holds. */
export async function backUp(file: string): Promise<void> {
  const options = here()
  await withDatabase(options, { isAlone: false }, async (url) => {
    process.stdout.write(sayTaken(await writeBackup(url, file)))
  })
}

/** Makes this installation's database what a backup holds; one that is in use is put aside first, and only on that word. */
export async function restore(file: string, isReplacing: boolean): Promise<void> {
  const options = here()
  if (!fs.existsSync(file)) throw new BackupError(`There is no ${file}.`)
  await withDatabase(options, { isAlone: true }, async (url) => {
    if (await isInUse(url)) {
      if (!isReplacing)
        throw new Error(
          'The database holds something already. With --replace it is put aside as a backup, and replaced.',
        )
      const aside = path.join(options.dataFolder, 'backups', `replaced-${stamp()}.gz`)
      process.stdout.write(`What was there: ${sayTaken(await writeBackup(url, aside))}`)
    }
    const { takenAt, sums, isWithoutJobs } = await restoreBackup(
      url,
      file,
      path.join(root, 'prisma/migrations'),
    )
    process.stdout.write(`Restored: ${sayRows(sums)} as of ${takenAt}, each table equal to the backup.\n`)
    if (isWithoutJobs)
      process.stdout.write(
        'Letters and other jobs that waited then are left out: they are kept otherwise by now.\n',
      )
    const erased = await eraseAgainAt(url, options)
    if (erased > 0) process.stdout.write(`Erased again: ${erased} of those on the list of the erased.\n`)
  })
}

const stamp = (): string => new Date().toISOString().replace(/[:.]/g, '-')

/** Erases whom the data folder's list names and the backup has brought back. */
async function eraseAgainAt(url: string, options: Options): Promise<number> {
  await generateClient()
  Object.assign(process.env, {
    DATABASE_URL: url,
    DATABASE_DIRECT_URL: url,
    BELLWETHER_SECRET: options.secret ?? keepSecrets(options.dataFolder).cookies,
    BELLWETHER_DATA: options.dataFolder,
  })
  const [{ eraseAgain }, { closeStore }] = await Promise.all([
    import('#server/mine/erase'),
    import('#server/db'),
  ])
  try {
    return await eraseAgain()
  } finally {
    await closeStore()
  }
}
