-- AlterTable
ALTER TABLE "person" ADD COLUMN     "claimed_by" UUID;

-- CreateTable
CREATE TABLE "account" (
    "person_id" UUID NOT NULL,
    "name" TEXT NOT NULL,
    "mail" TEXT,
    "mail_key" TEXT,
    "mail_verified_at" TIMESTAMPTZ(3),
    "password_hash" TEXT,
    "password_changed_at" TIMESTAMPTZ(3),
    "age_band" TEXT NOT NULL,
    "totp" BYTEA,
    "totp_step" INTEGER,
    "suspended_at" TIMESTAMPTZ(3),
    "created_at" TIMESTAMPTZ(3) NOT NULL DEFAULT clock_timestamp(),

    CONSTRAINT "account_pkey" PRIMARY KEY ("person_id")
);

-- CreateTable
CREATE TABLE "identity" (
    "provider" TEXT NOT NULL,
    "subject" TEXT NOT NULL,
    "person_id" UUID NOT NULL,
    "created_at" TIMESTAMPTZ(3) NOT NULL DEFAULT clock_timestamp(),

    CONSTRAINT "identity_pkey" PRIMARY KEY ("provider","subject")
);

-- CreateTable
CREATE TABLE "session" (
    "id" UUID NOT NULL,
    "person_id" UUID NOT NULL,
    "method" TEXT NOT NULL,
    "agent" TEXT NOT NULL,
    "idle_seconds" INTEGER NOT NULL,
    "started_at" TIMESTAMPTZ(3) NOT NULL DEFAULT clock_timestamp(),
    "seen_at" TIMESTAMPTZ(3) NOT NULL DEFAULT clock_timestamp(),
    "expires_at" TIMESTAMPTZ(3) NOT NULL,
    "ended_at" TIMESTAMPTZ(3),

    CONSTRAINT "session_pkey" PRIMARY KEY ("id")
);

-- CreateTable
CREATE TABLE "device" (
    "person_id" UUID NOT NULL,
    "hash" TEXT NOT NULL,
    "seen_at" TIMESTAMPTZ(3) NOT NULL DEFAULT clock_timestamp(),

    CONSTRAINT "device_pkey" PRIMARY KEY ("person_id","hash")
);

-- CreateTable
CREATE TABLE "code" (
    "hash" TEXT NOT NULL,
    "purpose" TEXT NOT NULL,
    "person_id" UUID,
    "data" JSONB NOT NULL,
    "created_at" TIMESTAMPTZ(3) NOT NULL DEFAULT clock_timestamp(),
    "expires_at" TIMESTAMPTZ(3) NOT NULL,
    "used_at" TIMESTAMPTZ(3),

    CONSTRAINT "code_pkey" PRIMARY KEY ("hash")
);

-- CreateTable
CREATE TABLE "school" (
    "id" SMALLINT NOT NULL DEFAULT 1,
    "sign_up" TEXT NOT NULL DEFAULT 'open',
    "teacher_domains" TEXT[],

    CONSTRAINT "school_pkey" PRIMARY KEY ("id")
);

-- CreateTable
CREATE TABLE "rate_limit" (
    "key" VARCHAR(255) NOT NULL,
    "points" INTEGER NOT NULL DEFAULT 0,
    "expire" BIGINT,

    CONSTRAINT "rate_limit_pkey" PRIMARY KEY ("key")
);

-- CreateTable
CREATE TABLE "audit_entry" (
    "id" UUID NOT NULL,
    "at" TIMESTAMPTZ(3) NOT NULL DEFAULT clock_timestamp(),
    "actor_id" UUID,
    "deed" TEXT NOT NULL,
    "subject_id" UUID,
    "details" JSONB NOT NULL,

    CONSTRAINT "audit_entry_pkey" PRIMARY KEY ("id")
);

-- CreateIndex
CREATE UNIQUE INDEX "account_mail_key_key" ON "account"("mail_key");

-- CreateIndex
CREATE INDEX "account_created_at_person_id_idx" ON "account"("created_at", "person_id");

-- CreateIndex
CREATE INDEX "identity_person_id_idx" ON "identity"("person_id");

-- CreateIndex
CREATE INDEX "session_person_id_started_at_idx" ON "session"("person_id", "started_at" DESC);

-- CreateIndex
CREATE INDEX "code_person_id_purpose_idx" ON "code"("person_id", "purpose");

-- CreateIndex
CREATE INDEX "code_purpose_idx" ON "code"("purpose");

-- CreateIndex
CREATE INDEX "rate_limit_expire_idx" ON "rate_limit"("expire");

-- CreateIndex
CREATE INDEX "audit_entry_at_id_idx" ON "audit_entry"("at" DESC, "id" DESC);

-- CreateIndex
CREATE INDEX "audit_entry_subject_id_at_idx" ON "audit_entry"("subject_id", "at" DESC);

-- CreateIndex
CREATE INDEX "person_claimed_by_idx" ON "person"("claimed_by");

