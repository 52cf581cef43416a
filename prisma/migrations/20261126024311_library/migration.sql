-- CreateTable
CREATE TABLE "library_article" (
    "article_id" UUID NOT NULL,
    "revision_id" UUID NOT NULL,
    "slug" TEXT NOT NULL,
    "title" TEXT NOT NULL,
    "date" DATE NOT NULL,
    "sector" TEXT NOT NULL,
    "companies" TEXT[],
    "concepts" TEXT[],
    "lead" TEXT NOT NULL,
    "words" INTEGER NOT NULL,
    "questions" INTEGER NOT NULL,
    "level" TEXT,
    "search" tsvector NOT NULL,

    CONSTRAINT "library_article_pkey" PRIMARY KEY ("article_id")
);

-- CreateTable
CREATE TABLE "library_topic" (
    "sort" TEXT NOT NULL,
    "name" TEXT NOT NULL,
    "articles" INTEGER NOT NULL,

    CONSTRAINT "library_topic_pkey" PRIMARY KEY ("sort","name")
);

-- CreateTable
CREATE TABLE "daily_quiz" (
    "day" DATE NOT NULL,
    "set_id" UUID NOT NULL,
    "created_at" TIMESTAMPTZ(3) NOT NULL DEFAULT clock_timestamp(),

    CONSTRAINT "daily_quiz_pkey" PRIMARY KEY ("day")
);

-- CreateIndex
CREATE UNIQUE INDEX "library_article_revision_id_key" ON "library_article"("revision_id");

-- CreateIndex
CREATE UNIQUE INDEX "library_article_slug_key" ON "library_article"("slug");

-- CreateIndex
CREATE INDEX "library_article_date_slug_idx" ON "library_article"("date" DESC, "slug");

-- CreateIndex
CREATE INDEX "library_article_sector_date_slug_idx" ON "library_article"("sector", "date" DESC, "slug");

-- CreateIndex
CREATE INDEX "library_article_companies_idx" ON "library_article" USING GIN ("companies");

-- CreateIndex
CREATE INDEX "library_article_concepts_idx" ON "library_article" USING GIN ("concepts");

-- CreateIndex
CREATE INDEX "library_article_search_idx" ON "library_article" USING GIN ("search");

-- CreateIndex
CREATE INDEX "library_topic_sort_articles_name_idx" ON "library_topic"("sort", "articles" DESC, "name");

-- CreateIndex
CREATE UNIQUE INDEX "daily_quiz_set_id_key" ON "daily_quiz"("set_id");

-- AddForeignKey
ALTER TABLE "library_article" ADD CONSTRAINT "library_article_article_id_fkey" FOREIGN KEY ("article_id") REFERENCES "article"("id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "library_article" ADD CONSTRAINT "library_article_revision_id_fkey" FOREIGN KEY ("revision_id") REFERENCES "revision"("id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "daily_quiz" ADD CONSTRAINT "daily_quiz_set_id_fkey" FOREIGN KEY ("set_id") REFERENCES "quiz_set"("id") ON DELETE RESTRICT ON UPDATE CASCADE;




-- What Prisma cannot say ----------------------------------------------------------------------------------------------

ALTER TABLE "library_article" ADD CONSTRAINT "library_article_level" CHECK ("level" IN ('easy', 'medium', 'hard'));
ALTER TABLE "library_topic" ADD CONSTRAINT "library_topic_sort" CHECK ("sort" IN ('sector', 'company', 'concept'));

-- Puts an article on the shelf as it stands now, and counts its sector, companies and concepts. Topics are touched in
-- their order, so that two articles put there at once wait for each other and never for good.
CREATE FUNCTION shelve(p_article uuid) RETURNS void LANGUAGE plpgsql AS $$
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
        || setweight(to_tsvector('english', r.text), 'C')
    FROM article a
    JOIN LATERAL (SELECT * FROM revision WHERE article_id = a.id ORDER BY number DESC LIMIT 1) r ON true
    WHERE a.id = p_article
  ON CONFLICT (article_id) DO UPDATE SET
    revision_id = excluded.revision_id, title = excluded.title, date = excluded.date, sector = excluded.sector,
    companies = excluded.companies, concepts = excluded.concepts, lead = excluded.lead, words = excluded.words,
    questions = excluded.questions, level = excluded.level, search = excluded.search
  RETURNING * INTO after;
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

SELECT shelve(id) FROM article ORDER BY id;
