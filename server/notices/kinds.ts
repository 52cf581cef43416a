import { z } from 'zod'
import { ROLES } from '../access.ts'
import { DECIDED, type Decided } from '../flags/view.ts'

const nothing = z.strictObject({})

const corrected = z.strictObject({ title: z.string(), slug: z.string(), note: z.string() })

/** What each kind of notice carries, as it is stored. */
const DATA = {
  'password-changed': nothing,
  'mail-changed': nothing,
  'codes-on': nothing,
  'codes-off': nothing,
  'service-connected': z.strictObject({ service: z.string() }),
  'new-browser': z.strictObject({ agent: z.string() }),
  'role-changed': z.strictObject({ role: z.enum(ROLES) }),
  'sessions-ended': nothing,
  'erasing-asked': z.strictObject({ eraseAt: z.string() }),
  enrolled: z.strictObject({ name: z.string(), role: z.enum(['learner', 'teacher']) }),
  assigned: z.strictObject({
    assignment: z.string(),
    title: z.string(),
    class: z.string(),
    due: z.string().nullable(),
  }),
  released: z.strictObject({
    assignment: z.string(),
    title: z.string(),
    class: z.string(),
    what: z.enum(['scores', 'answers']),
  }),
  regraded: z.strictObject({
    assignment: z.string(),
    title: z.string(),
    class: z.string(),
    reason: z.string(),
    isUndone: z.boolean(),
  }),
  'corrected-taught': corrected,
  'corrected-answered': corrected,
  'flagged-withdrawn': z.strictObject({ stem: z.string(), article: z.string(), slug: z.string() }),
  'question-decided': z.strictObject({
    /** What it is told for above all. */
    as: z.enum(['flagged', 'scored', 'remembered', 'taught']),
    decided: z.enum(DECIDED),
    stem: z.string(),
    word: z.string(),
    hasFlagged: z.boolean(),
    /** In words, where there is one that they may know. */
    key: z.string().nullable(),
    href: z.string(),
  }),
} as const

export type NoticeKind = keyof typeof DATA

type DataOf<Kind extends NoticeKind> = z.output<(typeof DATA)[Kind]>

/**
 * Something to tell people. `cause` names what has happened: whoever was told of it is not told again. What happens in the
 * very transaction that tells of it needs none.
 */
export type Notice = {
  [Kind in NoticeKind]: { readonly kind: Kind; readonly cause?: string; readonly data: DataOf<Kind> }
}[NoticeKind]

/** What notices are about, in the order and words of the page. */
export const SUBJECTS = { classes: 'Classes', questions: 'Questions', account: 'Your account' } as const
export type Subject = keyof typeof SUBJECTS

/** A notice in words. `href` is a path of ours. */
export interface NoticeWords {
  readonly title: string
  readonly text: string
  readonly href: string
}

interface KindOf<Data> {
  readonly about: Subject
  /** Whether it is mailed even to those who have not asked for it: what an owner must know of who is in their account. */
  readonly isUrgent: boolean
  readonly say: (data: Data) => NoticeWords
}

const NOT_YOU = 'If it was not you, change your password and end the sessions you do not know.'

const ofAccount = <Data>(title: string, text: (data: Data) => string): KindOf<Data> => ({
  about: 'account',
  isUrgent: true,
  say: (data) => ({ title, text: text(data), href: '/account' }),
})

type Told = DataOf<'question-decided'>

/** What was decided about a question, as all whom it concerns read it. */
const DECIDED_WORDS: { readonly [D in Decided]: string } = {
  dismissed: 'It stays as it is.',
  void: 'It counts for nobody.',
  'full-credit': 'Everybody who was asked it has the whole mark.',
  'accept-also': 'Another answer is right as well.',
  'corrected-key': 'Its right answer was corrected.',
  'taken-back': 'It is not asked any more.',
  undone: 'What was done about it has been undone; it counts as it did before.',
}

const DECIDED_TITLES: { readonly [W in Told['as']]: string } = {
  flagged: 'About a question you flagged',
  scored: 'Your score has changed',
  remembered: 'The right answer was another one',
  taught: 'A question of a quiz of yours was flagged',
}

function sayDecided({ as, decided, stem, word, hasFlagged, key, href }: Told): NoticeWords {
  const parts = [
    `‘${stem}’`,
    DECIDED_WORDS[decided],
    key === null ? '' : `Right: ${key.replace(/\.$/, '')}.`,
    word,
    hasFlagged ? 'Thank you for saying so.' : '',
  ]
  return { title: DECIDED_TITLES[as], text: parts.filter((part) => part !== '').join(' '), href }
}

