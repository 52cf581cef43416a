-- A response stays as it was, with one exception: of somebody who has been erased, what they typed is emptied, and the
-- digest by which it could be guessed.
CREATE FUNCTION refuse_response_change() RETURNS trigger LANGUAGE plpgsql AS $$
BEGIN
  IF TG_OP = 'UPDATE' AND NEW.answer = '""'::jsonb AND NEW.body_hash = ''
    AND to_jsonb(NEW) - '{answer,body_hash}'::text[] = to_jsonb(OLD) - '{answer,body_hash}'::text[]
    AND EXISTS (
      SELECT FROM attempt a JOIN person p ON p.id = a.person_id
      WHERE a.id = OLD.attempt_id AND p.erased_at IS NOT NULL)
  THEN RETURN NEW; END IF;
  RAISE EXCEPTION 'rows of % are never changed or deleted', TG_TABLE_NAME USING ERRCODE = 'restrict_violation';
END $$;
DROP TRIGGER response_stays ON "response";
CREATE TRIGGER response_stays BEFORE UPDATE OR DELETE ON "response"
  FOR EACH ROW EXECUTE FUNCTION refuse_response_change();
