-- AlterTable
ALTER TABLE "Connection" ADD COLUMN     "keyMark" TEXT;
