import { randomUUID } from 'node:crypto'
import type {
  AttemptView,
  FlagReply,
  ResultsView,
  SaveBody,
  SaveReply,
  SourceTextView,
  StartReply,
} from '#server/attempts/view'
import type { NextReply } from '#server/practice/next-view'
import type { ErrorReply } from '#server/refusal-view'
import * as missing from '../../app/api/[...missing]/route.ts'
import * as keep from '../../app/api/attempts/[id]/keep/route.ts'
import * as next from '../../app/api/attempts/[id]/next/route.ts'
import * as pack from '../../app/api/attempts/[id]/pack/route.ts'
import * as responses from '../../app/api/attempts/[id]/responses/route.ts'
import * as results from '../../app/api/attempts/[id]/results/route.ts'
import * as attempt from '../../app/api/attempts/[id]/route.ts'
import * as source from '../../app/api/attempts/[id]/source/route.ts'
import * as submit from '../../app/api/attempts/[id]/submit/route.ts'
import * as attempts from '../../app/api/attempts/route.ts'
import * as previewFile from '../../app/api/bank/import/preview/route.ts'
import * as bringIn from '../../app/api/bank/import/route.ts'
import * as gradebook from '../../app/api/classes/[id]/gradebook.csv/route.ts'
import * as workbook from '../../app/api/classes/[id]/gradebook.xlsx/route.ts'
import * as assignedDocx from '../../app/api/classes/[id]/quizzes/[assignment]/quiz.docx/route.ts'
import * as standings from '../../app/api/classes/[id]/quizzes/[assignment]/standings/route.ts'
import * as watch from '../../app/api/classes/[id]/quizzes/[assignment]/watch/route.ts'
import * as deskFile from '../../app/api/desks/[id]/file/route.ts'
import * as imported from '../../app/api/imports/[id]/route.ts'
import * as imports from '../../app/api/imports/route.ts'
import * as answers from '../../app/api/me/answers.csv/route.ts'
import * as everything from '../../app/api/me/export.json/route.ts'
import * as here from '../../app/api/me/here/route.ts'
import * as notices from '../../app/api/me/notices/route.ts'
import * as flag from '../../app/api/questions/[id]/flag/route.ts'
import * as setFile from '../../app/api/sets/[id]/file/route.ts'
import * as setDocx from '../../app/api/sets/[id]/quiz.docx/route.ts'
import * as stopMail from '../../app/api/stop-mail/route.ts'

/** The route handlers of the app by address, called as Next calls them. */
const ROUTES = {
  'GET /api/[...missing]': missing.GET,
  'POST /api/[...missing]': missing.POST,
  'POST /api/attempts': attempts.POST,
  'GET /api/attempts/[id]': attempt.GET,
  'POST /api/attempts/[id]/keep': keep.POST,
  'POST /api/attempts/[id]/next': next.POST,
  'POST /api/attempts/[id]/pack': pack.POST,
  'POST /api/attempts/[id]/responses': responses.POST,
  'GET /api/attempts/[id]/results': results.GET,
  'GET /api/attempts/[id]/source': source.GET,
  'POST /api/attempts/[id]/submit': submit.POST,
  'GET /api/me/answers.csv': answers.GET,
  'GET /api/classes/[id]/gradebook.csv': gradebook.GET,
  'GET /api/classes/[id]/gradebook.xlsx': workbook.GET,
  'GET /api/classes/[id]/quizzes/[assignment]/quiz.docx': assignedDocx.GET,
  'GET /api/desks/[id]/file': deskFile.GET,
  'GET /api/sets/[id]/file': setFile.GET,
  'GET /api/sets/[id]/quiz.docx': setDocx.GET,
  'POST /api/imports': imports.POST,
  'GET /api/imports/[id]': imported.GET,
  'POST /api/bank/import': bringIn.POST,
  'POST /api/bank/import/preview': previewFile.POST,
  'GET /api/classes/[id]/quizzes/[assignment]/standings': standings.GET,
  'GET /api/classes/[id]/quizzes/[assignment]/watch': watch.GET,
  'GET /api/me/export.json': everything.GET,
  'GET /api/me/notices': notices.GET,
  'GET /api/me/here': here.GET,
  'POST /api/questions/[id]/flag': flag.POST,
  'POST /api/stop-mail': stopMail.POST,
} as const
export type Address = keyof typeof ROUTES

