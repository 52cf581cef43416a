import { randomUUID } from 'node:crypto'
import { type APIRequestContext, type APIResponse, request } from '@playwright/test'
import type { AnswerMatrix, Random } from '#core'
import type { Shown, ShownOf } from '#core/learner'
import type { AnswerView, ItemView, StartReply } from '#server/attempts/view'
import { answer, BLANK } from '../support/answer-matrices.ts'

/** A way to answer a question: what it earns by the rules of marks, and, of options, those it chooses. */
interface Way {
  readonly mark: number
  readonly options?: readonly string[]
  readonly say: (shown: never) => AnswerView
}

/** A question of the quiz of every kind, with ways to answer it: the first is right, the last ones are wholly wrong. */
export interface Asked {
  readonly stem: string
  /** As its teacher reads them. */
  readonly options: readonly string[]
  readonly ways: readonly Way[]
}

const choosing = (...texts: readonly string[]) => ({
  options: texts,
  say: ({ options }: ShownOf<'choice'>) => options.find(({ text }) => text === texts[0])?.id ?? null,
})
const choosingAll = (...texts: readonly string[]) => ({
  options: texts,
  say: ({ options }: ShownOf<'multiple-response'>) =>
    options.filter(({ text }) => texts.includes(text)).map(({ id }) => id),
})
const saying = (said: AnswerView) => ({ say: () => said })
const inOrder = (...texts: readonly string[]) => ({
  say: ({ items }: ShownOf<'ordering'>) =>
    texts.map((text) => items.find((item) => item.text === text)?.id ?? ''),
})
const putting = (pairs: Readonly<Record<string, string>>) => ({
  say: ({ lefts, rights }: ShownOf<'matching'>) =>
    lefts.map(({ id, text }) => [id, rights.find((right) => right.text === pairs[text])?.id ?? ''] as const),
})

/** What each way earns is told by contracts.md and reckoned by hand. */
export const ASKED: readonly Asked[] = [
  {
    stem: "By how much did Acme's revenue rise in 2024?",
    options: ['8%', '12%', '20%'],
    ways: [
      { mark: 1, ...choosing('12%') },
      { mark: 0, ...choosing('8%') },
      { mark: 0, ...choosing('20%') },
    ],
  },
  {
    stem: "Acme's revenue rose 20% in 2024.",
    options: [],
    ways: [
      { mark: 1, ...saying(false) },
      { mark: 0, ...saying(true) },
    ],
  },
  {
    stem: "What was Acme's revenue in 2024?",
    options: [],
    ways: [
      { mark: 1, ...saying(45) },
      { mark: 0, ...saying(54) },
    ],
  },
  {
    stem: 'In 2024 _____ became the chair of Acme.',
    options: [],
    ways: [
      { mark: 1, ...saying('jane doe') },
      { mark: 0, ...saying('Tom Roe') },
    ],
  },
  {
    stem: 'Which two countries did Acme export to for the first time in 2024?',
    options: ['Chile', 'Ghana', 'Norway', 'Peru'],
    ways: [
      { mark: 1, ...choosingAll('Chile', 'Norway') },
      { mark: 0, ...choosingAll('Chile', 'Ghana') },
      { mark: 0, ...choosingAll('Ghana', 'Peru') },
    ],
  },
  {
    stem: "Put Acme's products in order of sales growth in 2024, fastest first.",
    options: [],
    ways: [
      { mark: 1, ...inOrder('Kettles', 'Toasters', 'Irons', 'Fans') },
      // Five pairs of six stand right, one does not.
      { mark: 4 / 6, ...inOrder('Kettles', 'Toasters', 'Fans', 'Irons') },
      { mark: 0, ...inOrder('Fans', 'Irons', 'Toasters', 'Kettles') },
    ],
  },
  {
    stem: 'Match each person with their part at Acme at the end of 2024.',
    options: [],
    ways: [
      {
        mark: 1,
        ...putting({ 'Jane Doe': 'Chair', 'Tom Roe': 'Finance chief', 'Ana Lima': 'Head of exports' }),
      },
      {
        mark: 1 / 3,
        ...putting({ 'Jane Doe': 'Chair', 'Tom Roe': 'Head of exports', 'Ana Lima': 'Finance chief' }),
      },
      {
        mark: 0,
        ...putting({ 'Jane Doe': 'Finance chief', 'Tom Roe': 'Head of exports', 'Ana Lima': 'Chair' }),
      },
    ],
  },
  {
    stem: 'How many kettles did Acme sell in 2024?',
    options: [],
    ways: [
      { mark: 1, ...saying(610) },
      // 80 beyond the tolerance, of the 160 that a quarter of the figure is.
      { mark: 0.5, ...saying(760) },
      { mark: 0, ...saying(200) },
    ],
  },
]

