import { setTimeout as sleep } from 'node:timers/promises'
import { createRandom, type Question, type Random } from '#core'
import type { AttemptView, FlagReply, ItemView, ResultsView, StartReply } from '#server/attempts/view'
import { pool } from '#server/db'
import { type Asking, createAsking } from './asking.ts'
import { many } from './came.ts'
import { type Desk, type Edited, loadArticles, makeStaff, openDesk } from './edits.ts'
import { fault } from './fault.ts'
import { judge } from './judge.ts'
import { assign, makeClass } from './members.ts'
import { startJobs, startNode } from './node.ts'
import { answerIn, MARKS, type Way } from './oracle.ts'
import { blankNotes, work } from './person.ts'

/** The longest that somebody thinks about an answer, and that passes between two edits, in milliseconds. */
const PAUSE = 600
const BETWEEN = 2_000
/** How long everything that follows from a regrade may take, in seconds. */
const FOLLOWS = 120

/** An attempt as it was begun, and how each question was answered last. */
interface Taken {
  readonly view: AttemptView
  readonly cookie: string
  readonly assignment: string | null
  readonly article: Edited
  readonly askedAt: number
  readonly begunAt: number
  readonly ways: Map<string, Way>
}

/** While people answer, articles are corrected, and questions taken back and regraded: an attempt keeps what it began with. */
export const edited = fault({
  number: 9,
  what: 'the questions corrected, taken back and regraded in mid-attempt',
  full: { people: 200, edits: 50 },
  async run({ random, say }, { people, edits }) {
    const [node, jobs] = [await startNode(), startJobs()]
    const asking = createAsking(node.url, people)
    const articles = await loadArticles()
    const school = await makeClass(Math.ceil(people / 2))
    const assignments = new Map<string, string>()
    for (const { set } of articles) assignments.set(set, await assign(school.id, set, { closesIn: 7_200 }))
    const taken: Taken[] = []
    const flag = async (version: string) => {
      const asked = taken.find(({ view }) => view.items.some(({ question }) => question === version))
      if (!asked) return false
      const body = { reason: 'The answer given as right is wrong', attempt: asked.view.id }
      const reply = await asking.insist<FlagReply>(`/api/questions/${version}/flag`, body, asked.cookie)
      return reply.sort === 'done'
    }
    const desk = openDesk(articles, { ...(await makeStaff(school.id)), assignments, flag })
    // What each question says is read before anything is done to it.
    const known = new Map<string, Question>()
    const learn = async (versions: Iterable<string>) => {
      for (const version of versions) known.set(version, await desk.read(version))
    }
    for (const { standings } of articles) await learn(standings[0]?.versions ?? [])

    const notes = Array.from({ length: people }, blankNotes)
    const seed = random.integer(1_000_000)
    let isOver = false
    const working = notes.map((own, i) => {
      const article = articles[(i >> 1) % articles.length] as Edited
      const learner = i % 2 === 0 ? school.learners[i / 2] : undefined
      const assignment = learner ? (assignments.get(article.set) ?? null) : null
      let current: Taken | undefined
      const habit = {
        takes: assignment
          ? { assignment }
          : { set: article.set, mode: i % 4 === 1 ? ('practice' as const) : ('test' as const) },
        pause: PAUSE,
        ...(learner ? { cookie: learner.cookie } : {}),
        onBegun: ({ view }: StartReply, cookie: string, askedAt: number) => {
          current = {
            view,
            cookie,
            assignment,
            article,
            askedAt,
            begunAt: performance.now(),
            ways: new Map(),
          }
          taken.push(current)
        },
        answer: ({ question, shown }: ItemView, chance: Random) => {
          const said = known.get(question)
          const way = (['right', 'wrong', 'blank'] as const)[chance.integer(3)] ?? 'blank'
          // A question that is newer than the last look: its answer is not judged here.
          if (!said) return null
          const given = answerIn(way, said, shown)
          current?.ways.set(question, given.way)
          return given.answer
        },
      }
      return work(asking, habit, createRandom(`${seed} ${i}`), own, () => isOver)
    })
    const did = new Map<string, number>()
    for (let i = 1; i <= edits; i++) {
      await sleep(random.integer(BETWEEN))
      const name = await desk.edit(random)
      did.set(name, (did.get(name) ?? 0) + 1)
      for (const { standings } of articles) await learn(standings.at(-1)?.versions ?? [])
      if (i % 10 === 0) say(`${i} of ${edits} edits`)
    }
    await sleep(BETWEEN)
    isOver = true
    const hurrying = setInterval(asking.hurry, 2_000)
    await Promise.all(working)
    clearInterval(hurrying)

    const wrong = [...(await followed())]
    for (const each of taken)
      wrong.push(...lookAtStart(each, desk), ...(await lookAtEnd(asking, each, known, desk)))
    const { rows } = await pool().query<{ id: string }>(
      'SELECT s.id FROM quiz_set s JOIN article a ON a.id = s.article_id WHERE a.slug = ANY($1)',
      [articles.map(({ slug }) => slug)],
    )
    const verdict = await judge(
      rows.map(({ id }) => id),
      notes,
    )
    const errors = [...asking.errors, ...notes.flatMap((own) => own.errors)]
    const answers = notes.reduce((sum, { acknowledged }) => sum + acknowledged.length, 0)
    asking.close()
    await Promise.all([node.stop(), jobs.stop()])
    const edited = [...did].map(([name, times]) => `${times} ${name}`).sort()
    return {
      ...verdict,
      errors,
      wrong: [...verdict.wrong, ...wrong],
      did: `${edits} edits (${edited.join(', ')}); ${many(people)} people, ${many(taken.length)} attempts, ${many(answers)} answers`,
    }
  },
})