/** Every address, for tests that visit all of them. */
export const addresses = Object.keys(ROUTES) as Address[]

export const HOST = 'quiz.example'

export interface Call {
  readonly id?: string
  readonly query?: string
  readonly body?: unknown
  readonly cookie?: string | null
  /** Other headers; null takes one away. */
  readonly headers?: Readonly<Record<string, string | null>>
}

/** The fields of every reply there is; a test knows which of them its own has. */
type Told = ErrorReply &
  StartReply &
  SaveReply &
  AttemptView &
  ResultsView &
  SourceTextView &
  FlagReply &
  NextReply

export interface Reply {
  readonly status: number
  readonly text: string
  readonly headers: Headers
  readonly json: Told
}

/** Sends a request to a route handler, as a page of the site would, unless told otherwise. */
export async function call(
  address: Address,
  { id, query, body, cookie, headers = {} }: Call = {},
): Promise<Reply> {
  const [method = '', path = ''] = address.split(' ')
  const text = body === undefined ? null : typeof body === 'string' ? body : JSON.stringify(body)
  const sent: Record<string, string | null> = {
    host: HOST,
    ...(method === 'POST' ? { origin: `http://${HOST}`, 'content-type': 'application/json' } : {}),
    ...(text === null ? {} : { 'content-length': String(Buffer.byteLength(text)) }),
    ...(cookie ? { cookie } : {}),
    ...headers,
  }
  const request = new Request(
    `http://${HOST}${path.replace('[id]', encodeURIComponent(id ?? ''))}${query ?? ''}`,
    {
      method,
      headers: Object.entries(sent).filter((entry): entry is [string, string] => entry[1] !== null),
      body: text,
    },
  )
  const params = Promise.resolve(id !== undefined && path.includes('[id]') ? { id } : {})
  const response = await (ROUTES[address] as (request: Request, context: object) => Promise<Response>)(
    request,
    {
      params,
    },
  )
  const reply = await response.text()
  return {
    status: response.status,
    text: reply,
    headers: response.headers,
    json: isJson(response) ? JSON.parse(reply) : {},
  }
}

const isJson = ({ headers }: Response): boolean =>
  headers.get('content-type')?.startsWith('application/json') ?? false

/** The cookie a reply sets, as a browser would send it back. */
export const cookieOf = (reply: Reply): string => reply.headers.get('set-cookie')?.split(';')[0] ?? ''

/** A guest with an attempt of their own. */
export interface Guest {
  readonly cookie: string
  readonly attempt: string
  readonly view: StartReply['view']
}

/** Starts an attempt as somebody new, or as the owner of `cookie`; with so many tries a question. */
export async function begin(
  set: string,
  mode: 'practice' | 'test' = 'practice',
  cookie?: string,
  tries?: number,
): Promise<Guest> {
  const body = { set, mode, key: randomUUID(), anew: true, ...(tries === undefined ? {} : { tries }) }
  const reply = await call('POST /api/attempts', { body, ...(cookie ? { cookie } : {}) })
  if (reply.status !== 201) throw new Error(`starting gave ${reply.status}: ${reply.text}`)
  return { cookie: cookie ?? cookieOf(reply), attempt: reply.json.attempt, view: reply.json.view }
}

/** Saves an answer of a guest. */
export const save = (guest: Guest, body: Partial<SaveBody> & Pick<SaveBody, 'position'>): Promise<Reply> =>
  call('POST /api/attempts/[id]/responses', {
    id: guest.attempt,
    cookie: guest.cookie,
    body: { sequence: 1, key: randomUUID(), answer: null, check: false, ...body },
  })
