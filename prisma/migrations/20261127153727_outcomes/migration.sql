-- The views over marks stand aside while marks become as exact as the scores that are made of them.
DROP VIEW "assignment_score";
DROP VIEW "attempt_score";

-- AlterTable
ALTER TABLE "item_mark" ADD COLUMN     "assignment_id" UUID,
ADD COLUMN     "chosen" INTEGER,
ADD COLUMN     "confidence" TEXT,
ADD COLUMN     "first_mark" DOUBLE PRECISION,
ADD COLUMN     "is_at_hand" BOOLEAN,
ADD COLUMN     "is_blank" BOOLEAN,
ADD COLUMN     "is_first" BOOLEAN,
ADD COLUMN     "place" SMALLINT,
ADD COLUMN     "seconds" SMALLINT,
ALTER COLUMN "mark" SET DATA TYPE DOUBLE PRECISION;


-- What Prisma cannot say ----------------------------------------------------------------------------------------------

-- What was handed in before. What only the answers themselves can say follows by a job (server/statistics/outcomes.ts).
UPDATE "item_mark" m
  SET "assignment_id" = t."assignment_id", "place" = asked."position" - 1, "is_first" = t."is_first"
  FROM (
    SELECT "id", "assignment_id", "set_id",
      row_number() OVER (PARTITION BY "assignment_id", "person_id" ORDER BY "submitted_at", "id") = 1 AS "is_first"
    FROM "attempt" WHERE "assignment_id" IS NOT NULL AND "submitted_at" IS NOT NULL
  ) t, "attempt_item" i, "quiz_set_item" asked
  WHERE t."id" = m."attempt_id" AND i."attempt_id" = m."attempt_id" AND i."position" = m."position"
    AND asked."set_id" = t."set_id" AND asked."version_id" = i."version_id";
ALTER TABLE "item_mark" ALTER COLUMN "assignment_id" SET NOT NULL, ALTER COLUMN "place" SET NOT NULL,
  ALTER COLUMN "is_first" SET NOT NULL;

ALTER TABLE "item_mark" ADD CONSTRAINT "item_mark_first_mark" CHECK ("first_mark" BETWEEN 0 AND 1);
ALTER TABLE "item_mark" ADD CONSTRAINT "item_mark_whole" CHECK (
  ("chosen" IS NULL) = ("is_blank" IS NULL) AND ("chosen" IS NULL) = ("is_at_hand" IS NULL)
  AND ("chosen" IS NOT NULL OR "first_mark" IS NULL AND "seconds" IS NULL AND "confidence" IS NULL));

-- The answers that the statistics of an assignment are of.
CREATE INDEX "item_mark_counted" ON "item_mark" ("assignment_id", "place") WHERE "is_first";
-- Those of which not all is kept yet.
CREATE INDEX "item_mark_in_part" ON "item_mark" ("assignment_id", "attempt_id") WHERE "chosen" IS NULL;

-- As before.
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
CREATE VIEW assignment_score AS
  SELECT s.assignment_id, s.person_id, count(*)::int AS attempts,
    CASE a.counts
      WHEN 'best' THEN max(s.score)
      WHEN 'average' THEN avg(s.score)
      ELSE (array_agg(s.score ORDER BY s.started_at DESC))[1]
    END AS score
  FROM attempt_score s JOIN assignment a ON a.id = s.assignment_id
  GROUP BY s.assignment_id, s.person_id, a.counts;
