-- AlterTable
ALTER TABLE "attempt" ADD COLUMN     "assignment_id" UUID,
ADD COLUMN     "is_collected" BOOLEAN NOT NULL DEFAULT false,
ADD COLUMN     "told_at" TIMESTAMPTZ(3);

-- CreateTable
CREATE TABLE "assignment" (
    "id" UUID NOT NULL,
    "class_id" UUID NOT NULL,
    "set_id" UUID NOT NULL,
    "title" TEXT NOT NULL,
    "version" INTEGER NOT NULL DEFAULT 1,
    "is_for_all" BOOLEAN NOT NULL DEFAULT true,
    "opens_at" TIMESTAMPTZ(3),
    "due_at" TIMESTAMPTZ(3),
    "closes_at" TIMESTAMPTZ(3),
    "grace_minutes" SMALLINT NOT NULL DEFAULT 0,
    "late_percent" SMALLINT NOT NULL DEFAULT 0,
    "limit_minutes" SMALLINT,
    "attempts" SMALLINT,
    "counts" TEXT NOT NULL DEFAULT 'best',
    "feedback" TEXT NOT NULL,
    "tries" SMALLINT NOT NULL DEFAULT 1,
    "draw" SMALLINT,
    "has_shuffled_questions" BOOLEAN NOT NULL DEFAULT false,
    "has_shuffled_options" BOOLEAN NOT NULL DEFAULT true,
    "has_source" BOOLEAN NOT NULL DEFAULT false,
    "password" TEXT,
    "created_at" TIMESTAMPTZ(3) NOT NULL DEFAULT clock_timestamp(),
    "removed_at" TIMESTAMPTZ(3),

    CONSTRAINT "assignment_pkey" PRIMARY KEY ("id")
);

-- CreateTable
CREATE TABLE "assignment_person" (
    "assignment_id" UUID NOT NULL,
    "person_id" UUID NOT NULL,

    CONSTRAINT "assignment_person_pkey" PRIMARY KEY ("assignment_id","person_id")
);

-- CreateTable
CREATE TABLE "assignment_override" (
    "assignment_id" UUID NOT NULL,
    "person_id" UUID NOT NULL,
    "opens_at" TIMESTAMPTZ(3),
    "due_at" TIMESTAMPTZ(3),
    "closes_at" TIMESTAMPTZ(3),
    "time_factor" REAL NOT NULL DEFAULT 1,
    "extra_minutes" SMALLINT NOT NULL DEFAULT 0,
    "more_attempts" SMALLINT NOT NULL DEFAULT 0,

    CONSTRAINT "assignment_override_pkey" PRIMARY KEY ("assignment_id","person_id")
);

-- CreateTable
CREATE TABLE "item_mark" (
    "attempt_id" UUID NOT NULL,
    "position" INTEGER NOT NULL,
    "mark" REAL NOT NULL,

    CONSTRAINT "item_mark_pkey" PRIMARY KEY ("attempt_id","position")
);

-- CreateIndex
CREATE INDEX "assignment_class_id_created_at_idx" ON "assignment"("class_id", "created_at");

-- CreateIndex
CREATE INDEX "assignment_set_id_idx" ON "assignment"("set_id");

-- CreateIndex
CREATE INDEX "assignment_closes_at_idx" ON "assignment"("closes_at");

-- CreateIndex
CREATE INDEX "assignment_person_person_id_idx" ON "assignment_person"("person_id");

-- CreateIndex
CREATE INDEX "assignment_override_person_id_idx" ON "assignment_override"("person_id");

-- CreateIndex
CREATE INDEX "attempt_assignment_id_person_id_idx" ON "attempt"("assignment_id", "person_id");

