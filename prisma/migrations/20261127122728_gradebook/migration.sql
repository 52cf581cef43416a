-- AlterTable
ALTER TABLE "assignment" ADD COLUMN     "weight" REAL NOT NULL DEFAULT 1;

-- AlterTable
ALTER TABLE "enrolment" ADD COLUMN     "sort_name" TEXT NOT NULL DEFAULT '',
ADD COLUMN     "total" DOUBLE PRECISION;

-- CreateTable
CREATE TABLE "grade" (
    "assignment_id" UUID NOT NULL,
    "person_id" UUID NOT NULL,
    "score" DOUBLE PRECISION,
    "own" DOUBLE PRECISION,
    "reason" TEXT,
    "is_excused" BOOLEAN NOT NULL DEFAULT false,
    "comment" TEXT,

    CONSTRAINT "grade_pkey" PRIMARY KEY ("assignment_id","person_id")
);

-- CreateIndex
CREATE INDEX "grade_person_id_idx" ON "grade"("person_id");

-- CreateIndex
CREATE INDEX "enrolment_class_id_role_sort_name_person_id_idx" ON "enrolment"("class_id", "role", "sort_name", "person_id");

-- AddForeignKey
ALTER TABLE "grade" ADD CONSTRAINT "grade_assignment_id_fkey" FOREIGN KEY ("assignment_id") REFERENCES "assignment"("id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "grade" ADD CONSTRAINT "grade_person_id_fkey" FOREIGN KEY ("person_id") REFERENCES "person"("id") ON DELETE RESTRICT ON UPDATE CASCADE;


-- What Prisma cannot say ----------------------------------------------------------------------------------------------

ALTER TABLE "assignment" ADD CONSTRAINT "assignment_weight" CHECK ("weight" BETWEEN 0 AND 100);
ALTER TABLE "grade" ADD CONSTRAINT "grade_scores" CHECK ("score" BETWEEN 0 AND 1 AND "own" BETWEEN 0 AND 1);
-- Whoever puts another grade in place of the reckoned one says why.
ALTER TABLE "grade" ADD CONSTRAINT "grade_reason" CHECK (("own" IS NULL) = ("reason" IS NULL));

-- What counts of a grade: the teacher's own word before the reckoned one, nothing where it is excused.
CREATE FUNCTION counted(g grade) RETURNS float8 LANGUAGE sql IMMUTABLE AS $$
  SELECT CASE WHEN NOT g.is_excused THEN coalesce(g.own, g.score) END
$$;

-- Reckons the totals of people in a class again, of everybody's where `p_people` is null: the mean of what counts, by the
-- weights of the assignments that stand. Their places in the class are held to the end, so that of two grades that come at
-- once the second sees the first.
CREATE FUNCTION total_grades(p_class uuid, p_people uuid[] DEFAULT NULL) RETURNS void LANGUAGE plpgsql AS $$
BEGIN
  PERFORM FROM enrolment e WHERE e.class_id = p_class AND (p_people IS NULL OR e.person_id = ANY(p_people))
    ORDER BY e.person_id FOR NO KEY UPDATE;
  UPDATE enrolment e SET total = reckoned.total
    FROM (
      SELECT place.person_id, (
        SELECT sum(counted(g) * a.weight) / nullif(sum(a.weight), 0)
        FROM assignment a JOIN grade g ON g.assignment_id = a.id AND g.person_id = place.person_id
        WHERE a.class_id = p_class AND a.removed_at IS NULL AND counted(g) IS NOT NULL
      ) AS total
      FROM enrolment place WHERE place.class_id = p_class AND p_people IS NOT NULL AND place.person_id = ANY(p_people)
      UNION ALL
      SELECT place.person_id, mean.total
      FROM enrolment place LEFT JOIN (
        SELECT g.person_id, sum(counted(g) * a.weight) / nullif(sum(a.weight), 0) AS total
        FROM assignment a JOIN grade g ON g.assignment_id = a.id
        WHERE a.class_id = p_class AND a.removed_at IS NULL AND counted(g) IS NOT NULL GROUP BY g.person_id
      ) mean ON mean.person_id = place.person_id
      WHERE place.class_id = p_class AND p_people IS NULL
    ) reckoned
    WHERE e.class_id = p_class AND e.person_id = reckoned.person_id AND e.total IS DISTINCT FROM reckoned.total;
END $$;

-- Reckons the scores of an assignment again from its attempts, and the totals they are part of; of everybody's where
-- `p_people` is null.
CREATE FUNCTION reckon_grades(p_assignment uuid, p_people uuid[] DEFAULT NULL) RETURNS void LANGUAGE plpgsql AS $$
DECLARE
  own_class uuid;
BEGIN
  SELECT class_id INTO own_class FROM assignment WHERE id = p_assignment;
  PERFORM FROM enrolment e WHERE e.class_id = own_class AND (p_people IS NULL OR e.person_id = ANY(p_people))
    ORDER BY e.person_id FOR NO KEY UPDATE;
  INSERT INTO grade AS g (assignment_id, person_id, score)
    SELECT s.assignment_id, s.person_id, s.score FROM assignment_score s
    WHERE s.assignment_id = p_assignment AND (p_people IS NULL OR s.person_id = ANY(p_people))
    ON CONFLICT (assignment_id, person_id) DO UPDATE SET score = excluded.score WHERE g.score IS DISTINCT FROM excluded.score;
  PERFORM total_grades(own_class, p_people);
END $$;

-- Names are sorted by where the places are, so that a class of any size is turned page by page.
CREATE FUNCTION name_place() RETURNS trigger LANGUAGE plpgsql AS $$
BEGIN
  NEW.sort_name := coalesce((SELECT lower(name) FROM account WHERE person_id = NEW.person_id), '');
  RETURN NEW;
END $$;
CREATE TRIGGER enrolment_is_named BEFORE INSERT ON "enrolment" FOR EACH ROW EXECUTE FUNCTION name_place();
CREATE FUNCTION rename_places() RETURNS trigger LANGUAGE plpgsql AS $$
BEGIN
  UPDATE enrolment SET sort_name = lower(NEW.name) WHERE person_id = NEW.person_id;
  RETURN NULL;
END $$;
CREATE TRIGGER account_names_places AFTER UPDATE OF "name" ON "account" FOR EACH ROW
  WHEN (OLD."name" IS DISTINCT FROM NEW."name") EXECUTE FUNCTION rename_places();
UPDATE enrolment e SET sort_name = lower(a.name) FROM account a WHERE a.person_id = e.person_id;

-- What was handed in before there were grades.
SELECT reckon_grades(id) FROM assignment;
