import { randomUUID } from 'node:crypto'
import { afterAll, describe, expect, test } from 'vitest'
import type { Kind, Question, QuestionOf } from '#core'
import { closeStore } from '#server/db'
import { startAttempt } from '../../../server/attempts/start.ts'
import { forgetKept } from '../../../server/kept.ts'
import { answerTo } from '../../support/answers.ts'
import { QUESTIONS, spanOf, storeQuiz } from '../../support/quiz.ts'
import { type Address, addresses, call, save } from '../../support/site.ts'

afterAll(closeStore)

/** The same question with another key and other words around it: everything that may not be told before the answer. */
const others: { readonly [K in Kind]: (question: QuestionOf<K>) => QuestionOf<K> } = {
  choice: (question) => ({
    ...question,
    ...whispered,
    options: question.options.map(({ text }) => ({ text, correct: text === '20%', why: `OTHER ${text}` })),
    answer: '20%',
  }),
  'true-false': ({ correction: _, ...question }) => ({ ...question, ...whispered, answer: true }),
  number: (question) => ({ ...question, ...whispered, answer: 54 }),
  cloze: (question) => ({ ...question, ...whispered, answer: 'John Roe', accepts: [] }),
  // As many are right: how many is said beforehand.
  'multiple-response': (question) => ({
    ...question,
    ...whispered,
    options: question.options.map(({ text }, i) => ({ text, correct: i > 1, why: `OTHER ${text}` })),
    answer: question.options.slice(2).map(({ text }) => text),
  }),
  ordering: (question) => ({
    ...question,
    ...whispered,
    answer: [...question.answer].reverse(),
    reasons: question.reasons.map((why) => `OTHER ${why}`),
  }),
  matching: (question) => ({
    ...question,
    ...whispered,
    answer: question.answer
      .map(([left], i) => [left, question.answer.at(i - 1)?.[1] ?? ''] as const)
      .reverse(),
    reasons: question.reasons.map((why) => `OTHER ${why}`),
  }),
  estimate: (question) => ({ ...question, ...whispered, answer: 300 }),
}
const whispered = {
  id: 'q-other',
  explanation: 'OTHER explanation',
  facts: ['OTHER-FACT', 'AND-MORE'],
  evidence: [spanOf('kettles, said')],
  hint: 'OTHER hint',
}
const withOtherKey = <K extends Kind>(question: QuestionOf<K>): Question =>
  (others[question.kind as K] as (question: QuestionOf<K>) => Question)(question)

/** Ids and times are random or now; in order of first sight, each gets the same name in both runs. */
function mask(text: string): string {
  const names = new Map<string, string>()
  const name = (found: string) => {
    if (!names.has(found)) names.set(found, `<${names.size}>`)
    return names.get(found) ?? ''
  }
  return text
    .replace(/[0-9a-f]{8}-[0-9a-f]{4}-[0-9a-f]{4}-[0-9a-f]{4}-[0-9a-f]{12}|\b[0-9a-f]{12}\b/g, name)
    .replace(/\d{4}-\d\d-\d\dT[\d:.]+Z/g, '<time>')
}

type Tap = (address: Address, text: string, question: Question) => string

/** Everything that can be learned over the API about one question before its answer is final. */
async function overhear(
  question: Question,
  mode: 'practice' | 'test',
  tap: Tap = (_, text) => text,
): Promise<string> {
  forgetKept()
  const { set } = await storeQuiz([question])
  const started = await startAttempt(
    { personId: null, role: 'guest' },
    { set, mode, key: randomUUID(), seed: 'the same' },
  )
  if (!('done' in started) || !started.cookie) throw new Error('the attempt did not start')
  const { attempt: id, view } = started.done
  const guest = { attempt: id, view, cookie: `${started.cookie.name}=${started.cookie.value}` }
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
  await hear('POST /api/attempts', { body: { set, mode, key: randomUUID() } })
  await hear('POST /api/questions/[id]/flag', { id: view.items[0]?.question, body: { reason: 'hm' } })
  await hear('GET /api/[...missing]')
  await hear('POST /api/[...missing]', { body: { id } })
  await hear('GET /api/attempts/[id]')
  return heard.map(mask).join('\n')
}

describe.each(['practice', 'test'] as const)('in %s, before the answer is in', (mode) => {
  test.each(QUESTIONS.map((question) => [question.kind, question] as const))(
    'two %s questions that differ only in the key give the same bytes',
    async (_, question) => {
      expect(await overhear(withOtherKey(question as never), mode)).toBe(await overhear(question, mode))
    },
  )

  test.each(QUESTIONS.map((question) => [question.kind, question] as const))(
    'a planted leak about a %s question turns this red',
    async (_, question) => {
      const leak: Tap = (address, text, { explanation }) =>
        address === 'GET /api/attempts/[id]' ? text.replace('{', `{"n":${explanation.length},`) : text
      expect(await overhear(withOtherKey(question as never), mode, leak)).not.toBe(
        await overhear(question, mode, leak),
      )
    },
  )

  test('no reply holds a reason, an explanation, a correction or a fact', async () => {
    for (const question of QUESTIONS) {
      const heard = await overhear(question, mode)
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
      ])
        expect(heard).not.toContain(word)
    }
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
  // Handing in ends the time before the answer.
  expect([...heard, 'POST /api/attempts/[id]/submit'].sort()).toEqual([...addresses].sort())
})

test('after the answer is in, the feedback says all of it', async () => {
  const { set } = await storeQuiz()
  const started = await startAttempt(
    { personId: null, role: 'guest' },
    { set, mode: 'practice', key: randomUUID() },
  )
  if (!('done' in started) || !started.cookie) throw new Error('the attempt did not start')
  const { attempt, view } = started.done
  const guest = { attempt, view, cookie: `${started.cookie.name}=${started.cookie.value}` }
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
