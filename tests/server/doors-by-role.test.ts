import { randomBytes, randomUUID } from 'node:crypto'
import path from 'node:path'
import { Secret, TOTP } from 'otpauth'
import { afterAll, beforeAll, beforeEach, describe, expect, type MockInstance, test, vi } from 'vitest'
import { z } from 'zod'
import { newMemory, type Question } from '#core'
import { type Deed, may, ROLES, type Role } from '#server/access'
import { createCode } from '#server/accounts/codes'
import { type StoredFact, writeFact } from '#server/articles/stored'
import { closeStore, pool } from '#server/db'
import { decideDraft } from '#server/desks/decide'
import { getDrafts } from '#server/desks/desk'
import { openDesk } from '#server/desks/open'
import { stopToken } from '#server/mail/stop'
import { refusal } from '#server/outcome'
import { writeMemory } from '#server/reviews/stored'
import { route } from '#server/route'
import { getCounting } from '../../server/assignments/categories.ts'
import { startAssigned } from '../../server/assignments/start.ts'
import { type Browser, freshMail, openBrowser, openMember, PASSWORD } from '../support/browser.ts'
import { type DoorSeen, sourcesIn, walkDoors } from '../support/doors.ts'
import { QUESTIONS, storeQuiz, storeTeacherSet } from '../support/quiz.ts'
import { doneOf, RULES_OF_TEST } from '../support/school.ts'
import { begin, HOST } from '../support/site.ts'

/** What Next knows of the request that a page or an action answers. */
const asked = vi.hoisted(() => ({ headers: new Headers() }))
vi.mock('next/headers', () => ({
  headers: async () => asked.headers,
  cookies: async () => ({ set: () => {} }),
}))

// Every door is there where mail is set up; nothing is sent, for no job is done here.
process.env.SMTP_URL = 'smtp://127.0.0.1:9'
process.env.MAIL_FROM = 'quiz@school.example'
process.env.BELLWETHER_URL = `http://${HOST}`

const root = path.resolve(import.meta.dirname, '../..')
const MISSING = refusal('not-found')

/** Every door there is, by what stands behind it. */
const { doors } = walkDoors(sourcesIn(['app', 'ui', 'server']))
const baseOf = ({ file }: DoorSeen): string => path.basename(file).replace(/\.tsx?$/, '')
const pages = doors.filter((door) => baseOf(door) === 'page')
const routes = doors.filter((door) => baseOf(door) === 'route')
const actions = doors.filter((door) => !pages.includes(door) && !routes.includes(door))

const load = async (door: DoorSeen, name: string) => (await import(path.join(root, door.file)))[name]
const byRole = (list: readonly DoorSeen[]) =>
  list.flatMap((door) => ROLES.map((role) => [role, door.file, door.name, door] as const))
const mayPass = (role: Role, door: DoorSeen) => may(role, door.deed as Deed)

/** Somebody of a role, each time another person; a guest has stored something too. */
async function open(role: Role): Promise<Browser & { readonly mail: string }> {
  if (role === 'guest') return { ...openBrowser({ cookies: (await begin(quiz.set)).cookie }), mail: '' }
  if (role === 'learner') return openMember()
  return openMember(await createCode(pool(), 'invitation', null, { role, note: '' }))
}

/** A class that somebody teaches. */
async function classOf(browser: Browser): Promise<string> {
  const { personId } = await browser.viewer()
  const [id, code] = [randomUUID(), randomUUID()]
  await pool().query('INSERT INTO class (id, name, join_code) VALUES ($1, $2, $3)', [
    id,
    'Business 10B',
    code,
  ])
  if (personId !== null) await place(id, personId, 'teacher')
  return id
}

const place = (id: string, person: string, role: string) =>
  pool().query('INSERT INTO enrolment (class_id, person_id, role) VALUES ($1, $2, $3)', [id, person, role])

/** A quiz given to a class that somebody teaches, and a learner of the class with an attempt under way. */
async function assignedBy(browser: Browser) {
  const own = await classOf(browser)
  const learner = await openMember()
  const person = (await learner.viewer()).personId ?? ''
  await place(own, person, 'learner')
  const assignment = randomUUID()
  await pool().query(
    `INSERT INTO assignment (id, class_id, set_id, title, feedback) VALUES ($1, $2, $3, 'Kettles', 'never')`,
    [assignment, own, quiz.set],
  )
  await startAssigned(await learner.viewer(), { assignment, key: randomUUID() })
  return { class: own, assignment, person }
}

/** A quiz that somebody is to take. */
async function givenTo(browser: Browser): Promise<string> {
  const { class: own, assignment } = await assignedBy(await open('teacher'))
  const { personId } = await browser.viewer()
  if (personId !== null) await place(own, personId, 'learner')
  return assignment
}

/** A set of somebody's that is shared, as it stands; of somebody else's where they are nobody yet. */
async function setOf(browser: Browser) {
  const personId = (await browser.viewer()).personId ?? (await (await openMember()).viewer()).personId ?? ''
  const { set, ...made } = await storeTeacherSet(personId, 'Kettles', quiz.versions.slice(0, 2))
  return { ...made, set, seen: made.quizSet }
}

