import { randomBytes, randomUUID } from 'node:crypto'
import path from 'node:path'
import { unzipSync } from 'fflate'
import { afterAll, afterEach, beforeAll, expect, type MockInstance, test, vi } from 'vitest'
import { createCode } from '#server/accounts/codes'
import { closeStore, pool } from '#server/db'
import { getDrafts } from '#server/desks/desk'
import { openDesk } from '#server/desks/open'
import { startAssigned } from '../../server/assignments/start.ts'
import { forgetKept } from '../../server/kept.ts'
import { writeQuestion } from '../../server/questions/stored.ts'
import { type Browser, openBrowser, openMember } from '../support/browser.ts'
import { type DoorSeen, sourcesIn, walkDoors } from '../support/doors.ts'
import { mask, withOtherKey } from '../support/other-key.ts'
import { QUESTIONS, storeQuiz, storeTeacherSet } from '../support/quiz.ts'
import { doneOf, openTeacher } from '../support/school.ts'
import { sentOf } from '../support/sent.ts'
import { begin, HOST, save } from '../support/site.ts'

const asked = vi.hoisted(() => ({ headers: new Headers() }))
vi.mock('next/headers', () => ({
  headers: async () => asked.headers,
  cookies: async () => ({ set: () => {} }),
}))
process.env.BELLWETHER_URL = `http://${HOST}`

const root = path.resolve(import.meta.dirname, '../..')
const { doors } = walkDoors(sourcesIn(['app']))
const isPage = ({ file }: DoorSeen) => path.basename(file) === 'page.tsx'
/** What is looked at: every page and every address of the API. What waits for events is looked at until it would wait. */
const seen = doors.filter(
  ({ file }) =>
    (isPage({ file } as DoorSeen) || path.basename(file) === 'route.ts') && !file.includes('nextauth'),
)

/** A class with all that belongs to it, of which people of another class may know nothing. */
interface World {
  readonly teacher: Browser
  readonly learner: Browser
  readonly names: Readonly<Record<string, string>>
}

async function openWorld(name: string): Promise<World> {
  const [teacher, learner] = [await openTeacher(), await openMember()]
  const [at, as] = [await teacher.viewer(), await learner.viewer()]
  const [of, person] = [at.personId ?? '', as.personId ?? '']
  const run = (sql: string, values: unknown[]) => pool().query(sql, values)
  const quiz = await storeQuiz(QUESTIONS, of)
  await run(`UPDATE account SET name = $2 WHERE person_id = $1`, [of, `Teacher of ${name}`])
  await run(`UPDATE account SET name = $2 WHERE person_id = $1`, [person, `Learner of ${name}`])
  const [own, assignment, correction, feed, brought] = Array.from({ length: 5 }, () => randomUUID())
  await run('INSERT INTO class (id, name, join_code) VALUES ($1, $2, $1::uuid::text)', [own, `Class ${name}`])
  for (const [who, role] of [
    [of, 'teacher'],
    [person, 'learner'],
  ])
    await run('INSERT INTO enrolment (class_id, person_id, role) VALUES ($1, $2, $3)', [own, who, role])
  await run(
    `INSERT INTO assignment (id, class_id, set_id, title, feedback) VALUES ($1, $2, $3, $4, 'never')`,
    [assignment, own, quiz.set, `Quiz of ${name}`],
  )
  const started = doneOf(await startAssigned(as, { assignment: assignment ?? '', key: randomUUID() }))
  const flagged = quiz.versions[0] ?? ''
  await run(
    `INSERT INTO flag (id, person_id, version_id, attempt_id, reason) VALUES (gen_random_uuid(), $1, $2, $3, $4)`,
    [person, flagged, started.attempt, `Flag of ${name}`],
  )
  const { set, code } = await storeTeacherSet(of, `Set of ${name}`, quiz.versions.slice(0, 3))
  await run('SELECT shelve(id) FROM article WHERE slug = $1', [quiz.slug])
  const { desk } = doneOf(await openDesk(at, { slug: quiz.slug }))
  await getDrafts(at, { desk })
  const share = randomBytes(16).toString('base64url')
  await run('UPDATE desk SET share_code = $2 WHERE id = $1', [desk, share])
  await run(
    `INSERT INTO question_tag (question_id, owner_id, word) SELECT question_id, $2, $3 FROM question_version WHERE id = $1`,
    [flagged, of, `word-${name}`],
  )
  await run(`INSERT INTO feed (id, owner_id, address, title) VALUES ($1, $2, $3, $4)`, [
    ...[feed, of, `https://${name}.example/feed`, `Feed of ${name}`],
  ])
  await run(
    `INSERT INTO import (id, owner_id, kind, address, step) VALUES ($1, $2, 'address', $3, 'asked')`,
    [...[brought, of, `https://${name}.example/one`]],
  )
  await run(
    `INSERT INTO correction (id, article_id, base, origin, author_id, edition, note)
     SELECT $4, id, 1, 'edit', $2, $3, 'Note' FROM article WHERE slug = $1`,
    [
      ...[quiz.slug, of],
      JSON.stringify({
        ...{ v: 1, title: `Corrected by ${name}`, body: 'Nine.', date: '2025-01-02', sector: 'retail' },
        ...{ companies: [], concepts: [], sources: [] },
      }),
      correction,
    ],
  )
  const { rows } = await run('SELECT question_id AS id FROM question_version WHERE id = $1', [flagged])
  return {
    teacher,
    learner,
    names: {
      ...{
        class: own ?? '',
        assignment: assignment ?? '',
        person,
        attempt: started.attempt,
        question: rows[0].id,
      },
      ...{
        version: flagged,
        set,
        code,
        desk,
        share,
        slug: quiz.slug,
        correction: correction ?? '',
        import: brought ?? '',
      },
    },
  }
}