/** The way somebody answers each question; null is a blank. */
export type Plan = readonly (Way | null)[]

/** How somebody answers who knows so much, 0 to 1: the further down a question stands, the harder it is. */
export const planOf = (knows: number, random: Random): Plan =>
  ASKED.map(({ ways }, place) => {
    if (random.next() < 0.15 + 0.85 * knows - 0.04 * place) return ways[0] ?? null
    const others: readonly (Way | null)[] = random.next() < 0.1 ? [null] : ways.slice(1)
    return others[random.integer(others.length)] ?? null
  })

const mean = (values: readonly number[]): number =>
  values.reduce((sum, value) => sum + value, 0) / values.length

/** What a plan earns in all, 0 to 1; `credited` are stems for which everybody has the whole mark. */
export const scoreOf = (plan: Plan, credited: readonly string[] = []): number =>
  mean(plan.map((way, place) => (credited.includes(ASKED[place]?.stem ?? '') ? 1 : (way?.mark ?? 0))))

/** The same plans as a matrix of answers, a row each. */
export const matrixOf = (plans: readonly Plan[]): AnswerMatrix =>
  plans.map((plan) =>
    plan.map((way, place) =>
      way === null
        ? BLANK
        : answer(way.mark, {
            chosen: (way.options ?? []).map((text) => ASKED[place]?.options.indexOf(text) ?? -1),
          }),
    ),
  )

async function replyOf<Reply>(asked: Promise<APIResponse>): Promise<Reply> {
  const reply = await asked
  if (!reply.ok()) throw new Error(`${reply.url()} gave ${reply.status()}: ${await reply.text()}`)
  return reply.json()
}

/** An attempt that somebody without a browser takes. */
export interface ScriptedAttempt {
  readonly id: string
  /** Answers the questions with these stems as planned, one after another. */
  answer(plan: Plan, stems: readonly string[]): Promise<void>
  handIn(): Promise<void>
}

/** Somebody who does over HTTP what a browser does. */
export interface Scripted {
  start(assignment: string): Promise<ScriptedAttempt>
  /** What the server says instead of starting; throws when it starts. */
  refusedToStart(assignment: string): Promise<string>
  close(): Promise<void>
}

/** Signs in with what stands on a slip. */
export async function openScripted(name: string, password: string): Promise<Scripted> {
  const baseURL = process.env.BASE_URL ?? ''
  const origin = new URL(baseURL).origin
  const http: APIRequestContext = await request.newContext({ baseURL, extraHTTPHeaders: { origin } })
  const { csrfToken } = await replyOf<{ csrfToken: string }>(http.get('/api/auth/csrf'))
  await replyOf(
    http.post('/api/auth/callback/password', { form: { mail: name, password, csrfToken, json: 'true' } }),
  )
  const post = (path: string, data: object) => http.post(`/api/attempts${path}`, { data })
  const begin = (assignment: string) => post('', { assignment, key: randomUUID() })
  return {
    async start(assignment) {
      const { attempt, view } = await replyOf<StartReply>(begin(assignment))
      return {
        id: attempt,
        async answer(plan, stems) {
          for (const stem of stems) {
            const item = view.items.find(({ shown }) => shown.stem === stem)
            const way = plan[ASKED.findIndex((asked) => asked.stem === stem)]
            if (!item) throw new Error(`nobody asks '${stem}'`)
            if (way) await save(post, attempt, item, way)
          }
        },
        handIn: async () => {
          await replyOf(post(`/${attempt}/submit`, {}))
        },
      }
    },
    async refusedToStart(assignment) {
      const reply = await begin(assignment)
      if (reply.ok()) throw new Error('the attempt was begun')
      return (await reply.json()).error
    },
    close: () => http.dispose(),
  }
}

const save = async (
  post: (path: string, data: object) => Promise<APIResponse>,
  attempt: string,
  { position, shown }: ItemView,
  way: Way,
): Promise<void> => {
  const answer = (way.say as (shown: Shown) => AnswerView)(shown)
  const data = { position, sequence: 1, key: randomUUID(), answer, check: false }
  await replyOf(post(`/${attempt}/responses`, data))
}
