import { randomUUID } from 'node:crypto'
import { afterAll, describe, expect, test } from 'vitest'
import type { Question } from '#core'
import type { Cookie } from '#server/cookie'
import { closeStore, pool } from '#server/db'
import { startAttempt } from '../../../server/attempts/start.ts'
import { forgetKept } from '../../../server/kept.ts'
import { writeBanked } from '../../../server/questions/stored.ts'
import { answerTo } from '../../support/answers.ts'
import { mask, withOtherKey } from '../../support/other-key.ts'
import { QUESTIONS, storeQuiz } from '../../support/quiz.ts'
import { type Address, addresses, call, save } from '../../support/site.ts'

/** A cookie as a browser sends it back. */
const asSent = ({ name, value }: Cookie): string => `${name}=${value}`

afterAll(closeStore)

/** What the bank may know of it without knowing the key. */
const BANKED = JSON.stringify(
  writeBanked({
    ...{ kind: 'choice', stem: '', facts: [], needsArticle: false, truth: null, families: [], opening: '' },
    ...{ sentence: 0, rank: null, longest: null, stemAmounts: [], keyWords: '', keyAmounts: [] },
    difficulty: { level: 'easy', score: 0.4, reason: '' },
  }),
)

/** Puts a version into the bank, in place of all others. */
async function bankAlone(version: string): Promise<void> {
  await pool().query('DELETE FROM bank_item')
  await pool().query('DELETE FROM bank_article')
  await pool().query(
    `WITH article AS (
       INSERT INTO bank_article (article_id, revision_id)
       SELECT r.article_id, r.id FROM question_version v JOIN revision r ON r.id = v.revision_id WHERE v.id = $1
       RETURNING article_id
     )
     INSERT INTO bank_item (version_id, article_id, kind, level, needs_article, banked)
     SELECT v.id, article.article_id, v.kind, 'easy', false, $2 FROM question_version v, article WHERE v.id = $1`,
    [version, BANKED],
  )
}

type Tap = (address: Address, text: string, question: Question) => string

/** Everything that can be learned over the API about one question before its answer is final; `asPractice` where practice has chosen it, of a bank that holds nothing else. */
async function overhear(
  question: Question,
  mode: 'practice' | 'test',
  tap: Tap = (_, text) => text,
  tries = 1,
  asPractice = false,
): Promise<string> {
  forgetKept()
  const { set, versions } = await storeQuiz([question])
  if (asPractice) await bankAlone(versions[0] ?? '')
  const what = asPractice ? ({ practice: { minutes: 5 } } as const) : { set }
  const started = await startAttempt(
    { personId: null, role: 'guest' },
    { ...what, mode, tries, key: randomUUID(), seed: 'the same' },
  )
  if (!('done' in started) || !started.cookies?.[0]) throw new Error('the attempt did not start')
  const { attempt: id, view } = started.done
  const guest = { attempt: id, view, cookie: asSent(started.cookies[0]) }
  const heard = [JSON.stringify(view)]
  const hear = async (address: Address, more: object = {}) => {
    const reply = await call(address, { id, cookie: guest.cookie, ...more })
    const headers = [...reply.headers].filter(([name]) => name !== 'set-cookie')
    heard.push(`${address} ${reply.status} ${JSON.stringify(headers)} ${tap(address, reply.text, question)}`)
  }
  const body = { position: 1, sequence: 1, key: randomUUID(), check: false }
  const shown = view.items[0]?.shown
  const answer = shown ? answerTo(shown, 2) : null
  await hear('GET /api/attempts/[id]')
  await hear('GET /api/attempts/[id]/source', { query: '?position=1' })
  await hear('GET /api/attempts/[id]/results')
  await hear('POST /api/attempts/[id]/responses', { body: { ...body, answer } })
  await hear('POST /api/attempts/[id]/responses', { body: { ...body, answer } })
  await hear('POST /api/attempts/[id]/responses', { body: { ...body, answer: null } })
  await hear('POST /api/attempts/[id]/responses', { body: { ...body, answer: { a: 1 } } })
  await hear('POST /api/attempts', { body: { ...what, mode, tries, key: randomUUID() } })
  await hear('POST /api/questions/[id]/flag', { id: view.items[0]?.question, body: { reason: 'hm' } })
  await hear('POST /api/attempts/[id]/keep', { body: { which: 'all', zone: 'UTC' } })
  await hear('POST /api/attempts/[id]/next', { body: { after: 1 } })
  await hear('GET /api/me/notices')
  await hear('POST /api/stop-mail', { body: {} })
  await hear('GET /api/me/answers.csv')
  await hear('GET /api/me/export.json')
  await hear('GET /api/classes/[id]/gradebook.csv')
  await hear('GET /api/classes/[id]/gradebook.xlsx')
  await hear('GET /api/classes/[id]/quizzes/[assignment]/quiz.docx')
  await hear('GET /api/sets/[id]/quiz.docx')
  await hear('GET /api/sets/[id]/file', { query: '?format=json' })
  await hear('GET /api/desks/[id]/file', { query: '?format=json' })
  await hear('POST /api/bank/import', { body: {} })
  await hear('POST /api/bank/import/preview', { body: {} })
  await hear('POST /api/imports', { body: {} })
  await hear('GET /api/imports/[id]')
  await hear('GET /api/classes/[id]/quizzes/[assignment]/standings')
  await hear('GET /api/classes/[id]/quizzes/[assignment]/watch')
  await hear('GET /api/me/here')
  await hear('GET /api/[...missing]')
  await hear('POST /api/[...missing]', { body: { id } })
  await hear('GET /api/attempts/[id]')
  return heard.map(mask).join('\n')
}

