-- AlterTable
ALTER TABLE "article" ADD COLUMN     "owner_id" UUID;

-- AlterTable
ALTER TABLE "bank_article" ADD COLUMN     "owner_id" UUID;

-- AlterTable
ALTER TABLE "library_article" ADD COLUMN     "owner_id" UUID;

-- AlterTable
ALTER TABLE "revision" ADD COLUMN     "author_id" UUID,
ADD COLUMN     "note" TEXT,
ADD COLUMN     "origin" TEXT NOT NULL DEFAULT 'file',
ALTER COLUMN "file_hash" DROP NOT NULL;

-- CreateIndex
CREATE INDEX "article_owner_id_idx" ON "article"("owner_id");

-- CreateIndex
CREATE INDEX "revision_author_id_idx" ON "revision"("author_id");

-- AddForeignKey
ALTER TABLE "article" ADD CONSTRAINT "article_owner_id_fkey" FOREIGN KEY ("owner_id") REFERENCES "person"("id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "revision" ADD CONSTRAINT "revision_author_id_fkey" FOREIGN KEY ("author_id") REFERENCES "person"("id") ON DELETE RESTRICT ON UPDATE CASCADE;


ALTER TABLE "revision" ADD CONSTRAINT "revision_origin" CHECK ("origin" IN ('file', 'import', 'edit', 'feed'));
ALTER TABLE "revision" ADD CONSTRAINT "revision_of_a_file_has_its_hash" CHECK (("origin" = 'file') = ("file_hash" IS NOT NULL));

-- What belongs to somebody is on the shelf, where its own pages find it, and among no topics. An owner is for ever.
CREATE OR REPLACE FUNCTION shelve(p_article uuid) RETURNS void LANGUAGE plpgsql AS $$
DECLARE
  before library_article;
  after library_article;
BEGIN
  SELECT * INTO before FROM library_article WHERE article_id = p_article FOR UPDATE;
  INSERT INTO library_article
    SELECT a.id, r.id, a.slug, r.title, r.date, r.sector, r.companies, r.concepts, r.lead,
      cardinality(regexp_split_to_array(btrim(substr(r.text, length(r.title) + 1), E' \n'), '\s+')),
      coalesce((
        SELECT count(*) FROM quiz_set_item i
        WHERE i.set_id = (SELECT s.id FROM quiz_set s WHERE s.article_id = a.id ORDER BY s.number DESC LIMIT 1)
      ), 0),
      (
        SELECT CASE WHEN avg(rank) < 0.67 THEN 'easy' WHEN avg(rank) < 1.33 THEN 'medium' WHEN avg(rank) >= 1.33 THEN 'hard' END
        FROM (
          SELECT CASE i.level WHEN 'easy' THEN 0 WHEN 'medium' THEN 1 ELSE 2 END AS rank
          FROM bank_item i WHERE i.article_id = a.id
        ) levels
      ),
      setweight(to_tsvector('english', r.title), 'A')
        || setweight(to_tsvector('english', array_to_string(r.companies || r.concepts || r.sector, ', ')), 'B')
        || setweight(to_tsvector('english', r.text), 'C'),
      a.owner_id
    FROM article a
    JOIN LATERAL (SELECT * FROM revision WHERE article_id = a.id ORDER BY number DESC LIMIT 1) r ON true
    WHERE a.id = p_article
  ON CONFLICT (article_id) DO UPDATE SET
    revision_id = excluded.revision_id, title = excluded.title, date = excluded.date, sector = excluded.sector,
    companies = excluded.companies, concepts = excluded.concepts, lead = excluded.lead, words = excluded.words,
    questions = excluded.questions, level = excluded.level, search = excluded.search
  RETURNING * INTO after;
  IF after.owner_id IS NOT NULL THEN RETURN; END IF;
  INSERT INTO library_topic (sort, name, articles)
    SELECT sort, name, sum(step) FROM (
      SELECT 'sector' AS sort, before.sector AS name, -1 AS step WHERE before.article_id IS NOT NULL
      UNION ALL SELECT 'company', unnest(before.companies), -1
      UNION ALL SELECT 'concept', unnest(before.concepts), -1
      UNION ALL SELECT 'sector', after.sector, 1 WHERE after.article_id IS NOT NULL
      UNION ALL SELECT 'company', unnest(after.companies), 1
      UNION ALL SELECT 'concept', unnest(after.concepts), 1
    ) steps
    GROUP BY sort, name HAVING sum(step) <> 0 ORDER BY sort, name
  ON CONFLICT (sort, name) DO UPDATE SET articles = library_topic.articles + excluded.articles;
  DELETE FROM library_topic t USING (
    SELECT 'sector' AS sort, before.sector AS name
    UNION SELECT 'company', unnest(before.companies)
    UNION SELECT 'concept', unnest(before.concepts)
  ) gone WHERE t.sort = gone.sort AND t.name = gone.name AND t.articles = 0;
END $$;

-- What everyone may read: lists, searches, topics and feeds ask this, never the table.
CREATE VIEW public_library AS SELECT * FROM library_article WHERE owner_id IS NULL;