/** A desk of somebody's that is shared, with a step taken on its first draft; of somebody else's where they are nobody yet. */
async function deskOf(browser: Browser) {
  const viewer = await browser.viewer()
  const at = viewer.personId === null ? await (await openMember()).viewer() : viewer
  const { desk } = doneOf(await openDesk(at, { slug: quiz.slug }))
  const { drafts } = doneOf(await getDrafts(at, { desk }))
  const code = randomBytes(16).toString('base64url')
  await pool().query('UPDATE desk SET share_code = $2 WHERE id = $1', [desk, code])
  const [draft] = drafts
  if (!draft) throw new Error('there is nothing on the desk')
  const { step } = doneOf(await decideDraft(at, { draft: draft.id, seen: draft.step, state: 'approved' }))
  return { desk, code, draft: draft.id, seen: step, written: draft.written }
}

/** A question that a learner of somebody's class has flagged; one of their own article, where they may own one. */
async function flaggedFor(browser: Browser) {
  const { role, personId } = await browser.viewer()
  const { set, versions } = await storeQuiz([QUESTIONS[0] as Question], role === 'teacher' ? personId : null)
  const [question = ''] = versions
  const { attempt } = await begin(set, 'test', browser.cookie() || undefined)
  await pool().query(
    `INSERT INTO flag (id, person_id, version_id, attempt_id, reason)
     SELECT gen_random_uuid(), person_id, $2, id, 'wrong' FROM attempt WHERE id = $1`,
    [attempt, question],
  )
  return { question, seen: 0, until: new Date(Date.now() + 60_000).toISOString() }
}

/** An article of somebody's own, another text that is laid beside it, and what would be laid there next. */
async function correctionFor(browser: Browser) {
  const viewer = await browser.viewer()
  const at = viewer.personId === null ? await (await open('teacher')).viewer() : viewer
  const { slug } = await storeQuiz([QUESTIONS[0] as Question], at.personId)
  const edit = {
    slug,
    base: 1,
    title: 'Acme sells fewer kettles',
    body: 'It sold nine kettles.',
    note: 'It was so.',
  }
  const { rows } = await pool().query<{ id: string }>(
    `INSERT INTO correction (id, article_id, base, origin, author_id, edition, note)
     SELECT gen_random_uuid(), id, 1, 'edit', $2, $3, 'It was so.' FROM article WHERE slug = $1 RETURNING id`,
    [
      slug,
      at.personId,
      JSON.stringify({
        ...{ v: 1, title: edit.title, body: edit.body, date: '2025-01-02', sector: 'retail' },
        ...{ companies: [], concepts: [], sources: [] },
      }),
    ],
  )
  return { edit, slug, correction: rows[0]?.id ?? '' }
}

/** A feed that somebody follows, with an item; somebody else's where they are nobody yet. */
async function feedOf(browser: Browser) {
  const owner = (await browser.viewer()).personId ?? (await (await openMember()).viewer()).personId
  const { rows } = await pool().query<{ feed: string; guid: string }>(
    `WITH made AS (
       INSERT INTO feed (id, owner_id, address, title)
       VALUES (gen_random_uuid(), $1, 'https://paper.example/' || gen_random_uuid(), 'The Paper') RETURNING id)
     INSERT INTO feed_item (feed_id, guid, address, title)
     SELECT id, 'one', 'https://paper.example/one', 'One' FROM made RETURNING feed_id AS feed, guid`,
    [owner],
  )
  return rows[0] ?? { feed: '', guid: '' }
}

/** A question of the bank. */
async function ofBank() {
  const [version] = quiz.versions
  const { rows } = await pool().query('SELECT question_id AS question FROM question_version WHERE id = $1', [
    version,
  ])
  return { version, question: rows[0].question as string }
}

/** How long things may be kept. */
const LIMITS = { guestDays: 365, sessionDays: 90, auditDays: 730, unusedDays: 730 }

let quiz: Awaited<ReturnType<typeof storeQuiz>>
const people = new Map<Role, Browser>()
const of = (role: Role): Browser => people.get(role) ?? openBrowser()

beforeAll(async () => {
  quiz = await storeQuiz()
  await pool().query('SELECT shelve(id) FROM article')
  for (const role of ROLES) people.set(role, await open(role))
})
let log: MockInstance<typeof console.warn>
beforeEach(() => {
  asked.headers = new Headers({ host: HOST })
  log = vi
    .spyOn(console, 'warn')
    .mockReset()
    .mockImplementation(() => {})
})
afterAll(closeStore)

/** What the log says of refusals since the test began. */
const refusals = () => log.mock.calls.map(([line]) => JSON.parse(String(line)))

test('there are people of every role, and doors of every sort', async () => {
  const roles = await Promise.all(ROLES.map(async (role) => (await of(role).viewer()).role))
  expect(roles).toEqual(ROLES)
  for (const list of [pages, routes, actions]) expect(list.length).toBeGreaterThan(5)
})

