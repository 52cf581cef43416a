/**
 * SQL for the sums of core/statistics/sums.ts, reckoned where the answers are. It reads each answer three times and hashes
 * narrow rows: people of one score who gave one answer to one question are counted together first (`cell`), and so are
 * answers of which the same was told (`told`); all else is reckoned from those few thousand counts.
 *
 * `outcomes` is SQL that can stand after FROM: a table, or a query in brackets, with a row for each answer of a person to a
 * question that was put to them: `person`; `item`, the question's place in the set from 0; `mark`, double precision, 0 to
 * 1; `is_blank`; `chosen`, whole, in which bit n is set where option n was chosen; `seconds` and `confidence`, which may be
 * null. $1 is an integer array: how many options each question of the set offers; null for one that has no place in the
 * sums, which `outcomes` then holds nothing of. The answer is one row with one column, `sums`, in JSON.
 */
export const sumsQuery = (outcomes: string): string => `
  WITH cell AS MATERIALIZED (
    SELECT o.item, o.mark, o.chosen, p.total, p.asked, count(*)::float8 AS people
    FROM ${outcomes} o
    JOIN (
      -- The same marks in another order can differ in the last digit of their sum.
      SELECT person, round(sum(mark) * 1e12) / 1e12 AS total, count(*)::int AS asked
      FROM ${outcomes} every GROUP BY person
    ) p USING (person)
    GROUP BY o.item, o.mark, o.chosen, p.total, p.asked
  ),
  told AS MATERIALIZED (
    SELECT item, is_blank, mark = 1 AS is_right, seconds, confidence, count(*) AS answers
    FROM ${outcomes} o GROUP BY item, is_blank, is_right, seconds, confidence
  ),
  -- Somebody stands in as many cells as they were asked questions.
  score AS (
    SELECT round(total / asked * 1e9) AS rank, min(total / asked) AS score, round(sum(people / asked)) AS people
    FROM cell GROUP BY 1
  ),
  third AS (
    SELECT rank, greatest(0, least(1, (everybody / 3 - (everybody - below - people)) / people)) AS upper,
      greatest(0, least(1, (everybody / 3 - below) / people)) AS lower
    FROM (
      SELECT rank, people, sum(people) OVER (ORDER BY rank) - people AS below, sum(people) OVER () AS everybody
      FROM score
    ) ordered
  ),
  seen AS MATERIALIZED (
    SELECT c.*, CASE WHEN asked > 1 THEN greatest(0, total - mark) / (asked - 1) END AS rest, upper, lower,
      asked = (SELECT count(options) FROM unnest($1::int[]) AS options) AS is_complete
    FROM cell c JOIN third t ON t.rank = round(c.total / c.asked * 1e9)
  ),
  mean AS (
    SELECT item, sum(people) FILTER (WHERE rest IS NOT NULL) AS pairs,
      sum(people * mark) FILTER (WHERE rest IS NOT NULL) / sum(people) FILTER (WHERE rest IS NOT NULL) AS mark,
      sum(people * rest) / sum(people) FILTER (WHERE rest IS NOT NULL) AS rest,
      sum(people) FILTER (WHERE is_complete) AS complete,
      sum(people * mark) FILTER (WHERE is_complete) / sum(people) FILTER (WHERE is_complete) AS complete_mark
    FROM seen GROUP BY item
  ),
  item AS (
    SELECT s.item, json_build_object(
      'people', sum(people),
      'right', coalesce(sum(people) FILTER (WHERE s.mark = 1), 0),
      'marks', sum(people * s.mark),
      'isAllOrNothing', bool_and(s.mark IN (0, 1)),
      'restPairs', json_build_object(
        'count', coalesce(min(m.pairs), 0), 'meanX', coalesce(min(m.mark), 0), 'meanY', coalesce(min(m.rest), 0),
        'squaresX', coalesce(sum(people * (s.mark - m.mark) ^ 2) FILTER (WHERE s.rest IS NOT NULL), 0),
        'squaresY', coalesce(sum(people * (s.rest - m.rest) ^ 2), 0),
        'products', coalesce(sum(people * (s.mark - m.mark) * (s.rest - m.rest)), 0)),
      'complete', json_build_object(
        'count', coalesce(min(m.complete), 0), 'mean', coalesce(min(m.complete_mark), 0),
        'squares', coalesce(sum(people * (s.mark - m.complete_mark) ^ 2) FILTER (WHERE is_complete), 0)),
      'upper', json_build_object('people', sum(people * upper), 'marks', sum(people * upper * s.mark)),
      'lower', json_build_object('people', sum(people * lower), 'marks', sum(people * lower * s.mark))
    )::jsonb AS sums
    FROM seen s JOIN mean m USING (item) GROUP BY s.item
  ),
  option AS (
    SELECT offered.item, json_agg(json_build_object(
      'people', people, 'withRest', with_rest, 'rests', rests, 'upper', upper, 'lower', lower) ORDER BY place) AS sums
    FROM (
      SELECT q.item, place, coalesce(sum(people), 0) AS people,
        coalesce(sum(people) FILTER (WHERE rest IS NOT NULL), 0) AS with_rest,
        coalesce(sum(people * rest), 0) AS rests, coalesce(sum(people * upper), 0) AS upper,
        coalesce(sum(people * lower), 0) AS lower
      FROM unnest($1::int[]) WITH ORDINALITY AS q (options, item)
      CROSS JOIN generate_series(0, q.options - 1) AS place
      LEFT JOIN seen s ON s.item = q.item - 1 AND s.chosen >> place & 1 = 1
      GROUP BY q.item, place
    ) offered
    GROUP BY offered.item
  ),
  blank AS (
    SELECT item, sum(answers) AS sums FROM told WHERE is_blank GROUP BY item
  ),
  sure AS (
    SELECT item, json_object_agg(confidence, json_build_object('answers', answers, 'right', correct)) AS sums
    FROM (
      SELECT item, confidence, sum(answers) AS answers, coalesce(sum(answers) FILTER (WHERE is_right), 0) AS correct
      FROM told WHERE confidence IS NOT NULL AND NOT is_blank GROUP BY item, confidence
    ) said
    GROUP BY item
  ),
  spent AS (
    SELECT item, json_agg(json_build_array(seconds, answers) ORDER BY seconds) AS sums
    FROM (
      SELECT item, seconds, sum(answers) AS answers FROM told WHERE seconds IS NOT NULL AND NOT is_blank
      GROUP BY item, seconds
    ) times
    GROUP BY item
  ),
  complete AS (
    SELECT total / asked AS score, people / asked AS people FROM seen WHERE is_complete
  )
  SELECT json_build_object(
    'scores', coalesce((
      SELECT json_agg(json_build_object('score', score, 'people', people) ORDER BY rank) FROM score), '[]'),
    'complete', (
      SELECT json_build_object('count', coalesce(round(sum(people)), 0), 'mean', coalesce(min(mean), 0),
        'squares', coalesce(sum(people * (score - mean) ^ 2), 0))
      FROM complete, (SELECT sum(people * score) / sum(people) AS mean FROM complete) middle),
    'items', coalesce((
      SELECT json_agg(
        coalesce(item.sums, '{}') || jsonb_build_object(
          'blanks', coalesce(blank.sums, 0), 'options', coalesce(option.sums, '[]'),
          'confidence', coalesce(sure.sums, '{}'), 'seconds', coalesce(spent.sums, '[]')) ORDER BY q.item)
      FROM unnest($1::int[]) WITH ORDINALITY AS q (options, item)
      LEFT JOIN item ON item.item = q.item - 1
      LEFT JOIN option ON option.item = q.item
      LEFT JOIN blank ON blank.item = q.item - 1
      LEFT JOIN sure ON sure.item = q.item - 1
      LEFT JOIN spent ON spent.item = q.item - 1
      WHERE q.options IS NOT NULL), '[]')
  ) AS sums`
