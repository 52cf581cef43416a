-- AlterTable
ALTER TABLE "attempt" ADD COLUMN     "tries" SMALLINT NOT NULL DEFAULT 1;

-- AlterTable
ALTER TABLE "response" ADD COLUMN     "tried" SMALLINT;


-- What Prisma cannot say ----------------------------------------------------------------------------------------------

ALTER TABLE "attempt" ADD CONSTRAINT "attempt_tries" CHECK ("tries" = 1 OR ("tries" BETWEEN 2 AND 3 AND "mode" = 'practice'));
ALTER TABLE "response" ADD CONSTRAINT "response_tried" CHECK ("tried" > 0);

-- An attempt is pinned, its tries too: only its handing-in is written afterwards, once.
DROP TRIGGER attempt_stays ON "attempt";
CREATE TRIGGER attempt_stays BEFORE UPDATE ON "attempt" FOR EACH ROW
  WHEN (
    OLD."submitted_at" IS NOT NULL
    OR (OLD."id", OLD."person_id", OLD."set_id", OLD."mode", OLD."tries", OLD."seed", OLD."client_key", OLD."started_at")
       IS DISTINCT FROM
       (NEW."id", NEW."person_id", NEW."set_id", NEW."mode", NEW."tries", NEW."seed", NEW."client_key", NEW."started_at")
  )
  EXECUTE FUNCTION refuse_change();

-- Saves one answer, in one transaction and one round trip. The item's row is locked, and handing in locks them all:
-- the saves of one question and the handing-in follow one another, and each statement sees what the one before left.
-- `p_check`: the answer is to be tried. `p_right`: whether it is wholly right; null for a blank, which asks for the
-- answer. `p_tries`: how many tries the question has. A try that is neither right nor blank nor the last leaves the
-- question open, and tells `tried`, which try it was; any other makes the answer final, and the reply will carry feedback.
-- A question counts once: as right where the first try was.
-- Outcomes: 'saved' (the row, or the equal one stored under this key before), or a refusal of server/attempts/view.ts.
DROP FUNCTION save_response(uuid, uuid, int, int, uuid, text, jsonb, text, boolean, boolean);
CREATE FUNCTION save_response(
  p_attempt uuid, p_person uuid, p_position int, p_sequence int, p_key uuid, p_body_hash text,
  p_answer jsonb, p_confidence text, p_check boolean, p_right boolean, p_tries int DEFAULT 1,
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
      (attempt_id, position, sequence, key, body_hash, answer, confidence, final, tried)
      SELECT p_attempt, p_position, p_sequence, p_key, p_body_hash, p_answer, p_confidence, ends, save_response.tried
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
    IF p_right IS NOT NULL OR tried > 1 THEN
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

-- As before, and with so many tries a question: an open attempt is found only where it has as many.
DROP FUNCTION start_attempt(uuid, uuid, boolean, uuid, text, text, uuid, boolean, jsonb);
CREATE FUNCTION start_attempt(
  p_attempt uuid, p_person uuid, p_is_new_person boolean, p_set uuid, p_mode text, p_seed text, p_key uuid,
  p_anew boolean, p_items jsonb, p_tries int DEFAULT 1
) RETURNS TABLE (outcome text, id uuid, started_at timestamptz) LANGUAGE plpgsql AS $$
DECLARE
  current uuid;
  is_of_several boolean;
  born timestamptz;
BEGIN
  PERFORM set_config('synchronous_commit', 'on', true);
  -- Nothing takes the place of a set over several articles.
  SELECT coalesce(newest.id, asked.id), asked.article_id IS NULL INTO current, is_of_several FROM quiz_set asked
    LEFT JOIN quiz_set newest ON newest.article_id = asked.article_id
    WHERE asked.id = p_set ORDER BY newest.number DESC LIMIT 1;
  IF NOT FOUND THEN
    outcome := 'not-found'; RETURN NEXT; RETURN;
  END IF;
  IF p_is_new_person THEN
    INSERT INTO person (id) VALUES (p_person) ON CONFLICT DO NOTHING;
  END IF;
  -- Held to the end: two starts of one person follow one another.
  SELECT p.created_at INTO born FROM person p WHERE p.id = p_person FOR NO KEY UPDATE;
  IF NOT FOUND OR (p_is_new_person AND born < clock_timestamp() - interval '10 minutes') THEN
    outcome := 'stranger'; RETURN NEXT; RETURN;
  END IF;
  RETURN QUERY SELECT 'found', a.id, a.started_at FROM attempt a
    WHERE a.person_id = p_person AND a.client_key = p_key;
  IF FOUND THEN RETURN; END IF;
  IF current <> p_set THEN
    outcome := 'superseded'; id := current; RETURN NEXT; RETURN;
  END IF;
  IF is_of_several AND EXISTS (
    SELECT FROM quiz_set_item i JOIN withdrawal w ON w.version_id = i.version_id WHERE i.set_id = p_set
  ) THEN
    outcome := 'not-found'; RETURN NEXT; RETURN;
  END IF;
  IF NOT p_anew THEN
    RETURN QUERY SELECT 'found', a.id, a.started_at FROM attempt a
      WHERE a.person_id = p_person AND a.set_id = p_set AND a.mode = p_mode AND a.tries = p_tries
        AND a.submitted_at IS NULL
      ORDER BY a.started_at DESC LIMIT 1;
    IF FOUND THEN RETURN; END IF;
  END IF;
  INSERT INTO attempt AS a (id, person_id, set_id, mode, tries, seed, client_key)
    VALUES (p_attempt, p_person, p_set, p_mode, p_tries, p_seed, p_key)
    RETURNING a.started_at INTO started_at;
  INSERT INTO attempt_item (attempt_id, position, version_id, arrangement)
    SELECT p_attempt, item.position, (item.value ->> 'version')::uuid, item.value -> 'arrangement'
    FROM jsonb_array_elements(p_items) WITH ORDINALITY AS item (value, position);
  outcome := 'started'; id := p_attempt; RETURN NEXT;
END $$;
