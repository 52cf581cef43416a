import { randomUUID } from 'node:crypto'
import { afterAll, beforeAll, beforeEach, describe, expect, test } from 'vitest'
import { arrangePlainly, newMemory, show } from '#core'
import { createCode } from '#server/accounts/codes'
import { getBankQuestion } from '#server/bank/question'
import { closeStore, pool } from '#server/db'
import { getDrafts } from '#server/desks/desk'
import { openDesk } from '#server/desks/open'
import { carryOut } from '#server/flags/carry-out'
import { decideFlags, decideSchema, undoDecision } from '#server/flags/decide'
import { countOpenFlags, listFlagged } from '#server/flags/list'
import { mendAtDesk } from '#server/flags/mend'
import { listOwnFlags } from '#server/flags/own'
import { getFlagPage, querySchema } from '#server/flags/page'
import { rehearseAsked } from '#server/flags/rehearse'
import { tellWaiting } from '#server/flags/tell'
import type { Choice } from '#server/flags/view'
import { runJobsOnce } from '#server/jobs/run'
import { writeMemory } from '#server/reviews/stored'
import type { Viewer } from '#server/viewer'
import { createAssignment } from '../../../server/assignments/assign.ts'
import { releaseGrades } from '../../../server/assignments/release.ts'
import type { AssignmentRules } from '../../../server/assignments/view.ts'
import { listNotices } from '../../../server/notices/list.ts'
import { regradeQuestion, regradeSchema, undoRegrade } from '../../../server/regrades/regrade.ts'
import { type Browser, openMember } from '../../support/browser.ts'
import { mask, withOtherKey } from '../../support/other-key.ts'
import { QUESTIONS, storeAtDesk, storeDrawnSet, storeQuiz } from '../../support/quiz.ts'
import { doneOf, openClass, openTeacherViewer, RULES_OF_TEST } from '../../support/school.ts'
import { begin, call } from '../../support/site.ts'

afterAll(closeStore)

const [CHOICE, , NUMBER] = QUESTIONS as [(typeof QUESTIONS)[0], unknown, (typeof QUESTIONS)[0]]
/** Its key says 20%, its passage 12%. */
const WRONG = { ...withOtherKey(CHOICE as never), facts: ['FACT-1'] }
const RIGHT_KEY = (() => {
  const shown = show(WRONG, arrangePlainly(WRONG))
  return 'options' in shown ? (shown.options.find(({ text }) => text === '12%')?.id ?? '') : ''
})()

let own: Awaited<ReturnType<typeof openClass>>
let other: Awaited<ReturnType<typeof openClass>>
let admin: Viewer
let stranger: Viewer
beforeAll(async () => {
  own = await openClass(3)
  other = await openClass(1)
  const { viewer } = await openMember(
    await createCode(pool(), 'invitation', null, { role: 'admin', note: '' }),
  )
  admin = await viewer()
  stranger = await openTeacherViewer()
})

let quiz: Awaited<ReturnType<typeof storeQuiz>>
let question: string
beforeEach(async () => {
  await runJobsOnce()
  for (const table of ['notice', 'flag_outcome', 'flag']) await pool().query(`DELETE FROM ${table}`)
  quiz = await storeQuiz([WRONG, NUMBER])
  question = quiz.versions[0] ?? ''
})

type Taker = Pick<Browser, 'cookie' | 'viewer'>
interface Run {
  readonly attempt: string
  readonly taker: Taker
}

const learner = (place: number): Taker => own.learners[place] as Taker

async function flag({ attempt, taker }: Run, reason = 'The answer given as right is wrong') {
  const body = { reason, attempt }
  return call('POST /api/questions/[id]/flag', { id: question, cookie: taker.cookie(), body })
}

