import mammoth from 'mammoth'
import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import { PAPER_VERSIONS, type Paper, type PaperBody, type PaperVersion, type Question } from '#core'
import { closeStore } from '#server/db'
import type { Viewer } from '#server/viewer'
import { createAssignment, removeAssignment } from '../../../server/assignments/assign.ts'
import { downloadAssignment, downloadSet } from '../../../server/print/download.ts'
import { getAssignmentPaper, getSetPaper, readPrinting } from '../../../server/print/papers.ts'
import { QUESTIONS, storeQuiz, storeTeacherSet, withdraw } from '../../support/quiz.ts'
import { doneOf, openClass, openTeacherViewer, RULES_OF_TEST } from '../../support/school.ts'

afterAll(closeStore)

let own: Awaited<ReturnType<typeof openClass>>
let stranger: Viewer
let quiz: Awaited<ReturnType<typeof storeQuiz>>
let set: string
beforeAll(async () => {
  own = await openClass(1)
  stranger = await openTeacherViewer()
  quiz = await storeQuiz()
  set = (await storeTeacherSet(own.teacher.personId ?? '', 'Kettles', quiz.versions)).set
})

async function print(version: PaperVersion = 'A', of = set): Promise<Paper> {
  const paper = await getSetPaper(own.teacher, of, version)
  if (!paper) throw new Error('there is nothing to print')
  return paper
}
const stemOf = ({ stem }: { readonly stem: readonly string[] }) => stem.join('_____')
const questionOf = (stem: string): Question => {
  const found = QUESTIONS.find((question) => question.stem === stem)
  if (!found) throw new Error(`there is no such question: ${stem}`)
  return found
}

/** What somebody means who writes this on the paper, as the question has its answer. */
const READ: { readonly [Sort in PaperBody['sort']]: (body: never, mark: string) => unknown } = {
  boxes: ({ options }: Extract<PaperBody, { sort: 'boxes' }>, mark) =>
    mark
      .split(', ')
      .map((letter) => options.find((option) => option.letter === letter)?.text ?? letter)
      .sort(),
  line: (_, mark) => mark,
  order: ({ items }: Extract<PaperBody, { sort: 'order' }>, mark) => {
    const numbers = mark.split(', ').map(Number)
    return [...items].sort((a, b) => (numbers[items.indexOf(a)] ?? 0) - (numbers[items.indexOf(b)] ?? 0))
  },
  pairs: ({ lefts, rights }: Extract<PaperBody, { sort: 'pairs' }>, mark) =>
    Object.fromEntries(
      mark.split(', ').map((pair) => {
        const letter = pair.slice(1)
        return [lefts[Number(pair[0]) - 1], rights.find((right) => right.letter === letter)?.text]
      }),
    ),
  scale: (_, mark) => mark,
}
const RIGHT: Readonly<Record<string, unknown>> = {
  choice: ['12%'],
  'true-false': ['False'],
  number: '45 million dollars',
  cloze: 'Jane Doe',
  'multiple-response': ['Chile', 'Norway'],
  ordering: ['Kettles', 'Toasters', 'Irons', 'Fans'],
  matching: { 'Jane Doe': 'Chair', 'Tom Roe': 'Finance chief', 'Ana Lima': 'Head of exports' },
  estimate: '640 thousand kettles; 600 to 680 is right',
}

