import pg from 'pg'

const c = new pg.Client({
  connectionString: `postgresql://bellwether:only-for-the-bench@127.0.0.1:${process.argv[2]}/bellwether_readers`,
})
await c.connect()
const {
  rows: [{ person }],
} = await c.query('select person_id as person from attempt order by started_at desc limit 1')
const t = async (name, sql, v = []) => {
  const b = performance.now()
  const r = await c.query(sql, v)
  const ms = performance.now() - b
  console.log(name, ms.toFixed(1), r.rows.length)
  if (process.argv[3] === name)
    for (const l of (await c.query('explain (analyze, buffers) ' + sql, v)).rows) console.log(l['QUERY PLAN'])
}
const {
  rows: [k],
} = await c.query('select count(*) from memory where person_id=$1', [person])
console.log(k)
for (let i = 0; i < 2; i++) {
  await t(
    'today',
    `SELECT m.fact_id FROM memory m JOIN fact f ON f.id = m.fact_id WHERE m.person_id = $1 AND m.due < now()+interval '1 day' AND NOT m.is_suspended AND EXISTS (
  SELECT FROM question_fact way JOIN bank_item bank ON bank.version_id = way.version_id
  WHERE way.fact_id = m.fact_id AND way.is_only AND NOT bank.needs_article) ORDER BY m.due, m.fact_id LIMIT 2000`,
    [person],
  )
  await t(
    'label',
    `SELECT m.fact_id, (SELECT fr.data -> 'said' ->> 'label' FROM fact_reading fr JOIN reading r ON r.id = fr.reading_id
  WHERE fr.fact_id = m.fact_id ORDER BY r.created_at DESC LIMIT 1) FROM memory m JOIN fact ON fact.id = m.fact_id JOIN library_article shelf ON shelf.article_id = fact.article_id WHERE m.person_id=$1 ORDER BY m.is_suspended, m.due, m.fact_id LIMIT 200`,
    [person],
  )
  await t(
    'asked',
    `SELECT i.version_id AS version, v.kind, v.stem, i.final_at AS at, rated.mark, f.fact_id AS fact, r.concepts
  FROM (SELECT id, mode, submitted_at FROM attempt WHERE person_id = $1 ORDER BY started_at DESC LIMIT 300) a
  JOIN attempt_item i ON i.attempt_id = a.id AND i.final_at IS NOT NULL
  JOIN question_version v ON v.id = i.version_id JOIN revision r ON r.id = v.revision_id
  LEFT JOIN question_fact f ON f.version_id = i.version_id AND f.is_only
  LEFT JOIN rated_answer rated ON rated.attempt_id = i.attempt_id AND rated.position = i.position
  WHERE a.mode = 'practice' OR a.submitted_at IS NOT NULL ORDER BY i.final_at DESC, i.attempt_id, i.position DESC`,
    [person],
  )
  await t(
    'settle',
    `SELECT i.attempt_id FROM attempt a JOIN attempt_item i ON i.attempt_id = a.id JOIN question_fact f ON f.version_id = i.version_id AND f.is_only
  JOIN memory m ON m.person_id = a.person_id AND m.fact_id = f.fact_id
  LEFT JOIN LATERAL (SELECT answer, sequence, saved_at, confidence, tried, seconds FROM response WHERE attempt_id = i.attempt_id AND position = i.position ORDER BY sequence DESC LIMIT 1) last ON true
  LEFT JOIN LATERAL (SELECT max(tried) AS used FROM response WHERE attempt_id = i.attempt_id AND position = i.position) t ON true
  WHERE a.person_id = $1 AND i.final_at IS NOT NULL AND i.final_at >= m.added_at AND ($2::uuid IS NULL OR a.id = $2)
    AND ($2::uuid IS NOT NULL OR i.final_at > coalesce((SELECT settled_at FROM learning WHERE person_id = $1) - interval '1 minute', '-infinity'))
    AND NOT EXISTS (SELECT FROM review WHERE attempt_id = i.attempt_id AND position = i.position) ORDER BY i.final_at, i.attempt_id, i.position`,
    [person, null],
  )
  await t(
    'rate',
    `SELECT i.attempt_id, last.answer FROM attempt a JOIN attempt_item i ON i.attempt_id = a.id AND i.final_at > $2
  LEFT JOIN LATERAL (SELECT answer, sequence, saved_at, confidence, tried, seconds FROM response WHERE attempt_id = i.attempt_id AND position = i.position ORDER BY sequence DESC LIMIT 1) last ON true
  LEFT JOIN LATERAL (SELECT max(tried) AS used FROM response WHERE attempt_id = i.attempt_id AND position = i.position) t ON true
  WHERE a.person_id = $1 AND (a.submitted_at IS NULL OR a.submitted_at > $2) AND NOT EXISTS (SELECT FROM rated_answer WHERE attempt_id = i.attempt_id AND position = i.position)
    AND (last.answer <> 'null'::jsonb OR t.used IS NOT NULL) ORDER BY i.final_at`,
    [person, new Date(Date.now() - 60000)],
  )
  await t(
    'sweep',
    `WITH since AS (SELECT coalesce(swept_at - interval '1 minute', '-infinity') AS at, clock_timestamp() AS until FROM rating_sweep)
     SELECT DISTINCT a.person_id, since.until FROM since JOIN attempt a ON a.submitted_at > since.at
     UNION SELECT DISTINCT a.person_id, since.until FROM since JOIN response r ON r.saved_at > since.at JOIN attempt a ON a.id = r.attempt_id`,
  )
}
await c.end()
