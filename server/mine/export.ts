import { stringify } from 'csv-stringify/sync'
import { getAccount } from '../accounts/own-account.ts'
import { listSessions } from '../accounts/sessions.ts'
import { listPast, type PastAttempt } from '../attempts/past.ts'
import { pool } from '../db.ts'
import { type Outcome, PlainDocument } from '../outcome.ts'
import { getLearning } from '../reviews/learning.ts'
import type { Viewer } from '../viewer.ts'

/** What of a person the store holds beside their attempts, each as a query by person. */
const HELD = {
  responses: `SELECT r.attempt_id AS attempt, r.position, r.sequence, r.answer, r.confidence, r.seconds, r.tried,
      r.final, r.saved_at AS "savedAt"
    FROM attempt a JOIN response r ON r.attempt_id = a.id WHERE a.person_id = $1 ORDER BY r.saved_at`,
  lateAnswers: `SELECT l.attempt_id AS attempt, l.position, l.sequence, l.answer, l.confidence, l.seconds, l.arrived_at AS "arrivedAt"
    FROM attempt a JOIN late_response l ON l.attempt_id = a.id WHERE a.person_id = $1 ORDER BY l.arrived_at`,
  memories: `SELECT f.stable_key AS fact, art.slug AS article, m.due, m.stability, m.difficulty, m.interval, m.reps,
      m.lapses, m.last_review AS "lastReview", m.is_suspended AS "isSuspended", m.added_at AS "addedAt"
    FROM memory m JOIN fact f ON f.id = m.fact_id JOIN article art ON art.id = f.article_id
    WHERE m.person_id = $1 ORDER BY m.added_at`,
  reviews: `SELECT attempt_id AS attempt, position, at, grade, undone_at AS "undoneAt" FROM review
    WHERE person_id = $1 ORDER BY at`,
  ability: 'SELECT value, answers FROM ability WHERE person_id = $1',
  offlinePacks: `SELECT h.attempt_id AS attempt, h.position, h.at FROM attempt a JOIN handed_out h ON h.attempt_id = a.id
    WHERE a.person_id = $1 ORDER BY h.at, h.position`,
  classes: `SELECT c.name, e.role, e.enrolled_at AS "enrolledAt", e.left_at AS "leftAt"
    FROM enrolment e JOIN class c ON c.id = e.class_id WHERE e.person_id = $1 ORDER BY e.enrolled_at`,
  sets: `SELECT t.title, t.created_at AS "createdAt", t.changed_at AS "changedAt", t.archived_at AS "archivedAt",
      ARRAY(SELECT v.stem FROM quiz_set_item i JOIN question_version v ON v.id = i.version_id
       WHERE i.set_id = t.set_id ORDER BY i.position) AS questions
    FROM teacher_set t WHERE t.owner_id = $1 ORDER BY t.created_at`,
  broughtIn: `SELECT i.kind, i.name, i.address, a.slug AS article, i.refusal, i.created_at AS "askedAt"
    FROM import i LEFT JOIN article a ON a.id = i.article_id WHERE i.owner_id = $1 ORDER BY i.created_at`,
  editions: `SELECT a.slug AS article, r.number, r.title, r.note, r.created_at AS "createdAt"
    FROM revision r JOIN article a ON a.id = r.article_id WHERE r.author_id = $1 ORDER BY r.created_at`,
  feeds: `SELECT title, address, created_at AS "createdAt" FROM feed WHERE owner_id = $1 ORDER BY created_at`,
  words: `SELECT word, question_id AS question, created_at AS "createdAt" FROM question_tag
    WHERE owner_id = $1 ORDER BY created_at`,
  grades: `SELECT a.title AS quiz, g.score, g.own, g.reason, g.is_excused AS "isExcused", g.is_missing AS "isMissing", g.comment
    FROM grade g JOIN assignment a ON a.id = g.assignment_id WHERE g.person_id = $1 AND is_grade_told(a.id, $1)
    ORDER BY a.created_at, a.id`,
  terms: `SELECT a.title AS quiz, o.opens_at AS "opensAt", o.due_at AS "dueAt", o.closes_at AS "closesAt",
      o.time_factor AS "timeFactor", o.extra_minutes AS "extraMinutes", o.more_attempts AS "moreAttempts"
    FROM assignment_override o JOIN assignment a ON a.id = o.assignment_id WHERE o.person_id = $1
    ORDER BY a.created_at, a.id`,
  corrections: `SELECT a.slug AS article, c.note, c.state, c.created_at AS "createdAt"
    FROM correction c JOIN article a ON a.id = c.article_id WHERE $1 IN (c.author_id, c.decided_by) ORDER BY c.created_at`,
  desks: `SELECT a.slug AS article, t.joined_at AS "joinedAt" FROM desk_teacher t JOIN desk d ON d.id = t.desk_id
    JOIN revision r ON r.id = d.revision_id JOIN article a ON a.id = r.article_id
    WHERE t.person_id = $1 ORDER BY t.joined_at`,
  drafts: `SELECT draft_id AS draft, number, state, body, overruling, at FROM draft_step WHERE person_id = $1 ORDER BY at`,
  regrades: `SELECT a.title AS quiz, r.version_id AS question, r.remedy, r.key, r.reason, r.regraded_at AS "regradedAt",
      r.undone_at AS "undoneAt"
    FROM regrade r LEFT JOIN assignment a ON a.id = r.assignment_id WHERE $1 IN (r.regraded_by, r.undone_by) ORDER BY r.number`,
  flagDecisions: `SELECT version_id AS question, deed, word, decided_at AS "decidedAt" FROM flag_decision
    WHERE decided_by = $1 ORDER BY decided_at`,
  flags: `SELECT version_id AS question, reason, created_at AS "createdAt" FROM flag
    WHERE person_id = $1 ORDER BY created_at`,
  notices: `SELECT kind, data, created_at AS "createdAt", read_at AS "readAt" FROM notice
    WHERE person_id = $1 ORDER BY created_at`,
  mail: `SELECT notices, remind_at AS "remindAt" FROM mail_wish WHERE person_id = $1`,
  services: `SELECT provider, created_at AS "createdAt" FROM identity WHERE person_id = $1 ORDER BY created_at`,
  trail: `SELECT at, deed, details FROM audit_entry WHERE subject_id = $1 OR actor_id = $1 ORDER BY at`,
} as const

