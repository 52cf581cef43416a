import { findPeriods } from '#core'
import { readFact } from '../articles/stored.ts'
import { reading } from '../reading.ts'
import type { Viewer } from '../viewer.ts'
import type { Timeline, TimelinePoint } from './view.ts'

const NEWEST_ARTICLES = 40
const MOST_MEASURES = 6
const MOST_POINTS = 8

interface Row {
  readonly data: unknown
  readonly slug: string
  readonly title: string
  readonly date: string
}

/** What the newest articles on a company tell of its measures in times that name their year; those with most figures first. The same for everyone. */
export async function getTimelines(_viewer: Viewer, company: string): Promise<Timeline[]> {
  const { rows } = await reading().query<Row>(
    `SELECT f.data, l.slug, l.title, to_char(l.date, 'YYYY-MM-DD') AS date
     FROM (
       SELECT * FROM public_library WHERE companies @> ARRAY[$1] ORDER BY date DESC LIMIT ${NEWEST_ARTICLES}
     ) l
     JOIN LATERAL (
       SELECT id FROM reading WHERE revision_id = l.revision_id ORDER BY created_at DESC LIMIT 1
     ) newest ON true
     JOIN fact_reading f ON f.reading_id = newest.id
     WHERE f.data -> 'fact' ->> 'family' IN ('level', 'change')
       AND f.data -> 'fact' ->> 'status' = 'actual' AND f.data -> 'fact' ->> 'subject' = $1`,
    [company],
  )
  const timelines = new Map<
    string,
    { timeline: Timeline; points: Map<string, TimelinePoint & { end: string; date: string }> }
  >()
  for (const row of rows) {
    const { fact, said } = readFact(row.data)
    const { measure = '', value, unit, period } = fact
    if (typeof value !== 'number' || unit === undefined || period === undefined) continue
    const end = endOf(period)
    if (end === null) continue
    const key = `${measure.toLowerCase()} ${unit}`
    const known = timelines.get(key) ?? { timeline: { measure, unit, points: [] }, points: new Map() }
    // Of two articles on one time the newer tells it.
    const told = known.points.get(period)
    if (!told || told.date < row.date)
      known.points.set(period, {
        period: period.replace(/^(?:in|on|at|over|for) /, ''),
        value,
        ...(typeof fact.from === 'number' ? { before: fact.from } : {}),
        said: said.value,
        slug: row.slug,
        title: row.title,
        end,
        date: row.date,
      })
    timelines.set(key, known)
  }
  return [...timelines.values()]
    .map(({ timeline, points }) => ({
      ...timeline,
      points: [...points.values()]
        .sort((a, b) => (a.end < b.end ? -1 : a.end > b.end ? 1 : a.value - b.value))
        .slice(-MOST_POINTS)
        .map(({ end: _, date: __, ...point }) => point),
    }))
    .sort((a, b) => b.points.length - a.points.length || (a.measure < b.measure ? -1 : 1))
    .slice(0, MOST_MEASURES)
}

/** The last day of a time that names its year; null of any other. */
const endOf = (period: string): string | null => findPeriods(period)[0]?.to ?? null