/** Has somebody answer the choice by its text in an attempt begun like that, and hand it in where that is wanted. */
async function answer(taker: Taker, start: object, text: string | null, isOver = true): Promise<Run> {
  const cookie = taker.cookie()
  const began = await call('POST /api/attempts', { cookie, body: { key: randomUUID(), ...start } })
  const { attempt, view } = began.json
  const shown = view.items[0]?.shown
  const id = shown && 'options' in shown ? shown.options.find((option) => option.text === text)?.id : null
  if (text !== null) {
    const body = { position: 1, sequence: 1, key: randomUUID(), answer: id, check: view.mode === 'practice' }
    expect((await call('POST /api/attempts/[id]/responses', { id: attempt, cookie, body })).status).toBe(200)
  }
  if (isOver) await call('POST /api/attempts/[id]/submit', { id: attempt, cookie, body: {} })
  return { attempt, taker }
}
const ofOwn = () => ({ set: quiz.set, mode: 'test', anew: true })

async function assign(to = own, rules: Partial<AssignmentRules> = {}): Promise<string> {
  const made = await createAssignment(to.teacher, {
    ...{ class: to.id, set: quiz.set, chosen: null },
    ...RULES_OF_TEST,
    ...rules,
  })
  return doneOf(made).assignment
}

const look = async (viewer: Viewer, query: object = {}) => {
  const page = await getFlagPage(viewer, question, querySchema.parse(query))
  if (!page) throw new Error('there is no such page')
  return page
}
const sent = (choice: Choice, word = 'The passage says 12%.') => ({
  ...{ choice, word },
  key: choice === 'corrected-key' || choice === 'accept-also' ? RIGHT_KEY : null,
})
const rehearse = async (viewer: Viewer, choice: Choice) =>
  rehearseAsked(viewer, { question, undo: null, asked: sent(choice) })
async function decide(viewer: Viewer, choice: Choice, change: object = {}) {
  const { seen, until } = await look(viewer)
  return decideFlags(viewer, decideSchema.parse({ question, seen, until, ...sent(choice), ...change }))
}
async function decideAndTell(viewer: Viewer, choice: Choice) {
  const outcome = doneOf(await decide(viewer, choice))
  await runJobsOnce()
  return outcome.decision
}
const told = async (viewer: Viewer) =>
  (await listNotices(viewer))
    .flatMap(({ notices }) => notices)
    .filter(({ text }) => text.includes(WRONG.stem))
const scoreOf = async ({ attempt, taker }: Run) => {
  const { json } = await call('GET /api/attempts/[id]/results', { id: attempt, cookie: taker.cookie() })
  return json.score
}
const gradeOf = async (assignment: string, person: Viewer) =>
  (
    await pool().query('SELECT score FROM grade WHERE assignment_id = $1 AND person_id = $2', [
      assignment,
      person.personId,
    ])
  ).rows[0]?.score

describe('a reader', () => {
  test.each([
    ['their own test', async () => answer(learner(0), ofOwn(), null, false)],
    ['practice', async () => answer(learner(0), { set: quiz.set, mode: 'practice' }, '20%', false)],
    ['an assignment', async () => answer(learner(0), { assignment: await assign() }, null, false)],
  ])('flags a question in %s, before or after answering, and sees that they did', async (_, start) => {
    const run = await start()
    const reply = await flag(run)
    expect([reply.status, reply.json.thanks]).toEqual([200, expect.stringContaining('Thank you')])
    const { rows } = await pool().query('SELECT attempt_id, reason FROM flag')
    expect(rows).toEqual([{ attempt_id: run.attempt, reason: 'The answer given as right is wrong' }])
    const { json } = await call('GET /api/attempts/[id]', { id: run.attempt, cookie: run.taker.cookie() })
    expect(json.items.map(({ isFlagged }) => isFlagged)).toEqual([true, undefined])
    expect(await listOwnFlags(await run.taker.viewer())).toMatchObject([{ stem: WRONG.stem, outcome: null }])
  })

  test('names only an attempt of their own', async () => {
    const theirs = await answer(learner(1), ofOwn(), null)
    const mine = await answer(learner(0), ofOwn(), null)
    await flag({ attempt: theirs.attempt, taker: learner(0) })
    const { rows } = await pool().query('SELECT attempt_id FROM flag')
    expect(rows).toEqual([{ attempt_id: mine.attempt }])
  })

  test('is told the same whatever the key is, before they answer and while it is withheld', async () => {
    const hear = async (asked: typeof WRONG | typeof CHOICE) => {
      quiz = await storeQuiz([asked, NUMBER])
      question = quiz.versions[0] ?? ''
      const assignment = await assign(own, { feedback: 'never' })
      const withheld = await answer(learner(0), { assignment }, '12%')
      const open = await answer(learner(1), ofOwn(), null, false)
      const replies = [await flag(withheld), await flag(open)].map(({ status, text }) => `${status} ${text}`)
      await decideAndTell(admin, 'corrected-key')
      for (const { taker, attempt } of [withheld, open]) {
        const cookie = taker.cookie()
        replies.push((await call('GET /api/attempts/[id]', { id: attempt, cookie })).text)
        replies.push(JSON.stringify(await listOwnFlags(await taker.viewer())))
        replies.push(JSON.stringify(await told(await taker.viewer())))
      }
      await pool().query('UPDATE assignment SET removed_at = clock_timestamp() WHERE id = $1', [assignment])
      await pool().query('DELETE FROM flag_outcome')
      await pool().query('DELETE FROM flag')
      await pool().query('DELETE FROM notice')
      return mask(replies.join('\n'))
    }
    const one = await hear(WRONG)
    expect(await hear(CHOICE)).toBe(one)
    expect(one).not.toContain('The passage says')
  })
})

