import { createHash, randomBytes, randomUUID } from 'node:crypto'
import type pg from 'pg'
import type { Question } from '#core'
import { pool } from '#server/db'
import { writeBlocks, writeSources } from '../../server/articles/stored.ts'
import { type StoredPassage, writePassages, writeQuestion } from '../../server/questions/stored.ts'

const TITLE = 'Acme sells more kettles'
const SENTENCES = [
  'Acme, which makes kettles, said revenue rose 12% to $45m in 2024.',
  'Jane Doe became its chair, Tom Roe its finance chief and Ana Lima its head of exports.',
  'Sales of kettles grew 18%, of toasters 9%, of irons 4% and of fans 2%.',
  'Exports went to Norway and Chile for the first time.',
  'It sold 640,000 kettles.',
]
const BODY = SENTENCES.join(' ')
export const TEXT = `${TITLE}\n\n${BODY}`

/** Where words stand in TEXT. */
export const spanOf = (quote: string) => {
  const start = TEXT.indexOf(quote)
  return { start, end: start + quote.length, quote }
}
const base = {
  explanation: 'EXPLANATION: the article says so.',
  facts: ['FACT-1'],
  evidence: [spanOf('12%')],
  needsArticle: false,
}

/** A hint that gives nothing of them away. */
export const HINT = 'Think of what sells in winter.'

/** One question of every kind, with words in the key and its company that no reply may hold too early. */
export const QUESTIONS: readonly Question[] = [
  {
    ...base,
    id: 'q-choice',
    kind: 'choice',
    stem: "By how much did Acme's revenue rise in 2024?",
    options: [
      { text: '8%', correct: false, why: 'WHY-WRONG: that is nobody.' },
      { text: '12%', correct: true, why: 'WHY-RIGHT: it is.' },
      { text: '20%', correct: false, why: 'WHY-WRONG: that is another.' },
    ],
    answer: '12%',
  },
  {
    ...base,
    id: 'q-true-false',
    kind: 'true-false',
    stem: "Acme's revenue rose 20% in 2024.",
    answer: false,
    correction: "CORRECTION: Acme's revenue rose 12% in 2024.",
  },
  {
    ...base,
    id: 'q-number',
    kind: 'number',
    stem: "What was Acme's revenue in 2024?",
    answer: 45,
    unit: 'million dollars ($m)',
    tolerance: 0,
    evidence: [spanOf('$45m')],
  },
  {
    ...base,
    id: 'q-cloze',
    kind: 'cloze',
    stem: 'In 2024 _____ became the chair of Acme.',
    answer: 'Jane Doe',
    accepts: ['ACCEPTED Doe'],
    evidence: [spanOf('Jane Doe')],
  },
  {
    ...base,
    id: 'q-multiple-response',
    kind: 'multiple-response',
    stem: 'Which two countries did Acme export to for the first time in 2024?',
    options: [
      { text: 'Chile', correct: true, why: 'WHY-RIGHT: exports went there.' },
      { text: 'Ghana', correct: false, why: 'WHY-WRONG: nothing went to Ghana.' },
      { text: 'Norway', correct: true, why: 'WHY-RIGHT: exports went there too.' },
      { text: 'Peru', correct: false, why: 'WHY-WRONG: nothing went to Peru.' },
    ],
    answer: ['Chile', 'Norway'],
    evidence: [spanOf('Norway'), spanOf('Chile')],
  },
  {
    ...base,
    id: 'q-ordering',
    kind: 'ordering',
    stem: "Put Acme's products in order of sales growth in 2024, fastest first.",
    answer: ['Kettles', 'Toasters', 'Irons', 'Fans'],
    reasons: ['WHY-FIRST: 18%.', 'WHY-SECOND: 9%.', 'WHY-THIRD: 4%.', 'WHY-LAST: 2%.'],
    evidence: [spanOf('18%'), spanOf('9%'), spanOf('4%'), spanOf('2%.')],
  },
  {
    ...base,
    id: 'q-matching',
    kind: 'matching',
    stem: 'Match each person with their part at Acme at the end of 2024.',
    answer: [
      ['Jane Doe', 'Chair'],
      ['Tom Roe', 'Finance chief'],
      ['Ana Lima', 'Head of exports'],
    ],
    reasons: ['WHY-JANE: she became chair.', 'WHY-TOM: he became it.', 'WHY-ANA: she became it.'],
    evidence: [spanOf('Jane Doe'), spanOf('Tom Roe'), spanOf('Ana Lima')],
  },
  {
    ...base,
    id: 'q-estimate',
    kind: 'estimate',
    stem: 'How many kettles did Acme sell in 2024?',
    answer: 640,
    unit: 'thousand kettles',
    tolerance: 40,
    low: 200,
    high: 1000,
    evidence: [spanOf('640,000')],
  },
]

const sentences = SENTENCES.map(spanOf)

/** The sentence in which the first piece of evidence stands. */
function passageOf({ evidence }: Question): StoredPassage {
  const [piece] = evidence
  const at = sentences.findIndex(({ end }) => (piece?.start ?? 0) < end)
  const sentence = sentences[at] ?? spanOf(BODY)
  const figures = evidence.filter(({ start, end }) => start >= sentence.start && end <= sentence.end)
  return {
    ...sentence,
    before: SENTENCES.slice(0, at).join(' '),
    after: SENTENCES.slice(at + 1).join(' '),
    figures: figures.map(({ start, end }) => ({ start: start - sentence.start, end: end - sentence.start })),
  }
}

/** Newer than any: the app under test shall not read the article again and make its own questions of it. */
const NEWEST_ENGINE = '999.0.0'

