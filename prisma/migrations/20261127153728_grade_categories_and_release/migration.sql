-- AlterTable
ALTER TABLE "assignment" ADD COLUMN     "answers_released_at" TIMESTAMPTZ(3),
ADD COLUMN     "category_id" UUID,
ADD COLUMN     "counts_missing" BOOLEAN NOT NULL DEFAULT false,
ADD COLUMN     "missed_by" TIMESTAMPTZ(3),
ADD COLUMN     "scores_released_at" TIMESTAMPTZ(3);

-- AlterTable
ALTER TABLE "grade" ADD COLUMN     "is_missing" BOOLEAN NOT NULL DEFAULT false;

-- CreateTable
CREATE TABLE "grade_category" (
    "id" UUID NOT NULL,
    "class_id" UUID NOT NULL,
    "name" TEXT NOT NULL,
    "weight" REAL NOT NULL,
    "position" SMALLINT NOT NULL,

    CONSTRAINT "grade_category_pkey" PRIMARY KEY ("id")
);

-- CreateIndex
CREATE UNIQUE INDEX "grade_category_class_id_id_key" ON "grade_category"("class_id", "id");

-- CreateIndex
CREATE INDEX "assignment_class_id_category_id_idx" ON "assignment"("class_id", "category_id");

-- AddForeignKey
ALTER TABLE "assignment" ADD CONSTRAINT "assignment_class_id_category_id_fkey" FOREIGN KEY ("class_id", "category_id") REFERENCES "grade_category"("class_id", "id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "grade_category" ADD CONSTRAINT "grade_category_class_id_fkey" FOREIGN KEY ("class_id") REFERENCES "class"("id") ON DELETE RESTRICT ON UPDATE CASCADE;


-- What Prisma cannot say ----------------------------------------------------------------------------------------------

ALTER TABLE "grade_category" ADD CONSTRAINT "grade_category_weight" CHECK ("weight" BETWEEN 0 AND 100);
-- What was missed has no score.
ALTER TABLE "grade" ADD CONSTRAINT "grade_missing" CHECK (NOT "is_missing" OR "score" IS NULL);

-- What counts of a grade: the teacher's own word before the reckoned one, nought for what was missed where that counts,
-- and nothing where it is excused.
CREATE OR REPLACE FUNCTION counted(g grade) RETURNS float8 LANGUAGE sql IMMUTABLE AS $$
  SELECT CASE WHEN NOT g.is_excused THEN coalesce(g.own, g.score, CASE WHEN g.is_missing THEN 0 END) END
$$;

-- Who has begun nothing of an assignment for which that counts as nought, now that it is over for them, grace included.
-- Whoever came into the class after it had closed, or had left before, has missed nothing.
CREATE VIEW missed_work AS
  SELECT a.id AS assignment_id, e.person_id
  FROM assignment a
  JOIN enrolment e ON e.class_id = a.class_id AND e.role = 'learner'
  CROSS JOIN LATERAL own_terms(a.id, e.person_id, NULL) terms
  WHERE a.counts_missing AND a.removed_at IS NULL AND terms.taken_until < clock_timestamp()
    AND e.enrolled_at < terms.closes_at AND (e.left_at IS NULL OR e.left_at >= terms.closes_at)
    AND (a.is_for_all OR EXISTS (
      SELECT FROM assignment_person chosen WHERE chosen.assignment_id = a.id AND chosen.person_id = e.person_id))
    AND NOT EXISTS (SELECT FROM attempt t WHERE t.assignment_id = a.id AND t.person_id = e.person_id);

-- What somebody's grades come to in each category of a class, by the weights of its assignments that stand; those of no
-- category are one group, of id null.
CREATE VIEW category_mean AS
  SELECT a.class_id, g.person_id, a.category_id, sum(counted(g) * a.weight) / sum(a.weight) AS mean
  FROM assignment a JOIN grade g ON g.assignment_id = a.id
  WHERE a.removed_at IS NULL AND a.weight > 0 AND counted(g) IS NOT NULL
  GROUP BY a.class_id, g.person_id, a.category_id;

-- What they come to in all: by the weights of the categories in which there is something; what has no category counts only
-- where the class has none.
CREATE VIEW class_total AS
  SELECT m.class_id, m.person_id, sum(m.mean * share.weight) / nullif(sum(share.weight), 0) AS total
  FROM category_mean m
  LEFT JOIN grade_category c ON c.id = m.category_id
  CROSS JOIN LATERAL (
    SELECT CASE WHEN NOT EXISTS (SELECT FROM grade_category any_of WHERE any_of.class_id = m.class_id) THEN 1
      ELSE c.weight END AS weight
  ) share
  GROUP BY m.class_id, m.person_id;

-- As before, by categories. One person's is found by person, everybody's in one go: grouped by hashing, for the planner
-- takes as many groups as there are grades for granted and would rather sort a million of them.
CREATE OR REPLACE FUNCTION total_grades(p_class uuid, p_people uuid[] DEFAULT NULL) RETURNS void LANGUAGE plpgsql
  SET enable_sort = off SET enable_incremental_sort = off SET work_mem = '32MB' AS $$
BEGIN
  PERFORM FROM enrolment e WHERE e.class_id = p_class AND (p_people IS NULL OR e.person_id = ANY(p_people))
    ORDER BY e.person_id FOR NO KEY UPDATE;
  IF p_people IS NULL THEN
    UPDATE enrolment e SET total = reckoned.total
      FROM (
        SELECT place.person_id, t.total FROM enrolment place
        LEFT JOIN (SELECT * FROM class_total WHERE class_id = p_class) t ON t.person_id = place.person_id
        WHERE place.class_id = p_class
      ) reckoned
      WHERE e.class_id = p_class AND e.person_id = reckoned.person_id AND e.total IS DISTINCT FROM reckoned.total;
  ELSE
    UPDATE enrolment e SET total = reckoned.total
      FROM (
        SELECT place.person_id, t.total FROM unnest(p_people) place (person_id)
        LEFT JOIN (SELECT * FROM class_total WHERE class_id = p_class AND person_id = ANY(p_people)) t
          ON t.person_id = place.person_id
      ) reckoned
      WHERE e.class_id = p_class AND e.person_id = reckoned.person_id AND e.total IS DISTINCT FROM reckoned.total;
  END IF;
END $$;

-- Reckons again what was missed of an assignment, of everybody where `p_people` is null. Their places are held.
CREATE FUNCTION reckon_missed(p_assignment uuid, p_people uuid[] DEFAULT NULL) RETURNS void LANGUAGE plpgsql AS $$
BEGIN
  UPDATE grade g SET is_missing = false
    WHERE g.assignment_id = p_assignment AND g.is_missing AND (p_people IS NULL OR g.person_id = ANY(p_people))
      AND NOT EXISTS (
        SELECT FROM missed_work m WHERE m.assignment_id = p_assignment AND m.person_id = g.person_id);
  INSERT INTO grade AS g (assignment_id, person_id, is_missing)
    SELECT m.assignment_id, m.person_id, true FROM missed_work m
    WHERE m.assignment_id = p_assignment AND (p_people IS NULL OR m.person_id = ANY(p_people))
    ON CONFLICT (assignment_id, person_id) DO UPDATE SET is_missing = true WHERE NOT g.is_missing AND g.score IS NULL;
END $$;

-- As before, and what was missed with it.
CREATE OR REPLACE FUNCTION reckon_grades(p_assignment uuid, p_people uuid[] DEFAULT NULL) RETURNS void LANGUAGE plpgsql AS $$
DECLARE
  own_class uuid;
BEGIN
  SELECT class_id INTO own_class FROM assignment WHERE id = p_assignment;
  PERFORM FROM enrolment e WHERE e.class_id = own_class AND (p_people IS NULL OR e.person_id = ANY(p_people))
    ORDER BY e.person_id FOR NO KEY UPDATE;
  PERFORM reckon_missed(p_assignment, p_people);
  INSERT INTO grade AS g (assignment_id, person_id, score)
    SELECT s.assignment_id, s.person_id, s.score FROM assignment_score s
    WHERE s.assignment_id = p_assignment AND (p_people IS NULL OR s.person_id = ANY(p_people))
    ON CONFLICT (assignment_id, person_id) DO UPDATE SET score = excluded.score WHERE g.score IS DISTINCT FROM excluded.score;
  PERFORM total_grades(own_class, p_people);
END $$;

-- Whether for somebody of an assignment it has become too late since what was missed was reckoned last.
CREATE FUNCTION is_newly_missed(a assignment) RETURNS boolean LANGUAGE sql STABLE AS $$
  SELECT a.counts_missing AND a.removed_at IS NULL AND EXISTS (
    SELECT FROM (
      SELECT NULL::uuid AS person_id UNION ALL SELECT o.person_id FROM assignment_override o WHERE o.assignment_id = a.id
    ) who
    CROSS JOIN LATERAL own_terms(a.id, who.person_id, NULL) terms
    WHERE terms.taken_until < clock_timestamp() AND (a.missed_by IS NULL OR terms.taken_until >= a.missed_by))
$$;

-- Reckons what was missed of an assignment, where that is due.
CREATE FUNCTION count_missed(p_assignment uuid) RETURNS void LANGUAGE plpgsql AS $$
BEGIN
  -- Whoever changes it now reckons it themselves.
  PERFORM FROM assignment a WHERE a.id = p_assignment AND is_newly_missed(a) FOR NO KEY UPDATE SKIP LOCKED;
  IF NOT FOUND THEN RETURN; END IF;
  -- Rounded down: what is missed from now on is found next time.
  UPDATE assignment SET missed_by = date_trunc('milliseconds', clock_timestamp()) WHERE id = p_assignment;
  PERFORM reckon_grades(p_assignment);
END $$;

-- Who leaves a class, or comes back into it, misses other things.
CREATE FUNCTION place_misses() RETURNS trigger LANGUAGE plpgsql AS $$
BEGIN
  PERFORM reckon_grades(a.id, ARRAY[NEW.person_id]) FROM assignment a
    WHERE a.class_id = NEW.class_id AND a.counts_missing AND a.removed_at IS NULL;
  RETURN NULL;
END $$;
CREATE TRIGGER enrolment_misses AFTER UPDATE OF "left_at" ON "enrolment" FOR EACH ROW
  WHEN (OLD."left_at" IS DISTINCT FROM NEW."left_at") EXECUTE FUNCTION place_misses();

-- Whether somebody may see their grade: everything they have handed in has been told, or they had handed it in when its
-- teacher let the grades be seen. What is handed in afterwards waits, so that nobody gropes for the key by their score.
CREATE FUNCTION is_grade_told(p_assignment uuid, p_person uuid) RETURNS boolean LANGUAGE sql STABLE AS $$
  SELECT NOT EXISTS (
    SELECT FROM attempt t JOIN assignment a ON a.id = t.assignment_id
    WHERE t.assignment_id = p_assignment AND t.person_id = p_person AND t.submitted_at IS NOT NULL AND t.told_at IS NULL
      AND (a.scores_released_at IS NULL OR t.submitted_at > a.scores_released_at))
$$;

-- As before; and what is told after closing is told earlier where its teacher has said so.
CREATE OR REPLACE FUNCTION tell_attempts(p_assignment uuid DEFAULT NULL) RETURNS int LANGUAGE plpgsql AS $$
DECLARE
  ready uuid[];
BEGIN
  SELECT array_agg(due.id) INTO ready FROM (
    SELECT t.id FROM attempt t JOIN assignment a ON a.id = t.assignment_id
    WHERE t.submitted_at IS NOT NULL AND t.told_at IS NULL AND (p_assignment IS NULL OR a.id = p_assignment)
      AND (a.feedback IN ('at-once', 'after-attempt')
        OR a.feedback = 'after-closing' AND (a.answers_released_at IS NOT NULL OR all_over_at(a.id) <= clock_timestamp()))
    ORDER BY t.id FOR NO KEY UPDATE OF t SKIP LOCKED
  ) due;
  UPDATE attempt t SET told_at = clock_timestamp() WHERE t.id = ANY(ready);
  -- In practice each answer was counted when it was told.
  PERFORM count_answer(counted.version_id, counted.mark = 1) FROM (
    SELECT i.version_id, m.mark FROM attempt t
    JOIN attempt_item i ON i.attempt_id = t.id JOIN item_mark m ON m.attempt_id = i.attempt_id AND m.position = i.position
    WHERE t.id = ANY(ready) AND t.mode = 'test' AND EXISTS (
      SELECT FROM response r WHERE r.attempt_id = i.attempt_id AND r.position = i.position AND r.answer <> 'null'::jsonb
        AND NOT EXISTS (SELECT FROM response later WHERE later.attempt_id = r.attempt_id AND later.position = r.position
          AND later.sequence > r.sequence))
    ORDER BY i.version_id
  ) counted;
  RETURN coalesce(cardinality(ready), 0);
END $$;
