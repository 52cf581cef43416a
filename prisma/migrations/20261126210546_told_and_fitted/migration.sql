-- AlterTable
ALTER TABLE "learning" ADD COLUMN     "fitted_at" TIMESTAMPTZ(3),
ADD COLUMN     "fitted_of" INTEGER,
ADD COLUMN     "weights" DOUBLE PRECISION[] DEFAULT ARRAY[]::DOUBLE PRECISION[];

-- CreateTable
CREATE TABLE "notice" (
    "id" UUID NOT NULL,
    "person_id" UUID NOT NULL,
    "kind" TEXT NOT NULL,
    "cause" TEXT NOT NULL,
    "data" JSONB NOT NULL,
    "created_at" TIMESTAMPTZ(3) NOT NULL DEFAULT clock_timestamp(),
    "read_at" TIMESTAMPTZ(3),

    CONSTRAINT "notice_pkey" PRIMARY KEY ("id")
);

-- CreateTable
CREATE TABLE "mail_wish" (
    "person_id" UUID NOT NULL,
    "notices" BOOLEAN NOT NULL,
    "remind_at" SMALLINT,
    "reminded_on" DATE,

    CONSTRAINT "mail_wish_pkey" PRIMARY KEY ("person_id")
);

-- CreateIndex
CREATE INDEX "notice_person_id_created_at_idx" ON "notice"("person_id", "created_at" DESC);

-- CreateIndex
CREATE INDEX "notice_created_at_idx" ON "notice"("created_at");

-- CreateIndex
CREATE UNIQUE INDEX "notice_person_id_cause_key" ON "notice"("person_id", "cause");

-- AddForeignKey
ALTER TABLE "notice" ADD CONSTRAINT "notice_person_id_fkey" FOREIGN KEY ("person_id") REFERENCES "person"("id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "mail_wish" ADD CONSTRAINT "mail_wish_person_id_fkey" FOREIGN KEY ("person_id") REFERENCES "person"("id") ON DELETE RESTRICT ON UPDATE CASCADE;


-- What a guest was told goes along with what they did.
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
  RETURN true;
END $$;