/** Stores an article, of somebody's own where an owner is named, with a quiz set of these questions, by hand and not through the engine, in the store or another one; returns the set's id. */
export async function storeQuiz(
  questions: readonly Question[] = QUESTIONS,
  owner: string | null = null,
  db: Pick<pg.Pool, 'query'> = pool(),
): Promise<{ set: string; slug: string; versions: string[] }> {
  const [article, revision, reading, set] = [randomUUID(), randomUUID(), randomUUID(), randomUUID()]
  const slug = `acme-${article}`
  await db.query('INSERT INTO article (id, slug, owner_id) VALUES ($1, $2, $3)', [article, slug, owner])
  await db.query(
    `INSERT INTO revision (id, article_id, number, title, date, sector, companies, concepts, lead, text, blocks, sources, file_hash)
     VALUES ($1, $2, 1, $3, '2025-01-02', 'retail', '{Acme}', '{Revenue}', 'Lead.', $4, $5, $6, 'hash')`,
    [
      ...[revision, article, TITLE, TEXT],
      JSON.stringify(
        writeBlocks([
          { kind: 'title', start: 0, end: TITLE.length },
          { kind: 'paragraph', start: TITLE.length + 2, end: TEXT.length },
        ]),
      ),
      JSON.stringify(writeSources([{ publisher: 'Acme', title: 'Results' }])),
    ],
  )
  await db.query(
    "INSERT INTO reading (id, revision_id, engine_version, shortfall) VALUES ($1, $2, $3, '{}')",
    [reading, revision, NEWEST_ENGINE],
  )
  await db.query(
    "INSERT INTO quiz_set (id, article_id, revision_id, reading_id, number, settings) VALUES ($1, $2, $3, $4, 1, '{}')",
    [...[set, article, revision, reading]],
  )
  const versions: string[] = []
  for (const [i, question] of questions.entries()) {
    const [family, version] = [randomUUID(), randomUUID()]
    versions.push(version)
    await db.query('INSERT INTO question (id, article_id, family_key) VALUES ($1, $2, $3)', [
      family,
      article,
      `${i}`,
    ])
    await db.query(
      `INSERT INTO question_version
         (id, question_id, revision_id, number, kind, stem, body, passages, provenance, engine_version, verdict, content_hash)
       VALUES ($1, $2, $3, 1, $4, $5, $6, $7, 'engine', 'test', 'passed', $8)`,
      [
        ...[version, family, revision, question.kind, question.stem],
        ...[JSON.stringify(writeQuestion(question)), JSON.stringify(writePassages([passageOf(question)]))],
        createHash('sha256').update(JSON.stringify(question)).digest('hex'),
      ],
    )
    await db.query('INSERT INTO quiz_set_item (set_id, position, version_id) VALUES ($1, $2, $3)', [
      set,
      i + 1,
      version,
    ])
  }
  return { set, slug, versions }
}

/** Stores a set of somebody's, shared by `code`; `quizSet` is what it is now. */
export async function storeTeacherSet(
  owner: string,
  title: string,
  versions: readonly string[],
): Promise<{ set: string; quizSet: string; code: string }> {
  const [set, quizSet] = [randomUUID(), randomUUID()]
  const code = randomBytes(16).toString('base64url')
  await pool().query(
    `WITH stored AS (
       INSERT INTO quiz_set (id, teacher_set_id, number, settings) VALUES ($1, $2, 1, $3)
     ), made AS (
       INSERT INTO teacher_set (id, owner_id, title, set_id, share_code) VALUES ($2, $4, $5, $1, $6)
     )
     INSERT INTO quiz_set_item (set_id, position, version_id)
     SELECT $1, place, version FROM unnest($7::uuid[]) WITH ORDINALITY AS item (version, place)`,
    [
      ...[quizSet, set, JSON.stringify({ v: 1, count: versions.length, seed: set, limits: {}, title })],
      ...[owner, title, code, versions],
    ],
  )
  return { set, quizSet, code }
}

/** Stores a set over several articles with these versions; gives its id. */
export async function storeDrawnSet(versions: readonly string[], settings: object = {}): Promise<string> {
  const id = randomUUID()
  await pool().query('INSERT INTO quiz_set (id, number, settings) VALUES ($1, 1, $2)', [
    id,
    JSON.stringify({ v: 1, count: versions.length, seed: id, limits: {}, ...settings }),
  ])
  await pool().query(
    `INSERT INTO quiz_set_item (set_id, position, version_id)
     SELECT $1, place, version FROM unnest($2::uuid[]) WITH ORDINALITY AS item (version, place)`,
    [id, versions],
  )
  return id
}

/** Stores the same question once more, as written at a desk; gives its version. */
export async function storeAtDesk(version: string, desk: string): Promise<string> {
  const [family, id] = [randomUUID(), randomUUID()]
  await pool().query(
    `INSERT INTO question (id, article_id, family_key, desk_id) SELECT $1::uuid, q.article_id, $1::uuid::text, $3::uuid
     FROM question_version v JOIN question q ON q.id = v.question_id WHERE v.id = $2`,
    [family, version, desk],
  )
  await pool().query(
    `INSERT INTO question_version
       (id, question_id, revision_id, number, kind, stem, body, passages, provenance, engine_version, verdict, content_hash)
     SELECT $1, $2, revision_id, 1, kind, stem, body, passages, 'person', engine_version, verdict, content_hash
     FROM question_version WHERE id = $3`,
    [id, family, version],
  )
  return id
}

/** Withdraws these versions. */
export const withdraw = (versions: readonly string[]) =>
  pool().query(
    `INSERT INTO withdrawal (version_id, rule, reason) SELECT unnest($1::uuid[]), 'superseded', 'A newer one stands.'`,
    [versions],
  )
