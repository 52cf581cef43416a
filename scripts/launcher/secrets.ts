import { randomBytes } from 'node:crypto'
import fs from 'node:fs'
import path from 'node:path'
import { z } from 'zod'

const secretsSchema = z.object({
  cookies: z.string().min(32),
  databaseAdmin: z.string().min(32),
  database: z.string().min(32),
})

/** What nobody but this installation may know. */
export type Secrets = z.infer<typeof secretsSchema>

/**
 * The secrets of a data folder: made at the first call, the same ever after, readable by their owner alone. Throws a
 * sentence when the file is there and cannot be understood; it is never overwritten.
 */
export function keepSecrets(folder: string): Secrets {
  const file = path.join(folder, 'secrets.json')
  if (!fs.existsSync(file)) {
    const fresh = () => randomBytes(32).toString('base64url')
    const secrets: Secrets = { cookies: fresh(), databaseAdmin: fresh(), database: fresh() }
    const draft = `${file}.${process.pid}`
    fs.writeFileSync(draft, `${JSON.stringify(secrets, null, 2)}\n`, { mode: 0o600, flush: true })
    fs.renameSync(draft, file)
    return secrets
  }
  try {
    return secretsSchema.parse(JSON.parse(fs.readFileSync(file, 'utf8')))
  } catch {
    throw new Error(
      `${file} is damaged. Restore it from a backup, or remove it: the database then gets new passwords, everybody is signed out, guests lose their place, and codes from apps no longer open accounts.`,
    )
  }
}
