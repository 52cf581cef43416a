import fs from 'node:fs/promises'
import path from 'node:path'
import { env } from '../env.ts'
import { readId } from '../fields.ts'

/**
 * The list of who has been erased: ids alone, a line each, with the time for whoever reads it. It lies in the data folder
 * and not in the database, so that a database brought back from before an erasure can be told of it.
 */
const listFile = (): string => path.join(env().BELLWETHER_DATA, 'erased.txt')

/** Adds people to the list and waits until they are on the disk. Throws where that cannot be done. */
export async function noteErased(personId: string): Promise<void> {
  await fs.mkdir(path.dirname(listFile()), { recursive: true })
  const file = await fs.open(listFile(), 'a', 0o600)
  try {
    // In one write, so that lines of several processes do not mix.
    await file.write(`${personId} ${new Date().toISOString()}\n`)
    await file.sync()
  } finally {
    await file.close()
  }
}

/** The ids on the list, each once; none where there is no list. A line that was cut short names nobody. */
export async function listErased(): Promise<string[]> {
  const text = await fs.readFile(listFile(), 'utf8').catch((error: NodeJS.ErrnoException) => {
    if (error.code === 'ENOENT') return ''
    throw error
  })
  return [...new Set(text.split('\n').flatMap((line) => readId(line.split(' ')[0]) ?? []))]
}
