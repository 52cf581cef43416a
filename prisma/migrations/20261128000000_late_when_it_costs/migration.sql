-- By how many days begun something was handed in late.
CREATE FUNCTION late_days(p_assignment uuid, p_person uuid, p_started timestamptz, p_handed_in timestamptz) RETURNS int LANGUAGE sql STABLE AS $$
  SELECT coalesce(greatest(0, ceil(extract(epoch FROM p_handed_in - least(terms.due_at, terms.ends_at)) / 86400)), 0)::int
  FROM own_terms(p_assignment, p_person, p_started) terms
$$;

-- As before; but somebody's own terms are looked up only where lateness costs something, or is asked for.
CREATE OR REPLACE VIEW attempt_score AS
  SELECT t.attempt_id, t.assignment_id, t.person_id, t.started_at, t.told_at, handed.at AS handed_in_at,
    late_days(a.id, t.person_id, t.started_at, handed.at) AS late_days, t.marks, t.questions,
    t.marks / nullif(t.questions, 0) * CASE WHEN a.late_percent = 0 THEN 1
      ELSE greatest(0, 1 - a.late_percent / 100.0::float8 * late_days(a.id, t.person_id, t.started_at, handed.at)) END AS score
  FROM (
    SELECT of_it.id AS attempt_id, of_it.assignment_id, of_it.person_id, of_it.started_at, of_it.told_at, of_it.submitted_at,
      of_it.is_collected,
      round(sum(CASE m.counts_as WHEN 'whole' THEN 1 ELSE m.mark END) FILTER (WHERE m.counts_as <> 'nothing') * 1e12) / 1e12 AS marks,
      (count(*) FILTER (WHERE m.counts_as <> 'nothing'))::int AS questions
    FROM attempt of_it JOIN item_mark m ON m.attempt_id = of_it.id
    WHERE of_it.submitted_at IS NOT NULL GROUP BY of_it.id
  ) t
  JOIN assignment a ON a.id = t.assignment_id
  CROSS JOIN LATERAL (
    SELECT CASE WHEN t.is_collected
      THEN coalesce((SELECT max(r.saved_at) FROM response r WHERE r.attempt_id = t.attempt_id), t.started_at)
      ELSE t.submitted_at END AS at
  ) handed;
