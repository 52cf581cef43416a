-- AlterTable
ALTER TABLE "learning" ADD COLUMN     "goal" SMALLINT,
ADD COLUMN     "has_streak" BOOLEAN NOT NULL DEFAULT true,
ADD COLUMN     "rest_days" INTEGER[] DEFAULT ARRAY[0, 6]::INTEGER[];


-- What Prisma cannot say ----------------------------------------------------------------------------------------------

ALTER TABLE "learning" ADD CONSTRAINT "learning_goal" CHECK ("goal" IN (5, 10, 15));
ALTER TABLE "learning" ADD CONSTRAINT "learning_rest_days"
  CHECK ("rest_days" IS NOT NULL AND "rest_days" <@ ARRAY[0, 1, 2, 3, 4, 5, 6]::INTEGER[]);

-- As before, and with how the guest wants to learn, where the account has not said it.
CREATE OR REPLACE FUNCTION claim_guest(p_guest uuid, p_account uuid) RETURNS boolean LANGUAGE plpgsql AS $$
BEGIN
  UPDATE person SET claimed_by = p_account
    WHERE id = p_guest AND role = 'guest' AND (claimed_by IS NULL OR claimed_by = p_account);
  IF NOT FOUND THEN RETURN false; END IF;
  UPDATE attempt SET person_id = p_account WHERE person_id = p_guest;
  UPDATE flag SET person_id = p_account WHERE person_id = p_guest;
  -- A fact both remember stays as the account remembers it; what the guest did with it is the account's all the same.
  UPDATE memory m SET person_id = p_account WHERE person_id = p_guest
    AND NOT EXISTS (SELECT FROM memory WHERE person_id = p_account AND fact_id = m.fact_id);
  UPDATE review SET person_id = p_account WHERE person_id = p_guest;
  -- Nothing of the account's is settled by that yet.
  UPDATE learning SET person_id = p_account, settled_at = NULL WHERE person_id = p_guest
    AND NOT EXISTS (SELECT FROM learning WHERE person_id = p_account);
  -- Of two abilities, the mean by their answers. What of the guest's answers has not been rated yet will be, however long
  -- ago the account's were looked through.
  UPDATE ability SET settled_at = NULL WHERE person_id = p_account;
  INSERT INTO ability AS own (person_id, value, answers)
    SELECT p_account, value, answers FROM ability WHERE person_id = p_guest
    ON CONFLICT (person_id) DO UPDATE SET answers = own.answers + excluded.answers,
      value = (own.value * own.answers + excluded.value * excluded.answers) / greatest(own.answers + excluded.answers, 1);
  DELETE FROM ability WHERE person_id = p_guest;
  UPDATE notice n SET person_id = p_account WHERE person_id = p_guest
    AND NOT EXISTS (SELECT FROM notice WHERE person_id = p_account AND cause = n.cause);
  RETURN true;
END $$;
