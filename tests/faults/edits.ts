import { randomUUID } from 'node:crypto'
import { type Question, type Random, REMEDIES, type RemedyName } from '#core'
import { loadContent } from '#server/content/load'
import { publishCorrection } from '#server/corrections/decide'
import { getEditable, proposeEdit } from '#server/corrections/propose'
import { pool } from '#server/db'
import { decideFlags } from '#server/flags/decide'
import { getFlagPage, querySchema } from '#server/flags/page'
import type { Viewer } from '#server/viewer'
import { readQuestion } from '../../server/questions/stored.ts'
import { BRINGS_KEY, countRegrades, regradeQuestion } from '../../server/regrades/regrade.ts'
import { openContentFolder, putRetailer } from '../support/content-folder.ts'
import { doneOf } from '../support/school.ts'
import { hasOtherKey, otherKey } from './oracle.ts'

/** What stood of an article's quiz from one moment to the next, by the clock of `performance`. */
interface Standing {
  readonly versions: ReadonlySet<string>
  /** When what made it stand was begun, and when it was done. */
  readonly began: number
  readonly done: number
}

/** An article that is edited while people answer its questions. */
export interface Edited {
  readonly slug: string
  /** Its quiz as it was at first. */
  readonly set: string
  /** The newest last. */
  readonly standings: Standing[]
}

/** A regrade, and where it holds: in one assignment, or everywhere. */
export interface Regrade {
  readonly remedy: RemedyName
  readonly assignment: string | null
}

/** What is done to articles and questions behind people's backs, and what has been done. */
export interface Desk {
  readonly articles: readonly Edited[]
  /** By question version; none is regraded twice. */
  readonly regrades: ReadonlyMap<string, Regrade>
  /** Questions that were taken back, and when that was done. */
  readonly gone: ReadonlyMap<string, number>
  /** What a version says; read once, before anything is done to it. */
  read(version: string): Promise<Question>
  /** Does something by chance; gives what it was. */
  edit(random: Random): Promise<string>
}

/** What the desk works with. */
export interface Around {
  readonly admin: Viewer
  readonly teacher: Viewer
  /** Assignments by the set they were given. */
  readonly assignments: ReadonlyMap<string, string>
  /** Flags a question as a reader who has been asked it; false where nobody has. */
  readonly flag: (version: string) => Promise<boolean>
}

const FIRMS = ['Amberley', 'Birchwell', 'Cawthorne', 'Dunmore']
/** Questions of a quiz that are left as they are, so that there is always something to ask. */
const LEFT = 4

/** Loads the articles as they are at first. */
export async function loadArticles(): Promise<readonly Edited[]> {
  const content = openContentFolder()
  for (const [i, firm] of FIRMS.entries()) putRetailer(content, firm, i + 1)
  await loadContent(content)
  content.remove()
  return Promise.all(
    FIRMS.map(async (firm) => {
      const slug = firm.toLowerCase()
      const { set, versions } = await newestSet(slug)
      return { slug, set, standings: [{ versions, began: 0, done: 0 }] }
    }),
  )
}

async function newestSet(slug: string): Promise<{ set: string; versions: ReadonlySet<string> }> {
  const { rows } = await pool().query<{ set: string; versions: string[] }>(
    `SELECT s.id AS set, ARRAY(SELECT version_id::text FROM quiz_set_item WHERE set_id = s.id) AS versions
     FROM quiz_set s JOIN article a ON a.id = s.article_id WHERE a.slug = $1 ORDER BY s.number DESC LIMIT 1`,
    [slug],
  )
  const [{ set, versions }] = rows as [{ set: string; versions: string[] }]
  return { set, versions: new Set(versions) }
}

