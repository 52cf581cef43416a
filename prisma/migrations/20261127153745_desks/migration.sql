-- AlterTable
ALTER TABLE "question" ADD COLUMN     "desk_id" UUID;

-- CreateTable
CREATE TABLE "desk" (
    "id" UUID NOT NULL,
    "revision_id" UUID NOT NULL,
    "share_code" TEXT,
    "created_at" TIMESTAMPTZ(3) NOT NULL DEFAULT clock_timestamp(),
    "changed_at" TIMESTAMPTZ(3) NOT NULL DEFAULT clock_timestamp(),

    CONSTRAINT "desk_pkey" PRIMARY KEY ("id")
);

-- CreateTable
CREATE TABLE "desk_teacher" (
    "desk_id" UUID NOT NULL,
    "person_id" UUID NOT NULL,
    "joined_at" TIMESTAMPTZ(3) NOT NULL DEFAULT clock_timestamp(),

    CONSTRAINT "desk_teacher_pkey" PRIMARY KEY ("desk_id","person_id")
);

-- CreateTable
CREATE TABLE "draft" (
    "id" UUID NOT NULL,
    "desk_id" UUID NOT NULL,
    "position" INTEGER NOT NULL,
    "step" INTEGER NOT NULL DEFAULT 1,

    CONSTRAINT "draft_pkey" PRIMARY KEY ("id")
);

-- CreateTable
CREATE TABLE "draft_step" (
    "draft_id" UUID NOT NULL,
    "number" INTEGER NOT NULL,
    "state" TEXT NOT NULL,
    "body" JSONB NOT NULL,
    "version_id" UUID,
    "overruling" TEXT,
    "back" INTEGER,
    "person_id" UUID NOT NULL,
    "at" TIMESTAMPTZ(3) NOT NULL DEFAULT clock_timestamp(),

    CONSTRAINT "draft_step_pkey" PRIMARY KEY ("draft_id","number")
);

-- CreateIndex
CREATE UNIQUE INDEX "desk_share_code_key" ON "desk"("share_code");

-- CreateIndex
CREATE INDEX "desk_revision_id_idx" ON "desk"("revision_id");

-- CreateIndex
CREATE INDEX "desk_teacher_person_id_idx" ON "desk_teacher"("person_id");

-- CreateIndex
CREATE UNIQUE INDEX "draft_desk_id_position_key" ON "draft"("desk_id", "position");

-- CreateIndex
CREATE INDEX "draft_step_version_id_idx" ON "draft_step"("version_id");

-- CreateIndex
CREATE INDEX "draft_step_person_id_idx" ON "draft_step"("person_id");

-- CreateIndex
CREATE INDEX "question_desk_id_idx" ON "question"("desk_id");

-- AddForeignKey
ALTER TABLE "question" ADD CONSTRAINT "question_desk_id_fkey" FOREIGN KEY ("desk_id") REFERENCES "desk"("id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "desk" ADD CONSTRAINT "desk_revision_id_fkey" FOREIGN KEY ("revision_id") REFERENCES "revision"("id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "desk_teacher" ADD CONSTRAINT "desk_teacher_desk_id_fkey" FOREIGN KEY ("desk_id") REFERENCES "desk"("id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "desk_teacher" ADD CONSTRAINT "desk_teacher_person_id_fkey" FOREIGN KEY ("person_id") REFERENCES "person"("id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "draft" ADD CONSTRAINT "draft_desk_id_fkey" FOREIGN KEY ("desk_id") REFERENCES "desk"("id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "draft_step" ADD CONSTRAINT "draft_step_draft_id_fkey" FOREIGN KEY ("draft_id") REFERENCES "draft"("id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "draft_step" ADD CONSTRAINT "draft_step_version_id_fkey" FOREIGN KEY ("version_id") REFERENCES "question_version"("id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "draft_step" ADD CONSTRAINT "draft_step_person_id_fkey" FOREIGN KEY ("person_id") REFERENCES "person"("id") ON DELETE RESTRICT ON UPDATE CASCADE;





-- What Prisma cannot say ----------------------------------------------------------------------------------------------

ALTER TABLE "draft_step" ADD CONSTRAINT "draft_step_state_known" CHECK ("state" IN ('open', 'approved', 'rejected'));
ALTER TABLE "draft_step" ADD CONSTRAINT "draft_step_approved_has_version"
  CHECK ("state" <> 'approved' OR "version_id" IS NOT NULL);

-- A question on a desk stands there once: in the first step of one draft.
CREATE FUNCTION refuse_second_draft() RETURNS trigger LANGUAGE plpgsql AS $$
BEGIN
  IF NEW.number = 1 AND NEW.version_id IS NOT NULL AND EXISTS (
    SELECT FROM draft d JOIN draft o ON o.desk_id = d.desk_id AND o.id <> d.id
    JOIN draft_step s ON s.draft_id = o.id AND s.number = 1 AND s.version_id = NEW.version_id
    WHERE d.id = NEW.draft_id)
  THEN RAISE EXCEPTION 'this version is on the desk already' USING ERRCODE = 'unique_violation'; END IF;
  RETURN NEW;
END $$;
CREATE TRIGGER draft_step_once BEFORE INSERT ON "draft_step" FOR EACH ROW EXECUTE FUNCTION refuse_second_draft();
