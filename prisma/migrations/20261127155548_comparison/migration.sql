-- AlterTable
ALTER TABLE "class" ADD COLUMN     "is_compared" BOOLEAN NOT NULL DEFAULT true;

-- AlterTable
ALTER TABLE "learning" ADD COLUMN     "sees_others" BOOLEAN NOT NULL DEFAULT false;

