-- As before, but a grade that stands is changed where it stands. It used to be inserted, and changed on conflict: the trigger
-- that names a grade by its place was then run for every one of a class, though nobody's name had changed.
CREATE OR REPLACE FUNCTION reckon_grades(p_assignment uuid, p_people uuid[] DEFAULT NULL) RETURNS void LANGUAGE plpgsql AS $$
DECLARE
  own_class uuid;
BEGIN
  SELECT class_id INTO own_class FROM assignment WHERE id = p_assignment;
  PERFORM FROM enrolment e WHERE e.class_id = own_class AND (p_people IS NULL OR e.person_id = ANY(p_people))
    ORDER BY e.person_id FOR NO KEY UPDATE;
  PERFORM reckon_missed(p_assignment, p_people);
  WITH reckoned AS MATERIALIZED (
    SELECT s.person_id, s.score FROM assignment_score s
    WHERE s.assignment_id = p_assignment AND (p_people IS NULL OR s.person_id = ANY(p_people))
  ), changed AS (
    UPDATE grade g SET score = r.score FROM reckoned r
    WHERE g.assignment_id = p_assignment AND g.person_id = r.person_id AND g.score IS DISTINCT FROM r.score
  )
  INSERT INTO grade AS g (assignment_id, person_id, score)
    SELECT p_assignment, r.person_id, r.score FROM reckoned r
    WHERE NOT EXISTS (SELECT FROM grade there WHERE there.assignment_id = p_assignment AND there.person_id = r.person_id)
    ON CONFLICT (assignment_id, person_id) DO UPDATE SET score = excluded.score WHERE g.score IS DISTINCT FROM excluded.score;
  PERFORM total_grades(own_class, p_people);
END $$;