describe('who sees a flag', () => {
  const seers = async (viewers: readonly Viewer[]) =>
    Promise.all(
      viewers.map(async (viewer) => [
        (await listFlagged(viewer)).map((line) => line.question).includes(question),
        (await getFlagPage(viewer, question, querySchema.parse({}))) !== null,
        await countOpenFlags(viewer),
      ]),
    )
  const YES = [true, true, 1]
  const NO = [false, false, 0]

  test('on the house’s own question: an admin; of one raised in a class its teachers too, and who it was only they', async () => {
    await flag(await answer(learner(0), ofOwn(), null))
    expect(await seers([admin, own.teacher, stranger])).toEqual([YES, NO, NO])
    await flag(await answer(learner(0), { assignment: await assign() }, null))
    expect(await seers([admin, own.teacher, stranger, other.teacher])).toEqual([YES, YES, NO, NO])
    expect((await look(own.teacher)).flags.map(({ who }) => who)).toEqual(['Ada Reader'])
    expect((await look(admin)).flags.map(({ who, where }) => who ?? where)).toEqual([null, null])
  })

  test('on what was written at a desk: its teachers alone; on an article somebody brought in: they', async () => {
    const { desk } = doneOf(await openDesk(stranger, { slug: quiz.slug }))
    question = await storeAtDesk(question, desk)
    quiz = { ...quiz, set: await storeDrawnSet([question]) }
    await flag(await answer(learner(0), ofOwn(), null))
    expect(await seers([admin, stranger, other.teacher])).toEqual([NO, YES, NO])
    quiz = await storeQuiz([WRONG], own.teacher.personId)
    question = quiz.versions[0] ?? ''
    await flag(await answer(learner(0), ofOwn(), null))
    expect(await seers([admin, own.teacher, other.teacher])).toEqual([NO, YES, NO])
  })

  test('a learner and a guest see none, and decide nothing', async () => {
    await flag(await answer(learner(0), ofOwn(), null))
    const { seen, until } = await look(admin)
    for (const viewer of [await learner(0).viewer(), { personId: null, role: 'guest' } as Viewer, stranger]) {
      expect(await seers([viewer])).toEqual([NO])
      const body = decideSchema.parse({ question, seen, until, ...sent('void') })
      expect(await decideFlags(viewer, body)).toEqual({ refused: 'not-found' })
      expect(await mendAtDesk(viewer, { question })).toEqual({ refused: 'not-found' })
      expect(await rehearse(viewer, 'void')).toEqual({ problem: 'There is nothing here.' })
    }
    expect((await pool().query('SELECT FROM regrade WHERE version_id = $1', [question])).rowCount).toBe(0)
  })

  test('what most people flagged stands first, then what was flagged last', async () => {
    const [first, firstSet] = [question, quiz.set]
    await flag(await answer(learner(0), ofOwn(), null))
    quiz = await storeQuiz([WRONG])
    question = quiz.versions[0] ?? ''
    const second = question
    await flag(await answer(learner(0), ofOwn(), null))
    expect((await listFlagged(admin)).map((line) => line.question)).toEqual([second, first])
    question = first
    quiz = { ...quiz, set: firstSet }
    await flag(await answer(learner(1), ofOwn(), null))
    expect((await listFlagged(admin)).map((line) => [line.question, line.people])).toEqual([
      [first, 2],
      [second, 1],
    ])
  })
})

