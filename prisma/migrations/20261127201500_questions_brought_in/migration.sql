-- AlterTable
ALTER TABLE "draft" ADD COLUMN     "import_key" TEXT;

-- CreateIndex
CREATE UNIQUE INDEX "draft_desk_id_import_key_key" ON "draft"("desk_id", "import_key");