/** Everything the store holds of the viewer, as one JSON document. Keys and marks that may not be told yet are not in it. */
export async function exportAll(viewer: Viewer): Promise<Outcome<PlainDocument>> {
  const { personId } = viewer
  const [account, sessions, learning, past] = await Promise.all([
    getAccount(viewer),
    listSessions(viewer),
    getLearning(personId),
    listPast(viewer, null),
  ])
  const held = await Promise.all(
    Object.entries(HELD).map(async ([name, sql]) => [
      name,
      personId === null ? [] : (await pool().query(sql, [personId])).rows,
    ]),
  )
  const all = {
    person: personId,
    account,
    sessions,
    learning,
    attempts: past.map(tellAttempt),
    ...Object.fromEntries(held),
  }
  const text = `${JSON.stringify(all, null, 2)}\n`
  return { done: new PlainDocument(text, 'application/json; charset=utf-8', 'bellwether.json') }
}

const tellAttempt = ({ id, title, slug, mode, tries, startedAt, submittedAt, items }: PastAttempt) => ({
  attempt: id,
  title,
  article: slug,
  mode,
  tries,
  startedAt,
  submittedAt,
  questions: items.map(({ version, answer, confidence, mark, regraded, at }, i) => ({
    position: i + 1,
    question: version.id,
    kind: version.question.kind,
    stem: version.question.stem,
    answer,
    confidence,
    mark,
    ...(regraded ? { regraded } : {}),
    answeredAt: at,
  })),
})

/** Every answer of the viewer, a row a question, for a spreadsheet: no cell begins a formula. */
export async function exportAnswers(viewer: Viewer): Promise<Outcome<PlainDocument>> {
  const past = await listPast(viewer, null)
  const rows = past.flatMap((attempt) => {
    const { questions, ...told } = tellAttempt(attempt)
    return questions.map(({ position, kind, stem, answer, confidence, mark, answeredAt }) => [
      ...[told.title, told.mode, told.startedAt.toISOString(), told.submittedAt?.toISOString() ?? ''],
      ...[position, kind, stem, answer === null ? '' : sayAnswer(answer), confidence ?? '', mark ?? ''],
      answeredAt?.toISOString() ?? '',
    ])
  })
  const columns = 'quiz,mode,started,handed in,question,kind,stem,answer,confidence,mark,answered'.split(',')
  const text = stringify(rows, { header: true, columns, escape_formulas: true, bom: true })
  return { done: new PlainDocument(text, 'text/csv; charset=utf-8', 'bellwether-answers.csv') }
}

const sayAnswer = (answer: unknown): string => (typeof answer === 'string' ? answer : JSON.stringify(answer))
