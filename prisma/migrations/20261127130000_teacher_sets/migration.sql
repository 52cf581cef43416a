-- AlterTable
ALTER TABLE "quiz_set" ADD COLUMN     "teacher_set_id" UUID;

-- CreateTable
CREATE TABLE "question_tag" (
    "question_id" UUID NOT NULL,
    "owner_id" UUID NOT NULL,
    "word" TEXT NOT NULL,
    "created_at" TIMESTAMPTZ(3) NOT NULL DEFAULT clock_timestamp(),

    CONSTRAINT "question_tag_pkey" PRIMARY KEY ("owner_id","word","question_id")
);

-- CreateTable
CREATE TABLE "teacher_set" (
    "id" UUID NOT NULL,
    "owner_id" UUID NOT NULL,
    "title" TEXT NOT NULL,
    "set_id" UUID NOT NULL,
    "share_code" TEXT,
    "created_at" TIMESTAMPTZ(3) NOT NULL DEFAULT clock_timestamp(),
    "changed_at" TIMESTAMPTZ(3) NOT NULL DEFAULT clock_timestamp(),
    "archived_at" TIMESTAMPTZ(3),

    CONSTRAINT "teacher_set_pkey" PRIMARY KEY ("id")
);

-- CreateIndex
CREATE INDEX "question_tag_question_id_owner_id_idx" ON "question_tag"("question_id", "owner_id");

-- CreateIndex
CREATE UNIQUE INDEX "teacher_set_set_id_key" ON "teacher_set"("set_id");

-- CreateIndex
CREATE UNIQUE INDEX "teacher_set_share_code_key" ON "teacher_set"("share_code");

-- CreateIndex
CREATE INDEX "teacher_set_owner_id_changed_at_idx" ON "teacher_set"("owner_id", "changed_at" DESC);

-- CreateIndex
CREATE UNIQUE INDEX "quiz_set_teacher_set_id_number_key" ON "quiz_set"("teacher_set_id", "number");

-- AddForeignKey
ALTER TABLE "question_tag" ADD CONSTRAINT "question_tag_question_id_fkey" FOREIGN KEY ("question_id") REFERENCES "question"("id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "question_tag" ADD CONSTRAINT "question_tag_owner_id_fkey" FOREIGN KEY ("owner_id") REFERENCES "person"("id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "quiz_set" ADD CONSTRAINT "quiz_set_teacher_set_id_fkey" FOREIGN KEY ("teacher_set_id") REFERENCES "teacher_set"("id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "teacher_set" ADD CONSTRAINT "teacher_set_owner_id_fkey" FOREIGN KEY ("owner_id") REFERENCES "person"("id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "teacher_set" ADD CONSTRAINT "teacher_set_set_id_fkey" FOREIGN KEY ("set_id") REFERENCES "quiz_set"("id") ON DELETE RESTRICT ON UPDATE CASCADE;




-- What Prisma cannot say ----------------------------------------------------------------------------------------------

ALTER TABLE "quiz_set" ADD CONSTRAINT "quiz_set_of_article_or_teacher"
  CHECK ("article_id" IS NULL OR "teacher_set_id" IS NULL);

-- The words of a stem, for the bank's search.
CREATE INDEX "question_version_stem_words" ON "question_version" USING GIN (to_tsvector('english', "stem"));

-- A quiz set stays as it was, with one exception: of a teacher who has been erased, what they called it goes.
CREATE FUNCTION refuse_quiz_set_change() RETURNS trigger LANGUAGE plpgsql AS $$
BEGIN
  IF TG_OP = 'UPDATE' AND NEW.settings = OLD.settings - 'title'
    AND to_jsonb(NEW) - 'settings' = to_jsonb(OLD) - 'settings'
    AND EXISTS (
      SELECT FROM teacher_set t JOIN person p ON p.id = t.owner_id
      WHERE t.id = OLD.teacher_set_id AND p.erased_at IS NOT NULL)
  THEN RETURN NEW; END IF;
  RAISE EXCEPTION 'rows of % are never changed or deleted', TG_TABLE_NAME USING ERRCODE = 'restrict_violation';
END $$;
DROP TRIGGER quiz_set_stays ON "quiz_set";
CREATE TRIGGER quiz_set_stays BEFORE UPDATE OR DELETE ON "quiz_set"
  FOR EACH ROW EXECUTE FUNCTION refuse_quiz_set_change();
