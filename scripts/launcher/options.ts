import path from 'node:path'
import { z } from 'zod'
import { sharedFolder } from '../../server/postgres/place.ts'

const optionsSchema = z.object({
  HOST: z.string().default('127.0.0.1'),
  PORT: z.coerce.number().int().min(1).max(65535).default(3000),
  BELLWETHER_DATA: z.string().default('.data'),
  BELLWETHER_SHARED: z.string().default(sharedFolder),
  DATABASE_URL: z
    .string()
    .regex(/^postgres(ql)?:\/\//)
    .optional(),
  DATABASE_DIRECT_URL: z
    .string()
    .regex(/^postgres(ql)?:\/\//)
    .optional(),
  DATABASE_CONNECTIONS: z.coerce.number().int().min(2).max(1_000).default(10),
  BELLWETHER_SECRET: z.string().min(32).optional(),
  BELLWETHER_URL: z.url().optional(),
})

/** What a person asked for, by the command's words and by the environment. */
export type Options = {
  /** 'reread' serves nothing: it reads the stored articles again and ends. */
  mode: 'start' | 'dev' | 'reread'
  host: string
  port: number
  lan: boolean
  /** Whether a link for another admin is wanted, though there is one. */
  newAdmin: boolean
  dataFolder: string
  /** Where the database goes that cannot stay in the data folder. */
  sharedFolder: string
  databaseUrl: string | null
  databaseDirectUrl: string | null
  /** How many connections each process of this node has at most. */
  databaseConnections: number
  secret: string | null
  publicUrl: string | null
}

/** The wish cannot be read; the message is a sentence for a person. */
export class OptionsError extends Error {}

/** How to use the command, a line an option. */
export const usage = `Usage: npm start [-- --lan] [--new-admin]
  --lan         let other machines of this network in (HOST=0.0.0.0)
  --new-admin   print a link that makes another admin, as when the only one has lost their password`

const sentences: Readonly<Record<keyof z.input<typeof optionsSchema>, string>> = {
  HOST: 'HOST is the address to listen on',
  PORT: 'PORT is a number from 1 to 65535',
  BELLWETHER_DATA: 'BELLWETHER_DATA is a folder',
  BELLWETHER_SHARED: 'BELLWETHER_SHARED is a folder',
  DATABASE_URL: 'DATABASE_URL begins with postgresql://',
  DATABASE_DIRECT_URL: 'DATABASE_DIRECT_URL begins with postgresql://',
  DATABASE_CONNECTIONS: 'DATABASE_CONNECTIONS is a number from 2 to 1000',
  BELLWETHER_SECRET: 'BELLWETHER_SECRET has at least 32 characters',
  BELLWETHER_URL: 'BELLWETHER_URL begins with http:// or https://',
}

const WORDS: ReadonlySet<string> = new Set(['--lan', '--dev', '--reread', '--new-admin'])

/** Reads the words after `npm start --` and the environment; an empty variable counts as unset. */
export function readOptions(words: readonly string[], environment: NodeJS.ProcessEnv, root: string): Options {
  const unknown = words.find((word) => !WORDS.has(word))
  if (unknown !== undefined) throw new OptionsError(`"${unknown}" is not an option.\n${usage}`)
  const present = Object.fromEntries(Object.entries(environment).filter(([, value]) => value !== ''))
  const result = optionsSchema.safeParse(present)
  if (!result.success) {
    const name = result.error.issues[0]?.path[0] as keyof typeof sentences
    throw new OptionsError(`${sentences[name]}; it is set to something else.`)
  }
  const settings = result.data
  const lan = words.includes('--lan')
  return {
    mode: words.includes('--dev') ? 'dev' : words.includes('--reread') ? 'reread' : 'start',
    host: lan ? '0.0.0.0' : settings.HOST,
    port: settings.PORT,
    lan,
    newAdmin: words.includes('--new-admin'),
    dataFolder: path.resolve(root, settings.BELLWETHER_DATA),
    sharedFolder: path.resolve(root, settings.BELLWETHER_SHARED),
    databaseUrl: settings.DATABASE_URL ?? null,
    databaseDirectUrl: settings.DATABASE_DIRECT_URL ?? settings.DATABASE_URL ?? null,
    databaseConnections: settings.DATABASE_CONNECTIONS,
    secret: settings.BELLWETHER_SECRET ?? null,
    publicUrl: settings.BELLWETHER_URL ?? null,
  }
}
