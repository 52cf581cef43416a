-- CreateTable
CREATE TABLE "failure" (
    "mark" TEXT NOT NULL,
    "deed" TEXT NOT NULL,
    "name" TEXT NOT NULL,
    "code" TEXT,
    "place" TEXT,
    "times" INTEGER NOT NULL,
    "first_at" TIMESTAMPTZ(3) NOT NULL DEFAULT clock_timestamp(),
    "last_at" TIMESTAMPTZ(3) NOT NULL DEFAULT clock_timestamp(),

    CONSTRAINT "failure_pkey" PRIMARY KEY ("mark")
);

-- CreateIndex
CREATE INDEX "failure_last_at_idx" ON "failure"("last_at" DESC);

-- CreateIndex
CREATE INDEX "audit_entry_actor_id_at_idx" ON "audit_entry"("actor_id", "at" DESC);

-- CreateIndex
CREATE INDEX "audit_entry_deed_at_idx" ON "audit_entry"("deed", "at" DESC);

