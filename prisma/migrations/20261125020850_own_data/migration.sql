-- AlterTable
ALTER TABLE "Session" ADD COLUMN     "browser" TEXT,
ADD COLUMN     "lastSeenAt" TIMESTAMP(3),
ADD COLUMN     "system" TEXT;

-- CreateTable
CREATE TABLE "ForgottenRequest" (
    "idHash" TEXT NOT NULL,

    CONSTRAINT "ForgottenRequest_pkey" PRIMARY KEY ("idHash")
);
