-- CreateTable
CREATE TABLE "person" (
    "id" UUID NOT NULL,
    "role" TEXT NOT NULL DEFAULT 'guest',
    "created_at" TIMESTAMPTZ(3) NOT NULL DEFAULT clock_timestamp(),

    CONSTRAINT "person_pkey" PRIMARY KEY ("id")
);

-- CreateTable
CREATE TABLE "article" (
    "id" UUID NOT NULL,
    "slug" TEXT NOT NULL,
    "created_at" TIMESTAMPTZ(3) NOT NULL DEFAULT clock_timestamp(),

    CONSTRAINT "article_pkey" PRIMARY KEY ("id")
);

-- CreateTable
CREATE TABLE "revision" (
    "id" UUID NOT NULL,
    "article_id" UUID NOT NULL,
    "number" INTEGER NOT NULL,
    "title" TEXT NOT NULL,
    "date" DATE NOT NULL,
    "sector" TEXT NOT NULL,
    "companies" TEXT[],
    "concepts" TEXT[],
    "lead" TEXT NOT NULL,
    "text" TEXT NOT NULL,
    "blocks" JSONB NOT NULL,
    "sources" JSONB NOT NULL,
    "file_hash" TEXT NOT NULL,
    "created_at" TIMESTAMPTZ(3) NOT NULL DEFAULT clock_timestamp(),

    CONSTRAINT "revision_pkey" PRIMARY KEY ("id")
);

-- CreateTable
CREATE TABLE "reading" (
    "id" UUID NOT NULL,
    "revision_id" UUID NOT NULL,
    "engine_version" TEXT NOT NULL,
    "shortfall" JSONB NOT NULL,
    "created_at" TIMESTAMPTZ(3) NOT NULL DEFAULT clock_timestamp(),

    CONSTRAINT "reading_pkey" PRIMARY KEY ("id")
);

-- CreateTable
CREATE TABLE "fact" (
    "id" UUID NOT NULL,
    "article_id" UUID NOT NULL,
    "stable_key" TEXT NOT NULL,
    "created_at" TIMESTAMPTZ(3) NOT NULL DEFAULT clock_timestamp(),

    CONSTRAINT "fact_pkey" PRIMARY KEY ("id")
);

-- CreateTable
CREATE TABLE "fact_reading" (
    "reading_id" UUID NOT NULL,
    "place" INTEGER NOT NULL,
    "fact_id" UUID NOT NULL,
    "data" JSONB NOT NULL,

    CONSTRAINT "fact_reading_pkey" PRIMARY KEY ("reading_id","place")
);

-- CreateTable
CREATE TABLE "question" (
    "id" UUID NOT NULL,
    "article_id" UUID NOT NULL,
    "family_key" TEXT NOT NULL,
    "created_at" TIMESTAMPTZ(3) NOT NULL DEFAULT clock_timestamp(),

    CONSTRAINT "question_pkey" PRIMARY KEY ("id")
);

-- CreateTable
CREATE TABLE "question_version" (
    "id" UUID NOT NULL,
    "question_id" UUID NOT NULL,
    "revision_id" UUID NOT NULL,
    "number" INTEGER NOT NULL,
    "kind" TEXT NOT NULL,
    "stem" TEXT NOT NULL,
    "body" JSONB NOT NULL,
    "passages" JSONB NOT NULL,
    "provenance" TEXT NOT NULL,
    "engine_version" TEXT NOT NULL,
    "verdict" TEXT NOT NULL,
    "content_hash" TEXT NOT NULL,
    "created_at" TIMESTAMPTZ(3) NOT NULL DEFAULT clock_timestamp(),

    CONSTRAINT "question_version_pkey" PRIMARY KEY ("id")
);

-- CreateTable
CREATE TABLE "withdrawal" (
    "version_id" UUID NOT NULL,
    "rule" TEXT NOT NULL,
    "reason" TEXT NOT NULL,
    "created_at" TIMESTAMPTZ(3) NOT NULL DEFAULT clock_timestamp(),

    CONSTRAINT "withdrawal_pkey" PRIMARY KEY ("version_id")
);

-- CreateTable
CREATE TABLE "quiz_set" (
    "id" UUID NOT NULL,
    "article_id" UUID NOT NULL,
    "revision_id" UUID NOT NULL,
    "reading_id" UUID NOT NULL,
    "number" INTEGER NOT NULL,
    "settings" JSONB NOT NULL,
    "created_at" TIMESTAMPTZ(3) NOT NULL DEFAULT clock_timestamp(),

    CONSTRAINT "quiz_set_pkey" PRIMARY KEY ("id")
);

