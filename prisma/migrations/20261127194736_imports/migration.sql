-- CreateTable
CREATE TABLE "import" (
    "id" UUID NOT NULL,
    "owner_id" UUID NOT NULL,
    "kind" TEXT NOT NULL,
    "name" TEXT,
    "type" TEXT,
    "address" TEXT,
    "bytes" BYTEA,
    "step" TEXT NOT NULL DEFAULT 'asked',
    "refusal" TEXT,
    "words" INTEGER,
    "facts" INTEGER,
    "questions" INTEGER,
    "article_id" UUID,
    "desk_id" UUID,
    "is_known" BOOLEAN NOT NULL DEFAULT false,
    "is_other" BOOLEAN NOT NULL DEFAULT false,
    "created_at" TIMESTAMPTZ(3) NOT NULL DEFAULT clock_timestamp(),
    "ended_at" TIMESTAMPTZ(3),

    CONSTRAINT "import_pkey" PRIMARY KEY ("id")
);

-- CreateTable
CREATE TABLE "feed" (
    "id" UUID NOT NULL,
    "owner_id" UUID NOT NULL,
    "address" TEXT NOT NULL,
    "title" TEXT NOT NULL,
    "etag" TEXT,
    "last_modified" TEXT,
    "problem" TEXT,
    "failures" INTEGER NOT NULL DEFAULT 0,
    "checked_at" TIMESTAMPTZ(3),
    "next_at" TIMESTAMPTZ(3) NOT NULL DEFAULT clock_timestamp(),
    "created_at" TIMESTAMPTZ(3) NOT NULL DEFAULT clock_timestamp(),

    CONSTRAINT "feed_pkey" PRIMARY KEY ("id")
);

-- CreateTable
CREATE TABLE "feed_item" (
    "feed_id" UUID NOT NULL,
    "guid" TEXT NOT NULL,
    "address" TEXT NOT NULL,
    "title" TEXT NOT NULL,
    "published_at" TIMESTAMPTZ(3),
    "seen_at" TIMESTAMPTZ(3) NOT NULL DEFAULT clock_timestamp(),
    "changed_at" TIMESTAMPTZ(3),
    "import_id" UUID,

    CONSTRAINT "feed_item_pkey" PRIMARY KEY ("feed_id","guid")
);

-- CreateIndex
CREATE INDEX "import_owner_id_created_at_idx" ON "import"("owner_id", "created_at" DESC);

-- CreateIndex
CREATE INDEX "import_article_id_idx" ON "import"("article_id");

-- CreateIndex
CREATE INDEX "import_desk_id_idx" ON "import"("desk_id");

-- CreateIndex
CREATE INDEX "feed_next_at_idx" ON "feed"("next_at");

-- CreateIndex
CREATE UNIQUE INDEX "feed_owner_id_address_key" ON "feed"("owner_id", "address");

-- CreateIndex
CREATE UNIQUE INDEX "feed_item_import_id_key" ON "feed_item"("import_id");

-- CreateIndex
CREATE INDEX "feed_item_feed_id_seen_at_idx" ON "feed_item"("feed_id", "seen_at" DESC);

-- AddForeignKey
ALTER TABLE "import" ADD CONSTRAINT "import_owner_id_fkey" FOREIGN KEY ("owner_id") REFERENCES "person"("id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "import" ADD CONSTRAINT "import_article_id_fkey" FOREIGN KEY ("article_id") REFERENCES "article"("id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "import" ADD CONSTRAINT "import_desk_id_fkey" FOREIGN KEY ("desk_id") REFERENCES "desk"("id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "feed" ADD CONSTRAINT "feed_owner_id_fkey" FOREIGN KEY ("owner_id") REFERENCES "person"("id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "feed_item" ADD CONSTRAINT "feed_item_feed_id_fkey" FOREIGN KEY ("feed_id") REFERENCES "feed"("id") ON DELETE CASCADE ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "feed_item" ADD CONSTRAINT "feed_item_import_id_fkey" FOREIGN KEY ("import_id") REFERENCES "import"("id") ON DELETE RESTRICT ON UPDATE CASCADE;


ALTER TABLE "import" ADD CONSTRAINT "import_kind" CHECK ("kind" IN ('text', 'file', 'address', 'item'));
ALTER TABLE "import" ADD CONSTRAINT "import_step" CHECK ("step" IN ('asked', 'fetched', 'read', 'facts', 'questions', 'checks'));
ALTER TABLE "import" ADD CONSTRAINT "import_has_something_to_read" CHECK (num_nonnulls("bytes", "address", "ended_at") > 0);
-- What is read is not packed twice, and never searched.
ALTER TABLE "import" ALTER COLUMN "bytes" SET STORAGE EXTERNAL;

-- The same text is found again by this.
CREATE INDEX "revision_text" ON "revision" (md5("text"));
