-- CreateTable
CREATE TABLE "backup" (
    "id" UUID NOT NULL,
    "sort" TEXT NOT NULL,
    "at" TIMESTAMPTZ(3) NOT NULL DEFAULT clock_timestamp(),
    "node" TEXT NOT NULL,
    "file" TEXT,
    "bytes" BIGINT,
    "rows" BIGINT,
    "failure" TEXT,

    CONSTRAINT "backup_pkey" PRIMARY KEY ("id")
);

-- CreateIndex
CREATE INDEX "backup_at_idx" ON "backup"("at" DESC);