-- CreateTable
CREATE TABLE "quiz_set_item" (
    "set_id" UUID NOT NULL,
    "position" INTEGER NOT NULL,
    "version_id" UUID NOT NULL,

    CONSTRAINT "quiz_set_item_pkey" PRIMARY KEY ("set_id","position")
);

-- CreateTable
CREATE TABLE "attempt" (
    "id" UUID NOT NULL,
    "person_id" UUID NOT NULL,
    "set_id" UUID NOT NULL,
    "mode" TEXT NOT NULL,
    "seed" TEXT NOT NULL,
    "client_key" UUID NOT NULL,
    "started_at" TIMESTAMPTZ(3) NOT NULL DEFAULT clock_timestamp(),
    "submitted_at" TIMESTAMPTZ(3),

    CONSTRAINT "attempt_pkey" PRIMARY KEY ("id")
);

-- CreateTable
CREATE TABLE "attempt_item" (
    "attempt_id" UUID NOT NULL,
    "position" INTEGER NOT NULL,
    "version_id" UUID NOT NULL,
    "arrangement" JSONB NOT NULL,
    "final_at" TIMESTAMPTZ(3),
    "answered" INTEGER,
    "answered_right" INTEGER,

    CONSTRAINT "attempt_item_pkey" PRIMARY KEY ("attempt_id","position")
);

-- CreateTable
CREATE TABLE "response" (
    "attempt_id" UUID NOT NULL,
    "position" INTEGER NOT NULL,
    "sequence" INTEGER NOT NULL,
    "key" UUID NOT NULL,
    "body_hash" TEXT NOT NULL,
    "answer" JSONB NOT NULL,
    "confidence" TEXT,
    "final" BOOLEAN NOT NULL,
    "saved_at" TIMESTAMPTZ(3) NOT NULL DEFAULT clock_timestamp(),

    CONSTRAINT "response_pkey" PRIMARY KEY ("attempt_id","position","sequence")
);

-- CreateTable
CREATE TABLE "question_tally" (
    "version_id" UUID NOT NULL,
    "shard" SMALLINT NOT NULL,
    "answered" INTEGER NOT NULL,
    "answered_right" INTEGER NOT NULL,

    CONSTRAINT "question_tally_pkey" PRIMARY KEY ("version_id","shard")
);

-- CreateTable
CREATE TABLE "flag" (
    "id" UUID NOT NULL,
    "person_id" UUID NOT NULL,
    "version_id" UUID NOT NULL,
    "reason" TEXT NOT NULL,
    "created_at" TIMESTAMPTZ(3) NOT NULL DEFAULT clock_timestamp(),

    CONSTRAINT "flag_pkey" PRIMARY KEY ("id")
);

-- CreateIndex
CREATE UNIQUE INDEX "article_slug_key" ON "article"("slug");

-- CreateIndex
CREATE INDEX "revision_date_idx" ON "revision"("date" DESC);

-- CreateIndex
CREATE UNIQUE INDEX "revision_article_id_number_key" ON "revision"("article_id", "number");

-- CreateIndex
CREATE UNIQUE INDEX "reading_revision_id_engine_version_key" ON "reading"("revision_id", "engine_version");

-- CreateIndex
CREATE UNIQUE INDEX "fact_article_id_stable_key_key" ON "fact"("article_id", "stable_key");

-- CreateIndex
CREATE INDEX "fact_reading_fact_id_idx" ON "fact_reading"("fact_id");

-- CreateIndex
CREATE UNIQUE INDEX "question_article_id_family_key_key" ON "question"("article_id", "family_key");

-- CreateIndex
CREATE INDEX "question_version_revision_id_idx" ON "question_version"("revision_id");

-- CreateIndex
CREATE UNIQUE INDEX "question_version_question_id_number_key" ON "question_version"("question_id", "number");

-- CreateIndex
CREATE INDEX "quiz_set_revision_id_idx" ON "quiz_set"("revision_id");

-- CreateIndex
CREATE INDEX "quiz_set_reading_id_idx" ON "quiz_set"("reading_id");

-- CreateIndex
CREATE UNIQUE INDEX "quiz_set_article_id_number_key" ON "quiz_set"("article_id", "number");

