-- AlterTable
ALTER TABLE "memory" ADD COLUMN     "seen_revision_id" UUID;

-- CreateIndex
CREATE INDEX "memory_seen_revision_id_idx" ON "memory"("seen_revision_id");

-- AddForeignKey
ALTER TABLE "memory" ADD CONSTRAINT "memory_seen_revision_id_fkey" FOREIGN KEY ("seen_revision_id") REFERENCES "revision"("id") ON DELETE RESTRICT ON UPDATE CASCADE;

