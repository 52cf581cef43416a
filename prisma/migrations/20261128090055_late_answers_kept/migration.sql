-- CreateTable
CREATE TABLE "late_response" (
    "attempt_id" UUID NOT NULL,
    "position" INTEGER NOT NULL,
    "sequence" INTEGER NOT NULL,
    "key" UUID NOT NULL,
    "body_hash" TEXT NOT NULL,
    "answer" JSONB NOT NULL,
    "confidence" TEXT,
    "seconds" SMALLINT,
    "arrived_at" TIMESTAMPTZ(3) NOT NULL DEFAULT clock_timestamp(),

    CONSTRAINT "late_response_pkey" PRIMARY KEY ("attempt_id","position","sequence")
);

-- CreateIndex
CREATE UNIQUE INDEX "late_response_attempt_id_key_key" ON "late_response"("attempt_id", "key");

-- AddForeignKey
ALTER TABLE "late_response" ADD CONSTRAINT "late_response_attempt_id_position_fkey" FOREIGN KEY ("attempt_id", "position") REFERENCES "attempt_item"("attempt_id", "position") ON DELETE RESTRICT ON UPDATE CASCADE;


CREATE TRIGGER late_response_stays BEFORE UPDATE ON "late_response" FOR EACH ROW EXECUTE FUNCTION refuse_change();

-- Keeps an answer that came too late, by the same rules as one that did not: a key works once, and the highest number counts.
-- The row of its question is held by the caller. 'late', or the refusal.
CREATE FUNCTION keep_late_response(
  p_attempt uuid, p_position int, p_sequence int, p_key uuid, p_body_hash text, p_answer jsonb, p_confidence text, p_seconds int,
  OUT outcome text, OUT arrived_at timestamptz
) LANGUAGE plpgsql AS $$
DECLARE
  earlier_hash text;
BEGIN
  INSERT INTO late_response AS l (attempt_id, position, sequence, key, body_hash, answer, confidence, seconds)
    SELECT p_attempt, p_position, p_sequence, p_key, p_body_hash, p_answer, p_confidence, p_seconds
    WHERE NOT EXISTS (
      SELECT FROM response s WHERE s.attempt_id = p_attempt AND s.position = p_position AND s.sequence >= p_sequence
    ) AND NOT EXISTS (
      SELECT FROM late_response s WHERE s.attempt_id = p_attempt AND s.position = p_position AND s.sequence >= p_sequence
    )
    ON CONFLICT DO NOTHING
    RETURNING l.arrived_at INTO arrived_at;
  IF FOUND THEN
    outcome := 'late'; RETURN;
  END IF;
  SELECT l.body_hash, l.arrived_at INTO earlier_hash, arrived_at FROM late_response l WHERE l.attempt_id = p_attempt AND l.key = p_key;
  outcome := CASE WHEN earlier_hash = p_body_hash THEN 'late' WHEN earlier_hash IS NOT NULL THEN 'key-reused' ELSE 'other-tab' END;
END $$;

-- As before; but an answer to an assignment that arrives when its time is over, or after it was taken in, is kept as late.
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
  is_collected boolean := false;
  was_told boolean;
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
    IF earlier_hash IS NULL THEN
      -- What was read above may be older than the row that was waited for.
      SELECT a.submitted_at IS NOT NULL, a.is_collected INTO is_handed_in, is_collected FROM attempt a WHERE a.id = p_attempt;
      -- Whoever has been told what is right about a question can add nothing to it.
      was_told := EXISTS (SELECT FROM response r WHERE r.attempt_id = p_attempt AND r.position = p_position AND r.final);
      IF NOT was_told AND (is_collected OR is_over AND NOT is_handed_in) THEN
        SELECT l.outcome, l.arrived_at INTO outcome, saved_at FROM keep_late_response(
          p_attempt, p_position, p_sequence, p_key, p_body_hash, p_answer, p_confidence, p_seconds) l;
        sequence := p_sequence; final := false;
        RETURN;
      END IF;
    END IF;
    outcome := CASE
      WHEN earlier_hash = p_body_hash THEN 'saved'
      WHEN earlier_hash IS NOT NULL THEN 'key-reused'
      WHEN is_handed_in THEN 'handed-in'
      WHEN is_final THEN 'already-final'
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
