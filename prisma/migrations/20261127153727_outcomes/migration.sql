-- AlterTable
ALTER TABLE "item_mark" ADD COLUMN     "assignment_id" UUID,
ADD COLUMN     "chosen" INTEGER,
ADD COLUMN     "confidence" TEXT,
ADD COLUMN     "first_mark" DOUBLE PRECISION,
ADD COLUMN     "is_at_hand" BOOLEAN,
ADD COLUMN     "is_blank" BOOLEAN,
ADD COLUMN     "is_first" BOOLEAN,
ADD COLUMN     "place" SMALLINT,
ADD COLUMN     "seconds" SMALLINT;

-- Marks become as exact as the scores that are made of them; the views over them stand aside meanwhile, and come back as
-- they were.
DO $$
DECLARE
  of_attempts text := pg_get_viewdef('attempt_score'::regclass);
  of_assignments text := pg_get_viewdef('assignment_score'::regclass);
BEGIN
  DROP VIEW assignment_score;
  DROP VIEW attempt_score;
  ALTER TABLE item_mark ALTER COLUMN mark SET DATA TYPE double precision;
  EXECUTE 'CREATE VIEW attempt_score AS ' || of_attempts;
  EXECUTE 'CREATE VIEW assignment_score AS ' || of_assignments;
END $$;

-- What Prisma cannot say ----------------------------------------------------------------------------------------------

-- What was handed in before. What only the answers themselves can say follows by a job (server/attempts/complete-marks.ts).
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