/** Which of a world's names stands in an address, by a part of the address. */
const NAMED: readonly (readonly [part: string, param: string, name: string])[] = [
  ['classes/[id]', 'id', 'class'],
  ['quizzes/[assignment]', 'assignment', 'assignment'],
  ['people/[person]', 'person', 'person'],
  ['(learn)/assignments/[id]', 'id', 'assignment'],
  ['attempts/[id]', 'id', 'attempt'],
  ['questions/[id]', 'id', 'version'],
  ['sets/[id]', 'id', 'set'],
  ['sets/shared/[code]', 'code', 'code'],
  ['desks/[id]', 'id', 'desk'],
  ['desks/shared/[code]', 'code', 'share'],
  ['flags/[question]', 'question', 'version'],
  ['corrections/[id]', 'id', 'correction'],
  ['bank/[id]', 'id', 'question'],
  ['imports/[id]', 'id', 'import'],
  ['[slug]', 'slug', 'slug'],
]

/** What a door answers to somebody about a world's things, or about their own: status and everything that is sent. */
async function answerOf(door: DoorSeen, browser: Browser, names: World['names']): Promise<string> {
  asked.headers = browser.headers()
  const params = Promise.resolve({
    ...{ name: door.file.includes('companies') ? 'Acme' : 'Revenue', day: '2025-01-02' },
    ...Object.fromEntries(
      NAMED.filter(([part]) => door.file.includes(part)).map(([, param, name]) => [param, names[name]]),
    ),
  })
  const handler = (await import(path.join(root, door.file)))[isPage(door) ? 'default' : door.name]
  if (!isPage(door)) {
    const isReading = door.name === 'GET'
    const query = door.file.includes('/source')
      ? '?position=1'
      : door.file.includes('/file')
        ? '?format=json'
        : ''
    const request = new Request(`http://${HOST}/${query}`, {
      method: door.name,
      headers: browser.headers(isReading ? {} : { 'content-type': 'application/json' }),
      body: isReading ? null : '{}',
    })
    const response: Response = await handler(request, { params })
    return `${response.status} ${await bodyOf(response)}`
  }
  try {
    const searchParams = door.file.includes('assign/') ? { article: names.slug } : {}
    return await sentOf(await handler({ params, searchParams: Promise.resolve(searchParams) }))
  } catch (error) {
    const { digest } = error as { digest?: string }
    if (digest?.startsWith('NEXT_')) return digest
    throw error
  }
}

