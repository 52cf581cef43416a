/** The first part of the address of every page and route; what is none of them is counted together. */
const FIRST = new Set([
  ...[
    'account',
    'admin',
    'age',
    'articles',
    'assign',
    'assignments',
    'bank',
    'bring-in',
    'classes',
    'companies',
  ],
  ...[
    'concepts',
    'confirm',
    'corrections',
    'desks',
    'feed.xml',
    'flags',
    'forgotten',
    'healthz',
    'join',
    'library',
  ],
  ...[
    'me',
    'metrics',
    'mixed',
    'new-password',
    'notices',
    'offline',
    'people',
    'practice',
    'quiz',
    'readyz',
    'review',
  ],
  ...['sets', 'sign-in', 'sign-up', 'stop-mail', 'today', '_next'],
])

/** The same for the part behind /api/, and for the last part behind an attempt. */
const API = new Set([
  ...['attempts', 'auth', 'bank', 'classes', 'desks', 'imports', 'me', 'questions', 'sets', 'stop-mail'],
])
const OF_ATTEMPT = new Set(['keep', 'next', 'pack', 'responses', 'results', 'source', 'submit'])

const OTHER = 'other'

/** What an address is counted as: a few words of ours, whatever it names, so that no person and no thing stands in it. */
export function groupOf(url: string): string {
  const end = url.indexOf('?')
  const [first = '', second = '', , fourth = ''] = (end < 0 ? url : url.slice(0, end)).slice(1).split('/', 4)
  if (first === '') return 'front'
  if (first !== 'api') return FIRST.has(first) ? first : OTHER
  if (!API.has(second)) return OTHER
  return second === 'attempts' && OF_ATTEMPT.has(fourth) ? `api/attempts/${fourth}` : `api/${second}`
}