/** Opens the desk at which articles are corrected, questions taken back and regraded, all by the functions of the pages. */
export function openDesk(articles: readonly Edited[], around: Around): Desk {
  const { admin, teacher, assignments, flag } = around
  const regrades = new Map<string, Regrade>()
  const gone = new Map<string, number>()
  const read = new Map<string, Promise<Question>>()
  const readOnce = (version: string): Promise<Question> => {
    const known = read.get(version) ?? readVersion(version)
    read.set(version, known)
    return known
  }
  /** Does something to what stands of an article, and notes what stands then. */
  const change = async (article: Edited, work: () => Promise<unknown>) => {
    const began = performance.now()
    await work()
    const { versions } = await newestSet(article.slug)
    article.standings.push({ versions, began, done: performance.now() })
  }
  const anyOf = <T>(list: readonly T[], random: Random): T | undefined => list[random.integer(list.length)]
  /** One that stands, has not been regraded, and can be spared. */
  const anyQuestion = (article: Edited, random: Random): string | undefined => {
    const standing = [...(article.standings.at(-1)?.versions ?? [])]
    return standing.length > LEFT
      ? anyOf(
          standing.filter((version) => !regrades.has(version)),
          random,
        )
      : undefined
  }
  const remedyFor = async (version: string, random: Random) => {
    const question = await readOnce(version)
    const fitting = REMEDIES.filter((remedy) => !BRINGS_KEY[remedy] || hasOtherKey(question))
    const remedy = anyOf(fitting, random) ?? 'void'
    return { remedy, key: BRINGS_KEY[remedy] ? otherKey(question) : null }
  }
  const decide = async (
    version: string,
    choice: RemedyName | 'take-back',
    key: ReturnType<typeof otherKey>,
  ): Promise<boolean> => {
    if (!(await flag(version))) return false
    const page = await getFlagPage(admin, version, querySchema.parse({}))
    if (!page) throw new Error('a flag is not seen')
    const { seen, until } = page
    doneOf(
      await decideFlags(admin, {
        question: version,
        choice,
        key: key as never,
        word: 'It was wrong.',
        seen,
        until,
      }),
    )
    gone.set(version, performance.now())
    return true
  }

  const deeds: readonly (readonly [string, (article: Edited, random: Random) => Promise<boolean>])[] = [
    [
      'corrections',
      async (article, random) => {
        const found = await getEditable(admin, article.slug)
        if (!found) return false
        const { slug, base, title } = found
        // Other figures in one sentence: what asks about them is made anew, and nothing else.
        const body = found.body.replace(
          /rose \d+% to \$\d+m/,
          `rose ${2 + random.integer(90)}% to $${100 + random.integer(800)}m`,
        )
        const note = 'An earlier version gave another revenue.'
        const proposed = await proposeEdit(admin, { slug, base, title, body, note })
        if ('refused' in proposed) return false
        const { correction } = proposed.done
        await change(article, async () => doneOf(await publishCorrection(admin, { correction })))
        return true
      },
    ],
    [
      'taken back',
      async (article, random) => {
        const version = anyQuestion(article, random)
        if (version === undefined) return false
        let isDone = false
        await change(article, async () => {
          isDone = await decide(version, 'take-back', null)
        })
        return isDone
      },
    ],
    [
      'regraded in a class',
      async (article, random) => {
        const assignment = assignments.get(article.set) ?? ''
        const asked = [...(article.standings[0]?.versions ?? [])].filter((version) => !regrades.has(version))
        const question = anyOf(asked, random)
        if (question === undefined) return false
        const { remedy, key } = await remedyFor(question, random)
        const seen = await countRegrades(pool(), assignment)
        const sent = { assignment, seen, question, remedy, key: key as never, reason: 'It was wrong.' }
        regrades.set(question, { remedy, assignment })
        doneOf(await regradeQuestion(teacher, sent))
        return true
      },
    ],
    [
      'regraded everywhere',
      async (article, random) => {
        const version = anyQuestion(article, random)
        if (version === undefined) return false
        const { remedy, key } = await remedyFor(version, random)
        regrades.set(version, { remedy, assignment: null })
        let isDone = false
        await change(article, async () => {
          isDone = await decide(version, remedy, key)
        })
        if (!isDone) regrades.delete(version)
        return isDone
      },
    ],
  ]
  return {
    articles,
    regrades,
    gone,
    read: readOnce,
    async edit(random) {
      for (;;) {
        const [name, work] = anyOf(deeds, random) as (typeof deeds)[0]
        const article = anyOf(articles, random)
        if (article && (await work(article, random))) return name
      }
    },
  }
}

async function readVersion(version: string): Promise<Question> {
  const { rows } = await pool().query<{ body: unknown }>('SELECT body FROM question_version WHERE id = $1', [
    version,
  ])
  return readQuestion(rows[0]?.body)
}

/** Makes an admin, and somebody who teaches a class. */
export async function makeStaff(school: string): Promise<Pick<Around, 'admin' | 'teacher'>> {
  const [admin, teacher] = [randomUUID(), randomUUID()]
  await pool().query("INSERT INTO person (id, role) VALUES ($1, 'admin'), ($2, 'teacher')", [admin, teacher])
  await pool().query("INSERT INTO enrolment (class_id, person_id, role) VALUES ($1, $2, 'teacher')", [
    school,
    teacher,
  ])
  return { admin: { personId: admin, role: 'admin' }, teacher: { personId: teacher, role: 'teacher' } }
}
