import type { KeyFactView } from '../attempts/view.ts'
import { pool } from '../db.ts'
import { readFact, type StoredFact } from './stored.ts'

/** Key facts shown beside an article: as many as are read. */
const MOST = 10

/** The families that can be read in a line; an event or a saying is read in its sentence. */
const FAMILIES: ReadonlySet<string> = new Set(['level', 'change', 'role'])

/** The facts of a reading that stand in the margin, in the order of the text. */
export async function listKeyFacts(readingId: string): Promise<KeyFactView[]> {
  const { rows } = await pool().query<{ data: unknown }>(
    'SELECT data FROM fact_reading WHERE reading_id = $1 ORDER BY place',
    [readingId],
  )
  return rows
    .map(({ data }) => readFact(data))
    .filter(isKey)
    .sort((a, b) => startOf(a) - startOf(b))
    .filter((fact, i, all) => all.findIndex((other) => saysSame(fact, other)) === i)
    .slice(0, MOST)
    .map(({ fact: { id, period, evidence }, said: { label, value } }) => ({
      id,
      label,
      value,
      period: (period ?? '').replace(/^in (?:the )?/, ''),
      spans: evidence.map(({ start, end }) => ({ start, end })),
    }))
}

/** What is the case now, and says who holds an office or how much something is: a change without a figure tells little. */
const isKey = ({ fact: { family, status }, said: { value } }: StoredFact): boolean =>
  status === 'actual' && FAMILIES.has(family) && (family === 'role' ? value !== '' : /\d/.test(value))

/** A sentence with two figures gives two facts that read alike. */
const saysSame = (a: StoredFact, b: StoredFact): boolean =>
  a.said.label === b.said.label && a.said.value === b.said.value

const startOf = ({ fact }: StoredFact): number => fact.evidence[0]?.start ?? 0