async function bodyOf(response: Response): Promise<string> {
  const type = response.headers.get('content-type') ?? ''
  if (type.startsWith('text/event-stream')) {
    await response.body?.cancel()
    return type
  }
  const bytes = new Uint8Array(await response.arrayBuffer())
  if (bytes[0] !== 0x50 || bytes[1] !== 0x4b) return new TextDecoder().decode(bytes)
  return Object.entries(unzipSync(bytes))
    .map(([name, part]) => `${name}: ${new TextDecoder().decode(part)}`)
    .join('\n')
}

type Tap = (door: DoorSeen, text: string) => Promise<string> | string
const plain: Tap = (_, text) => text

/** Everything that somebody is answered at every door, by door and whose things are asked for. */
async function hearAll(
  browser: Browser,
  worlds: readonly World['names'][],
  tap: Tap = plain,
  list: readonly DoorSeen[] = seen,
): Promise<Map<string, string>> {
  forgetKept()
  const heard = new Map<string, string>()
  for (const door of list)
    for (const [i, names] of worlds.entries()) {
      // A code is a key: who has it may look.
      if (i > 0 && door.file.includes('shared/')) continue
      heard.set(
        `${door.name} ${door.file} of ${i === 0 ? 'their own' : 'another'}`,
        mask(await tap(door, await answerOf(door, browser, names))),
      )
    }
  return heard
}

/** Doors that answer otherwise than before. */
const differing = (before: Map<string, string>, after: Map<string, string>) =>
  [...before].filter(([door, text]) => after.get(door) !== text).map(([door]) => door)

/** Runs statements on rows that the store lets nobody change, as another store would have them. */
async function rewrite(table: string, sql: string, values: unknown[]): Promise<void> {
  await pool().query(`ALTER TABLE "${table}" DISABLE TRIGGER USER`)
  await pool().query(sql, values)
  await pool().query(`ALTER TABLE "${table}" ENABLE TRIGGER USER`)
}

let [mine, theirs]: World[] = []
let guest: Browser
let lone: Browser
let admin: Browser
let errors: MockInstance<typeof console.error>
beforeAll(async () => {
  vi.spyOn(console, 'warn').mockImplementation(() => {})
  // React says at length that there is no renderer (support/sent.ts).
  errors = vi.spyOn(console, 'error').mockImplementation(() => {})
  mine = await openWorld('north')
  theirs = await openWorld('south')
  const open = await storeQuiz()
  await pool().query('SELECT shelve(id) FROM article WHERE slug = $1', [open.slug])
  guest = openBrowser({ cookies: (await begin(open.set)).cookie })
  lone = await openMember()
  admin = await openMember(await createCode(pool(), 'invitation', null, { role: 'admin', note: '' }))
})
afterAll(closeStore)
afterEach(() => {
  expect(errors.mock.calls.filter(([line]) => String(line).startsWith('{'))).toEqual([])
})

