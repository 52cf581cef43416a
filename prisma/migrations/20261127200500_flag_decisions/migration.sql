-- AlterTable
ALTER TABLE "flag" ADD COLUMN     "attempt_id" UUID;

-- CreateTable
CREATE TABLE "flag_decision" (
    "id" UUID NOT NULL,
    "version_id" UUID NOT NULL,
    "deed" TEXT NOT NULL,
    "is_owners" BOOLEAN NOT NULL,
    "word" TEXT NOT NULL,
    "regrades" UUID[] DEFAULT ARRAY[]::UUID[],
    "decided_by" UUID NOT NULL,
    "decided_at" TIMESTAMPTZ(3) NOT NULL DEFAULT clock_timestamp(),
    "changed" INTEGER NOT NULL DEFAULT 0,
    "settled_at" TIMESTAMPTZ(3),

    CONSTRAINT "flag_decision_pkey" PRIMARY KEY ("id")
);

-- CreateTable
CREATE TABLE "flag_outcome" (
    "flag_id" UUID NOT NULL,
    "decision_id" UUID NOT NULL,
    "told_at" TIMESTAMPTZ(3),

    CONSTRAINT "flag_outcome_pkey" PRIMARY KEY ("flag_id","decision_id")
);

-- CreateIndex
CREATE INDEX "flag_decision_version_id_idx" ON "flag_decision"("version_id");

-- CreateIndex
CREATE INDEX "flag_decision_decided_by_idx" ON "flag_decision"("decided_by");

-- CreateIndex
CREATE INDEX "flag_outcome_decision_id_idx" ON "flag_outcome"("decision_id");

-- CreateIndex
CREATE INDEX "flag_attempt_id_idx" ON "flag"("attempt_id");

-- AddForeignKey
ALTER TABLE "flag" ADD CONSTRAINT "flag_attempt_id_fkey" FOREIGN KEY ("attempt_id") REFERENCES "attempt"("id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "flag_decision" ADD CONSTRAINT "flag_decision_version_id_fkey" FOREIGN KEY ("version_id") REFERENCES "question_version"("id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "flag_decision" ADD CONSTRAINT "flag_decision_decided_by_fkey" FOREIGN KEY ("decided_by") REFERENCES "person"("id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "flag_outcome" ADD CONSTRAINT "flag_outcome_flag_id_fkey" FOREIGN KEY ("flag_id") REFERENCES "flag"("id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "flag_outcome" ADD CONSTRAINT "flag_outcome_decision_id_fkey" FOREIGN KEY ("decision_id") REFERENCES "flag_decision"("id") ON DELETE RESTRICT ON UPDATE CASCADE;


-- What Prisma cannot say ----------------------------------------------------------------------------------------------

ALTER TABLE "flag_decision" ADD CONSTRAINT "flag_decision_deed" CHECK ("deed" IN ('dismissed', 'regraded', 'taken-back', 'undone'));
ALTER TABLE "flag_decision" ADD CONSTRAINT "flag_decision_regrades" CHECK ("regrades" IS NOT NULL);
CREATE INDEX "flag_outcome_untold" ON "flag_outcome" ("decision_id") WHERE "told_at" IS NULL;

-- A decision stays as it was taken: how far it has been carried out is all that is written later.
CREATE TRIGGER flag_decision_stays BEFORE UPDATE ON "flag_decision" FOR EACH ROW
  WHEN (
    OLD."settled_at" IS NOT NULL
    OR (OLD."id", OLD."version_id", OLD."deed", OLD."is_owners", OLD."word", OLD."regrades", OLD."decided_by", OLD."decided_at")
       IS DISTINCT FROM
       (NEW."id", NEW."version_id", NEW."deed", NEW."is_owners", NEW."word", NEW."regrades", NEW."decided_by", NEW."decided_at")
  )
  EXECUTE FUNCTION refuse_change();
CREATE TRIGGER flag_decision_is_not_deleted BEFORE DELETE ON "flag_decision" FOR EACH ROW EXECUTE FUNCTION refuse_change();

-- Takes a question version back for good: it is in no bank, and the quiz of its article, and of each day that had it, is the
-- others. The article is held as a reading of it is: of two that store a quiz the second follows the first.
CREATE FUNCTION take_back(p_version uuid, p_rule text, p_reason text) RETURNS void LANGUAGE plpgsql AS $$
DECLARE
  own_article uuid;
  own_slug text;
  newest quiz_set;
  fresh uuid;
  that_day daily_quiz;
BEGIN
  SELECT a.id, a.slug INTO own_article, own_slug FROM question_version v JOIN question q ON q.id = v.question_id
    JOIN article a ON a.id = q.article_id WHERE v.id = p_version;
  PERFORM pg_advisory_xact_lock(7270, hashtext(own_slug));
  INSERT INTO withdrawal (version_id, rule, reason) VALUES (p_version, p_rule, p_reason) ON CONFLICT DO NOTHING;
  IF NOT FOUND THEN RETURN; END IF;
  DELETE FROM bank_item WHERE version_id = p_version;
  SELECT * INTO newest FROM quiz_set WHERE article_id = own_article ORDER BY number DESC LIMIT 1;
  IF EXISTS (SELECT FROM quiz_set_item WHERE set_id = newest.id AND version_id = p_version) THEN
    INSERT INTO quiz_set (id, article_id, revision_id, reading_id, number, settings)
      VALUES (gen_random_uuid(), own_article, newest.revision_id, newest.reading_id, newest.number + 1, newest.settings)
      RETURNING id INTO fresh;
    INSERT INTO quiz_set_item (set_id, position, version_id)
      SELECT fresh, row_number() OVER (ORDER BY position), version_id FROM quiz_set_item
      WHERE set_id = newest.id AND version_id <> p_version;
    PERFORM shelve(own_article);
  END IF;
  FOR that_day IN
    SELECT d.* FROM daily_quiz d JOIN quiz_set_item i ON i.set_id = d.set_id AND i.version_id = p_version
    WHERE (SELECT count(*) FROM quiz_set_item o WHERE o.set_id = d.set_id) > 1 ORDER BY d.day FOR UPDATE OF d
  LOOP
    INSERT INTO quiz_set (id, number, settings)
      SELECT gen_random_uuid(), 1, settings FROM quiz_set WHERE id = that_day.set_id RETURNING id INTO fresh;
    INSERT INTO quiz_set_item (set_id, position, version_id)
      SELECT fresh, row_number() OVER (ORDER BY position), version_id FROM quiz_set_item
      WHERE set_id = that_day.set_id AND version_id <> p_version;
    UPDATE daily_quiz SET set_id = fresh WHERE day = that_day.day;
  END LOOP;
END $$;
