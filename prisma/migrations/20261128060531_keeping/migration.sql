-- CreateTable
CREATE TABLE "keeping" (
    "id" SMALLINT NOT NULL DEFAULT 1,
    "is_on" BOOLEAN NOT NULL DEFAULT false,
    "guest_days" INTEGER NOT NULL DEFAULT 365,
    "session_days" INTEGER NOT NULL DEFAULT 90,
    "audit_days" INTEGER NOT NULL DEFAULT 730,
    "unused_days" INTEGER NOT NULL DEFAULT 730,

    CONSTRAINT "keeping_pkey" PRIMARY KEY ("id")
);



-- What Prisma cannot say ----------------------------------------------------------------------------------------------

ALTER TABLE "keeping" ADD CONSTRAINT "keeping_is_one" CHECK (id = 1);
ALTER TABLE "keeping" ADD CONSTRAINT "keeping_is_sensible" CHECK (
  guest_days BETWEEN 30 AND 3650 AND session_days BETWEEN 30 AND 3650
  AND audit_days BETWEEN 180 AND 3650 AND unused_days BETWEEN 180 AND 3650);
INSERT INTO "keeping" (id) VALUES (1);

-- A line of the audit trail stays as it was. It goes only when the school has said how long lines stay, and it is older.
CREATE FUNCTION refuse_audit_change() RETURNS trigger LANGUAGE plpgsql AS $$
BEGIN
  IF TG_OP = 'DELETE' AND EXISTS (
    SELECT FROM keeping k WHERE k.is_on AND OLD.at < clock_timestamp() - make_interval(days => k.audit_days))
  THEN RETURN OLD; END IF;
  RAISE EXCEPTION 'rows of % are never changed or deleted', TG_TABLE_NAME USING ERRCODE = 'restrict_violation';
END $$;
DROP TRIGGER audit_entry_stays ON "audit_entry";
CREATE TRIGGER audit_entry_stays BEFORE UPDATE OR DELETE ON "audit_entry"
  FOR EACH ROW EXECUTE FUNCTION refuse_audit_change();
