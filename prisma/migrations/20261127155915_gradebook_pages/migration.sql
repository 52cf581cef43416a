-- DropIndex
DROP INDEX "enrolment_class_id_role_sort_name_person_id_idx";

-- DropIndex
DROP INDEX "grade_person_id_idx";

-- AlterTable
ALTER TABLE "grade" ADD COLUMN     "sort_name" TEXT;

-- CreateIndex
CREATE INDEX "grade_person_id_assignment_id_idx" ON "grade"("person_id", "assignment_id");



-- What Prisma cannot say ----------------------------------------------------------------------------------------------

-- Whoever is a learner of a class now, in the orders in which the gradebook is turned: what has no value comes last, and
-- equal ones stand by name.
CREATE INDEX "enrolment_by_name" ON "enrolment" ("class_id", "sort_name", "person_id")
  WHERE "role" = 'learner' AND "left_at" IS NULL;
CREATE INDEX "enrolment_by_total" ON "enrolment" ("class_id", "total", "sort_name", "person_id")
  WHERE "role" = 'learner' AND "left_at" IS NULL;
CREATE INDEX "enrolment_by_total_down" ON "enrolment" ("class_id", "total" DESC NULLS LAST, "sort_name", "person_id")
  WHERE "role" = 'learner' AND "left_at" IS NULL;

UPDATE "grade" g SET "sort_name" = e."sort_name"
  FROM "assignment" a JOIN "enrolment" e ON e."class_id" = a."class_id" AND e."role" = 'learner' AND e."left_at" IS NULL
  WHERE a."id" = g."assignment_id" AND e."person_id" = g."person_id";

-- What counts is sorted by where it stands. Whoever gives `counted` another meaning makes these two anew.
CREATE INDEX "grade_by_counted" ON "grade" ("assignment_id", counted("grade".*), "sort_name", "person_id")
  WHERE "sort_name" IS NOT NULL AND counted("grade".*) IS NOT NULL;
CREATE INDEX "grade_by_counted_down" ON "grade" ("assignment_id", counted("grade".*) DESC, "sort_name", "person_id")
  WHERE "sort_name" IS NOT NULL AND counted("grade".*) IS NOT NULL;

-- A grade takes its name from the place, which is held: whoever leaves meanwhile waits, and takes it away again.
CREATE FUNCTION name_grade() RETURNS trigger LANGUAGE plpgsql AS $$
BEGIN
  SELECT CASE WHEN e.role = 'learner' AND e.left_at IS NULL THEN e.sort_name END INTO NEW.sort_name
    FROM assignment a JOIN enrolment e ON e.class_id = a.class_id AND e.person_id = NEW.person_id
    WHERE a.id = NEW.assignment_id FOR NO KEY UPDATE OF e;
  RETURN NEW;
END $$;
CREATE TRIGGER grade_is_named BEFORE INSERT ON "grade" FOR EACH ROW EXECUTE FUNCTION name_grade();
CREATE FUNCTION rename_grades() RETURNS trigger LANGUAGE plpgsql AS $$
BEGIN
  UPDATE grade g SET sort_name = CASE WHEN NEW.role = 'learner' AND NEW.left_at IS NULL THEN NEW.sort_name END
    FROM assignment a WHERE a.class_id = NEW.class_id AND g.assignment_id = a.id AND g.person_id = NEW.person_id;
  RETURN NULL;
END $$;
CREATE TRIGGER enrolment_names_grades AFTER UPDATE OF "sort_name", "left_at", "role" ON "enrolment" FOR EACH ROW
  WHEN ((OLD."sort_name", OLD."left_at", OLD."role") IS DISTINCT FROM (NEW."sort_name", NEW."left_at", NEW."role"))
  EXECUTE FUNCTION rename_grades();