const KINDS: { readonly [Kind in NoticeKind]: KindOf<DataOf<Kind>> } = {
  'password-changed': ofAccount(
    'Your password was changed',
    () =>
      'Every other browser has been signed out. If it was not you, ask your school for a new password at once.',
  ),
  'mail-changed': ofAccount('Your address was changed', () => `You sign in with the new one. ${NOT_YOU}`),
  'codes-on': ofAccount('Codes from an app are on', () => `They are asked for at every sign-in. ${NOT_YOU}`),
  'codes-off': ofAccount('Codes from an app are off', () => `A password is enough again. ${NOT_YOU}`),
  'service-connected': ofAccount(
    'Another service was connected',
    ({ service }) => `${service} lets you in from now on. ${NOT_YOU}`,
  ),
  'new-browser': ofAccount(
    'You signed in on a new browser',
    ({ agent }) => `${agent}: it had not been used for your account before. ${NOT_YOU}`,
  ),
  'role-changed': ofAccount(
    'Your role was changed',
    ({ role }) => `An admin has made you ${role === 'admin' ? 'an' : 'a'} ${role}.`,
  ),
  'sessions-ended': {
    about: 'account',
    isUrgent: false,
    say: () => ({
      title: 'You were signed out everywhere',
      text: 'An admin has ended all your sessions. What you did is kept.',
      href: '/account',
    }),
  },
  'erasing-asked': ofAccount(
    'Your account is going to be erased',
    ({ eraseAt }) => `On ${eraseAt.slice(0, 10)}, as was asked for. Until then you can keep it. ${NOT_YOU}`,
  ),
  enrolled: {
    about: 'classes',
    isUrgent: false,
    say: ({ name, role }) => ({
      title: role === 'teacher' ? 'You teach a class' : 'You are in a class',
      text:
        role === 'teacher'
          ? `A colleague has added you to ${name}.`
          : `Your teacher has put you into ${name}.`,
      href: '/classes',
    }),
  },
  assigned: {
    about: 'classes',
    isUrgent: false,
    say: ({ assignment, title, class: name, due }) => ({
      title: `A quiz for ${name}`,
      text: `‘${title}’${due === null ? '' : `, due ${due.slice(0, 10)}`}.`,
      href: `/assignments/${assignment}`,
    }),
  },
  released: {
    about: 'classes',
    isUrgent: false,
    say: ({ assignment, title, class: name, what }) => ({
      title: what === 'scores' ? 'Your score is there' : 'How it went is there',
      text: `‘${title}’, for ${name}${what === 'scores' ? '.' : ', with the answers and why.'}`,
      href: `/assignments/${assignment}`,
    }),
  },
  regraded: {
    about: 'classes',
    isUrgent: false,
    say: ({ assignment, title, class: name, reason, isUndone }) => ({
      title: 'Your score has changed',
      text: isUndone
        ? `A question of ‘${title}’, for ${name}, counts again as it did before it was regraded.`
        : `A question of ‘${title}’, for ${name}, was regraded: ${reason}`,
      href: `/assignments/${assignment}`,
    }),
  },
  'corrected-taught': {
    about: 'questions',
    isUrgent: false,
    say: ({ title, slug, note }) => ({
      title: 'An article you teach with was corrected',
      text: `‘${title}’: ${note} Questions of it that you have given or kept read otherwise now, or are not asked any more.`,
      href: `/articles/${slug}/corrections`,
    }),
  },
  'corrected-answered': {
    about: 'questions',
    isUrgent: false,
    say: ({ title, slug, note }) => ({
      title: 'What you were asked about was corrected',
      text: `‘${title}’: ${note}`,
      href: `/articles/${slug}/corrections`,
    }),
  },
  'flagged-withdrawn': {
    about: 'questions',
    isUrgent: false,
    say: ({ stem, article, slug }) => ({
      title: 'A question you flagged was taken back',
      text: `‘${stem}’, from ‘${article}’, is not asked any more. Thank you for saying so.`,
      href: `/articles/${slug}`,
    }),
  },
  'question-decided': { about: 'questions', isUrgent: false, say: sayDecided },
}

/** A stored notice's words, subject and urgency; null for one of a kind that this version does not know. */
export function sayNotice(
  kind: string,
  data: unknown,
): (NoticeWords & { readonly about: Subject; readonly isUrgent: boolean }) | null {
  if (!Object.hasOwn(KINDS, kind)) return null
  const { about, isUrgent, say } = KINDS[kind as NoticeKind] as KindOf<unknown>
  const read = DATA[kind as NoticeKind].safeParse(data)
  return read.success ? { ...say(read.data), about, isUrgent } : null
}

/** Whether notices of that kind are mailed even to those who have not asked for mail. */
export const isUrgent = (kind: NoticeKind): boolean => KINDS[kind].isUrgent