/** Makes the other class another one: other people, names, answers, grades, articles, sets, words. */
async function changeAnother(world: World, turn: number): Promise<void> {
  const { class: own = '', assignment = '', person = '', attempt = '', slug = '' } = world.names
  const teacher = (await world.teacher.viewer()).personId
  const run = (sql: string, values: unknown[]) => pool().query(sql, values)
  const view = { attempt, cookie: world.learner.cookie(), view: { items: [] } as never }
  const reply = await save(view, { position: 3, sequence: turn, answer: 40 + turn })
  expect(reply.status).toBe(200)
  await run(`UPDATE class SET name = $2 WHERE id = $1`, [own, `Renamed ${turn}`])
  await run(`UPDATE assignment SET title = $2 WHERE id = $1`, [assignment, `Retitled ${turn}`])
  await run(
    `INSERT INTO grade (assignment_id, person_id, own, reason, comment) VALUES ($1, $2, $3, 'Aloud', $4)
     ON CONFLICT (assignment_id, person_id) DO UPDATE SET own = $3, comment = $4`,
    [assignment, person, turn / 10, `Comment ${turn}`],
  )
  await run(
    `INSERT INTO flag (id, person_id, version_id, attempt_id, reason) VALUES (gen_random_uuid(), $1, $2, $3, 'More')`,
    [...[person, world.names.version, attempt]],
  )
  await run(`INSERT INTO question_tag (question_id, owner_id, word) VALUES ($1, $2, $3)`, [
    ...[world.names.question, teacher, `more-${turn}`],
  ])
  await run(`UPDATE teacher_set SET title = $2, changed_at = clock_timestamp() WHERE owner_id = $1`, [
    teacher,
    `Set ${turn}`,
  ])
  await run(`UPDATE feed SET title = $2 WHERE owner_id = $1`, [teacher, `Feed ${turn}`])
  await run(
    `INSERT INTO notice (id, person_id, kind, cause, data) SELECT gen_random_uuid(), p, 'erasing-asked', $2, '{"eraseAt":"2027-01-01T00:00:00Z"}'
     FROM unnest($1::uuid[]) p`,
    [[person, teacher], `cause ${turn}`],
  )
  await rewrite(
    'revision',
    `UPDATE revision r SET sector = $2, lead = $2 FROM article a WHERE a.id = r.article_id AND a.slug = $1`,
    [slug, `Private ${turn}`],
  )
  await run(`UPDATE library_article SET title = $2, companies = ARRAY[$2] WHERE slug = $1`, [
    slug,
    `Private ${turn}`,
  ])
  await bringMore(teacher ?? '', turn)
}

/** One more article, class and learner of somebody. */
async function bringMore(teacher: string, turn: number): Promise<void> {
  const { slug } = await storeQuiz(QUESTIONS, teacher)
  await pool().query('SELECT shelve(id) FROM article WHERE slug = $1', [slug])
  await pool().query(
    `WITH made AS (INSERT INTO class (id, name) VALUES (gen_random_uuid(), $2) RETURNING id)
     INSERT INTO enrolment (class_id, person_id, role) SELECT id, $1, 'teacher' FROM made`,
    [teacher, `More ${turn}`],
  )
}

const renamed = (world: World, turn: number) =>
  pool().query(`UPDATE account SET name = $2 WHERE person_id = $1`, [
    world.names.person,
    `Somebody Else ${turn}`,
  ])

const who = () =>
  [
    ['a guest', guest, true],
    ['a learner of no class', lone, true],
    ['a learner of another class', mine?.learner, true],
    ['a teacher of another class', mine?.teacher, true],
    // Who has an account is an admin's business; what they do in class is not.
    ['an admin', admin, false],
  ] as const

test('every page and every address of the API is listened to', () => {
  expect(seen.filter(isPage).length).toBeGreaterThan(50)
  expect(seen.filter((door) => !isPage(door)).length).toBeGreaterThan(25)
  // A new part of an address that stands for a thing is named above, or leads to nobody's things.
  const parts = new Set(seen.flatMap(({ file }) => file.match(/\[\w+\]/g) ?? []))
  const known = new Set([...NAMED.flatMap(([part]) => part.match(/\[\w+\]/g) ?? []), '[name]', '[day]'])
  expect([...parts].filter((part) => !known.has(part))).toEqual([])
})

let turn = 1
test.each([0, 1, 2, 3, 4])(
  'what a class is and does changes no byte of what others are answered (%i)',
  async (i) => {
    const [name, browser, changesNames] = who()[i] ?? []
    if (!mine || !theirs || !browser) throw new Error('nobody is there')
    const worlds = [mine.names, theirs.names]
    const before = await hearAll(browser, worlds)
    expect(differing(before, await hearAll(browser, worlds)), 'answers that change by themselves').toEqual([])
    turn++
    await changeAnother(theirs, turn)
    if (changesNames) await renamed(theirs, turn)
    expect(differing(before, await hearAll(browser, worlds)), `what ${name} is told`).toEqual([])
  },
)