describe('dismissed with a word', () => {
  test('it changes nothing, and who flagged it is told once', async () => {
    const run = await answer(learner(0), ofOwn(), '20%')
    await flag(run)
    await flag(run, 'Really')
    const decision = await decideAndTell(admin, 'dismiss')
    await carryOut({ decision })
    await tellWaiting()
    expect(await told(await learner(0).viewer())).toMatchObject([
      {
        title: 'About a question you flagged',
        text: expect.stringContaining('It stays as it is. The passage says'),
      },
    ])
    expect(await listOwnFlags(await learner(0).viewer())).toMatchObject([
      { outcome: { decided: 'dismissed', word: 'The passage says 12%.' } },
      { outcome: { decided: 'dismissed', word: 'The passage says 12%.' } },
    ])
    expect(await countOpenFlags(admin)).toBe(0)
    expect((await look(admin)).withdrawn).toBeNull()
  })

  test('what comes after it was looked at stays open', async () => {
    await flag(await answer(learner(0), ofOwn(), null))
    const { seen, until } = await look(admin)
    await flag(await answer(learner(1), ofOwn(), null))
    doneOf(await decideFlags(admin, decideSchema.parse({ question, seen, until, ...sent('dismiss') })))
    expect((await look(admin)).flags.map(({ isOpen }) => isOpen)).toEqual([true, false])
    expect(await countOpenFlags(admin)).toBe(1)
  })

  test('by a teacher for their class, it still waits for an admin', async () => {
    await flag(await answer(learner(0), { assignment: await assign() }, null))
    await decideAndTell(own.teacher, 'dismiss')
    expect([await countOpenFlags(own.teacher), await countOpenFlags(admin)]).toEqual([0, 1])
    await decideAndTell(admin, 'dismiss')
    expect(await countOpenFlags(admin)).toBe(0)
  })

  test('a word is wanted, and of two who decide at once the second is told', async () => {
    await flag(await answer(learner(0), ofOwn(), null))
    expect(await decide(admin, 'dismiss', { word: ' ' })).toEqual({ refused: 'no-word' })
    const { seen, until } = await look(admin)
    const body = (choice: Choice) => decideSchema.parse({ question, seen, until, ...sent(choice) })
    const outcomes = await Promise.all([
      decideFlags(admin, body('dismiss')),
      decideFlags(admin, body('void')),
    ])
    expect(outcomes.filter((outcome) => 'done' in outcome)).toHaveLength(1)
    expect(outcomes.filter((outcome) => 'refused' in outcome)).toEqual([{ refused: 'decided-meanwhile' }])
  })

  test('refused where somebody has regraded it since, in any class', async () => {
    const assignment = await assign(other)
    await flag(await answer(learner(0), ofOwn(), null))
    const { seen, until } = await look(admin)
    const regrade = { assignment, question, remedy: 'void', key: null, reason: 'So.', seen: 0 }
    doneOf(await regradeQuestion(other.teacher, regradeSchema.parse(regrade)))
    const body = decideSchema.parse({ question, seen, until, ...sent('corrected-key') })
    expect(await decideFlags(admin, body)).toEqual({ refused: 'decided-meanwhile' })
  })
})

