import { createHash } from 'node:crypto'
import fs from 'node:fs'
import path from 'node:path'
import { type Finished, runNode } from './run.ts'

/** The root of the clone. */
export const root = path.resolve(import.meta.dirname, '../..')

const cli = path.join(root, 'node_modules/prisma/build/index.js')
const generated = path.join(root, 'prisma/generated')
const stamp = path.join(generated, '.made-from')

/** Runs Prisma's command line with the schema engine of this project, so that nothing is downloaded. */
export function prismaWithEngine(words: readonly string[]): Promise<Finished> {
  return runNode([cli, ...words], {
    cwd: root,
    quiet: true,
    env: {
      PRISMA_SCHEMA_ENGINE_BINARY: path.join(root, 'scripts/schema-engine.mjs'),
      CHECKPOINT_DISABLE: '1',
    },
  })
}

/**
 * Generates the Prisma client into prisma/generated when the schema or the version of Prisma has changed since
 * (always with `force`), and says whether it did. Throws with Prisma's own words when the schema is unsound.
 */
export async function generateClient(options: { force?: boolean } = {}): Promise<boolean> {
  const wanted = fingerprint()
  if (!options.force && fs.existsSync(stamp) && fs.readFileSync(stamp, 'utf8') === wanted) return false
  // `generate` only wants the engine to exist. Any executable will do, for this command alone.
  const { code, output } = await runNode([cli, 'generate'], {
    cwd: root,
    quiet: true,
    env: { PRISMA_SCHEMA_ENGINE_BINARY: process.execPath, CHECKPOINT_DISABLE: '1' },
  })
  if (code !== 0) throw new Error(`the Prisma client could not be generated:\n${output}`)
  fs.writeFileSync(stamp, wanted)
  return true
}

function fingerprint(): string {
  const hash = createHash('sha256')
  for (const file of ['prisma/schema.prisma', 'node_modules/prisma/package.json'])
    hash.update(fs.readFileSync(path.join(root, file)))
  return hash.digest('hex')
}