test('to its own teacher and learner the same changes do show: the test would see them', async () => {
  if (!mine || !theirs) throw new Error('nobody is there')
  for (const [browser, least] of [
    [theirs.teacher, 12],
    [theirs.learner, 4],
  ] as const) {
    const before = await hearAll(browser, [theirs.names, mine.names])
    turn++
    await changeAnother(theirs, turn)
    await renamed(theirs, turn)
    const after = differing(before, await hearAll(browser, [theirs.names, mine.names]))
    expect(after.length).toBeGreaterThanOrEqual(least)
  }
})

test('what one learner of a class answers changes no byte of what another is answered', async () => {
  if (!mine || !theirs) throw new Error('nobody is there')
  const other = await openMember()
  await pool().query(`INSERT INTO enrolment (class_id, person_id, role) VALUES ($1, $2, 'learner')`, [
    ...[theirs.names.class, (await other.viewer()).personId],
  ])
  const before = await hearAll(other, [theirs.names])
  const view = {
    attempt: theirs.names.attempt ?? '',
    cookie: theirs.learner.cookie(),
    view: { items: [] } as never,
  }
  expect((await save(view, { position: 2, sequence: 1, answer: true })).status).toBe(200)
  await pool().query(`UPDATE grade SET own = 0.9, comment = 'Only for you' WHERE person_id = $1`, [
    theirs.names.person,
  ])
  await renamed(theirs, 999)
  expect(differing(before, await hearAll(other, [theirs.names]))).toEqual([])
})

/** Gives every question another key and other words around it. */
async function changeKeys(back: boolean): Promise<void> {
  for (const question of QUESTIONS) {
    const written = back ? question : withOtherKey(question as never)
    await rewrite('question_version', 'UPDATE question_version SET body = $2 WHERE kind = $1', [
      question.kind,
      JSON.stringify(writeQuestion({ ...written, id: question.id })),
    ])
  }
}

test('the keys of what is not answered change no byte of any page or reply of a guest or learner; a planted leak does', async () => {
  if (!mine || !theirs) throw new Error('nobody is there')
  const leak: Tap = async (door, text) => {
    if (!door.file.endsWith('(read)/page.tsx')) return text
    const { rows } = await pool().query<{ size: string }>(
      'SELECT sum(length(body::text))::text AS size FROM question_version',
    )
    return `${text} ${rows[0]?.size}`
  }
  for (const browser of [guest, lone, mine.learner]) {
    const before = await hearAll(browser, [mine.names, theirs.names])
    const leaking = await hearAll(browser, [mine.names], leak)
    await changeKeys(false)
    expect(differing(before, await hearAll(browser, [mine.names, theirs.names]))).toEqual([])
    expect(differing(leaking, await hearAll(browser, [mine.names], leak))).toEqual([
      'page app/(read)/page.tsx of their own',
    ])
    await changeKeys(true)
  }
})

test.each([0, 1, 2, 3, 4])('what belongs to another class is answered as what is nowhere (%i)', async (i) => {
  const [name, browser] = who()[i] ?? []
  if (!browser || !theirs) throw new Error('nobody is there')
  const nowhere = Object.fromEntries(Object.keys(theirs.names).map((each) => [each, randomUUID()]))
  const named = seen.filter(
    ({ file }) => !file.includes('shared/') && NAMED.some(([part]) => file.includes(part)),
  )
  expect(named.length).toBeGreaterThan(30)
  const about = await hearAll(browser, [theirs.names], plain, named)
  expect(differing(about, await hearAll(browser, [nowhere], plain, named)), `what ${name} is told`).toEqual(
    [],
  )
})
