import { createHash, randomUUID } from 'node:crypto'
import type { Question } from '#core'
import { pool } from '#server/db'
import { writeBlocks, writeSources } from '../../server/articles/stored.ts'
import { type StoredPassage, writePassages, writeQuestion } from '../../server/questions/stored.ts'

const TITLE = 'Acme sells more kettles'
const BODY = 'Acme, which makes kettles, said revenue rose 12% to $45m in 2024. Jane Doe became its chair.'
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
]

const passageOf = ({ evidence }: Question): StoredPassage => {
  const [piece] = evidence
  const at = (piece?.start ?? 0) - TITLE.length - 2
  const quote = BODY
  return {
    start: TITLE.length + 2,
    end: TEXT.length,
    quote,
    before: '',
    after: '',
    figures: [{ start: at, end: at + (piece?.quote.length ?? 0) }],
  }
}

/** Stores an article with a quiz set of these questions, by hand and not through the engine; returns the set's id. */
export async function storeQuiz(
  questions: readonly Question[] = QUESTIONS,
): Promise<{ set: string; slug: string; versions: string[] }> {
  const [article, revision, reading, set] = [randomUUID(), randomUUID(), randomUUID(), randomUUID()]
  const slug = `acme-${article}`
  const db = pool()
  await db.query('INSERT INTO article (id, slug) VALUES ($1, $2)', [article, slug])
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
    "INSERT INTO reading (id, revision_id, engine_version, shortfall) VALUES ($1, $2, 'test', '{}')",
    [...[reading, revision]],
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
