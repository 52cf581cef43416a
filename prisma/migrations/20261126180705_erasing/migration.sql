-- AlterTable
ALTER TABLE "account" ADD COLUMN     "erase_at" TIMESTAMPTZ(3);

-- AlterTable
ALTER TABLE "person" ADD COLUMN     "erased_at" TIMESTAMPTZ(3);

-- CreateIndex
CREATE INDEX "account_erase_at_idx" ON "account"("erase_at");

