import { randomUUID } from 'node:crypto'
import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import { wilson } from '#core'
import { closeStore, pool } from '#server/db'
import { getAnalysis } from '../../../server/assignments/analysis.ts'
import type { AnalysisView, QuestionAnalysis } from '../../../server/assignments/analysis-view.ts'
import { createAssignment, removeAssignment } from '../../../server/assignments/assign.ts'
import type { AssignmentRules } from '../../../server/assignments/view.ts'
import { getSet } from '../../../server/quizzes/sets.ts'
import { listFirstAnswers } from '../../../server/statistics/first-answers.ts'
import { expectClose } from '../../support/close.ts'
import { QUESTIONS, spanOf, storeQuiz } from '../../support/quiz.ts'
import { doneOf, openClass, openTeacher, RULES_OF_TEST } from '../../support/school.ts'
import { begin, call } from '../../support/site.ts'

afterAll(closeStore)

const PEOPLE = 12
const ASKED = QUESTIONS.filter(({ kind }) =>
  ['choice', 'true-false', 'number', 'multiple-response'].includes(kind),
)
const WHOLE = ['Chile', 'Norway']
const HALF = ['Chile', 'Peru']

/** What each of twelve people answers: a choice, a statement, a number and several of many. */
const GIVEN: readonly (readonly [string | null, boolean, number, readonly string[] | null])[] = [
  ['12%', false, 45, WHOLE],
  ['12%', false, 45, WHOLE],
  ['12%', false, 44, WHOLE],
  ['12%', false, 44, WHOLE],
  ['20%', false, 44, WHOLE],
  ['20%', false, 44, WHOLE],
  ['20%', false, 44, HALF],
  ['20%', false, 44, HALF],
  ['20%', true, 44, HALF],
  ['20%', true, 44, HALF],
  ['8%', true, 44, HALF],
  [null, true, 44, null],
]
/** The marks that follow, written down apart. */
const MARKS = [
  [1, 1, 1, 1],
  [1, 1, 1, 1],
  [1, 1, 0, 1],
  [1, 1, 0, 1],
  [0, 1, 0, 1],
  [0, 1, 0, 1],
  [0, 1, 0, 0],
  [0, 1, 0, 0],
  [0, 0, 0, 0],
  [0, 0, 0, 0],
  [0, 0, 0, 0],
  [0, 0, 0, 0],
]
/** Whoever chose 20% is certain of it but for the last, and everybody guesses the number. */
const surenessOf = (person: number, place: number) =>
  place === 0 && person >= 4 && person <= 9
    ? { confidence: person < 9 ? 'certain' : 'guess' }
    : place === 2
      ? { confidence: 'guess' }
      : {}

let own: Awaited<ReturnType<typeof openClass>>
let quiz: Awaited<ReturnType<typeof storeQuiz>>
let assignment: string

const assign = async (set: string, rules: Partial<AssignmentRules> = {}) =>
  doneOf(
    await createAssignment(own.teacher, { class: own.id, set, chosen: null, ...RULES_OF_TEST, ...rules }),
  ).assignment

/** Begins an attempt and answers as person `like` does, where the question was put to them; says which were. */
async function answer(
  of: string,
  person: number,
  like = person,
): Promise<{ attempt: string; asked: string[] }> {
  const cookie = own.learners[person]?.cookie() ?? ''
  const started = await call('POST /api/attempts', { body: { assignment: of, key: randomUUID() }, cookie })
  const { attempt, view } = started.json
  for (const { position, shown } of view.items) {
    const place = ASKED.findIndex(({ stem }) => stem === shown.stem)
    const given = GIVEN[like]?.[place] ?? null
    if (given === null) continue
    const idOf = (text: string) =>
      'options' in shown ? shown.options.find((each) => each.text === text)?.id : undefined
    const body = {
      ...{ position, sequence: 1, key: randomUUID(), check: false, seconds: 10 + like },
      answer: Array.isArray(given) ? given.map(idOf) : typeof given === 'string' ? idOf(given) : given,
      ...surenessOf(like, place),
    }
    const saved = await call('POST /api/attempts/[id]/responses', { id: attempt, cookie, body })
    expect(saved.status).toBe(200)
  }
  return { attempt, asked: view.items.map(({ shown }) => shown.stem) }
}

