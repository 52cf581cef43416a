-- AlterTable
ALTER TABLE "quiz_set" ALTER COLUMN "article_id" DROP NOT NULL,
ALTER COLUMN "revision_id" DROP NOT NULL,
ALTER COLUMN "reading_id" DROP NOT NULL;

-- CreateTable
CREATE TABLE "bank_article" (
    "article_id" UUID NOT NULL,
    "revision_id" UUID NOT NULL,
    "place" DOUBLE PRECISION NOT NULL DEFAULT random(),

    CONSTRAINT "bank_article_pkey" PRIMARY KEY ("article_id")
);

-- CreateTable
CREATE TABLE "bank_item" (
    "version_id" UUID NOT NULL,
    "article_id" UUID NOT NULL,
    "kind" TEXT NOT NULL,
    "level" TEXT NOT NULL,
    "needs_article" BOOLEAN NOT NULL,
    "banked" JSONB NOT NULL,

    CONSTRAINT "bank_item_pkey" PRIMARY KEY ("version_id")
);

-- CreateIndex
CREATE UNIQUE INDEX "bank_article_revision_id_key" ON "bank_article"("revision_id");

-- CreateIndex
CREATE INDEX "bank_article_place_idx" ON "bank_article"("place");

-- CreateIndex
CREATE INDEX "bank_item_article_id_needs_article_kind_level_idx" ON "bank_item"("article_id", "needs_article", "kind", "level");

-- CreateIndex
CREATE INDEX "revision_companies_idx" ON "revision" USING GIN ("companies");

-- CreateIndex
CREATE INDEX "revision_concepts_idx" ON "revision" USING GIN ("concepts");

-- AddForeignKey
ALTER TABLE "bank_article" ADD CONSTRAINT "bank_article_article_id_fkey" FOREIGN KEY ("article_id") REFERENCES "article"("id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "bank_article" ADD CONSTRAINT "bank_article_revision_id_fkey" FOREIGN KEY ("revision_id") REFERENCES "revision"("id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "bank_item" ADD CONSTRAINT "bank_item_version_id_fkey" FOREIGN KEY ("version_id") REFERENCES "question_version"("id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "bank_item" ADD CONSTRAINT "bank_item_article_id_fkey" FOREIGN KEY ("article_id") REFERENCES "bank_article"("article_id") ON DELETE RESTRICT ON UPDATE CASCADE;



-- What Prisma cannot say ----------------------------------------------------------------------------------------------

ALTER TABLE "quiz_set" ADD CONSTRAINT "quiz_set_of_one_or_several"
  CHECK (num_nulls("article_id", "revision_id", "reading_id") IN (0, 3));
ALTER TABLE "bank_item" ADD CONSTRAINT "bank_item_level" CHECK ("level" IN ('easy', 'medium', 'hard'));

-- Starts an attempt of a set, or finds the one that is meant, in one round trip. `p_items` is a list of
-- {"version", "arrangement"} in order.
-- Outcomes: 'started'; 'found' (this key's attempt, or an open one of the same set and mode unless `p_anew`);
-- 'superseded' (the article has a newer set, named in `id`); 'stranger' (a new guest's id is taken, and not from just
-- now); 'not-found' (no such set, or one over several articles of which a question was withdrawn since).
CREATE OR REPLACE FUNCTION start_attempt(
  p_attempt uuid, p_person uuid, p_is_new_person boolean, p_set uuid, p_mode text, p_seed text, p_key uuid,
  p_anew boolean, p_items jsonb
) RETURNS TABLE (outcome text, id uuid, started_at timestamptz) LANGUAGE plpgsql AS $$
DECLARE
  current uuid;
  is_of_several boolean;
  born timestamptz;
BEGIN
  PERFORM set_config('synchronous_commit', 'on', true);
  -- Nothing takes the place of a set over several articles.
  SELECT coalesce(newest.id, asked.id), asked.article_id IS NULL INTO current, is_of_several FROM quiz_set asked
    LEFT JOIN quiz_set newest ON newest.article_id = asked.article_id
    WHERE asked.id = p_set ORDER BY newest.number DESC LIMIT 1;
  IF NOT FOUND THEN
    outcome := 'not-found'; RETURN NEXT; RETURN;
  END IF;
  IF p_is_new_person THEN
    INSERT INTO person (id) VALUES (p_person) ON CONFLICT DO NOTHING;
  END IF;
  -- Held to the end: two starts of one person follow one another.
  SELECT p.created_at INTO born FROM person p WHERE p.id = p_person FOR NO KEY UPDATE;
  IF NOT FOUND OR (p_is_new_person AND born < clock_timestamp() - interval '10 minutes') THEN
    outcome := 'stranger'; RETURN NEXT; RETURN;
  END IF;
  RETURN QUERY SELECT 'found', a.id, a.started_at FROM attempt a
    WHERE a.person_id = p_person AND a.client_key = p_key;
  IF FOUND THEN RETURN; END IF;
  IF current <> p_set THEN
    outcome := 'superseded'; id := current; RETURN NEXT; RETURN;
  END IF;
  IF is_of_several AND EXISTS (
    SELECT FROM quiz_set_item i JOIN withdrawal w ON w.version_id = i.version_id WHERE i.set_id = p_set
  ) THEN
    outcome := 'not-found'; RETURN NEXT; RETURN;
  END IF;
  IF NOT p_anew THEN
    RETURN QUERY SELECT 'found', a.id, a.started_at FROM attempt a
      WHERE a.person_id = p_person AND a.set_id = p_set AND a.mode = p_mode AND a.submitted_at IS NULL
      ORDER BY a.started_at DESC LIMIT 1;
    IF FOUND THEN RETURN; END IF;
  END IF;
  INSERT INTO attempt AS a (id, person_id, set_id, mode, seed, client_key)
    VALUES (p_attempt, p_person, p_set, p_mode, p_seed, p_key)
    RETURNING a.started_at INTO started_at;
  INSERT INTO attempt_item (attempt_id, position, version_id, arrangement)
    SELECT p_attempt, item.position, (item.value ->> 'version')::uuid, item.value -> 'arrangement'
    FROM jsonb_array_elements(p_items) WITH ORDINALITY AS item (value, position);
  outcome := 'started'; id := p_attempt; RETURN NEXT;
END $$;
