import type { Fact } from '#core'
import type { KeyFactView } from '../attempts/view.ts'
import { pool } from '../db.ts'
import { readFact } from './stored.ts'

/** Key facts shown beside an article. */
const MOST = 12

/** The facts of a reading that stand in the margin, in the order of the text. */
export async function listKeyFacts(readingId: string): Promise<KeyFactView[]> {
  const { rows } = await pool().query<{ data: unknown }>(
    'SELECT data FROM fact_reading WHERE reading_id = $1 ORDER BY place',
    [readingId],
  )
  return rows
    .map(({ data }) => readFact(data))
    .filter(({ family, status }) => status === 'actual' && family !== 'derived')
    .sort((a, b) => (a.evidence[0]?.start ?? 0) - (b.evidence[0]?.start ?? 0))
    .slice(0, MOST)
    .map(tellFact)
}

const tellFact = (fact: Fact): KeyFactView => ({
  id: fact.id,
  label: [fact.subject, fact.measure].filter(Boolean).join(', '),
  value: '',
  period: fact.period ?? '',
  spans: fact.evidence.map(({ start, end }) => ({ start, end })),
})