async function take(of: string, person: number, like = person): Promise<string[]> {
  const { attempt, asked } = await answer(of, person, like)
  const cookie = own.learners[person]?.cookie() ?? ''
  const sent = await call('POST /api/attempts/[id]/submit', { id: attempt, cookie, body: {} })
  expect(sent.status).toBe(200)
  return asked
}

const look = async (of = assignment): Promise<AnalysisView> => {
  const found = await getAnalysis(own.teacher, of)
  if (!found) throw new Error('there is no analysis')
  return found
}
const questionOf = ({ questions }: AnalysisView, place: number): QuestionAnalysis => {
  const found = questions[place]
  if (!found) throw new Error(`there is no question ${place}`)
  return found
}

/** Has a question ask about a fact; with a standing question about it where it is in the bank. */
async function giveFact(version: string | undefined, isBanked: boolean): Promise<void> {
  const fact = randomUUID()
  await pool().query(
    `INSERT INTO fact (id, article_id, stable_key)
     SELECT $2::uuid, q.article_id, $2::uuid::text FROM question_version v JOIN question q ON q.id = v.question_id WHERE v.id = $1`,
    [version, fact],
  )
  await pool().query('INSERT INTO question_fact (version_id, fact_id, is_only) VALUES ($1, $2, true)', [
    version,
    fact,
  ])
  if (!isBanked) return
  await pool().query(
    `INSERT INTO bank_article (article_id, revision_id)
     SELECT q.article_id, v.revision_id FROM question_version v JOIN question q ON q.id = v.question_id WHERE v.id = $1
     ON CONFLICT DO NOTHING`,
    [version],
  )
  await pool().query(
    `INSERT INTO bank_item (version_id, article_id, kind, level, needs_article, banked)
     SELECT v.id, q.article_id, v.kind, 'easy', false, '{}' FROM question_version v JOIN question q ON q.id = v.question_id
     WHERE v.id = $1`,
    [version],
  )
}

beforeAll(async () => {
  own = await openClass(PEOPLE + 1)
  quiz = await storeQuiz(ASKED)
  assignment = await assign(quiz.set)
  for (const person of GIVEN.keys()) await take(assignment, person)
}, 120_000)

const sum = (values: readonly number[]): number => values.reduce((all, value) => all + value, 0)
const mean = (values: readonly number[]): number => sum(values) / values.length
const variance = (values: readonly number[]): number =>
  sum(values.map((value) => (value - mean(values)) ** 2)) / (values.length - 1)
const columnOf = (place: number): number[] => MARKS.map((row) => row[place] ?? 0)
const TOTALS = MARKS.map((row) => sum(row))