describe('a key that is corrected everywhere', () => {
  let assignments: string[]
  let runs: Run[]
  const marks = async () =>
    (
      await pool().query(
        `SELECT jsonb_agg(to_jsonb(m) - 'regraded_at' ORDER BY attempt_id, position)::text
           || (SELECT jsonb_agg(g ORDER BY assignment_id, person_id)::text FROM grade g)
           || (SELECT jsonb_agg(e.total ORDER BY class_id, person_id)::text FROM enrolment e) AS text FROM item_mark m`,
      )
    ).rows[0].text

  beforeEach(async () => {
    assignments = [await assign(own), await assign(other)]
    runs = [
      await answer(learner(0), ofOwn(), '12%'),
      await answer(learner(1), { assignment: assignments[0] }, '12%'),
      await answer(learner(2), ofOwn(), '20%'),
      await answer(other.learners[0] as Taker, { assignment: assignments[1] }, '20%'),
    ]
    await flag(runs[0] as Run)
    await flag(runs[1] as Run)
  })

  test('is previewed as it then comes out, done in every class and in everybody’s own quizzes, and told once each', async () => {
    const before = await marks()
    expect(await rehearse(admin, 'corrected-key')).toMatchObject({
      told: 2,
      assignments: 2,
      up: 1,
      down: 1,
      own: 2,
    })
    expect(await marks()).toBe(before)
    expect(await Promise.all(runs.map(scoreOf))).toEqual([0, 0, 1, 1])

    const decision = await decideAndTell(admin, 'corrected-key')
    expect(await Promise.all(runs.map(scoreOf))).toEqual([1, 1, 0, 0])
    const [one, two] = [await learner(1).viewer(), await (other.learners[0] as Taker).viewer()]
    expect([await gradeOf(assignments[0] ?? '', one), await gradeOf(assignments[1] ?? '', two)]).toEqual([
      0.5, 0,
    ])
    expect((await look(admin)).decisions).toMatchObject([
      { decided: 'corrected-key', key: '12%', changed: 4, isSettled: true, mayUndo: true },
    ])
    const after = await marks()

    // Again, it changes and tells nothing.
    await carryOut({ decision })
    expect(await marks()).toBe(after)
    for (const run of runs) {
      const notices = await told(await run.taker.viewer())
      expect(notices).toMatchObject([
        {
          title: 'Your score has changed',
          text: expect.stringContaining('Right: 12%. The passage says 12%.'),
        },
      ])
      const { json } = await call('GET /api/attempts/[id]/results', {
        id: run.attempt,
        cookie: run.taker.cookie(),
      })
      expect(json.rows.find((row: { position: number }) => row.position === 1)?.feedback).toMatchObject({
        key: '12%',
        regraded: { remedy: 'corrected-key' },
      })
    }
    expect((await told(await learner(0).viewer()))[0]?.text).toContain('Thank you')
    expect((await told(await learner(2).viewer()))[0]?.text).not.toContain('Thank you')
    for (const teacher of [own.teacher, other.teacher])
      expect(await told(teacher)).toMatchObject([
        { title: 'A question of a quiz of yours was flagged', href: expect.stringContaining('/quizzes/') },
      ])
    expect(await told(stranger)).toEqual([])
  })

  test('takes the question back: nobody begins it any more, and its page says what is right', async () => {
    await decideAndTell(admin, 'corrected-key')
    const { rows } = await pool().query('SELECT question_id FROM question_version WHERE id = $1', [question])
    const page = await getBankQuestion(admin, rows[0].question_id)
    expect(page?.newest).toMatchObject({
      withdrawn: { rule: 'flagged', reason: 'The passage says 12%.' },
      regraded: { remedy: 'corrected-key', key: '12%', reason: 'The passage says 12%.' },
    })
    const started = await begin(quiz.set, 'practice', learner(0).cookie()).catch((error) => String(error))
    expect(started).toMatchObject({ view: { count: 1 } })
    const again = await call('POST /api/attempts', {
      cookie: learner(1).cookie(),
      body: { assignment: assignments[0], key: randomUUID() },
    })
    expect(again.json.view.count).toBe(1)
  })

  test('is undone: everything is byte for byte as it was, the flag is open again, and who flagged is told', async () => {
    const before = await marks()
    const decision = await decideAndTell(admin, 'corrected-key')
    expect(await countOpenFlags(admin)).toBe(0)
    const { decisions, seen } = await look(admin)
    expect(
      await rehearseAsked(admin, { question, undo: decisions[0] ?? null, asked: sent('void') }),
    ).toMatchObject({
      ...{ up: 1, down: 1, own: 2 },
    })
    doneOf(await undoDecision(admin, { question, decision, seen }))
    await runJobsOnce()
    expect(await marks()).toBe(before)
    expect(await Promise.all(runs.map(scoreOf))).toEqual([0, 0, 1, 1])
    expect(await countOpenFlags(admin)).toBe(1)
    expect(await told(await learner(0).viewer())).toHaveLength(2)
    expect(await undoDecision(admin, { question, decision, seen: seen + 2 })).toEqual({
      refused: 'not-found',
    })
  })

  test('broken off between two steps, it goes on from there', async () => {
    const outcome = doneOf(await decide(admin, 'corrected-key'))
    const [broken] = assignments
    await pool().query(`CREATE FUNCTION break_off() RETURNS trigger LANGUAGE plpgsql AS $$ BEGIN
      IF NEW.assignment_id <> '${broken}' THEN RAISE EXCEPTION 'broken off'; END IF; RETURN NEW; END $$`)
    await pool().query(
      'CREATE TRIGGER break_off BEFORE UPDATE ON grade FOR EACH ROW EXECUTE FUNCTION break_off()',
    )
    await carryOut({ decision: outcome.decision }).catch(() => {})
    expect((await look(admin)).decisions[0]?.isSettled).toBe(false)
    await pool().query('DROP FUNCTION break_off() CASCADE')
    await carryOut({ decision: outcome.decision })
    expect((await look(admin)).decisions[0]).toMatchObject({ changed: 4, isSettled: true })
    expect(await told(await learner(1).viewer())).toHaveLength(1)
  })

  test('tells those whose memory was moved by the wrong key the right one, and leaves the memory', async () => {
    const person = (await learner(2).viewer()).personId
    const run = await answer(learner(2), { set: quiz.set, mode: 'practice', anew: true }, '20%', false)
    const fact = randomUUID()
    await pool().query(
      `INSERT INTO fact (id, article_id, stable_key) SELECT $1, id, 'key' FROM article WHERE slug = $2`,
      [fact, quiz.slug],
    )
    const remembering = (await openMember()) as Taker
    const { personId: second } = await remembering.viewer()
    const practised = await answer(remembering, { set: quiz.set, mode: 'practice' }, '20%', false)
    for (const [who, attempt] of [
      [person, run.attempt],
      [second, practised.attempt],
    ]) {
      await pool().query(
        `INSERT INTO memory (person_id, fact_id, due, stability, difficulty, interval, reps, lapses, last_review)
         VALUES ($1, $2, clock_timestamp(), 3, 5, 3, 1, 0, clock_timestamp())`,
        [who, fact],
      )
      await pool().query(
        `INSERT INTO review (attempt_id, position, person_id, fact_id, at, grade, before)
         VALUES ($1, 1, $2, $3, clock_timestamp(), 'good', $4)`,
        [attempt, who, fact, writeMemory(newMemory(new Date(0)))],
      )
    }
    const memories = async () =>
      (await pool().query('SELECT * FROM memory WHERE fact_id = $1 ORDER BY person_id', [fact])).rows
    const before = await memories()
    await decideAndTell(admin, 'corrected-key')
    expect(await memories()).toEqual(before)
    expect(await told(await remembering.viewer())).toMatchObject([
      { title: 'The right answer was another one', text: expect.stringContaining('Right: 12%.') },
    ])
    // Who is told of a changed score hears all of it in one.
    expect(await told(await learner(2).viewer())).toMatchObject([{ title: 'Your score has changed' }])
  })
})

