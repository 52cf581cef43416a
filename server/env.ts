import { z } from 'zod'

const flag = z.enum(['0', '1', 'true', 'false', '']).transform((value) => value === '1' || value === 'true')
const database = z
  .string()
  .regex(/^postgres(ql)?:\/\//, 'is not the address of a PostgreSQL database (postgresql://...)')
const webAddress = z.url({ protocol: /^https?$/, error: 'is not an http or https address' })

/** What the server side reads from the environment; docs/operating.md explains each line. */
const envSchema = z.object({
  NODE_ENV: z.enum(['development', 'production', 'test']).default('production'),
  /** The database of this node. The launcher sets it to the embedded one where nobody else has. */
  DATABASE_URL: database,
  /** The same database without a pooler between: migrations, jobs, LISTEN. */
  DATABASE_DIRECT_URL: database.optional(),
  /** A replica to read from, where there is one. */
  DATABASE_REPLICA_URL: database.optional(),
  /** How many connections a process of this node has at most: the app, and what does the jobs, each so many. */
  DATABASE_CONNECTIONS: z.coerce.number().int('is not a whole number').min(2).max(1_000).default(10),
  /** Where this node keeps what is not in the database. */
  BELLWETHER_DATA: z.string().default('.data'),
  /** Signs cookies. At least 32 characters, the same on every node. */
  BELLWETHER_SECRET: z.string().min(32, 'needs at least 32 characters'),
  /** The address people type: links, QR codes and the Origin check go by it. Unset: the Host header does. */
  BELLWETHER_URL: webAddress.transform((url) => new URL(url).origin).optional(),
  /** Whether X-Forwarded-* may be believed, because a proxy of one's own writes them. */
  TRUST_PROXY: flag.default(false),
  /** The mail server that takes our mail (smtp://name:password@host:587 or smtps://...). Unset: nothing is mailed. */
  SMTP_URL: z
    .string()
    .regex(/^smtps?:\/\//, 'is not the address of a mail server (smtp://...)')
    .optional(),
  /** Whom our mail comes from: an address, or a name with one in angle brackets. */
  MAIL_FROM: z.string().optional(),
  /** Hosts with their ports, between commas, that articles may be fetched from though they are in a private network. */
  BELLWETHER_FETCH_ALLOW: z
    .string()
    .transform((list) => new Set(list.split(',').flatMap((each) => each.trim().toLowerCase() || [])))
    .refine(
      (hosts) => [...hosts].every((host) => /^[^\s/@]+:\d{1,5}$/.test(host)),
      'is not a list of hosts with their ports (wiki.school.lan:80,10.0.0.5:8080)',
    )
    .optional(),
  /** Other services people may sign in by; each needs its id and its secret. */
  AUTH_GOOGLE_ID: z.string().optional(),
  AUTH_GOOGLE_SECRET: z.string().optional(),
  AUTH_MICROSOFT_ID: z.string().optional(),
  AUTH_MICROSOFT_SECRET: z.string().optional(),
  /** One organisation's directory; unset, anybody's Microsoft account. */
  AUTH_MICROSOFT_TENANT: z.string().optional(),
  AUTH_GITHUB_ID: z.string().optional(),
  AUTH_GITHUB_SECRET: z.string().optional(),
  /** Any issuer that speaks OpenID Connect, and the name people know it by. */
  AUTH_OIDC_ISSUER: webAddress.optional(),
  AUTH_OIDC_ID: z.string().optional(),
  AUTH_OIDC_SECRET: z.string().optional(),
  AUTH_OIDC_NAME: z.string().optional(),
})

/** The environment as the server side knows it. */
export type Env = Omit<z.output<typeof envSchema>, 'DATABASE_DIRECT_URL'> & { DATABASE_DIRECT_URL: string }

/**
 * Reads an environment. Throws one sentence that names every variable that is missing or malformed, never a value.
 * An empty variable counts as unset.
 */
export function parseEnv(source: Readonly<Record<string, string | undefined>>): Env {
  const present = Object.fromEntries(Object.entries(source).filter(([, value]) => value !== ''))
  const result = envSchema.safeParse(present)
  if (!result.success) {
    const problems = result.error.issues.map((issue) => `${issue.path.join('.')}: ${issue.message}`)
    throw new Error(`The environment does not hold: ${problems.join('; ')}`)
  }
  return { ...result.data, DATABASE_DIRECT_URL: result.data.DATABASE_DIRECT_URL ?? result.data.DATABASE_URL }
}

let known: Env | null = null

/** This process's environment, read once and only when asked for: `next build` has none and needs none. */
export function env(): Env {
  known ??= parseEnv(process.env)
  return known
}
