-- CreateTable
CREATE TABLE "handed_out" (
    "attempt_id" UUID NOT NULL,
    "position" INTEGER NOT NULL,
    "at" TIMESTAMPTZ(3) NOT NULL DEFAULT clock_timestamp(),

    CONSTRAINT "handed_out_pkey" PRIMARY KEY ("attempt_id","position")
);

-- AddForeignKey
ALTER TABLE "handed_out" ADD CONSTRAINT "handed_out_attempt_id_position_fkey" FOREIGN KEY ("attempt_id", "position") REFERENCES "attempt_item"("attempt_id", "position") ON DELETE RESTRICT ON UPDATE CASCADE;


-- What Prisma cannot say ----------------------------------------------------------------------------------------------

CREATE TRIGGER handed_out_stays BEFORE UPDATE OR DELETE ON "handed_out"
  FOR EACH ROW EXECUTE FUNCTION refuse_change();
CREATE TRIGGER handed_out_is_not_emptied BEFORE TRUNCATE ON "handed_out"
  FOR EACH STATEMENT EXECUTE FUNCTION refuse_change();

-- As before; an answer whose key had been handed out says nothing about how many get the question right.
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
BEGIN
  -- Whatever the server's default: acknowledged means on disk.
  setting := set_config('synchronous_commit', 'on', true);
  IF p_session IS NOT NULL AND NOT EXISTS (
    SELECT FROM live_session WHERE id = p_session AND person_id = p_person
  ) THEN
    outcome := 'signed-out'; RETURN;
  END IF;
  SELECT i.version_id, i.final_at IS NOT NULL, a.submitted_at IS NOT NULL, i.answered, i.answered_right
    INTO version, is_final, is_handed_in, answered, answered_right
    FROM attempt_item i JOIN attempt a ON a.id = i.attempt_id
    WHERE i.attempt_id = p_attempt AND i.position = p_position AND a.person_id = p_person
    FOR NO KEY UPDATE OF i;
  IF NOT FOUND THEN
    outcome := 'not-found'; RETURN;
  END IF;
  IF NOT is_final THEN
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