describe('a page', () => {
  const quizOf = async (browser: Browser) => {
    const { class: id, assignment } = await assignedBy(browser)
    return { id, assignment }
  }
  const learnerOf = async (browser: Browser) => {
    const { class: id, person } = await assignedBy(browser)
    return { id, person }
  }

  /** What became of it: drawn, not there, or the path one is sent to. */
  async function visit(door: DoorSeen, browser: Browser): Promise<string> {
    asked.headers = browser.headers()
    const params = {
      ...(door.file.includes('classes/[id]') ? { id: await classOf(browser) } : {}),
      ...(door.file.includes('sets/[id]') ? { id: (await setOf(browser)).set } : {}),
      ...(door.file.includes('sets/shared') ? { code: (await setOf(browser)).code } : {}),
      ...(door.file.includes('desks/[id]') ? { id: (await deskOf(browser)).desk } : {}),
      ...(door.file.includes('desks/shared') ? { code: (await deskOf(browser)).code } : {}),
      ...(door.file.includes('flags/[question]') ? { question: (await flaggedFor(browser)).question } : {}),
      ...(door.file.includes('corrections/[id]') ? { id: (await correctionFor(browser)).correction } : {}),
      ...(door.file.includes('bank/[id]') ? { id: (await ofBank()).question } : {}),
      ...(door.file.includes('quizzes/[assignment]') ? await quizOf(browser) : {}),
      ...(door.file.includes('people/[person]') ? await learnerOf(browser) : {}),
      ...(door.file.includes('assignments/[id]') ? { id: await givenTo(browser) } : {}),
      slug: door.file.includes('[slug]/edit') ? (await correctionFor(browser)).slug : quiz.slug,
      name: door.file.includes('companies') ? 'Acme' : 'Revenue',
      day: '2025-01-02',
    }
    try {
      const Page = await load(door, 'default')
      const searchParams = door.file.includes('assign/') ? { article: quiz.slug } : {}
      await Page({ params: Promise.resolve(params), searchParams: Promise.resolve(searchParams) })
      return 'drawn'
    } catch (error) {
      const { digest = '' } = error as { digest?: string }
      if (digest === 'NEXT_HTTP_ERROR_FALLBACK;404') return 'not there'
      if (digest.startsWith('NEXT_REDIRECT;')) return digest.split(';')[2] ?? ''
      throw error
    }
  }

  test.each(byRole(pages))('%s: %s', async (role, _file, _name, door) => {
    const seen = await visit(door, of(role))
    if (!mayPass(role, door))
      expect(seen).toBe(role === 'guest' && may('learner', door.deed as Deed) ? '/sign-in' : 'not there')
    else if (door.deed === 'sign-in' && role !== 'guest') expect(seen).toBe('/me')
    else expect(seen).toBe('drawn')
  })
})

describe('a route handler', () => {
  /** Everything of one's own that an address can name. */
  const things = new Map<Role, { readonly attempt: string; readonly question: string }>()
  beforeAll(async () => {
    for (const role of ROLES) {
      const { attempt, view } = await begin(quiz.set, 'practice', of(role).cookie())
      things.set(role, { attempt, question: view.items[0]?.question ?? '' })
    }
  })

  /** Asks for a thing with nothing in hand that is sound: who is let in is told that, who is not is told nothing. */
  async function ask(
    door: DoorSeen,
    browser: Browser,
    id: string,
  ): Promise<{ status: number; text: string }> {
    const isReading = door.name === 'GET'
    const handler = await load(door, door.name)
    const request = new Request(`http://${HOST}/`, {
      method: door.name,
      headers: browser.headers(isReading ? {} : { 'content-type': 'application/json' }),
      body: isReading ? null : '{"unsound":true}',
    })
    const params = { id, slug: quiz.slug, nextauth: isReading ? ['csrf'] : ['signin'] }
    const response = await handler(request, { params: Promise.resolve(params) })
    return { status: response.status, text: await response.text() }
  }
  const named = (door: DoorSeen, role: Role) =>
    things.get(role)?.[door.file.includes('questions') ? 'question' : 'attempt'] ?? ''
  const leadsNowhere = ({ file }: DoorSeen) => file.includes('[...missing]')

  test.each(byRole(routes))('%s: %s %s', async (role, _file, _name, door) => {
    const { status, text } = await ask(door, of(role), named(door, role))
    // 302: next-auth sends a form without its token to the sign-in page.
    if (mayPass(role, door) && !leadsNowhere(door)) expect([200, 302, 400, 409]).toContain(status)
    else expect([status, text]).toEqual([404, JSON.stringify(MISSING)])
  })

  const ofOne = routes.filter(({ file }) => file.includes('attempts/[id]'))
  test.each(byRole(ofOne))('%s: %s %s tells nothing of others’ things', async (role, _file, _name, door) => {
    const nowhere = await ask(door, of(role), randomUUID())
    for (const owner of ROLES.filter((each) => each !== role)) {
      const theirs = await ask(door, of(role), named(door, owner))
      // What is not sound is refused before anything is looked for; what is, as if it were not there.
      expect(theirs).toEqual(nowhere)
      if (theirs.status !== 400) expect(theirs).toEqual({ status: 404, text: JSON.stringify(MISSING) })
    }
  })

  test.each(ROLES)('for admins is not there for any other: %s', async (role) => {
    const guarded = route({ deed: 'administer-people', input: z.looseObject({}) }, async () => ({ done: 1 }))
    const request = new Request(`http://${HOST}/`, { headers: of(role).headers() })
    const reply = await guarded(request, { params: Promise.resolve({}) })
    const seen = [reply.status, await reply.text()]
    expect(seen).toEqual(role === 'admin' ? [200, '1'] : [404, JSON.stringify(MISSING)])
  })
})