-- AddForeignKey
ALTER TABLE "assignment" ADD CONSTRAINT "assignment_class_id_fkey" FOREIGN KEY ("class_id") REFERENCES "class"("id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "assignment" ADD CONSTRAINT "assignment_set_id_fkey" FOREIGN KEY ("set_id") REFERENCES "quiz_set"("id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "assignment_person" ADD CONSTRAINT "assignment_person_assignment_id_fkey" FOREIGN KEY ("assignment_id") REFERENCES "assignment"("id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "assignment_person" ADD CONSTRAINT "assignment_person_person_id_fkey" FOREIGN KEY ("person_id") REFERENCES "person"("id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "assignment_override" ADD CONSTRAINT "assignment_override_assignment_id_fkey" FOREIGN KEY ("assignment_id") REFERENCES "assignment"("id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "assignment_override" ADD CONSTRAINT "assignment_override_person_id_fkey" FOREIGN KEY ("person_id") REFERENCES "person"("id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "attempt" ADD CONSTRAINT "attempt_assignment_id_fkey" FOREIGN KEY ("assignment_id") REFERENCES "assignment"("id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "item_mark" ADD CONSTRAINT "item_mark_attempt_id_position_fkey" FOREIGN KEY ("attempt_id", "position") REFERENCES "attempt_item"("attempt_id", "position") ON DELETE RESTRICT ON UPDATE CASCADE;


-- What Prisma cannot say ----------------------------------------------------------------------------------------------

ALTER TABLE "assignment" ADD CONSTRAINT "assignment_times" CHECK (
  ("opens_at" < "due_at" OR "opens_at" IS NULL OR "due_at" IS NULL)
  AND ("opens_at" < "closes_at" OR "opens_at" IS NULL OR "closes_at" IS NULL)
  AND ("due_at" <= "closes_at" OR "due_at" IS NULL OR "closes_at" IS NULL));
ALTER TABLE "assignment" ADD CONSTRAINT "assignment_numbers" CHECK (
  "grace_minutes" BETWEEN 0 AND 60 AND "late_percent" BETWEEN 0 AND 100 AND "limit_minutes" > 0 AND "attempts" > 0
  AND "draw" > 0 AND "version" > 0);
ALTER TABLE "assignment" ADD CONSTRAINT "assignment_counts" CHECK ("counts" IN ('best', 'latest', 'average'));
ALTER TABLE "assignment" ADD CONSTRAINT "assignment_feedback"
  CHECK ("feedback" IN ('at-once', 'after-attempt', 'after-closing', 'never'));
-- What is told after closing wants a closing, and tries want to be told how they went.
ALTER TABLE "assignment" ADD CONSTRAINT "assignment_feedback_in_time"
  CHECK (("feedback" <> 'after-closing' OR "closes_at" IS NOT NULL) AND ("tries" = 1 OR "tries" BETWEEN 2 AND 3 AND "feedback" = 'at-once'));
ALTER TABLE "assignment_override" ADD CONSTRAINT "assignment_override_numbers" CHECK (
  "time_factor" BETWEEN 1 AND 5 AND "extra_minutes" BETWEEN 0 AND 1440 AND "more_attempts" BETWEEN 0 AND 20);
ALTER TABLE "item_mark" ADD CONSTRAINT "item_mark_mark" CHECK ("mark" BETWEEN 0 AND 1);

-- Attempts whose time may run out.
CREATE INDEX "attempt_under_way" ON "attempt" ("assignment_id") WHERE "assignment_id" IS NOT NULL AND "submitted_at" IS NULL;
-- Attempts of which nothing has been told yet.
CREATE INDEX "attempt_untold" ON "attempt" ("assignment_id")
  WHERE "assignment_id" IS NOT NULL AND "submitted_at" IS NOT NULL AND "told_at" IS NULL;

-- Attempts that were told lately.
CREATE INDEX "attempt_told" ON "attempt" ("told_at") WHERE "told_at" IS NOT NULL;

-- An attempt is pinned, its assignment too: only its handing-in is written afterwards, once, and then when it was told.
DROP TRIGGER attempt_stays ON "attempt";
CREATE TRIGGER attempt_stays BEFORE UPDATE ON "attempt" FOR EACH ROW
  WHEN (
    (OLD."submitted_at", OLD."is_collected") IS DISTINCT FROM (NEW."submitted_at", NEW."is_collected")
      AND OLD."submitted_at" IS NOT NULL
    OR OLD."told_at" IS NOT NULL AND OLD."told_at" IS DISTINCT FROM NEW."told_at"
    OR (OLD."id", OLD."set_id", OLD."mode", OLD."tries", OLD."seed", OLD."client_key", OLD."started_at", OLD."assignment_id")
       IS DISTINCT FROM
       (NEW."id", NEW."set_id", NEW."mode", NEW."tries", NEW."seed", NEW."client_key", NEW."started_at", NEW."assignment_id")
  )
  EXECUTE FUNCTION refuse_change();

-- The terms of an assignment for one person, and when an attempt of theirs begun at `p_started` is over: the one place
-- that says so. `closes_at`: nothing is begun from then on. `ends_at`: whichever comes first of the closing and the time
-- limit, and after it whatever the person has in extra time, which beats the closing. `taken_until`: with the grace that
-- everybody has; answers are taken until then, as late. Null: never.
CREATE FUNCTION own_terms(p_assignment uuid, p_person uuid, p_started timestamptz)
RETURNS TABLE (
  opens_at timestamptz, due_at timestamptz, closes_at timestamptz, limit_seconds int, ends_at timestamptz,
  taken_until timestamptz, attempts int
) LANGUAGE sql STABLE AS $$
  SELECT coalesce(o.opens_at, a.opens_at), coalesce(o.due_at, a.due_at), closing.at,
    round(a.limit_minutes * 60 * extra.factor)::int, over.at, over.at + make_interval(mins => a.grace_minutes),
    a.attempts + coalesce(o.more_attempts, 0)
  FROM assignment a
  LEFT JOIN assignment_override o ON o.assignment_id = a.id AND o.person_id = p_person
  CROSS JOIN LATERAL (SELECT coalesce(o.closes_at, a.closes_at) AS at) closing
  CROSS JOIN LATERAL (
    SELECT coalesce(o.time_factor, 1)::numeric AS factor, make_interval(mins => coalesce(o.extra_minutes, 0)) AS given
  ) extra
  CROSS JOIN LATERAL (
    SELECT least(closing.at, p_started + make_interval(mins => a.limit_minutes)) + extra.given
      + make_interval(secs => coalesce(a.limit_minutes, 0) * 60 * (extra.factor - 1)) AS at
  ) over
  WHERE a.id = p_assignment
$$;

-- When nobody can be answering any more, whoever has more time included; null for never.
CREATE FUNCTION all_over_at(p_assignment uuid) RETURNS timestamptz LANGUAGE sql STABLE AS $$
  SELECT max(closing.at + closing.extra) + make_interval(mins => a.grace_minutes)
  FROM assignment a
  CROSS JOIN LATERAL (
    SELECT a.closes_at AS at, interval '0' AS extra
    UNION ALL
    SELECT coalesce(o.closes_at, a.closes_at), make_interval(mins => o.extra_minutes,
      secs => coalesce(a.limit_minutes, 0) * 60 * (o.time_factor::numeric - 1))
    FROM assignment_override o WHERE o.assignment_id = a.id
  ) closing
  WHERE a.id = p_assignment AND a.closes_at IS NOT NULL GROUP BY a.id
$$;

-- Whether an assignment is somebody's to take.
CREATE FUNCTION is_assigned(p_assignment uuid, p_person uuid) RETURNS boolean LANGUAGE sql STABLE AS $$
  SELECT EXISTS (
    SELECT FROM assignment a
    JOIN class c ON c.id = a.class_id AND c.archived_at IS NULL
    JOIN enrolment e ON e.class_id = a.class_id AND e.person_id = p_person AND e.role = 'learner' AND e.left_at IS NULL
    WHERE a.id = p_assignment AND a.removed_at IS NULL
      AND (a.is_for_all OR EXISTS (
        SELECT FROM assignment_person chosen WHERE chosen.assignment_id = a.id AND chosen.person_id = p_person)))
$$;

-- Begins somebody's attempt of an assignment, or finds the one that is meant, in one round trip. `p_version`: the
-- assignment as it was when the questions in `p_items` were chosen for it, a list of {"version", "arrangement"} in order.
-- Outcomes: 'started'; 'found' (this key's attempt, or the one under way); 'over' (the one under way has run out of time
-- and is to be taken in first); 'changed' (choose again); or a refusal: 'not-found', 'not-open-yet', 'closed',
-- 'no-attempts-left', 'wrong-word'.
CREATE FUNCTION start_assigned(
  p_attempt uuid, p_person uuid, p_assignment uuid, p_version int, p_seed text, p_key uuid, p_word text, p_items jsonb
) RETURNS TABLE (outcome text, id uuid, started_at timestamptz) LANGUAGE plpgsql AS $$
DECLARE
  given assignment%ROWTYPE;
  terms record;
  began timestamptz := clock_timestamp();
BEGIN
  PERFORM set_config('synchronous_commit', 'on', true);
  -- Held to the end: two starts of one person follow one another, and a change of the assignment waits.
  PERFORM FROM person p WHERE p.id = p_person FOR NO KEY UPDATE;
  SELECT * INTO given FROM assignment a WHERE a.id = p_assignment FOR SHARE;
  IF given.id IS NULL OR NOT is_assigned(p_assignment, p_person) THEN
    outcome := 'not-found'; RETURN NEXT; RETURN;
  END IF;
  RETURN QUERY SELECT 'found', a.id, a.started_at FROM attempt a
    WHERE a.person_id = p_person AND a.client_key = p_key AND a.assignment_id = p_assignment;
  IF FOUND THEN RETURN; END IF;
  RETURN QUERY SELECT CASE WHEN clock_timestamp() > own.taken_until THEN 'over' ELSE 'found' END, a.id, a.started_at
    FROM attempt a CROSS JOIN LATERAL own_terms(p_assignment, p_person, a.started_at) own
    WHERE a.assignment_id = p_assignment AND a.person_id = p_person AND a.submitted_at IS NULL;
  IF FOUND THEN RETURN; END IF;
  SELECT * INTO terms FROM own_terms(p_assignment, p_person, began);
  outcome := CASE
    WHEN began < terms.opens_at THEN 'not-open-yet'
    WHEN began >= terms.closes_at THEN 'closed'
    WHEN (SELECT count(*) FROM attempt a WHERE a.assignment_id = p_assignment AND a.person_id = p_person) >= terms.attempts
      THEN 'no-attempts-left'
    WHEN given.password <> coalesce(p_word, '') THEN 'wrong-word'
    WHEN given.version <> p_version THEN 'changed'
    ELSE 'started'
  END;
  IF outcome = 'started' THEN
    INSERT INTO attempt AS a (id, person_id, set_id, mode, tries, seed, client_key, assignment_id, started_at)
      VALUES (p_attempt, p_person, given.set_id, CASE WHEN given.feedback = 'at-once' THEN 'practice' ELSE 'test' END,
        given.tries, p_seed, p_key, p_assignment, began);
    INSERT INTO attempt_item (attempt_id, position, version_id, arrangement)
      SELECT p_attempt, item.position, (item.value ->> 'version')::uuid, item.value -> 'arrangement'
      FROM jsonb_array_elements(p_items) WITH ORDINALITY AS item (value, position);
    id := p_attempt; started_at := began;
  END IF;
  RETURN NEXT;
END $$;

-- Tells what came of attempts that were handed in, as far as their assignments let it be told by now; until then nobody
-- else is told of their answers either, in how many got a question right. Without an assignment: of all of them.
CREATE FUNCTION tell_attempts(p_assignment uuid DEFAULT NULL) RETURNS int LANGUAGE plpgsql AS $$
DECLARE
  ready uuid[];
BEGIN
  SELECT array_agg(due.id) INTO ready FROM (
    SELECT t.id FROM attempt t JOIN assignment a ON a.id = t.assignment_id
    WHERE t.submitted_at IS NOT NULL AND t.told_at IS NULL AND (p_assignment IS NULL OR a.id = p_assignment)
      AND (a.feedback IN ('at-once', 'after-attempt')
        OR a.feedback = 'after-closing' AND all_over_at(a.id) <= clock_timestamp())
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

-- What each attempt of an assignment that was handed in comes to, 0 to 1. One that was taken in counts as handed in when its
-- last answer was saved. Late is what was handed in after it was due, or in the grace after its end; for each day begun it
-- loses what the assignment says.
CREATE VIEW attempt_score AS
  SELECT t.id AS attempt_id, t.assignment_id, t.person_id, t.started_at, t.told_at, handed.at AS handed_in_at, late.days AS late_days,
    marks.sum AS marks, marks.count AS questions,
    marks.sum / marks.count * greatest(0, 1 - a.late_percent / 100.0::float8 * late.days) AS score
  FROM attempt t
  JOIN assignment a ON a.id = t.assignment_id
  CROSS JOIN LATERAL own_terms(a.id, t.person_id, t.started_at) terms
  CROSS JOIN LATERAL (
    SELECT CASE WHEN t.is_collected
      THEN coalesce((SELECT max(r.saved_at) FROM response r WHERE r.attempt_id = t.id), t.started_at)
      ELSE t.submitted_at END AS at
  ) handed
  CROSS JOIN LATERAL (
    SELECT coalesce(greatest(0, ceil(extract(epoch FROM handed.at - least(terms.due_at, terms.ends_at)) / 86400)), 0)::int AS days
  ) late
  CROSS JOIN LATERAL (SELECT sum(m.mark)::float8 AS sum, count(*)::int AS count FROM item_mark m WHERE m.attempt_id = t.id) marks
  WHERE t.submitted_at IS NOT NULL AND marks.count > 0;

-- What somebody has made of an assignment: of their attempts the best, the latest or the average.
CREATE VIEW assignment_score AS
  SELECT s.assignment_id, s.person_id, count(*)::int AS attempts,
    CASE a.counts
      WHEN 'best' THEN max(s.score)
      WHEN 'average' THEN avg(s.score)
      ELSE (array_agg(s.score ORDER BY s.started_at DESC))[1]
    END AS score
  FROM attempt_score s JOIN assignment a ON a.id = s.assignment_id
  GROUP BY s.assignment_id, s.person_id, a.counts;

-- As before; and an answer to an assignment is taken until its time is over.
CREATE OR REPLACE FUNCTION save_response(
  p_attempt uuid, p_person uuid, p_position int, p_sequence int, p_key uuid, p_body_hash text,
  p_answer jsonb, p_confidence text, p_check boolean, p_right boolean, p_tries int DEFAULT 1, p_session uuid DEFAULT NULL,
  p_seconds int DEFAULT NULL,
  OUT outcome text, OUT saved_at timestamptz, OUT sequence int, OUT final boolean, OUT answered int, OUT answered_right int,
  OUT tried int
) LANGUAGE plpgsql AS $$
DECLARE
  setting text;
  version uuid;
  is_final boolean;
  is_handed_in boolean;
  earlier_hash text;
  ends boolean := false;
  assigned uuid;
  begun timestamptz;
  is_over boolean := false;
BEGIN
  -- Whatever the server's default: acknowledged means on disk.
  setting := set_config('synchronous_commit', 'on', true);
  IF p_session IS NOT NULL AND NOT EXISTS (
    SELECT FROM live_session WHERE id = p_session AND person_id = p_person
  ) THEN
    outcome := 'signed-out'; RETURN;
  END IF;
  SELECT i.version_id, i.final_at IS NOT NULL, a.submitted_at IS NOT NULL, i.answered, i.answered_right, a.assignment_id, a.started_at
    INTO version, is_final, is_handed_in, answered, answered_right, assigned, begun
    FROM attempt_item i JOIN attempt a ON a.id = i.attempt_id
    WHERE i.attempt_id = p_attempt AND i.position = p_position AND a.person_id = p_person
    FOR NO KEY UPDATE OF i;
  IF NOT FOUND THEN
    outcome := 'not-found'; RETURN;
  END IF;
  IF assigned IS NOT NULL THEN
    is_over := coalesce((SELECT clock_timestamp() > terms.taken_until FROM own_terms(assigned, p_person, begun) terms), false);
  END IF;
  IF NOT is_final AND NOT is_over THEN
    IF p_check THEN
      SELECT coalesce(max(r.tried), 0) + 1 INTO tried FROM response r
        WHERE r.attempt_id = p_attempt AND r.position = p_position;
      ends := coalesce(p_right, true) OR tried >= p_tries;
    END IF;
    -- Nothing is inserted when this key, this number or a higher one is there already.
    INSERT INTO response AS r
      (attempt_id, position, sequence, key, body_hash, answer, confidence, final, tried, seconds)
      SELECT p_attempt, p_position, p_sequence, p_key, p_body_hash, p_answer, p_confidence, ends, save_response.tried, p_seconds
      WHERE NOT EXISTS (
        SELECT FROM response s
        WHERE s.attempt_id = p_attempt AND s.position = p_position AND s.sequence >= p_sequence
      )
      ON CONFLICT DO NOTHING
      RETURNING r.saved_at INTO saved_at;
    IF FOUND THEN
      outcome := 'saved'; sequence := p_sequence; final := ends;
    END IF;
  END IF;
  IF outcome IS NULL THEN
    SELECT r.body_hash, r.saved_at, r.sequence, r.final, r.tried
      INTO earlier_hash, saved_at, sequence, final, tried
      FROM response r WHERE r.attempt_id = p_attempt AND r.key = p_key;
    outcome := CASE
      WHEN earlier_hash = p_body_hash THEN 'saved'
      WHEN earlier_hash IS NOT NULL THEN 'key-reused'
      WHEN is_handed_in THEN 'handed-in'
      WHEN is_final THEN 'already-final'
      WHEN is_over THEN 'time-over'
      ELSE 'other-tab'
    END;
    RETURN;
  END IF;
  IF ends THEN
    IF (p_right IS NOT NULL OR tried > 1)
      AND NOT EXISTS (SELECT FROM handed_out h WHERE h.attempt_id = p_attempt AND h.position = p_position)
    THEN
      PERFORM count_answer(version, coalesce(p_right, false) AND tried = 1);
    END IF;
    UPDATE attempt_item i
      SET final_at = save_response.saved_at, answered = tally.answered, answered_right = tally.answered_right
      FROM (
        SELECT coalesce(sum(t.answered), 0)::int AS answered, coalesce(sum(t.answered_right), 0)::int AS answered_right
        FROM question_tally t WHERE t.version_id = version
      ) tally
      WHERE i.attempt_id = p_attempt AND i.position = p_position
      RETURNING i.answered, i.answered_right INTO answered, answered_right;
  END IF;
END $$;
