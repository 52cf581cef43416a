import type { KeyFactView } from '../attempts/view.ts'
import { pool } from '../db.ts'
import { readFact, type StoredFact } from './stored.ts'

/** Key facts shown beside an article: as many as are read. */
const MOST = 10

/** An event is told in the words of its sentence; longer ones had better be read there. */
const LONGEST_EVENT = 75

/** The facts of a reading that stand in the margin, in the order of the text. */
export async function listKeyFacts(readingId: string): Promise<KeyFactView[]> {
  const { rows } = await pool().query<{ data: unknown }>(
    'SELECT data FROM fact_reading WHERE reading_id = $1 ORDER BY place',
    [readingId],
  )
  return chooseKeyFacts(rows.map(({ data }) => readFact(data))).map(
    ({ fact: { id, period, evidence }, said: { label, value } }) => ({
      id,
      label,
      value,
      period: (period ?? '').replace(/^in (?:the )?/, ''),
      spans: evidence.map(({ start, end }) => ({ start, end })),
    }),
  )
}

/**
 * At most ten facts that can be read in a line, in the order of the text: how much something is, how far it moved and
 * who holds an office; where those are few, also what happened, from sentences that have told nothing yet.
 */
export function chooseKeyFacts(facts: readonly StoredFact[]): StoredFact[] {
  const now = facts.filter(({ fact }) => fact.status === 'actual').sort(byPlace)
  const keys = now.filter(isKey).filter(isFirstToSay)
  const told = new Set(keys.map(startOf))
  const events = now.filter((fact) => isShortEvent(fact) && !told.has(startOf(fact))).filter(isFirstToSay)
  return [...keys, ...events].slice(0, MOST).sort(byPlace)
}

/** A change without a figure tells little. */
const isKey = ({ fact: { family }, said: { value } }: StoredFact): boolean =>
  family === 'role' ? value !== '' : (family === 'level' || family === 'change') && /\d/.test(value)

const isShortEvent = ({ fact: { family }, said: { label, value } }: StoredFact): boolean =>
  family === 'event' &&
  /\d/.test(value) &&
  value.length <= LONGEST_EVENT &&
  !value.includes('…') &&
  !value.startsWith(label)

/** A sentence with two figures gives two facts that read alike. */
const isFirstToSay = ({ said }: StoredFact, at: number, all: readonly StoredFact[]): boolean =>
  all.findIndex((other) => other.said.label === said.label && other.said.value === said.value) === at

const startOf = ({ fact }: StoredFact): number => fact.evidence[0]?.start ?? 0

const byPlace = (a: StoredFact, b: StoredFact): number => startOf(a) - startOf(b)