describe('a server action', () => {
  const call = async (door: DoorSeen, browser: Browser, sent: unknown) => {
    asked.headers = browser.headers()
    return (await load(door, door.name))(sent)
  }

  test.each(byRole(actions))('%s, with nothing sound in hand: %s %s', async (role, _file, _name, door) => {
    const reply = await call(door, of(role), { unsound: true })
    expect(reply).toEqual(mayPass(role, door) ? refusal('invalid') : MISSING)
  })

  test.each(byRole(actions))('%s, from another site: %s %s', async (role, _file, _name, door) => {
    asked.headers = of(role).headers({ origin: 'https://evil.example' })
    const reply = await (await load(door, door.name))({})
    expect(reply).toEqual(mayPass(role, door) ? refusal('bad-origin') : MISSING)
    if (mayPass(role, door)) expect(refusals()).toMatchObject([{ deed: door.deed, because: 'bad-origin' }])
  })

  interface Self {
    readonly browser: Browser
    readonly mail: string
  }
  const secret = new Secret({ size: 20 }).base32
  const idOf = async (browser: Browser) => (await browser.viewer()).personId ?? ''
  const target = async () => ({ person: await idOf(await openMember()) })

  /** A fact that somebody keeps in mind, the answer that was its last review, and whatever is due today. */
  const remembering = async ({ browser }: Self) => {
    const person = await idOf(browser)
    const { attempt } = await begin(quiz.set, 'practice', browser.cookie())
    const [article, fact, version] = [randomUUID(), randomUUID(), quiz.versions[0]]
    const run = (sql: string, values: unknown[]) => pool().query(sql, values)
    await run('INSERT INTO article (id, slug) VALUES ($1, $2)', [article, `fact-${article}`])
    await run(`INSERT INTO fact (id, article_id, stable_key) VALUES ($1, $2, 'key')`, [fact, article])
    await run('INSERT INTO question_fact (version_id, fact_id, is_only) VALUES ($1, $2, true)', [
      version,
      fact,
    ])
    await run(
      `INSERT INTO bank_article (article_id, revision_id)
       SELECT r.article_id, r.id FROM question_version v JOIN revision r ON r.id = v.revision_id WHERE v.id = $1
       ON CONFLICT DO NOTHING`,
      [version],
    )
    await run(
      `INSERT INTO bank_item (version_id, article_id, kind, level, needs_article, banked)
       SELECT v.id, r.article_id, v.kind, 'easy', false, '{}' FROM question_version v
       JOIN revision r ON r.id = v.revision_id WHERE v.id = $1 ON CONFLICT DO NOTHING`,
      [version],
    )
    await run(
      `INSERT INTO memory (person_id, fact_id, due, stability, difficulty, interval, reps, lapses, last_review)
       VALUES ($1, $2, clock_timestamp(), 3, 5, 3, 1, 0, clock_timestamp() - interval '3 days')`,
      [person, fact],
    )
    await run(
      `INSERT INTO review (attempt_id, position, person_id, fact_id, at, grade, before)
       VALUES ($1, 1, $2, $3, clock_timestamp() - interval '3 days', 'good', $4)`,
      [attempt, person, fact, writeMemory(newMemory(new Date(0)))],
    )
    return { attempt, fact }
  }

  /** A fact that somebody keeps in mind and that its article has stopped stating since. */
  const corrected = async (self: Self) => {
    const { fact } = await remembering(self)
    const run = (sql: string, values: unknown[]) => pool().query(sql, values)
    const reading = randomUUID()
    for (const [number, text] of ['Acme grew by 3%.', 'Acme shrank.'].entries())
      await run(
        `INSERT INTO revision (id, article_id, number, title, date, sector, lead, text, blocks, sources, file_hash)
         SELECT gen_random_uuid(), article_id, $2, 'Acme', '2025-01-20', 'retail', '', $3, '{"v":1,"blocks":[]}',
           '{"v":1,"sources":[]}', $3 FROM fact WHERE id = $1`,
        [fact, number + 1, text],
      )
    await run(
      `INSERT INTO reading (id, revision_id, engine_version, shortfall)
       SELECT $2, r.id, '1.0.0', '{}' FROM revision r JOIN fact f USING (article_id) WHERE f.id = $1 AND r.number = 1`,
      [fact, reading],
    )
    const stored: StoredFact = {
      said: { label: 'Acme', value: 'up 3%' },
      fact: {
        ...{ id: 'f1', family: 'change', subject: 'Acme', status: 'actual' },
        evidence: [{ start: 0, end: 16, quote: 'Acme grew by 3%.' }],
      },
    }
    await run('INSERT INTO fact_reading (reading_id, place, fact_id, data) VALUES ($1, 0, $2, $3)', [
      ...[reading, fact, JSON.stringify(writeFact(stored))],
    ])
    await run('SELECT shelve(article_id) FROM fact WHERE id = $1', [fact])
    await run('DELETE FROM review WHERE fact_id = $1', [fact])
    await run(
      `UPDATE memory SET seen_revision_id = (SELECT revision_id FROM reading WHERE id = $2) WHERE fact_id = $1`,
      [fact, reading],
    )
    return fact
  }

  /** Somebody's class, and a learner in it whose slip a teacher has handed out. */
  const taught = async ({ browser }: Self) => {
    const id = await classOf(browser)
    const { person } = await target()
    await pool().query(`UPDATE account SET mail = NULL, mail_key = $2 WHERE person_id = $1`, [
      person,
      randomUUID(),
    ])
    await place(id, person, 'learner')
    return { class: id, person }
  }
  const seenOf = async (browser: Browser) => {
    const { set, seen } = await setOf(browser)
    return { set, seen }
  }
  const ofLearner = async (browser: Browser) => {
    const { assignment, person } = await assignedBy(browser)
    return { assignment, person }
  }
  const assigned = async ({ browser }: Self) => ({ assignment: (await assignedBy(browser)).assignment })
  const onDesk = async ({ browser }: Self) => ({ desk: (await deskOf(browser)).desk })
  const onDraft = async ({ browser }: Self) => {
    const { draft, seen } = await deskOf(browser)
    return { draft, seen }
  }
  const ownClass = async ({ browser }: Self) => ({ class: await classOf(browser) })

  /** A job that has gone wrong. */
  const failedJob = async () => {
    const { rows } = await pool().query<{ job: string }>(
      `WITH made AS (SELECT id FROM graphile_worker.add_job('clear-notices', '{}'))
       SELECT id::text AS job FROM made`,
    )
    const [{ job }] = rows as [{ job: string }]
    await pool().query(
      `UPDATE graphile_worker._private_jobs SET last_error = 'x', attempts = 1 WHERE id = $1`,
      [job],
    )
    return { job }
  }

  /** For every action something sound to send, to do with oneself or with a learner who stands by. */
  const SOUND: Readonly<Record<string, (self: Self) => Promise<object>>> = {
    signUp: async () => ({ name: 'A', mail: freshMail(), password: PASSWORD, ageBand: '16-or-over' }),
    signOut: async () => ({}),
    resetPassword: async () => ({
      code: await createCode(pool(), 'reset-password', (await target()).person),
      password: 'another good one',
    }),
    askForLetter: async () => ({ mail: freshMail(), letter: 'sign-in' }),
    confirmMail: async () => {
      const { person } = await target()
      const { rows } = await pool().query('SELECT mail_key AS mail FROM account WHERE person_id = $1', [
        person,
      ])
      return { code: await createCode(pool(), 'verify-mail', person, { mail: rows[0]?.mail }) }
    },
    askToConfirm: async () => ({}),
    stopMail: async () => ({ token: stopToken((await target()).person, 'notices') }),
    updateMailWish: async () => ({ notices: true, remindAt: 7, zone: 'Asia/Tokyo' }),
    markRead: async () => ({}),
    updateName: async () => ({ name: 'Another Name' }),
    updateMail: async () => ({ mail: freshMail(), password: PASSWORD }),
    changePassword: async () => ({ current: PASSWORD, password: 'another good one' }),
    endSession: async ({ mail }) => {
      const other = openBrowser()
      await other.signIn({ mail, password: PASSWORD })
      return { id: (await other.viewer()).sessionId ?? randomUUID() }
    },
    endOtherSessions: async () => ({}),
    offerTotp: async () => ({ password: PASSWORD }),
    turnOnTotp: async () => ({
      ...{ password: PASSWORD, secret },
      code: new TOTP({ secret: Secret.fromBase32(secret) }).generate(),
    }),
    turnOffTotp: async () => ({ password: PASSWORD }),
    invite: async () => ({ role: 'admin', note: 'for a friend' }),
    inviteByMail: async () => ({ role: 'teacher', note: '', mail: freshMail() }),
    takeBackInvitation: async () => {
      await createCode(pool(), 'invitation', null, { role: 'learner', note: '' })
      const { rows } = await pool().query(
        `SELECT left(hash, 12) AS id FROM code WHERE purpose = 'invitation' AND used_at IS NULL LIMIT 1`,
      )
      return { invitation: rows[0]?.id }
    },
    changeRole: async () => ({ ...(await target()), role: 'teacher' }),
    suspend: async () => ({ ...(await target()), isSuspended: true }),
    endSessions: target,
    makeResetLink: target,
    updateSchool: async () => ({ signUp: 'open', teacherDomains: ['school.example'] }),
    previewGoing: async () => LIMITS,
    updateKeeping: async () => ({ isOn: false, ...LIMITS }),
    forgetScores: async () => ({}),
    carryInvitation: async () => ({
      code: await createCode(pool(), 'invitation', null, { role: 'teacher', note: '' }),
    }),
    sayAge: async ({ browser }) => {
      await pool().query(`UPDATE account SET age_band = 'unsaid' WHERE person_id = $1`, [
        (await browser.viewer()).personId,
      ])
      return { ageBand: '16-or-over' }
    },
    disconnectService: async ({ browser }) => {
      await pool().query(
        `INSERT INTO identity (provider, subject, person_id) SELECT 'oidc', $1, id FROM person WHERE id = $2`,
        [...[randomUUID(), (await browser.viewer()).personId]],
      )
      return { service: 'oidc', password: PASSWORD }
    },
    joinClass: async () => {
      const id = await classOf(openBrowser())
      const { rows } = await pool().query('SELECT join_code AS code FROM class WHERE id = $1', [id])
      // As it is typed: without its hyphens.
      const code = String(rows[0]?.code).replaceAll('-', '').slice(0, 8)
      await pool().query('UPDATE class SET join_code = $2 WHERE id = $1', [id, code])
      return { code }
    },
    leaveClass: async ({ browser }) => {
      const id = await classOf(openBrowser())
      const { personId } = await browser.viewer()
      if (personId !== null) await place(id, personId, 'learner')
      return { class: id }
    },
    createClass: async () => ({ name: 'Business 10B' }),
    renameClass: async (self) => ({ ...(await ownClass(self)), name: 'Business 10C' }),
    archiveClass: async (self) => ({ ...(await ownClass(self)), isArchived: true }),
    changeJoining: async (self) => ({ ...(await ownClass(self)), isOpen: true }),
    changeComparing: async (self) => ({ ...(await ownClass(self)), isCompared: false }),
    removeMember: taught,
    restoreMember: async (self) => {
      const sent = await taught(self)
      await pool().query('UPDATE enrolment SET left_at = clock_timestamp() WHERE person_id = $1', [
        sent.person,
      ])
      return sent
    },
    moveMember: async (self) => ({ ...(await taught(self)), to: await classOf(self.browser) }),
    addTeacher: async (self) => ({
      ...(await ownClass(self)),
      mail: (await open('teacher')).mail,
    }),
    makeAccounts: async (self) => ({ ...(await ownClass(self)), names: 'Mia B' }),
    reissueSlip: taught,
    eraseMember: async (self) => ({ ...(await taught(self)), isErased: true }),
    previewRoster: async (self) => ({ ...(await ownClass(self)), csv: 'Mia B' }),
    enrolRoster: async (self) => ({ ...(await ownClass(self)), csv: 'Mia B' }),
    createSet: async () => ({ title: 'Kettles', versions: quiz.versions }),
    makeSetFromArticle: async () => ({ slug: quiz.slug }),
    duplicateSet: async ({ browser }) => ({ set: (await setOf(browser)).set }),
    copySet: async ({ browser }) => ({ code: (await setOf(browser)).code }),
    addQuestion: async ({ browser }) => ({ set: (await setOf(browser)).set, version: quiz.versions[3] }),
    arrangeSet: async ({ browser }) => ({ ...(await seenOf(browser)), order: [] }),
    renewQuestion: async ({ browser }) => ({ ...(await seenOf(browser)), version: quiz.versions[0] }),
    renameSet: async ({ browser }) => ({ ...(await seenOf(browser)), title: 'Toasters' }),
    makeFollowUp: async (self) => ({ ...(await assigned(self)), questions: [quiz.versions[0]] }),
    shareSet: async ({ browser }) => ({ set: (await setOf(browser)).set, isShared: false }),
    archiveSet: async ({ browser }) => ({ set: (await setOf(browser)).set, isArchived: true }),
    openDesk: async () => ({ slug: quiz.slug }),
    joinDesk: async ({ browser }) => ({ code: (await deskOf(browser)).code }),
    leaveDesk: onDesk,
    shareDesk: async (self) => ({ ...(await onDesk(self)), isShared: false }),
    getDrafts: onDesk,
    decideDraft: async (self) => ({ ...(await onDraft(self)), state: 'rejected' }),
    undoStep: onDraft,
    checkQuestion: async ({ browser }) => {
      const { desk, written } = await deskOf(browser)
      return { desk, question: written }
    },
    editDraft: async ({ browser }) => {
      const { draft, seen, written } = await deskOf(browser)
      return { draft, seen, question: { ...written, stem: 'How far did it rise?' } }
    },
    writeDraft: async ({ browser }) => {
      const { desk, written } = await deskOf(browser)
      return { desk, question: written }
    },
    addDrafts: onDesk,
    setFromDesk: onDesk,
    addTag: async () => ({ question: (await ofBank()).question, word: 'exam' }),
    removeTag: async ({ browser }) => {
      const { question } = await ofBank()
      await pool().query(
        `INSERT INTO question_tag (question_id, owner_id, word) SELECT $1, id, 'exam' FROM person WHERE id = $2`,
        [question, (await browser.viewer()).personId],
      )
      return { question, word: 'exam' }
    },
    assignToClass: async ({ browser }) => ({
      ...{ class: await classOf(browser), set: quiz.set, chosen: null },
      ...RULES_OF_TEST,
    }),
    changeAssignment: async (self) => ({
      ...(await assigned(self)),
      version: 1,
      chosen: null,
      ...RULES_OF_TEST,
    }),
    removeAssignment: assigned,
    setOverride: async ({ browser }) => ({
      ...(await ofLearner(browser)),
      ...{ opensAt: null, dueAt: null, closesAt: null, timeFactor: 2, extraMinutes: 0, moreAttempts: 0 },
    }),
    extendTime: async ({ browser }) => ({ ...(await ofLearner(browser)), minutes: 5 }),
    setGrade: async ({ browser }) => ({
      ...(await ofLearner(browser)),
      ...{ own: 1, reason: 'Answered aloud', isExcused: false, comment: '' },
    }),
    collectAll: assigned,
    setCounting: async ({ browser }) => {
      const { class: id, assignment } = await assignedBy(browser)
      const seen = (await getCounting(await browser.viewer(), id))?.seen ?? 'x'.repeat(43)
      return {
        ...{ class: id, seen, categories: [{ id: null, name: 'Tests', weight: 60 }] },
        assignments: [{ id: assignment, category: 0, countsMissing: true }],
      }
    },
    countAllMissed: ownClass,
    releaseGrades: async (self) => ({ ...(await assigned(self)), what: 'scores' }),
    takeBackScores: assigned,
    regradeQuestion: async (self) => ({
      ...(await assigned(self)),
      ...{ question: quiz.versions[0], remedy: 'void', key: null, reason: 'Printed wrongly', seen: 0 },
    }),
    undoRegrade: async (self) => {
      const { assignment } = await assigned(self)
      const { rows } = await pool().query(
        `INSERT INTO regrade (id, version_id, assignment_id, remedy, reason, regraded_by)
         SELECT gen_random_uuid(), $2, $1, 'void', 'Printed wrongly', id FROM person LIMIT 1 RETURNING id`,
        [assignment, quiz.versions[0]],
      )
      return { assignment, regrade: rows[0]?.id, seen: 1 }
    },
    decideFlags: async ({ browser }) => ({
      ...(await flaggedFor(browser)),
      ...{ choice: 'dismiss', key: null, word: 'It stands.' },
    }),
    undoDecision: async ({ browser }) => {
      const { question } = await flaggedFor(browser)
      const { rows } = await pool().query(
        `WITH made AS (
           INSERT INTO regrade (id, version_id, remedy, reason, regraded_by, changed)
           SELECT gen_random_uuid(), $1, 'void', 'Printed wrongly', id, 0 FROM person LIMIT 1 RETURNING id, regraded_by)
         INSERT INTO flag_decision (id, version_id, deed, is_owners, word, regrades, decided_by)
         SELECT gen_random_uuid(), $1, 'regraded', true, 'So.', ARRAY[id], regraded_by FROM made RETURNING id`,
        [question],
      )
      return { question, decision: rows[0]?.id, seen: 2 }
    },
    mendAtDesk: async ({ browser }) => ({ question: (await flaggedFor(browser)).question }),
    wantAddress: async () => ({ address: 'https://paper.example/one' }),
    followFeed: async () => ({ address: 'https://paper.example/feed' }),
    unfollowFeed: async ({ browser }) => ({ feed: (await feedOf(browser)).feed }),
    takeItem: ({ browser }) => feedOf(browser),
    proposeEdit: async ({ browser }) => (await correctionFor(browser)).edit,
    publishCorrection: async ({ browser }) => ({ correction: (await correctionFor(browser)).correction }),
    dropCorrection: async ({ browser }) => ({ correction: (await correctionFor(browser)).correction }),
    retryJob: failedJob,
    giveUpJob: failedJob,
    askToErase: async () => ({ password: PASSWORD }),
    keepAccount: async () => ({}),
    draw: async (self) => {
      await remembering(self)
      return { zone: 'UTC' }
    },
    grade: async (self) => ({ attempt: (await remembering(self)).attempt, position: 1, grade: 'easy' }),
    undo: async (self) => ({ attempt: (await remembering(self)).attempt, position: 1 }),
    bury: async (self) => ({ fact: (await remembering(self)).fact }),
    setAside: async (self) => ({ fact: (await remembering(self)).fact, isSuspended: true }),
    see: async (self) => ({ fact: await corrected(self) }),
    drop: async (self) => ({ fact: (await remembering(self)).fact }),
    updateLearning: async () => ({
      ...{ zone: 'Asia/Tokyo', cap: 12, retention: 0.85 },
      ...{ hasStreak: true, seesOthers: true, goal: 10, restDays: [0] },
    }),
  }

  test('is known to this test, whatever it is', () => {
    expect(actions.map(({ name }) => name).sort()).toEqual(Object.keys(SOUND).sort())
  })

  /** All that an action could change, as one text. */
  const everything = async () =>
    (
      await pool().query(`SELECT (SELECT json_agg(a ORDER BY person_id) FROM account a)::text
        || (SELECT json_agg(p ORDER BY id) FROM person p)::text || (SELECT json_agg(s) FROM school s)::text
        || (SELECT json_agg(c ORDER BY hash) FROM code c)::text
        || (SELECT json_agg(s ORDER BY id) FROM session s)::text
        || coalesce((SELECT json_agg(c ORDER BY id) FROM class c)::text, '')
        || coalesce((SELECT json_agg(e ORDER BY class_id, person_id) FROM enrolment e)::text, '')
        || coalesce((SELECT json_agg(a ORDER BY id) FROM assignment a)::text, '')
        || coalesce((SELECT json_agg(o ORDER BY assignment_id, person_id) FROM assignment_override o)::text, '')
        || coalesce((SELECT json_agg(g ORDER BY assignment_id, person_id) FROM grade g)::text, '')
        || coalesce((SELECT json_agg(k ORDER BY id) FROM grade_category k)::text, '')
        || coalesce((SELECT json_agg(r ORDER BY number) FROM regrade r)::text, '')
        || (SELECT count(*) FROM attempt WHERE submitted_at IS NULL)::text
        || coalesce((SELECT json_agg(t ORDER BY id) FROM teacher_set t)::text, '')
        || coalesce((SELECT json_agg(g ORDER BY owner_id, word, question_id) FROM question_tag g)::text, '')
        || (SELECT count(*) FROM quiz_set)::text
        || coalesce((SELECT json_agg(k ORDER BY id) FROM desk k)::text, '')
        || coalesce((SELECT json_agg(t ORDER BY desk_id, person_id) FROM desk_teacher t)::text, '')
        || coalesce((SELECT json_agg(d ORDER BY id) FROM draft d)::text, '')
        || coalesce((SELECT json_agg(f ORDER BY id) FROM flag_decision f)::text, '')
        || (SELECT count(*) FROM withdrawal)::text
        || (SELECT count(*) FROM audit_entry)::text AS text`)
    ).rows[0].text

  test.each(byRole(actions))('%s, with everything sound: %s %s', async (role, _file, _name, door) => {
    const self = await open(role)
    const sent = await SOUND[door.name]?.({ browser: self, mail: self.mail })
    const before = await everything()
    const reply = await call(door, self, sent)
    if (mayPass(role, door)) return expect(reply).toHaveProperty('done')
    expect(reply).toEqual(MISSING)
    expect(await everything()).toBe(before)
  })

  /** Actions that name nothing of anybody's: about oneself, or for something new. */
  const ABOUT_ONESELF = [
    ...[
      'addTag',
      'askForLetter',
      'askToConfirm',
      'askToErase',
      'changePassword',
      'createClass',
      'createSet',
      'draw',
    ],
    ...[
      'endOtherSessions',
      'followFeed',
      'keepAccount',
      'makeSetFromArticle',
      'markRead',
      'offerTotp',
      'openDesk',
    ],
    ...[
      'signOut',
      'turnOffTotp',
      'turnOnTotp',
      'updateLearning',
      'updateMail',
      'updateMailWish',
      'updateName',
    ],
    'wantAddress',
  ]
  /** Those in which a word that was handed out opens what is another's. */
  const BY_A_WORD = ['confirmMail', 'copySet', 'joinClass', 'joinDesk', 'resetPassword', 'stopMail']
  /** Those in which an admin sees to what is everybody's. */
  const FOR_ALL = [
    ...['changeRole', 'decideFlags', 'endSessions', 'giveUpJob', 'invite', 'inviteByMail', 'makeResetLink'],
    ...['mendAtDesk', 'previewGoing', 'retryJob', 'suspend', 'takeBackInvitation', 'undoDecision'],
    ...['updateKeeping', 'updateSchool'],
  ]
  const owned = byRole(actions).filter(
    ([role, , name, door]) =>
      role !== 'guest' &&
      mayPass(role, door) &&
      ![...ABOUT_ONESELF, ...BY_A_WORD, ...(role === 'admin' ? FOR_ALL : [])].includes(name),
  )

  test.each(owned)('%s, with what is another’s of the same role: %s %s', async (role, _file, _name, door) => {
    const [self, other] = [await open(role), await open(role)]
    const sent = await SOUND[door.name]?.({ browser: other, mail: other.mail })
    const before = await everything()
    expect(await call(door, self, sent)).toEqual(MISSING)
    expect(await everything()).toBe(before)
  })

  test('of an admin on nobody is answered as anybody else’s on somebody', async () => {
    const nobody = { person: randomUUID() }
    for (const door of actions.filter(({ deed }) => deed === 'administer-people')) {
      if (door.name.startsWith('invite')) continue
      const sound = (await SOUND[door.name]?.({ browser: of('admin'), mail: '' })) ?? {}
      const sent = 'person' in sound ? { ...sound, ...nobody } : { invitation: 'x'.repeat(12) }
      expect(await call(door, of('admin'), sent)).toEqual(MISSING)
      expect(await call(door, of('teacher'), sound)).toEqual(MISSING)
    }
  })

  test('that is refused is written down, unless it was a guest’s', async () => {
    const teacher = await of('teacher').viewer()
    for (const role of ['guest', 'teacher'] as const)
      for (const door of [...actions, ...pages].filter(({ deed }) => deed === 'administer-people')) {
        asked.headers = of(role).headers()
        await (await load(door, pages.includes(door) ? 'default' : door.name))({}).catch(() => {})
      }
    expect(refusals().length).toBeGreaterThan(5)
    for (const line of refusals())
      expect(line).toEqual({
        ...{ level: 'warn', at: expect.stringMatching(/^\d{4}-.*Z$/), deed: 'administer-people' },
        ...{ because: 'not-theirs', role: 'teacher', person: teacher.personId },
      })
  })

  test('of a session that has ended says so, and does nothing', async () => {
    const admin = await open('admin')
    await pool().query('UPDATE session SET ended_at = clock_timestamp() WHERE id = $1', [
      (await admin.viewer()).sessionId,
    ])
    for (const door of actions.filter((each) => !mayPass('guest', each))) {
      const sound = (await SOUND[door.name]?.({ browser: admin, mail: admin.mail })) ?? {}
      expect(await call(door, admin, sound)).toEqual(refusal('signed-out'))
    }
  })
})