describe('a quiz on paper', () => {
  test.each(PAPER_VERSIONS)('of version %s has every kind, and a key that is right', async (version) => {
    const { questions, keys, title } = await print(version)
    expect(title).toBe('Kettles')
    expect(questions.map(({ number }) => number)).toEqual(QUESTIONS.map((_, i) => i + 1))
    expect(new Set(questions.map(({ body }) => body.sort)).size).toBe(5)
    for (const [i, question] of questions.entries()) {
      const { kind } = questionOf(stemOf(question))
      const read = READ[question.body.sort] as (body: PaperBody, mark: string) => unknown
      expect([kind, read(question.body, keys[i]?.mark ?? '')]).toEqual([kind, RIGHT[kind]])
      expect(question.task).toMatch(/[.!?]$/)
    }
  })

  test('has the same questions in another order in the other version, and stays the same', async () => {
    const [a, b] = [await print('A'), await print('B')]
    expect(a.questions.map(stemOf)).toEqual(QUESTIONS.map(({ stem }) => stem))
    expect(b.questions.map(stemOf)).not.toEqual(a.questions.map(stemOf))
    expect(b.questions.map(stemOf).sort()).toEqual(a.questions.map(stemOf).sort())
    expect([await print('A'), await print('B')]).toEqual([a, b])
    const short = await storeTeacherSet(own.teacher.personId ?? '', 'Two', quiz.versions.slice(0, 2))
    const orders = await Promise.all(PAPER_VERSIONS.map((version) => print(version, short.set)))
    expect(orders[1]?.questions.map(stemOf)).toEqual(orders[0]?.questions.map(stemOf).reverse())
  })

  test('says nothing of the key before the key', async () => {
    const { questions } = await print()
    const text = JSON.stringify(questions)
    for (const word of ['WHY-', 'EXPLANATION', 'CORRECTION', 'ACCEPTED', '"correct"', 'Revenue rose'])
      expect(text).not.toContain(word)
  })

  test('quotes with each key the sentence that settles it, and where it stands', async () => {
    const { keys } = await print()
    for (const { passages, why } of keys) {
      expect(why).toBe('EXPLANATION: the article says so.')
      expect(passages[0]?.source).toBe('Acme sells more kettles, 2025-01-02')
    }
    expect(keys[0]?.passages[0]?.quote).toContain('revenue rose 12%')
    expect(keys[1]?.words).toBe("CORRECTION: Acme's revenue rose 12% in 2024.")
  })

  test('leaves out what has been withdrawn, and counts it', async () => {
    const other = await storeQuiz()
    const made = await storeTeacherSet(own.teacher.personId ?? '', 'Kettles', other.versions)
    await withdraw(other.versions.slice(0, 2))
    const paper = await print('A', made.set)
    expect([paper.withdrawn, paper.questions.length, paper.keys.length]).toEqual([2, 6, 6])
    const text = await textOf(doneOf(await downloadSet(own.teacher, { id: made.set, version: 'A' })).body)
    expect(text).toContain('2 questions of the set have been withdrawn and are not printed.')
  })

  test('is not there for anybody but who owns the set or teaches the class', async () => {
    expect(await getSetPaper(stranger, set, 'A')).toBeNull()
    const assignment = await assign()
    const place = { id: own.id, assignment }
    expect((await getAssignmentPaper(own.teacher, place, 'A'))?.questions).toHaveLength(8)
    const learner = (await own.learners[0]?.viewer()) as Viewer
    for (const viewer of [stranger, learner]) {
      expect(await getAssignmentPaper(viewer, place, 'A')).toBeNull()
      expect(await downloadSet(viewer, { id: set, version: 'A' })).toEqual({ refused: 'not-found' })
      expect(await downloadAssignment(viewer, { ...place, version: 'A' })).toEqual({ refused: 'not-found' })
    }
    doneOf(await removeAssignment(own.teacher, { assignment }))
    expect(await getAssignmentPaper(own.teacher, place, 'A')).toBeNull()
  })

  test('is asked for by an address that anybody may have written', () => {
    expect(readPrinting({ version: 'B', key: '1' })).toEqual({ version: 'B', hasKey: true })
    for (const asked of [{}, { version: 'C', key: 'yes' }, { version: ['A', 'B'], key: ['1'] }])
      expect(readPrinting(asked)).toEqual({ version: 'A', hasKey: false })
  })
})

const assign = async () =>
  doneOf(
    await createAssignment(own.teacher, { class: own.id, set: quiz.set, chosen: null, ...RULES_OF_TEST }),
  ).assignment

const bufferOf = (body: string | Uint8Array) => ({ buffer: Buffer.from(body) })
const textOf = async (body: string | Uint8Array) => (await mammoth.extractRawText(bufferOf(body))).value

describe('a document for a word processor', () => {
  test('says the same as the paper, by another program’s reading', async () => {
    for (const version of PAPER_VERSIONS) {
      const paper = await print(version)
      const { body, type, fileName } = doneOf(await downloadSet(own.teacher, { id: set, version, key: '1' }))
      expect([type, fileName]).toEqual([
        'application/vnd.openxmlformats-officedocument.wordprocessingml.document',
        `quiz-${version}-with-key.docx`,
      ])
      const { value: html, messages } = await mammoth.convertToHtml(bufferOf(body))
      expect(messages).toEqual([])
      expect(html).toContain('<h1>Kettles</h1>')
      const text = await textOf(body)
      expect(text).toContain(`Version ${version}`)
      let from = 0
      for (const question of paper.questions) {
        const at = text.indexOf(`${question.number}. ${question.stem[0]}`, from)
        expect(at).toBeGreaterThan(-1)
        expect(text.indexOf(question.task, at)).toBeGreaterThan(at)
        for (const part of partsOf(question.body)) expect(text.indexOf(part, at)).toBeGreaterThan(at)
        from = at
      }
      const start = text.indexOf('Key: Kettles')
      expect(start).toBeGreaterThan(from)
      for (const { number, mark, passages } of paper.keys) {
        expect(text.indexOf(`${number}. ${mark}`, start)).toBeGreaterThan(start)
        for (const { quote } of passages) expect(text.indexOf(quote, start)).toBeGreaterThan(start)
      }
      for (const word of ['EXPLANATION', 'CORRECTION']) expect(text.indexOf(word)).toBeGreaterThan(start)
    }
  })

  test('has the key only where it is asked for', async () => {
    const assignment = await assign()
    const asked = { id: own.id, assignment, version: 'B' } as const
    const { body, fileName } = doneOf(await downloadAssignment(own.teacher, asked))
    const text = await textOf(body)
    expect(fileName).toBe('quiz-B.docx')
    for (const word of ['Key:', 'EXPLANATION', 'CORRECTION', 'WHY-']) expect(text).not.toContain(word)
  })
})

/** Every text that a body shows. */
const partsOf = (body: PaperBody): readonly string[] =>
  Object.values(body).flatMap((value) =>
    Array.isArray(value) ? value.map((each) => (typeof each === 'string' ? each : each.text)) : [],
  )
