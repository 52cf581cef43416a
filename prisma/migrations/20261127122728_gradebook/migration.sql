-- AlterTable
ALTER TABLE "assignment" ADD COLUMN     "weight" REAL NOT NULL DEFAULT 1;

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

-- CreateTable
CREATE TABLE "class_total" (
    "class_id" UUID NOT NULL,
    "person_id" UUID NOT NULL,
    "total" DOUBLE PRECISION NOT NULL,

    CONSTRAINT "class_total_pkey" PRIMARY KEY ("class_id","person_id")
);

-- CreateIndex
CREATE INDEX "grade_person_id_idx" ON "grade"("person_id");

-- CreateIndex
CREATE INDEX "class_total_class_id_total_person_id_idx" ON "class_total"("class_id", "total", "person_id");

-- CreateIndex
CREATE INDEX "class_total_person_id_idx" ON "class_total"("person_id");

-- AddForeignKey
ALTER TABLE "grade" ADD CONSTRAINT "grade_assignment_id_fkey" FOREIGN KEY ("assignment_id") REFERENCES "assignment"("id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "grade" ADD CONSTRAINT "grade_person_id_fkey" FOREIGN KEY ("person_id") REFERENCES "person"("id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "class_total" ADD CONSTRAINT "class_total_class_id_fkey" FOREIGN KEY ("class_id") REFERENCES "class"("id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "class_total" ADD CONSTRAINT "class_total_person_id_fkey" FOREIGN KEY ("person_id") REFERENCES "person"("id") ON DELETE RESTRICT ON UPDATE CASCADE;



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
  WITH reckoned AS (
    SELECT g.person_id, sum(counted(g) * a.weight) / nullif(sum(a.weight), 0) AS total
    FROM assignment a JOIN grade g ON g.assignment_id = a.id
    WHERE a.class_id = p_class AND a.removed_at IS NULL AND counted(g) IS NOT NULL
      AND (p_people IS NULL OR g.person_id = ANY(p_people))
    GROUP BY g.person_id
  ), gone AS (
    DELETE FROM class_total t WHERE t.class_id = p_class AND (p_people IS NULL OR t.person_id = ANY(p_people))
      AND NOT EXISTS (SELECT FROM reckoned r WHERE r.person_id = t.person_id AND r.total IS NOT NULL)
  )
  INSERT INTO class_total AS t (class_id, person_id, total)
    SELECT p_class, person_id, total FROM reckoned WHERE total IS NOT NULL
    ON CONFLICT (class_id, person_id) DO UPDATE SET total = excluded.total WHERE t.total IS DISTINCT FROM excluded.total;
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

-- What was handed in before there were grades.
SELECT reckon_grades(id) FROM assignment;