describe('the analysis of an assignment', () => {
  test('tells how the class as a whole has done', async () => {
    const view = await look()
    expect(view).toMatchObject({ id: assignment, title: 'Kettles', class: { id: own.id }, people: PEOPLE })
    expect(view.mean.value).toBeCloseTo(20 / 48, 12)
    // Of 0 0 0 0 1 1 2 2 3 3 4 4 out of four.
    expect(view.median.value).toBeCloseTo(1.5 / 4, 12)
    const ofItems = sum([0, 1, 2, 3].map((place) => variance(columnOf(place))))
    expect(view.alpha.value).toBeCloseTo((4 / 3) * (1 - ofItems / variance(TOTALS)), 12)
    expect(view.alpha).toMatchObject({ people: PEOPLE, answers: PEOPLE * 4 })
  })

  test('tells of each question how hard it was, and whom it parts', async () => {
    const { questions } = await look()
    expect(questions.map(({ number, kind, stem }) => [number, kind, stem])).toEqual(
      ASKED.map(({ kind, stem }, i) => [i + 1, kind, stem]),
    )
    expect(questions.map(({ right }) => right.people)).toEqual([4, 8, 2, 6])
    for (const [place, { facility, correlation, upperLower }] of questions.entries()) {
      const marks = columnOf(place)
      expect(facility).toEqual({ value: mean(marks), people: PEOPLE })
      // The best and the last four of twelve are the thirds, and the people stand in that order.
      expect(upperLower.value).toBeCloseTo(mean(marks.slice(0, 4)) - mean(marks.slice(8)), 12)
      const rest = TOTALS.map((total, person) => total - (marks[person] ?? 0))
      const products = sum(marks.map((mark, i) => (mark - mean(marks)) * ((rest[i] ?? 0) - mean(rest))))
      const spread = Math.sqrt(variance(marks) * variance(rest)) * (PEOPLE - 1)
      expect(correlation.value).toBeCloseTo(products / spread, 12)
    }
    expect(questions.map(({ isComparable }) => isComparable)).toEqual([false, false, false, false])
  })

  test('tells what each option drew, and from which third', async () => {
    const choice = questionOf(await look(), 0)
    expect(choice.key).toBe('12%')
    const drawn = (people: number) => ({ people, of: PEOPLE, share: people / PEOPLE })
    expect(choice.options).toEqual([
      {
        text: '8%',
        isKey: false,
        why: 'WHY-WRONG: that is nobody.',
        chosen: drawn(1),
        upper: 0,
        lower: 1 / 4,
      },
      { text: '12%', isKey: true, why: 'WHY-RIGHT: it is.', chosen: drawn(4), upper: 1, lower: 0 },
      {
        text: '20%',
        isKey: false,
        why: 'WHY-WRONG: that is another.',
        chosen: drawn(6),
        upper: 0,
        lower: 2 / 4,
      },
    ])
    expect(choice.blanks).toEqual(drawn(1))
    const [, , number, several] = (await look()).questions
    expect(several?.options.map(({ text, chosen }) => [text, chosen.people])).toEqual([
      ['Chile', 11],
      ['Ghana', 0],
      ['Norway', 6],
      ['Peru', 5],
    ])
    expect(number?.options).toEqual([])
    expect(number?.key).toContain('45')
  })

  test('tells how long it took, who was certain of what is wrong, and how guesses went', async () => {
    const view = await look()
    // Eleven have answered, in 10 to 20 seconds.
    expect(questionOf(view, 0).medianSeconds).toEqual({ value: 15, people: 11 })
    expect(questionOf(view, 0).certainWhenWrong).toEqual({ people: 5, of: 6, share: 5 / 6 })
    expect(questionOf(view, 0).rightWhenGuessed).toBeNull()
    expect(questionOf(view, 2).rightWhenGuessed).toEqual({
      ...{ people: 2, of: PEOPLE, share: 2 / PEOPLE },
      range: wilson(2, PEOPLE),
    })
  })

  test('says what follows in words, with the sentence that settles it', async () => {
    const choice = questionOf(await look(), 0)
    expect(choice.advice).toEqual([
      // 4 of 12 with three options.
      expect.objectContaining({ advice: 'no-better-than-chance', option: null }),
      {
        advice: 'most-chose',
        says: 'Most who were wrong chose ‘20%’ (6 of 7). WHY-WRONG: that is another.',
        option: 2,
      },
      expect.objectContaining({ advice: 'certain-but-wrong', option: null }),
    ])
    const sentence = spanOf('Acme, which makes kettles, said revenue rose 12% to $45m in 2024.')
    expect(choice.sentence).toEqual({ ...sentence, slug: quiz.slug })
  })

  test('names what several took for right, most people first, and where to read again', async () => {
    const { misconceptions } = await look()
    expect(misconceptions).toMatchObject([
      {
        question: quiz.versions[0],
        stem: ASKED[0]?.stem,
        text: '20%',
        why: 'WHY-WRONG: that is another.',
        chosen: { people: 6, of: PEOPLE },
        sentence: { slug: quiz.slug, quote: expect.stringContaining('rose 12%') },
      },
      {
        text: 'Peru',
        chosen: { people: 5, of: PEOPLE },
        sentence: { quote: 'Exports went to Norway and Chile for the first time.' },
      },
    ])
  })

  test('names what more than half missed for a follow-up, where it can be asked again', async () => {
    const [choice, , number, several] = quiz.versions
    expect((await look()).again).toEqual([])
    await giveFact(choice, false)
    await giveFact(number, true)
    // Half have missed it, not more.
    await giveFact(several, true)
    const missed = { people: 10, of: PEOPLE, share: 10 / PEOPLE }
    expect((await look()).again).toEqual([{ question: number, stem: ASKED[2]?.stem, missed }])
  })

  test('counts of each person the first attempt handed in, and of this assignment alone', async () => {
    const before = await look()
    // Once more, by whoever had everything right; elsewhere, and not handed in, by somebody who has not taken it.
    await take(assignment, 0, 11)
    await take(await assign(quiz.set), PEOPLE, 11)
    await begin(quiz.set, 'test', own.learners[PEOPLE]?.cookie())
    await answer(assignment, PEOPLE, 11)
    expectClose(await look(), before)
    const set = await getSet(quiz.set)
    if (!set) throw new Error('the set is not there')
    expect(await listFirstAnswers(set)).toHaveLength(PEOPLE + 1)
  })

  test('is not there for the teacher of another class, nor for learners, nor once it is taken back', async () => {
    const learner = await own.learners[0]?.viewer()
    for (const viewer of [await (await openTeacher()).viewer(), learner])
      expect(viewer && (await getAnalysis(viewer, assignment))).toBeNull()
    const other = await assign(quiz.set)
    expect(await getAnalysis(own.teacher, other)).toMatchObject({ people: 0, questions: [] })
    doneOf(await removeAssignment(own.teacher, { assignment: other }))
    expect(await getAnalysis(own.teacher, other)).toBeNull()
    expect(await getAnalysis(own.teacher, randomUUID())).toBeNull()
  })
})