describe('a teacher who does not own the question', () => {
  test('regrades their own assignments alone', async () => {
    const [mine, theirs] = [await assign(own), await assign(other)]
    const ours = await answer(learner(0), { assignment: mine }, '12%')
    const elsewhere = await answer(other.learners[0] as Taker, { assignment: theirs }, '12%')
    const free = await answer(learner(1), ofOwn(), '12%')
    await flag(ours)
    expect((await look(own.teacher)).isOwners).toBe(false)
    expect(await rehearse(own.teacher, 'accept-also')).toMatchObject({
      ...{ assignments: 1, up: 1, down: 0, own: 0 },
      lines: [{ assignment: mine, changed: 1 }],
    })
    await decideAndTell(own.teacher, 'accept-also')
    expect(await Promise.all([ours, elsewhere, free].map(scoreOf))).toEqual([1, 0, 0])
    expect(await told(await learner(0).viewer())).toMatchObject([
      { title: 'Your score has changed', href: `/assignments/${mine}` },
    ])
    expect(await told(await learner(1).viewer())).toEqual([])
    expect((await look(own.teacher)).withdrawn).toBeNull()
  })

  test('may undo it on the page of the assignment before all is carried out', async () => {
    const mine = await assign(own)
    const ours = await answer(learner(0), { assignment: mine }, '12%')
    await flag(ours)
    const { decision } = doneOf(await decide(own.teacher, 'accept-also'))
    const { rows } = await pool().query('SELECT id FROM regrade WHERE assignment_id = $1', [mine])
    doneOf(await undoRegrade(own.teacher, { assignment: mine, regrade: rows[0].id, seen: 1 }))
    await carryOut({ decision })
    expect(await scoreOf(ours)).toBe(0)
    expect((await look(own.teacher)).decisions[0]).toMatchObject({ isSettled: true, changed: 0 })
  })

  test('does not take it back', async () => {
    await flag(await answer(learner(0), { assignment: await assign() }, null))
    expect(await decide(own.teacher, 'take-back')).toEqual({ refused: 'not-found' })
    expect((await look(own.teacher)).withdrawn).toBeNull()
  })
})