-- AddForeignKey
ALTER TABLE "person" ADD CONSTRAINT "person_claimed_by_fkey" FOREIGN KEY ("claimed_by") REFERENCES "person"("id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "account" ADD CONSTRAINT "account_person_id_fkey" FOREIGN KEY ("person_id") REFERENCES "person"("id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "identity" ADD CONSTRAINT "identity_person_id_fkey" FOREIGN KEY ("person_id") REFERENCES "person"("id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "session" ADD CONSTRAINT "session_person_id_fkey" FOREIGN KEY ("person_id") REFERENCES "person"("id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "device" ADD CONSTRAINT "device_person_id_fkey" FOREIGN KEY ("person_id") REFERENCES "person"("id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "code" ADD CONSTRAINT "code_person_id_fkey" FOREIGN KEY ("person_id") REFERENCES "person"("id") ON DELETE RESTRICT ON UPDATE CASCADE;


-- What Prisma cannot say ----------------------------------------------------------------------------------------------

ALTER TABLE "person" ADD CONSTRAINT "person_role" CHECK ("role" IN ('guest', 'learner', 'teacher', 'admin'));
-- A guest alone is claimed, and by somebody else.
ALTER TABLE "person" ADD CONSTRAINT "person_claimed" CHECK ("claimed_by" IS NULL OR ("role" = 'guest' AND "claimed_by" <> "id"));
ALTER TABLE "account" ADD CONSTRAINT "account_name" CHECK ("name" <> '');
ALTER TABLE "account" ADD CONSTRAINT "account_mail" CHECK (("mail" IS NULL) = ("mail_key" IS NULL));
ALTER TABLE "session" ADD CONSTRAINT "session_idle" CHECK ("idle_seconds" > 0);

ALTER TABLE "school" ADD CONSTRAINT "school_is_one" CHECK ("id" = 1);
ALTER TABLE "school" ADD CONSTRAINT "school_sign_up" CHECK ("sign_up" IN ('open', 'invited'));
INSERT INTO "school" ("teacher_domains") VALUES ('{}');

CREATE TRIGGER audit_entry_stays BEFORE UPDATE OR DELETE ON "audit_entry"
  FOR EACH ROW EXECUTE FUNCTION refuse_change();
CREATE TRIGGER audit_entry_is_not_emptied BEFORE TRUNCATE ON "audit_entry"
  FOR EACH STATEMENT EXECUTE FUNCTION refuse_change();

-- The sessions that count, each with whose it is and what they may be: neither ended nor past its limits, of an account
-- that is there and not suspended.
CREATE VIEW live_session AS
  SELECT s.id, s.person_id, s.seen_at, p.role FROM session s
  JOIN person p ON p.id = s.person_id
  JOIN account a ON a.person_id = s.person_id
  WHERE s.ended_at IS NULL AND a.suspended_at IS NULL AND p.role <> 'guest'
    AND s.expires_at > clock_timestamp()
    AND s.seen_at + s.idle_seconds * interval '1 second' > clock_timestamp();

-- An attempt is pinned: its handing-in is written afterwards, once. It changes hands once, from the guest who made it
-- to the account that claims that guest; so it may after it was handed in.
DROP TRIGGER attempt_stays ON "attempt";
CREATE TRIGGER attempt_stays BEFORE UPDATE ON "attempt" FOR EACH ROW
  WHEN (
    (OLD."submitted_at" IS NOT NULL AND OLD."submitted_at" IS DISTINCT FROM NEW."submitted_at")
    OR (OLD."id", OLD."set_id", OLD."mode", OLD."tries", OLD."seed", OLD."client_key", OLD."started_at")
       IS DISTINCT FROM
       (NEW."id", NEW."set_id", NEW."mode", NEW."tries", NEW."seed", NEW."client_key", NEW."started_at")
  )
  EXECUTE FUNCTION refuse_change();

CREATE FUNCTION refuse_change_of_hands() RETURNS trigger LANGUAGE plpgsql AS $$
BEGIN
  IF NOT EXISTS (SELECT FROM person WHERE id = OLD.person_id AND claimed_by = NEW.person_id) THEN
    RAISE EXCEPTION 'an attempt goes to the account that claims its guest, to nobody else' USING ERRCODE = 'restrict_violation';
  END IF;
  RETURN NEW;
END $$;
CREATE TRIGGER attempt_changes_hands_once BEFORE UPDATE OF "person_id" ON "attempt" FOR EACH ROW
  WHEN (OLD."person_id" <> NEW."person_id") EXECUTE FUNCTION refuse_change_of_hands();

-- Makes what a guest did the account's, once; false where there is no such guest, or another account has claimed them.
-- What is being started for the guest waits, and is then nobody's (start_attempt).
CREATE FUNCTION claim_guest(p_guest uuid, p_account uuid) RETURNS boolean LANGUAGE plpgsql AS $$
BEGIN
  UPDATE person SET claimed_by = p_account
    WHERE id = p_guest AND role = 'guest' AND (claimed_by IS NULL OR claimed_by = p_account);
  IF NOT FOUND THEN RETURN false; END IF;
  UPDATE attempt SET person_id = p_account WHERE person_id = p_guest;
  UPDATE flag SET person_id = p_account WHERE person_id = p_guest;
  RETURN true;
END $$;

-- As before, and with the session that speaks for the person, where there is one: it is checked here, so that what a
-- session that has ended sends is not taken. One more outcome: 'signed-out'.
DROP FUNCTION save_response(uuid, uuid, int, int, uuid, text, jsonb, text, boolean, boolean, int);
CREATE FUNCTION save_response(
  p_attempt uuid, p_person uuid, p_position int, p_sequence int, p_key uuid, p_body_hash text,
  p_answer jsonb, p_confidence text, p_check boolean, p_right boolean, p_tries int DEFAULT 1, p_session uuid DEFAULT NULL,
  OUT outcome text, OUT saved_at timestamptz, OUT sequence int, OUT final boolean, OUT answered int, OUT answered_right int,
  OUT tried int
) LANGUAGE plpgsql AS $$
DECLARE
  setting text;
  version uuid;
  is_final boolean;
  is_handed_in boolean;
  earlier_hash text;
  ends boolean := false;
BEGIN
  -- Whatever the server's default: acknowledged means on disk.
  setting := set_config('synchronous_commit', 'on', true);
  IF p_session IS NOT NULL AND NOT EXISTS (
    SELECT FROM live_session WHERE id = p_session AND person_id = p_person
  ) THEN
    outcome := 'signed-out'; RETURN;
  END IF;
  SELECT i.version_id, i.final_at IS NOT NULL, a.submitted_at IS NOT NULL, i.answered, i.answered_right
    INTO version, is_final, is_handed_in, answered, answered_right
    FROM attempt_item i JOIN attempt a ON a.id = i.attempt_id
    WHERE i.attempt_id = p_attempt AND i.position = p_position AND a.person_id = p_person
    FOR NO KEY UPDATE OF i;
  IF NOT FOUND THEN
    outcome := 'not-found'; RETURN;
  END IF;
  IF NOT is_final THEN
    IF p_check THEN
      SELECT coalesce(max(r.tried), 0) + 1 INTO tried FROM response r
        WHERE r.attempt_id = p_attempt AND r.position = p_position;
      ends := coalesce(p_right, true) OR tried >= p_tries;
    END IF;
    -- Nothing is inserted when this key, this number or a higher one is there already.
    INSERT INTO response AS r
      (attempt_id, position, sequence, key, body_hash, answer, confidence, final, tried)
      SELECT p_attempt, p_position, p_sequence, p_key, p_body_hash, p_answer, p_confidence, ends, save_response.tried
      WHERE NOT EXISTS (
        SELECT FROM response s
        WHERE s.attempt_id = p_attempt AND s.position = p_position AND s.sequence >= p_sequence
      )
      ON CONFLICT DO NOTHING
      RETURNING r.saved_at INTO saved_at;
    IF FOUND THEN
      outcome := 'saved'; sequence := p_sequence; final := ends;
    END IF;
  END IF;
  IF outcome IS NULL THEN
    SELECT r.body_hash, r.saved_at, r.sequence, r.final, r.tried
      INTO earlier_hash, saved_at, sequence, final, tried
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
  IF ends THEN
    IF p_right IS NOT NULL OR tried > 1 THEN
      PERFORM count_answer(version, coalesce(p_right, false) AND tried = 1);
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

-- As before; for a guest whom an account has claimed nothing is started.
CREATE OR REPLACE FUNCTION start_attempt(
  p_attempt uuid, p_person uuid, p_is_new_person boolean, p_set uuid, p_mode text, p_seed text, p_key uuid,
  p_anew boolean, p_items jsonb, p_tries int DEFAULT 1
) RETURNS TABLE (outcome text, id uuid, started_at timestamptz) LANGUAGE plpgsql AS $$
DECLARE
  current uuid;
  is_of_several boolean;
  born timestamptz;
  claimant uuid;
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
  SELECT p.created_at, p.claimed_by INTO born, claimant FROM person p WHERE p.id = p_person FOR NO KEY UPDATE;
  IF NOT FOUND OR claimant IS NOT NULL OR (p_is_new_person AND born < clock_timestamp() - interval '10 minutes') THEN
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
      WHERE a.person_id = p_person AND a.set_id = p_set AND a.mode = p_mode AND a.tries = p_tries
        AND a.submitted_at IS NULL
      ORDER BY a.started_at DESC LIMIT 1;
    IF FOUND THEN RETURN; END IF;
  END IF;
  INSERT INTO attempt AS a (id, person_id, set_id, mode, tries, seed, client_key)
    VALUES (p_attempt, p_person, p_set, p_mode, p_tries, p_seed, p_key)
    RETURNING a.started_at INTO started_at;
  INSERT INTO attempt_item (attempt_id, position, version_id, arrangement)
    SELECT p_attempt, item.position, (item.value ->> 'version')::uuid, item.value -> 'arrangement'
    FROM jsonb_array_elements(p_items) WITH ORDINALITY AS item (value, position);
  outcome := 'started'; id := p_attempt; RETURN NEXT;
END $$;