/** Waits until everything that follows from the regrades is done; says so where it is not. */
async function followed(): Promise<readonly string[]> {
  for (let seconds = 0; seconds < FOLLOWS; seconds++) {
    const { rows } = await pool().query<{ left: number }>(
      "SELECT count(*)::int AS left FROM graphile_worker.jobs WHERE task_identifier IN ('carry-out-decision', 'tell-of-regrade')",
    )
    if (rows[0]?.left === 0) return []
    await sleep(1_000)
  }
  return ['what follows from a regrade is not done']
}

/** Of its own it has the questions that stood as it was asked for, of an assignment those that were given. */
function* lookAtStart(
  { view, assignment, article, askedAt, begunAt }: Taken,
  { articles, gone }: Desk,
): Generator<string> {
  const { standings } = articles.find(({ slug }) => slug === article.slug) ?? article
  const asked = view.items.map(({ question }) => question)
  if (assignment !== null) {
    if (!asked.every((version) => standings[0]?.versions.has(version)))
      yield 'a class was asked something else'
    if (asked.some((version) => (gone.get(version) ?? Number.POSITIVE_INFINITY) < askedAt))
      yield 'a class was asked what had been taken back'
    return
  }
  const possible = standings.filter(
    ({ began }, i) => began <= begunAt && (standings[i + 1]?.done ?? Number.POSITIVE_INFINITY) >= askedAt,
  )
  const isOne = ({ versions }: (typeof standings)[0]) =>
    versions.size === asked.length && asked.every((version) => versions.has(version))
  if (!possible.some(isOne)) yield 'an attempt began with what did not stand'
}

/** The results ask what was asked, and mark it by what the question said then, or by its regrade. */
async function lookAtEnd(
  asking: Asking,
  { view, cookie, assignment, ways }: Taken,
  known: ReadonlyMap<string, Question>,
  { regrades }: Desk,
): Promise<readonly string[]> {
  const wrong: string[] = []
  const got = await asking.insist<ResultsView>(`/api/attempts/${view.id}/results`, undefined, cookie)
  if (got.sort !== 'done') return [`results: ${got.error}`]
  const { rows, score, count } = got.reply
  const was = new Map(view.items.map((item) => [item.position, item]))
  let [sum, counted] = [0, 0]
  for (const { position, question, shown, feedback } of rows) {
    const begun = was.get(position)
    const said = known.get(question)
    if (begun?.question !== question || JSON.stringify(begun.shown) !== JSON.stringify(shown))
      wrong.push('another question than the attempt began with')
    if (!said) continue
    if (said.stem !== shown.stem) wrong.push('a question says something else than it did')
    const regrade = regrades.get(question)
    const holds = regrade && (regrade.assignment === null || regrade.assignment === assignment)
    const remedy = holds ? regrade.remedy : 'none'
    const mark = MARKS[remedy][ways.get(question) ?? 'blank']
    const told = feedback.regraded ? feedback.regraded.mark : feedback.mark
    if (told !== mark) wrong.push(`${told} in place of ${mark} (${remedy})`)
    if ((feedback.regraded !== undefined) !== Boolean(holds))
      wrong.push(`a regrade is not told, or one that is none`)
    sum += mark ?? 0
    counted += mark === null ? 0 : 1
  }
  if (rows.length !== view.items.length) wrong.push('not every question has come back')
  if (
    rows.every(({ question }) => known.has(question)) &&
    (Math.abs(score - sum) > 1e-9 || count !== counted)
  )
    wrong.push(`a score of ${score} of ${count} in place of ${sum} of ${counted}`)
  return wrong
}