describe('of a question that practice has chosen', () => {
  test.each(QUESTIONS.map((question) => [question.kind, question] as const))(
    'two %s questions that differ only in the key give the same bytes, and nothing comes next',
    async (_, question) => {
      const refused: string[] = []
      const hear: Tap = (address, text) => {
        if (address.endsWith('next')) refused.push(JSON.parse(text).error)
        return text
      }
      const one = await overhear(question, 'practice', hear, 1, true)
      expect(one).toContain('"why":{"sort":"new"}')
      expect(await overhear(withOtherKey(question as never), 'practice', hear, 1, true)).toBe(one)
      expect(refused).toEqual(['answer-first', 'answer-first'])
    },
  )
})

describe.each([
  ['practice', 1],
  ['practice', 3],
  ['test', 1],
] as const)('in %s with %i tries, before the answer is in', (mode, tries) => {
  test.each(QUESTIONS.map((question) => [question.kind, question] as const))(
    'two %s questions that differ only in the key give the same bytes',
    async (_, question) => {
      const other = await overhear(withOtherKey(question as never), mode, undefined, tries)
      expect(other).toBe(await overhear(question, mode, undefined, tries))
    },
  )

  test.each(QUESTIONS.map((question) => [question.kind, question] as const))(
    'a planted leak about a %s question turns this red',
    async (_, question) => {
      const leak: Tap = (address, text, { explanation }) =>
        address === 'GET /api/attempts/[id]' ? text.replace('{', `{"n":${explanation.length},`) : text
      expect(await overhear(withOtherKey(question as never), mode, leak, tries)).not.toBe(
        await overhear(question, mode, leak, tries),
      )
    },
  )

  test('no reply holds a reason, an explanation, a correction or a fact', async () => {
    for (const question of QUESTIONS) {
      const heard = await overhear({ ...question, hint: 'HINT-1' }, mode, undefined, tries)
      for (const word of [
        'WHY-',
        'EXPLANATION',
        'CORRECTION',
        'FACT-1',
        'ACCEPTED',
        '"correct"',
        '"evidence"',
        '"passages"',
        '"parts"',
        '"figure"',
        '"reasons"',
        'HINT-1',
        '"hint"',
      ])
        expect(heard).not.toContain(word)
    }
  })
})

