-- AlterTable
ALTER TABLE "item_mark" ADD COLUMN     "counts_as" TEXT NOT NULL DEFAULT 'mark';

-- CreateTable
CREATE TABLE "regrade" (
    "id" UUID NOT NULL,
    "number" SERIAL NOT NULL,
    "version_id" UUID NOT NULL,
    "assignment_id" UUID,
    "remedy" TEXT NOT NULL,
    "key" JSONB,
    "reason" TEXT NOT NULL,
    "regraded_by" UUID NOT NULL,
    "regraded_at" TIMESTAMPTZ(3) NOT NULL DEFAULT clock_timestamp(),
    "changed" INTEGER,
    "undone_by" UUID,
    "undone_at" TIMESTAMPTZ(3),

    CONSTRAINT "regrade_pkey" PRIMARY KEY ("id")
);

-- CreateIndex
CREATE UNIQUE INDEX "regrade_number_key" ON "regrade"("number");

-- CreateIndex
CREATE INDEX "regrade_version_id_idx" ON "regrade"("version_id");

-- CreateIndex
CREATE INDEX "regrade_assignment_id_idx" ON "regrade"("assignment_id");

-- AddForeignKey
ALTER TABLE "regrade" ADD CONSTRAINT "regrade_version_id_fkey" FOREIGN KEY ("version_id") REFERENCES "question_version"("id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "regrade" ADD CONSTRAINT "regrade_assignment_id_fkey" FOREIGN KEY ("assignment_id") REFERENCES "assignment"("id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "regrade" ADD CONSTRAINT "regrade_regraded_by_fkey" FOREIGN KEY ("regraded_by") REFERENCES "person"("id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "regrade" ADD CONSTRAINT "regrade_undone_by_fkey" FOREIGN KEY ("undone_by") REFERENCES "person"("id") ON DELETE RESTRICT ON UPDATE CASCADE;



-- What Prisma cannot say ----------------------------------------------------------------------------------------------

ALTER TABLE "item_mark" ADD CONSTRAINT "item_mark_counts_as" CHECK ("counts_as" IN ('mark', 'whole', 'nothing'));
-- A regrade writes one mark of every attempt again: with room on its page, no index has to hear of it.
ALTER TABLE "item_mark" SET (fillfactor = 85);
ALTER TABLE "regrade" ADD CONSTRAINT "regrade_remedy" CHECK ("remedy" IN ('void', 'full-credit', 'accept-also', 'corrected-key'));
ALTER TABLE "regrade" ADD CONSTRAINT "regrade_key" CHECK (("key" IS NOT NULL) = ("remedy" IN ('accept-also', 'corrected-key')));
ALTER TABLE "regrade" ADD CONSTRAINT "regrade_undone" CHECK (("undone_by" IS NULL) = ("undone_at" IS NULL));

-- A regrade stays as it was made: how many scores it changed is written once, and once that it was undone.
CREATE TRIGGER regrade_stays BEFORE UPDATE ON "regrade" FOR EACH ROW
  WHEN (
    OLD."changed" IS NOT NULL AND OLD."changed" IS DISTINCT FROM NEW."changed"
    OR OLD."undone_at" IS NOT NULL
    OR (OLD."id", OLD."number", OLD."version_id", OLD."assignment_id", OLD."remedy", OLD."key", OLD."reason", OLD."regraded_by", OLD."regraded_at")
       IS DISTINCT FROM
       (NEW."id", NEW."number", NEW."version_id", NEW."assignment_id", NEW."remedy", NEW."key", NEW."reason", NEW."regraded_by", NEW."regraded_at")
  )
  EXECUTE FUNCTION refuse_change();
CREATE TRIGGER regrade_is_not_deleted BEFORE DELETE ON "regrade" FOR EACH ROW EXECUTE FUNCTION refuse_change();
CREATE TRIGGER regrade_is_not_emptied BEFORE TRUNCATE ON "regrade" FOR EACH STATEMENT EXECUTE FUNCTION refuse_change();

-- As before; and what a regrade has taken out of the score is in neither marks nor questions, and what it has credited has
-- the whole mark. Where nothing is left there is no score. Marks are summed in the order of the questions: rows come in another
-- one after an update, and the last digit of the score shall not depend on it.
CREATE OR REPLACE VIEW attempt_score AS
  SELECT t.id AS attempt_id, t.assignment_id, t.person_id, t.started_at, t.told_at, handed.at AS handed_in_at, late.days AS late_days,
    marks.sum AS marks, marks.count AS questions,
    marks.sum / nullif(marks.count, 0) * greatest(0, 1 - a.late_percent / 100.0::float8 * late.days) AS score
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
  CROSS JOIN LATERAL (
    SELECT sum(CASE m.counts_as WHEN 'whole' THEN 1 ELSE m.mark::float8 END ORDER BY m.position) FILTER (WHERE m.counts_as <> 'nothing') AS sum,
      (count(*) FILTER (WHERE m.counts_as <> 'nothing'))::int AS count, count(*) AS asked
    FROM item_mark m WHERE m.attempt_id = t.id
  ) marks
  WHERE t.submitted_at IS NOT NULL AND marks.asked > 0;

-- As before, of the attempts that have a score.
CREATE OR REPLACE VIEW assignment_score AS
  SELECT s.assignment_id, s.person_id, count(*)::int AS attempts,
    CASE a.counts
      WHEN 'best' THEN max(s.score)
      WHEN 'average' THEN avg(s.score ORDER BY s.started_at, s.attempt_id)
      ELSE (array_agg(s.score ORDER BY s.started_at DESC) FILTER (WHERE s.score IS NOT NULL))[1]
    END AS score
  FROM attempt_score s JOIN assignment a ON a.id = s.assignment_id
  GROUP BY s.assignment_id, s.person_id, a.counts;

-- By such sums.
SELECT reckon_grades(id) FROM assignment;
