-- AlterTable
ALTER TABLE "IdempotencyRecord" ADD COLUMN     "contentMark" TEXT,
ADD COLUMN     "writingAt" TIMESTAMP(3);