/** What can be learned once an answer was tried and was not right, with tries left; null where that answer was right. */
async function overhearTried(question: Question, turn: number, tap: Tap): Promise<string | null> {
  forgetKept()
  const { set } = await storeQuiz([question])
  const started = await startAttempt(
    { personId: null, role: 'guest' },
    { set, mode: 'practice', tries: 3, key: randomUUID(), seed: 'the same' },
  )
  if (!('done' in started) || !started.cookies?.[0]) throw new Error('the attempt did not start')
  const { attempt: id, view } = started.done
  const cookie = asSent(started.cookies[0])
  const shown = view.items[0]?.shown
  const body = { position: 1, sequence: 1, key: randomUUID(), check: true }
  const heard: string[] = []
  const hear = async (address: Address, more: object = {}) => {
    const reply = await call(address, { id, cookie, ...more })
    heard.push(`${address} ${reply.status} ${tap(address, reply.text, question)}`)
    return reply
  }
  const answer = shown ? answerTo(shown, turn) : null
  const tried = await hear('POST /api/attempts/[id]/responses', { body: { ...body, answer } })
  if (tried.json.final) return null
  await hear('POST /api/attempts/[id]/responses', { body: { ...body, answer } })
  await hear('GET /api/attempts/[id]')
  await hear('GET /api/attempts/[id]/source', { query: '?position=1' })
  await hear('GET /api/attempts/[id]/results')
  const later = { ...body, key: randomUUID(), sequence: 2, check: false }
  await hear('POST /api/attempts/[id]/responses', { body: { ...later, answer: shown && answerTo(shown, 5) } })
  await hear('GET /api/attempts/[id]')
  return heard.map(mask).join('\n')
}

describe('between two tries', () => {
  const TURNS = [0, 1, 2, 3]
  const hinted = QUESTIONS.map((question) => ({ ...question, hint: 'HINT-1' }))
  const other = (question: Question): Question => ({ ...withOtherKey(question as never), hint: 'HINT-1' })

  test.each(hinted.map((question) => [question.kind, question] as const))(
    'two %s questions that differ only in the key give the same bytes to an answer that is right in neither',
    async (kind, question) => {
      let compared = 0
      for (const turn of TURNS) {
        const plain: Tap = (_, text) => text
        const one = await overhearTried(question, turn, plain)
        const two = await overhearTried(other(question), turn, plain)
        if (one === null || two === null) continue
        compared++
        expect(two).toBe(one)
        expect(one).toContain('HINT-1')
        for (const word of [
          'WHY-',
          'EXPLANATION',
          'CORRECTION',
          'FACT-1',
          'ACCEPTED',
          '"feedback"',
          '"mark"',
        ])
          expect(one).not.toContain(word)
      }
      // A statement has one try: whoever is wrong there knows what is right.
      expect(compared > 0).toBe(kind !== 'true-false')
    },
  )

  test('a planted leak turns this red', async () => {
    const leak: Tap = (address, text, { explanation }) =>
      address.endsWith('responses') ? text.replace('{', `{"n":${explanation.length},`) : text
    const [question] = hinted
    if (question)
      expect(await overhearTried(other(question), 0, leak)).not.toBe(await overhearTried(question, 0, leak))
  })
})

test('every address of the API is overheard', async () => {
  const heard = new Set<Address>()
  const [question] = QUESTIONS
  if (question) {
    await overhear(question, 'practice', (address, text) => {
      heard.add(address)
      return text
    })
  }
  // Handing in ends the time before the answer. A pack is asked for to have the key, and recorded (pack.test.ts).
  const apart = ['POST /api/attempts/[id]/submit', 'POST /api/attempts/[id]/pack']
  expect([...heard, ...apart].sort()).toEqual([...addresses].sort())
})

test('after the answer is in, the feedback says all of it', async () => {
  const { set } = await storeQuiz()
  const started = await startAttempt(
    { personId: null, role: 'guest' },
    { set, mode: 'practice', key: randomUUID() },
  )
  if (!('done' in started) || !started.cookies?.[0]) throw new Error('the attempt did not start')
  const { attempt, view } = started.done
  const guest = { attempt, view, cookie: asSent(started.cookies[0]) }
  const reply = await save(guest, { position: 2, answer: true, check: true })
  expect(reply.json.feedback).toMatchObject({
    mark: 0,
    correction: "CORRECTION: Acme's revenue rose 12% in 2024.",
    passages: [{ figures: [{ start: expect.any(Number), end: expect.any(Number) }] }],
  })
  const source = await call('GET /api/attempts/[id]/source', {
    id: attempt,
    cookie: guest.cookie,
    query: '?position=2',
  })
  expect(source.json.marks).toHaveLength(1)
})