describe('an assignment of which each draws their own', () => {
  test('counts a question for those alone to whom it was put', async () => {
    const DRAWN = 2
    const { set, versions } = await storeQuiz(ASKED)
    const drawing = await assign(set, { draw: DRAWN })
    // Taken back before anybody began: nobody draws it.
    await pool().query("INSERT INTO withdrawal (version_id, rule, reason) VALUES ($1, '1', 'wrong key')", [
      versions[1],
    ])
    const asked: string[][] = []
    for (const person of GIVEN.keys()) asked.push(await take(drawing, person))
    const { people, answers, mean: score, alpha, questions } = await look(drawing)
    expect([people, answers]).toEqual([PEOPLE, PEOPLE * DRAWN])
    expect(alpha).toMatchObject({ value: null, people: 0 })
    expect(questions.map(({ number }) => number)).toEqual([1, 3, 4])
    const scores = asked.map((stems, person) =>
      mean(stems.map((stem) => MARKS[person]?.[ASKED.findIndex((each) => each.stem === stem)] ?? 0)),
    )
    expect(score.value).toBeCloseTo(mean(scores), 12)
    for (const { stem, number, people: put, right } of questions) {
      const whom = [...asked.keys()].filter((person) => asked[person]?.includes(stem))
      expect(put).toBe(whom.length)
      expect(right.people).toBe(whom.filter((person) => MARKS[person]?.[number - 1] === 1).length)
    }
  })
})
