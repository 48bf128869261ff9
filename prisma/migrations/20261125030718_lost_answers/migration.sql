-- AlterTable
ALTER TABLE "IdempotencyRecord" ADD COLUMN     "contentMarks" TEXT[] DEFAULT ARRAY[]::TEXT[],
ADD COLUMN     "lookedTo" TEXT,
ADD COLUMN     "sentAt" TIMESTAMP(3),
ADD COLUMN     "sentSince" TIMESTAMP(3);

-- AlterTable
ALTER TABLE "TrashedMemory" ADD COLUMN     "restoreMarks" TEXT[] DEFAULT ARRAY[]::TEXT[],
ADD COLUMN     "restoreSentAt" TIMESTAMP(3);

UPDATE "TrashedMemory" SET "restoreMarks" = ARRAY["restoreMark"] WHERE "restoreMark" IS NOT NULL;

ALTER TABLE "TrashedMemory" DROP COLUMN "restoreMark";