describe('in an assignment of which nothing is told yet', () => {
  test('who flagged hears nothing until it is told, then once', async () => {
    const closesAt = new Date(Date.now() + 3_600_000).toISOString()
    const assignment = await assign(own, { feedback: 'after-closing', closesAt })
    const run = await answer(learner(0), { assignment }, '12%')
    await flag(run)
    await decideAndTell(admin, 'corrected-key')
    await tellWaiting()
    const viewer = await learner(0).viewer()
    expect(await told(viewer)).toEqual([])
    expect(await listOwnFlags(viewer)).toMatchObject([{ outcome: null }])
    doneOf(await releaseGrades(own.teacher, { assignment, what: 'answers' }))
    await tellWaiting()
    await tellWaiting()
    expect(await told(viewer)).toMatchObject([{ title: 'About a question you flagged' }])
    expect(await listOwnFlags(viewer)).toMatchObject([{ outcome: { decided: 'corrected-key' } }])
    expect(JSON.stringify(await listOwnFlags(viewer))).not.toContain('20%')
  })
})

test('taken back and opened at a desk, it lies there with what readers say beside it', async () => {
  await flag(await answer(learner(0), ofOwn(), null), 'The passage does not say so')
  await decideAndTell(admin, 'take-back')
  expect(await told(await learner(0).viewer())).toMatchObject([
    { text: expect.stringContaining('It is not asked any more.') },
  ])
  const { desk, draft } = doneOf(await mendAtDesk(admin, { question }))
  expect(doneOf(await mendAtDesk(admin, { question }))).toEqual({ desk, draft })
  const { drafts } = doneOf(await getDrafts(admin, { desk }))
  expect(drafts.find(({ id }) => id === draft)).toMatchObject({
    ...{ stem: WRONG.stem, flags: ['The passage does not say so'], withdrawn: 'The passage says 12%.' },
  })
})

test('a day’s quiz goes on without a question that is taken back', async () => {
  const day = '2025-01-02'
  const set = await storeDrawnSet(quiz.versions, { day })
  await pool().query('INSERT INTO daily_quiz (day, set_id) VALUES ($1, $2)', [day, set])
  await flag(await answer(learner(0), ofOwn(), null))
  await decideAndTell(admin, 'take-back')
  const { rows } = await pool().query(`SELECT set_id FROM daily_quiz WHERE day = '2025-01-02'`)
  expect((await begin(rows[0].set_id)).view.items.map((item) => item.question)).toEqual([quiz.versions[1]])
})