-- CreateIndex
CREATE INDEX "quiz_set_item_version_id_idx" ON "quiz_set_item"("version_id");

-- CreateIndex
CREATE INDEX "attempt_person_id_started_at_idx" ON "attempt"("person_id", "started_at" DESC);

-- CreateIndex
CREATE INDEX "attempt_set_id_idx" ON "attempt"("set_id");

-- CreateIndex
CREATE UNIQUE INDEX "attempt_person_id_client_key_key" ON "attempt"("person_id", "client_key");

-- CreateIndex
CREATE INDEX "attempt_item_version_id_idx" ON "attempt_item"("version_id");

-- CreateIndex
CREATE UNIQUE INDEX "response_attempt_id_key_key" ON "response"("attempt_id", "key");

-- CreateIndex
CREATE INDEX "flag_version_id_idx" ON "flag"("version_id");

-- CreateIndex
CREATE INDEX "flag_person_id_version_id_idx" ON "flag"("person_id", "version_id");

-- AddForeignKey
ALTER TABLE "revision" ADD CONSTRAINT "revision_article_id_fkey" FOREIGN KEY ("article_id") REFERENCES "article"("id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "reading" ADD CONSTRAINT "reading_revision_id_fkey" FOREIGN KEY ("revision_id") REFERENCES "revision"("id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "fact" ADD CONSTRAINT "fact_article_id_fkey" FOREIGN KEY ("article_id") REFERENCES "article"("id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "fact_reading" ADD CONSTRAINT "fact_reading_reading_id_fkey" FOREIGN KEY ("reading_id") REFERENCES "reading"("id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "fact_reading" ADD CONSTRAINT "fact_reading_fact_id_fkey" FOREIGN KEY ("fact_id") REFERENCES "fact"("id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "question" ADD CONSTRAINT "question_article_id_fkey" FOREIGN KEY ("article_id") REFERENCES "article"("id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "question_version" ADD CONSTRAINT "question_version_question_id_fkey" FOREIGN KEY ("question_id") REFERENCES "question"("id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "question_version" ADD CONSTRAINT "question_version_revision_id_fkey" FOREIGN KEY ("revision_id") REFERENCES "revision"("id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "withdrawal" ADD CONSTRAINT "withdrawal_version_id_fkey" FOREIGN KEY ("version_id") REFERENCES "question_version"("id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "quiz_set" ADD CONSTRAINT "quiz_set_article_id_fkey" FOREIGN KEY ("article_id") REFERENCES "article"("id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "quiz_set" ADD CONSTRAINT "quiz_set_revision_id_fkey" FOREIGN KEY ("revision_id") REFERENCES "revision"("id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "quiz_set" ADD CONSTRAINT "quiz_set_reading_id_fkey" FOREIGN KEY ("reading_id") REFERENCES "reading"("id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "quiz_set_item" ADD CONSTRAINT "quiz_set_item_set_id_fkey" FOREIGN KEY ("set_id") REFERENCES "quiz_set"("id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "quiz_set_item" ADD CONSTRAINT "quiz_set_item_version_id_fkey" FOREIGN KEY ("version_id") REFERENCES "question_version"("id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "attempt" ADD CONSTRAINT "attempt_person_id_fkey" FOREIGN KEY ("person_id") REFERENCES "person"("id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "attempt" ADD CONSTRAINT "attempt_set_id_fkey" FOREIGN KEY ("set_id") REFERENCES "quiz_set"("id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "attempt_item" ADD CONSTRAINT "attempt_item_attempt_id_fkey" FOREIGN KEY ("attempt_id") REFERENCES "attempt"("id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "attempt_item" ADD CONSTRAINT "attempt_item_version_id_fkey" FOREIGN KEY ("version_id") REFERENCES "question_version"("id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "response" ADD CONSTRAINT "response_attempt_id_position_fkey" FOREIGN KEY ("attempt_id", "position") REFERENCES "attempt_item"("attempt_id", "position") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "question_tally" ADD CONSTRAINT "question_tally_version_id_fkey" FOREIGN KEY ("version_id") REFERENCES "question_version"("id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "flag" ADD CONSTRAINT "flag_person_id_fkey" FOREIGN KEY ("person_id") REFERENCES "person"("id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "flag" ADD CONSTRAINT "flag_version_id_fkey" FOREIGN KEY ("version_id") REFERENCES "question_version"("id") ON DELETE RESTRICT ON UPDATE CASCADE;


-- What Prisma cannot say ----------------------------------------------------------------------------------------------

ALTER TABLE "attempt" ADD CONSTRAINT "attempt_mode" CHECK ("mode" IN ('practice', 'test'));
ALTER TABLE "attempt_item" ADD CONSTRAINT "attempt_item_position" CHECK ("position" > 0);
ALTER TABLE "quiz_set_item" ADD CONSTRAINT "quiz_set_item_position" CHECK ("position" > 0);
ALTER TABLE "response" ADD CONSTRAINT "response_sequence" CHECK ("sequence" > 0);
ALTER TABLE "response" ADD CONSTRAINT "response_confidence" CHECK ("confidence" IN ('guess', 'fairly-sure', 'certain'));
ALTER TABLE "question_tally" ADD CONSTRAINT "question_tally_counts" CHECK ("answered_right" BETWEEN 0 AND "answered");

-- What is stored once stays as it was, whoever asks. Erasing a person empties the person's own row.
CREATE FUNCTION refuse_change() RETURNS trigger LANGUAGE plpgsql AS $$
BEGIN
  RAISE EXCEPTION 'rows of % are never changed or deleted', TG_TABLE_NAME USING ERRCODE = 'restrict_violation';
END $$;

DO $$
DECLARE
  name text;
BEGIN
  FOREACH name IN ARRAY ARRAY[
    'revision', 'reading', 'fact', 'fact_reading', 'question', 'question_version', 'withdrawal',
    'quiz_set', 'quiz_set_item', 'response'
  ] LOOP
    EXECUTE format(
      'CREATE TRIGGER %I BEFORE UPDATE OR DELETE ON %I FOR EACH ROW EXECUTE FUNCTION refuse_change()',
      name || '_stays', name);
  END LOOP;
  FOREACH name IN ARRAY ARRAY[
    'revision', 'reading', 'fact', 'fact_reading', 'question', 'question_version', 'withdrawal',
    'quiz_set', 'quiz_set_item', 'attempt', 'attempt_item', 'response'
  ] LOOP
    EXECUTE format(
      'CREATE TRIGGER %I BEFORE TRUNCATE ON %I FOR EACH STATEMENT EXECUTE FUNCTION refuse_change()',
      name || '_is_not_emptied', name);
  END LOOP;
END $$;

CREATE TRIGGER attempt_is_not_deleted BEFORE DELETE ON "attempt"
  FOR EACH ROW EXECUTE FUNCTION refuse_change();
CREATE TRIGGER attempt_item_is_not_deleted BEFORE DELETE ON "attempt_item"
  FOR EACH ROW EXECUTE FUNCTION refuse_change();

-- An attempt is pinned: only its handing-in is written afterwards, once.
CREATE TRIGGER attempt_stays BEFORE UPDATE ON "attempt" FOR EACH ROW
  WHEN (
    OLD."submitted_at" IS NOT NULL
    OR (OLD."id", OLD."person_id", OLD."set_id", OLD."mode", OLD."seed", OLD."client_key", OLD."started_at")
       IS DISTINCT FROM
       (NEW."id", NEW."person_id", NEW."set_id", NEW."mode", NEW."seed", NEW."client_key", NEW."started_at")
  )
  EXECUTE FUNCTION refuse_change();

-- So is each of its questions: only finality is written afterwards, once.
CREATE TRIGGER attempt_item_stays BEFORE UPDATE ON "attempt_item" FOR EACH ROW
  WHEN (
    OLD."final_at" IS NOT NULL
    OR (OLD."attempt_id", OLD."position", OLD."version_id", OLD."arrangement")
       IS DISTINCT FROM (NEW."attempt_id", NEW."position", NEW."version_id", NEW."arrangement")
  )
  EXECUTE FUNCTION refuse_change();

-- Counts a final answer in the shard of this connection.
CREATE FUNCTION count_answer(p_version uuid, p_right boolean) RETURNS void LANGUAGE sql AS $$
  INSERT INTO question_tally AS tally (version_id, shard, answered, answered_right)
  VALUES (p_version, pg_backend_pid() % 16, 1, p_right::int)
  ON CONFLICT (version_id, shard) DO UPDATE
    SET answered = tally.answered + 1, answered_right = tally.answered_right + excluded.answered_right;
$$;

-- Saves one answer, in one transaction and one round trip. The item's row is locked, and handing in locks them all:
-- the saves of one question and the handing-in follow one another, and each statement sees what the one before left.
-- `p_final`: the reply will carry feedback. `p_right`: whether a final answer is wholly right; null for a blank.
-- Outcomes: 'saved' (the row, or the equal one stored under this key before), or a refusal of server/attempts/view.ts.
CREATE FUNCTION save_response(
  p_attempt uuid, p_person uuid, p_position int, p_sequence int, p_key uuid, p_body_hash text,
  p_answer jsonb, p_confidence text, p_final boolean, p_right boolean,
  OUT outcome text, OUT saved_at timestamptz, OUT sequence int, OUT final boolean, OUT answered int, OUT answered_right int
) LANGUAGE plpgsql AS $$
DECLARE
  setting text;
  version uuid;
  is_final boolean;
  is_handed_in boolean;
  earlier_hash text;
BEGIN
  -- Whatever the server's default: acknowledged means on disk.
  setting := set_config('synchronous_commit', 'on', true);
  SELECT i.version_id, i.final_at IS NOT NULL, a.submitted_at IS NOT NULL, i.answered, i.answered_right
    INTO version, is_final, is_handed_in, answered, answered_right
    FROM attempt_item i JOIN attempt a ON a.id = i.attempt_id
    WHERE i.attempt_id = p_attempt AND i.position = p_position AND a.person_id = p_person
    FOR NO KEY UPDATE OF i;
  IF NOT FOUND THEN
    outcome := 'not-found'; RETURN;
  END IF;
  IF NOT is_final THEN
    -- Nothing is inserted when this key, this number or a higher one is there already.
    INSERT INTO response AS r
      (attempt_id, position, sequence, key, body_hash, answer, confidence, final)
      SELECT p_attempt, p_position, p_sequence, p_key, p_body_hash, p_answer, p_confidence, p_final
      WHERE NOT EXISTS (
        SELECT FROM response s
        WHERE s.attempt_id = p_attempt AND s.position = p_position AND s.sequence >= p_sequence
      )
      ON CONFLICT DO NOTHING
      RETURNING r.saved_at INTO saved_at;
    IF FOUND THEN
      outcome := 'saved'; sequence := p_sequence; final := p_final;
    END IF;
  END IF;
  IF outcome IS NULL THEN
    SELECT r.body_hash, r.saved_at, r.sequence, r.final INTO earlier_hash, saved_at, sequence, final
      FROM response r WHERE r.attempt_id = p_attempt AND r.key = p_key;
    outcome := CASE
      WHEN earlier_hash = p_body_hash THEN 'saved'
      WHEN earlier_hash IS NOT NULL THEN 'key-reused'
      WHEN is_handed_in THEN 'handed-in'
      WHEN is_final THEN 'already-final'
      ELSE 'other-tab'
    END;
    RETURN;
  END IF;
  IF p_final THEN
    IF p_right IS NOT NULL THEN
      PERFORM count_answer(version, p_right);
    END IF;
    UPDATE attempt_item i
      SET final_at = save_response.saved_at, answered = tally.answered, answered_right = tally.answered_right
      FROM (
        SELECT coalesce(sum(t.answered), 0)::int AS answered, coalesce(sum(t.answered_right), 0)::int AS answered_right
        FROM question_tally t WHERE t.version_id = version
      ) tally
      WHERE i.attempt_id = p_attempt AND i.position = p_position
      RETURNING i.answered, i.answered_right INTO answered, answered_right;
  END IF;
END $$;

-- Starts an attempt of a set, or finds the one that is meant, in one round trip. `p_items` is a list of
-- {"version", "arrangement"} in order.
-- Outcomes: 'started'; 'found' (this key's attempt, or an open one of the same set and mode unless `p_anew`);
-- 'superseded' (the article has a newer set, named in `id`); 'stranger' (a new guest's id is taken, and not from just
-- now); 'not-found' (no such set).
CREATE FUNCTION start_attempt(
  p_attempt uuid, p_person uuid, p_is_new_person boolean, p_set uuid, p_mode text, p_seed text, p_key uuid,
  p_anew boolean, p_items jsonb
) RETURNS TABLE (outcome text, id uuid, started_at timestamptz) LANGUAGE plpgsql AS $$
DECLARE
  current uuid;
  born timestamptz;
BEGIN
  PERFORM set_config('synchronous_commit', 'on', true);
  SELECT newest.id INTO current FROM quiz_set asked
    JOIN quiz_set newest ON newest.article_id = asked.article_id
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
