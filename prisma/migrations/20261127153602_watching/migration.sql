-- CreateTable
CREATE UNLOGGED TABLE "watched" (
    "assignment_id" UUID NOT NULL,
    "until" TIMESTAMPTZ(3) NOT NULL,
    "told_at" TIMESTAMPTZ(3),

    CONSTRAINT "watched_pkey" PRIMARY KEY ("assignment_id")
);

-- Tells those who watch an assignment, if anybody does, that something in it changes: by its id, and once a second at the
-- most, for a notice holds a lock of the whole database while its transaction commits. Whoever finds that another is
-- telling, or that it was told a moment ago, leaves it at that and waits for nobody: those who listen look a second time
-- shortly afterwards.
CREATE FUNCTION tell_watchers(p_assignment uuid) RETURNS void LANGUAGE plpgsql AS $$
BEGIN
  PERFORM FROM watched w
    WHERE w.assignment_id = p_assignment AND w.until > clock_timestamp()
      AND (w.told_at IS NULL OR w.told_at < clock_timestamp() - interval '1 second')
    FOR UPDATE SKIP LOCKED;
  IF FOUND THEN
    UPDATE watched SET told_at = clock_timestamp() WHERE assignment_id = p_assignment;
    PERFORM pg_notify('watched', p_assignment::text);
  END IF;
END $$;

-- An answer was saved. Where nobody watches, which is nearly always, this looks into an empty table and is done.
CREATE FUNCTION tell_of_response() RETURNS trigger LANGUAGE plpgsql AS $$
DECLARE
  theirs uuid;
BEGIN
  IF EXISTS (SELECT FROM watched) THEN
    SELECT a.assignment_id INTO theirs FROM attempt a WHERE a.id = NEW.attempt_id;
    IF theirs IS NOT NULL THEN PERFORM tell_watchers(theirs); END IF;
  END IF;
  RETURN NULL;
END $$;
CREATE TRIGGER response_is_told AFTER INSERT ON "response" FOR EACH ROW EXECUTE FUNCTION tell_of_response();

-- An attempt was begun, handed in or taken in; terms were changed, for all or for one.
CREATE FUNCTION tell_of_assigned() RETURNS trigger LANGUAGE plpgsql AS $$
BEGIN
  PERFORM tell_watchers(NEW.assignment_id);
  RETURN NULL;
END $$;
CREATE TRIGGER attempt_is_told AFTER INSERT OR UPDATE OF "submitted_at" ON "attempt" FOR EACH ROW
  WHEN (NEW."assignment_id" IS NOT NULL) EXECUTE FUNCTION tell_of_assigned();
CREATE TRIGGER override_is_told AFTER INSERT OR UPDATE ON "assignment_override" FOR EACH ROW
  EXECUTE FUNCTION tell_of_assigned();

CREATE FUNCTION tell_of_assignment() RETURNS trigger LANGUAGE plpgsql AS $$
BEGIN
  PERFORM tell_watchers(NEW.id);
  RETURN NULL;
END $$;
CREATE TRIGGER assignment_is_told AFTER UPDATE ON "assignment" FOR EACH ROW EXECUTE FUNCTION tell_of_assignment();

-- Somebody has joined or left, a teacher perhaps.
CREATE FUNCTION tell_of_place() RETURNS trigger LANGUAGE plpgsql AS $$
BEGIN
  PERFORM tell_watchers(w.assignment_id)
    FROM watched w JOIN assignment a ON a.id = w.assignment_id WHERE a.class_id = NEW.class_id;
  RETURN NULL;
END $$;
CREATE TRIGGER enrolment_is_told AFTER INSERT OR UPDATE OF "role", "left_at" ON "enrolment" FOR EACH ROW
  EXECUTE FUNCTION tell_of_place();
