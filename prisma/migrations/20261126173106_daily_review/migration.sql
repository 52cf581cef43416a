-- AlterTable
ALTER TABLE "response" ADD COLUMN     "seconds" SMALLINT;

-- CreateTable
CREATE TABLE "learning" (
    "person_id" UUID NOT NULL,
    "zone" TEXT NOT NULL,
    "cap" SMALLINT NOT NULL,
    "retention" DOUBLE PRECISION NOT NULL,
    "settled_at" TIMESTAMPTZ(3),

    CONSTRAINT "learning_pkey" PRIMARY KEY ("person_id")
);

-- CreateTable
CREATE TABLE "memory" (
    "person_id" UUID NOT NULL,
    "fact_id" UUID NOT NULL,
    "due" TIMESTAMPTZ(3) NOT NULL,
    "stability" DOUBLE PRECISION NOT NULL,
    "difficulty" DOUBLE PRECISION NOT NULL,
    "interval" INTEGER NOT NULL,
    "reps" INTEGER NOT NULL,
    "lapses" INTEGER NOT NULL,
    "last_review" TIMESTAMPTZ(3),
    "buried_until" TIMESTAMPTZ(3),
    "is_suspended" BOOLEAN NOT NULL DEFAULT false,
    "added_at" TIMESTAMPTZ(3) NOT NULL DEFAULT clock_timestamp(),

    CONSTRAINT "memory_pkey" PRIMARY KEY ("person_id","fact_id")
);

-- CreateTable
CREATE TABLE "review" (
    "attempt_id" UUID NOT NULL,
    "position" INTEGER NOT NULL,
    "person_id" UUID NOT NULL,
    "fact_id" UUID NOT NULL,
    "at" TIMESTAMPTZ(3) NOT NULL,
    "grade" TEXT NOT NULL,
    "before" JSONB NOT NULL,
    "undone_at" TIMESTAMPTZ(3),

    CONSTRAINT "review_pkey" PRIMARY KEY ("attempt_id","position")
);

-- CreateTable
CREATE TABLE "question_fact" (
    "version_id" UUID NOT NULL,
    "fact_id" UUID NOT NULL,
    "is_only" BOOLEAN NOT NULL,

    CONSTRAINT "question_fact_pkey" PRIMARY KEY ("version_id","fact_id")
);

-- CreateIndex
CREATE INDEX "memory_person_id_due_idx" ON "memory"("person_id", "due");

-- CreateIndex
CREATE INDEX "memory_fact_id_idx" ON "memory"("fact_id");

-- CreateIndex
CREATE INDEX "review_person_id_at_idx" ON "review"("person_id", "at" DESC);

-- CreateIndex
CREATE INDEX "review_person_id_fact_id_at_idx" ON "review"("person_id", "fact_id", "at" DESC);

-- CreateIndex
CREATE INDEX "review_fact_id_idx" ON "review"("fact_id");

-- CreateIndex
CREATE INDEX "question_fact_fact_id_idx" ON "question_fact"("fact_id");

-- AddForeignKey
ALTER TABLE "learning" ADD CONSTRAINT "learning_person_id_fkey" FOREIGN KEY ("person_id") REFERENCES "person"("id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "memory" ADD CONSTRAINT "memory_person_id_fkey" FOREIGN KEY ("person_id") REFERENCES "person"("id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "memory" ADD CONSTRAINT "memory_fact_id_fkey" FOREIGN KEY ("fact_id") REFERENCES "fact"("id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "review" ADD CONSTRAINT "review_person_id_fkey" FOREIGN KEY ("person_id") REFERENCES "person"("id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "review" ADD CONSTRAINT "review_fact_id_fkey" FOREIGN KEY ("fact_id") REFERENCES "fact"("id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "review" ADD CONSTRAINT "review_attempt_id_position_fkey" FOREIGN KEY ("attempt_id", "position") REFERENCES "attempt_item"("attempt_id", "position") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "question_fact" ADD CONSTRAINT "question_fact_version_id_fkey" FOREIGN KEY ("version_id") REFERENCES "question_version"("id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "question_fact" ADD CONSTRAINT "question_fact_fact_id_fkey" FOREIGN KEY ("fact_id") REFERENCES "fact"("id") ON DELETE RESTRICT ON UPDATE CASCADE;


-- What Prisma cannot say ----------------------------------------------------------------------------------------------

ALTER TABLE "response" ADD CONSTRAINT "response_seconds" CHECK ("seconds" >= 0);
ALTER TABLE "learning" ADD CONSTRAINT "learning_cap" CHECK ("cap" BETWEEN 1 AND 200);
ALTER TABLE "learning" ADD CONSTRAINT "learning_retention" CHECK ("retention" > 0 AND "retention" < 1);
ALTER TABLE "review" ADD CONSTRAINT "review_grade" CHECK ("grade" IN ('again', 'hard', 'good', 'easy'));

-- Which facts the versions that stand already ask about: those of the reading that made them.
INSERT INTO question_fact (version_id, fact_id, is_only)
  SELECT DISTINCT ON (v.id, fr.fact_id) v.id, fr.fact_id, jsonb_array_length(v.body -> 'question' -> 'facts') = 1
  FROM question_version v
  JOIN reading r ON r.revision_id = v.revision_id AND r.engine_version = v.engine_version
  JOIN fact_reading fr ON fr.reading_id = r.id
  WHERE v.body -> 'question' -> 'facts' ? (fr.data -> 'fact' ->> 'id');

-- As before, and with how long the answer took.
DROP FUNCTION save_response(uuid, uuid, int, int, uuid, text, jsonb, text, boolean, boolean, int, uuid);
CREATE FUNCTION save_response(
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

-- As before, and with what the guest remembers.
CREATE OR REPLACE FUNCTION claim_guest(p_guest uuid, p_account uuid) RETURNS boolean LANGUAGE plpgsql AS $$
BEGIN
  UPDATE person SET claimed_by = p_account
    WHERE id = p_guest AND role = 'guest' AND (claimed_by IS NULL OR claimed_by = p_account);
  IF NOT FOUND THEN RETURN false; END IF;
  UPDATE attempt SET person_id = p_account WHERE person_id = p_guest;
  UPDATE flag SET person_id = p_account WHERE person_id = p_guest;
  -- A fact both remember stays as the account remembers it; what the guest did with it is the account's all the same.
  UPDATE memory m SET person_id = p_account WHERE person_id = p_guest
    AND NOT EXISTS (SELECT FROM memory WHERE person_id = p_account AND fact_id = m.fact_id);
  UPDATE review SET person_id = p_account WHERE person_id = p_guest;
  RETURN true;
END $$;
