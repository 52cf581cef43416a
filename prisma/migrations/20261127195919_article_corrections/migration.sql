-- CreateTable
CREATE TABLE "correction" (
    "id" UUID NOT NULL,
    "article_id" UUID NOT NULL,
    "base" INTEGER NOT NULL,
    "origin" TEXT NOT NULL,
    "file_hash" TEXT,
    "author_id" UUID,
    "edition" JSONB NOT NULL,
    "note" TEXT NOT NULL,
    "state" TEXT NOT NULL DEFAULT 'open',
    "effects" JSONB,
    "revision_id" UUID,
    "created_at" TIMESTAMPTZ(3) NOT NULL DEFAULT clock_timestamp(),
    "decided_at" TIMESTAMPTZ(3),
    "decided_by" UUID,

    CONSTRAINT "correction_pkey" PRIMARY KEY ("id")
);

-- CreateIndex
CREATE UNIQUE INDEX "correction_revision_id_key" ON "correction"("revision_id");

-- CreateIndex
CREATE INDEX "correction_article_id_created_at_idx" ON "correction"("article_id", "created_at");

-- CreateIndex
CREATE INDEX "correction_author_id_idx" ON "correction"("author_id");

-- CreateIndex
CREATE INDEX "correction_decided_by_idx" ON "correction"("decided_by");

-- AddForeignKey
ALTER TABLE "correction" ADD CONSTRAINT "correction_article_id_fkey" FOREIGN KEY ("article_id") REFERENCES "article"("id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "correction" ADD CONSTRAINT "correction_author_id_fkey" FOREIGN KEY ("author_id") REFERENCES "person"("id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "correction" ADD CONSTRAINT "correction_decided_by_fkey" FOREIGN KEY ("decided_by") REFERENCES "person"("id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "correction" ADD CONSTRAINT "correction_revision_id_fkey" FOREIGN KEY ("revision_id") REFERENCES "revision"("id") ON DELETE RESTRICT ON UPDATE CASCADE;


ALTER TABLE "correction" ADD CONSTRAINT "correction_origin" CHECK ("origin" IN ('edit', 'file', 'import', 'feed'));
ALTER TABLE "correction" ADD CONSTRAINT "correction_state" CHECK ("state" IN ('open', 'published', 'dropped'));
ALTER TABLE "correction" ADD CONSTRAINT "correction_of_a_file_has_its_hash" CHECK (("origin" = 'file') = ("file_hash" IS NOT NULL));
ALTER TABLE "correction" ADD CONSTRAINT "correction_is_published_whole"
  CHECK (("state" = 'published') = ("revision_id" IS NOT NULL AND "effects" IS NOT NULL));
-- Of one article one text is looked at at a time, of each way it came.
CREATE UNIQUE INDEX "correction_open" ON "correction" ("article_id", "origin") WHERE "state" = 'open';
