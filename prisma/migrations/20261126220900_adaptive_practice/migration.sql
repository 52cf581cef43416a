-- AlterTable
ALTER TABLE "attempt_item" ADD COLUMN     "why" JSONB;

-- CreateTable
CREATE TABLE "ability" (
    "person_id" UUID NOT NULL,
    "value" DOUBLE PRECISION NOT NULL,
    "answers" INTEGER NOT NULL,
    "settled_at" TIMESTAMPTZ(3),

    CONSTRAINT "ability_pkey" PRIMARY KEY ("person_id")
);

-- CreateTable
CREATE TABLE "version_rating" (
    "version_id" UUID NOT NULL,
    "value" DOUBLE PRECISION NOT NULL,
    "answers" INTEGER NOT NULL,

    CONSTRAINT "version_rating_pkey" PRIMARY KEY ("version_id")
);

-- CreateTable
CREATE TABLE "rated_answer" (
    "attempt_id" UUID NOT NULL,
    "position" INTEGER NOT NULL,
    "mark" REAL NOT NULL,

    CONSTRAINT "rated_answer_pkey" PRIMARY KEY ("attempt_id","position")
);

-- CreateTable
CREATE TABLE "rating_sweep" (
    "id" SMALLINT NOT NULL DEFAULT 1,
    "swept_at" TIMESTAMPTZ(3),

    CONSTRAINT "rating_sweep_pkey" PRIMARY KEY ("id")
);

-- CreateIndex
CREATE INDEX "attempt_submitted_at_idx" ON "attempt"("submitted_at");

-- CreateIndex
CREATE INDEX "response_saved_at_idx" ON "response" USING BRIN ("saved_at");

-- AddForeignKey
ALTER TABLE "ability" ADD CONSTRAINT "ability_person_id_fkey" FOREIGN KEY ("person_id") REFERENCES "person"("id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "version_rating" ADD CONSTRAINT "version_rating_version_id_fkey" FOREIGN KEY ("version_id") REFERENCES "question_version"("id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "rated_answer" ADD CONSTRAINT "rated_answer_attempt_id_position_fkey" FOREIGN KEY ("attempt_id", "position") REFERENCES "attempt_item"("attempt_id", "position") ON DELETE RESTRICT ON UPDATE CASCADE;


-- What Prisma cannot say ----------------------------------------------------------------------------------------------

ALTER TABLE "rated_answer" ADD CONSTRAINT "rated_answer_mark" CHECK ("mark" BETWEEN 0 AND 1);
ALTER TABLE "rating_sweep" ADD CONSTRAINT "rating_sweep_is_one" CHECK ("id" = 1);
INSERT INTO "rating_sweep" DEFAULT VALUES;

-- As before, and why it was chosen stays too.
DROP TRIGGER attempt_item_stays ON "attempt_item";
CREATE TRIGGER attempt_item_stays BEFORE UPDATE ON "attempt_item" FOR EACH ROW
  WHEN (
    OLD."final_at" IS NOT NULL
    OR (OLD."attempt_id", OLD."position", OLD."version_id", OLD."arrangement", OLD."why")
       IS DISTINCT FROM (NEW."attempt_id", NEW."position", NEW."version_id", NEW."arrangement", NEW."why")
  )
  EXECUTE FUNCTION refuse_change();

-- Gives an open attempt one question more. The attempt's row is held: of two who append at once the second finds what the
-- first has put there. Outcomes: 'appended'; 'found', where the position is taken; 'stale', where the question has been
-- withdrawn or asked here before, or the position is not the next; 'answer-first', where the last answer is not final; or
-- a refusal of server/refusal-view.ts.
CREATE FUNCTION append_item(
  p_attempt uuid, p_person uuid, p_position int, p_version uuid, p_arrangement jsonb, p_why jsonb
) RETURNS text LANGUAGE plpgsql AS $$
DECLARE
  is_handed_in boolean;
  last_position int;
  last_is_final boolean;
BEGIN
  PERFORM set_config('synchronous_commit', 'on', true);
  SELECT submitted_at IS NOT NULL INTO is_handed_in FROM attempt
    WHERE id = p_attempt AND person_id = p_person FOR NO KEY UPDATE;
  IF NOT FOUND THEN RETURN 'not-found'; END IF;
  SELECT position, final_at IS NOT NULL INTO last_position, last_is_final FROM attempt_item
    WHERE attempt_id = p_attempt ORDER BY position DESC LIMIT 1;
  IF last_position >= p_position THEN RETURN 'found'; END IF;
  IF is_handed_in THEN RETURN 'handed-in'; END IF;
  IF NOT last_is_final THEN RETURN 'answer-first'; END IF;
  IF coalesce(last_position, 0) <> p_position - 1
    OR EXISTS (SELECT FROM attempt_item WHERE attempt_id = p_attempt AND version_id = p_version)
    OR EXISTS (SELECT FROM withdrawal WHERE version_id = p_version)
  THEN RETURN 'stale'; END IF;
  INSERT INTO attempt_item (attempt_id, position, version_id, arrangement, why)
    VALUES (p_attempt, p_position, p_version, p_arrangement, p_why);
  RETURN 'appended';
END $$;

-- As before, and with the guest's ability: of two, the mean by their answers. What of the guest's answers has not been
-- rated yet will be, however long ago the account's were looked through.
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
  UPDATE notice n SET person_id = p_account WHERE person_id = p_guest
    AND NOT EXISTS (SELECT FROM notice WHERE person_id = p_account AND cause = n.cause);
  UPDATE ability SET settled_at = NULL WHERE person_id = p_account;
  INSERT INTO ability AS own (person_id, value, answers)
    SELECT p_account, value, answers FROM ability WHERE person_id = p_guest
    ON CONFLICT (person_id) DO UPDATE SET answers = own.answers + excluded.answers,
      value = (own.value * own.answers + excluded.value * excluded.answers) / greatest(own.answers + excluded.answers, 1);
  DELETE FROM ability WHERE person_id = p_guest;
  RETURN true;
END $$;
