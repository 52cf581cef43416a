import { afterAll, beforeAll, expect, test } from 'vitest'
import { writeAudit } from '#server/accounts/audit'
import { AUDIT_PAGE, type AuditSearch, auditSearchSchema, listAudit } from '#server/accounts/audit-trail'
import { closeStore, pool } from '#server/db'
import { ANYONE } from '#server/viewer'

afterAll(closeStore)

const people: Record<string, string> = {}
beforeAll(async () => {
  for (const name of ['Ada Admin', 'Ben_Reader', 'Benjamin'])
    people[name] = (
      await pool().query(
        `WITH p AS (INSERT INTO person (id, role) VALUES (gen_random_uuid(), 'learner') RETURNING id)
         INSERT INTO account (person_id, name, mail, mail_key, age_band) SELECT id, $1, m, m, 'adult' FROM p, (VALUES (lower(split_part($1, ' ', 1)) || '@school.example')) v(m)
         RETURNING person_id AS id`,
        [name],
      )
    ).rows[0].id
  const [ada = null, ben = null] = [people['Ada Admin'], people.Ben_Reader]
  await writeAudit(pool(), { actor: ada, deed: 'suspend', subject: ben })
  await writeAudit(pool(), { actor: ben, deed: 'sign-in', subject: ben })
  await writeAudit(pool(), { actor: null, deed: 'sign-in-refused', subject: people.Benjamin ?? null })
  for (const [n, day] of ['2026-01-01T00:00:00Z', '2026-01-01T23:59:59Z', '2026-01-02T00:00:00Z'].entries())
    await pool().query(
      `INSERT INTO audit_entry (id, at, actor_id, deed, details) VALUES (gen_random_uuid(), $1, $2, 'assign', $3)`,
      [day, ada, { n }],
    )
})

const found = async (search: Partial<AuditSearch>) =>
  (await listAudit(ANYONE, search)).map(({ words, details }) => [words, ...Object.values(details)].join(' '))

test('the trail is searched by deed, by part of a name or address of either side, and by days', async () => {
  expect(await found({ deed: 'suspend' })).toEqual(['suspended an account'])
  expect(await found({ person: 'BEN_' })).toEqual(['signed in', 'suspended an account'])
  expect(await found({ person: 'benjamin@school' })).toEqual(['was refused at sign-in'])
  expect(await found({ person: '%' })).toEqual([])
  expect(await found({ from: '2026-01-01', to: '2026-01-01' })).toEqual([
    'gave a class a quiz 1',
    'gave a class a quiz 0',
  ])
  expect(await found({ to: '2026-01-02', deed: 'assign' })).toHaveLength(3)
  expect(await found({ from: '2026-01-03', deed: 'assign' })).toEqual([])
})

test('it comes page by page, every line once', async () => {
  await pool().query(
    `INSERT INTO audit_entry (id, at, deed, details) SELECT gen_random_uuid(), '2025-05-05', 'enrol', json_build_object('n', n)
     FROM generate_series(1, ${AUDIT_PAGE * 2 + 5}) n`,
  )
  const seen: string[] = []
  for (let before: string | undefined; ; ) {
    const page = await listAudit(ANYONE, { deed: 'enrol', before })
    seen.push(...page.map(({ id }) => id))
    before = page.at(-1)?.id
    if (page.length < AUDIT_PAGE) break
  }
  expect([seen.length, new Set(seen).size]).toEqual([AUDIT_PAGE * 2 + 5, AUDIT_PAGE * 2 + 5])
})

test('what an address says that cannot be looked for counts as not said', () => {
  const odd = { before: 'x', deed: 'toString', person: ['a', 'b'], from: '2026-13-01', to: `'; DROP TABLE` }
  expect(auditSearchSchema.parse(odd)).toEqual({ person: '' })
})
