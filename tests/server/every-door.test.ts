import path from 'node:path'
import { expect, test } from 'vitest'
import { sourcesIn, walkDoors } from '../support/doors.ts'
import { addresses } from '../support/site.ts'

test('every route handler, server action and page asks at its door for a deed of the table', () => {
  const { doors, faults } = walkDoors(sourcesIn(['app', 'ui', 'server']))
  expect(faults).toEqual([])
  expect(doors.map(({ file }) => file)).toContain('app/api/attempts/route.ts')
})

test('the tests know every route of the API', () => {
  const { doors } = walkDoors(sourcesIn(['app/api']))
  const found = doors.map(({ file, name }) => `${name} /${path.dirname(file).replace(/^app\//, '')}`)
  // Those of next-auth are visited in tests/server/accounts.
  const ofNextAuth = ['GET /api/auth/[...nextauth]', 'POST /api/auth/[...nextauth]']
  expect(found.sort()).toEqual([...addresses, ...ofNextAuth].sort())
})

const wrapped = "import { route } from '#server/route'\n"
const planted: readonly (readonly [string, string, string])[] = [
  ['a bare handler', 'app/api/x/route.ts', 'export async function GET() { return new Response() }'],
  ['a bare constant', 'app/api/x/route.ts', 'export const POST = async () => new Response()'],
  ['a handler from elsewhere', 'app/api/x/route.ts', "export { GET } from '../y/handler'"],
  [
    'a wrapper of its own',
    'app/api/x/route.ts',
    "const route = (a, b) => b\nexport const GET = route({ deed: 'read-articles' }, work)",
  ],
  [
    'a deed outside the table',
    'app/api/x/route.ts',
    `${wrapped}export const GET = route({ deed: 'burn' }, work)`,
  ],
  [
    'a deed that is worked out',
    'app/api/x/route.ts',
    `${wrapped}export const GET = route({ deed: pick() }, work)`,
  ],
  ['no deed', 'app/api/x/route.ts', `${wrapped}export const GET = route({ input }, work)`],
  [
    'next-auth without its door',
    'app/api/auth/[...nextauth]/route.ts',
    "import NextAuth from 'next-auth'\nexport const GET = NextAuth({})",
  ],
  [
    'the door of next-auth elsewhere',
    'app/api/x/route.ts',
    "import { authRoute } from '#server/accounts/auth-route'\nexport const GET = authRoute({ deed: 'sign-in' })",
  ],
  [
    'the door of programs elsewhere',
    'app/api/x/route.ts',
    "import { programRoute } from '#server/program-route'\nexport const GET = programRoute({ deed: 'read-metrics' }, work)",
  ],
  [
    'a program’s door without a deed',
    'app/metrics/route.ts',
    "import { programRoute } from '#server/program-route'\nexport const GET = programRoute({}, work)",
  ],
  ['a bare action', 'app/x/actions.ts', "'use server'\nexport async function save() {}"],
  [
    'an action beside a wrapped one',
    'app/x/actions.ts',
    "'use server'\nimport { action } from '#server/action'\nexport const a = action({ deed: 'flag-question' }, work)\nexport async function b() {}",
  ],
  [
    'an action inside a page',
    'app/x/page.tsx',
    "import { enter } from '#server/enter'\nexport default async function P() { await enter('read-articles')\nasync function save() { 'use server'\n }\n return null }",
  ],
  [
    'a page that does not ask',
    'app/x/page.tsx',
    "import { listLibrary } from '#server/library/list'\nexport default function P() { return null }",
  ],
  [
    'a page with a deed outside the table',
    'app/x/page.tsx',
    "import { enter } from '#server/enter'\nexport default async function P() { await enter('burn') }",
  ],
]

test.each(planted)('%s is found', (_, file, text) => {
  expect(walkDoors([{ file, text }]).faults).not.toEqual([])
})

test('what is as it should be is let by', () => {
  const sound = [
    {
      file: 'app/api/x/route.ts',
      text: `${wrapped}export const dynamic = 'force-dynamic'\nexport const GET = route({ deed: 'read-articles', input }, work)`,
    },
    {
      file: 'app/x/actions.ts',
      text: "'use server'\nimport { action } from '#server/action'\nexport const a = action({ deed: 'flag-question', input }, work)",
    },
    {
      file: 'app/x/page.tsx',
      text: "import type { Viewer } from '#server/viewer'\nexport default function P() { return null }",
    },
  ]
  const { doors, faults } = walkDoors(sound)
  expect(faults).toEqual([])
  expect(doors.map(({ deed }) => deed)).toEqual(['read-articles', 'flag-question'])
})
