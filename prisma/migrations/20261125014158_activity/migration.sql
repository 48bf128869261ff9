-- CreateTable
CREATE TABLE "Activity" (
    "userId" TEXT NOT NULL,
    "seq" INTEGER NOT NULL,
    "at" TIMESTAMP(3) NOT NULL,
    "kind" TEXT NOT NULL,
    "memoryId" TEXT,
    "count" INTEGER,
    "jobId" TEXT,
    "jobKind" TEXT,
    "outcome" TEXT NOT NULL,
    "hash" TEXT NOT NULL,

    CONSTRAINT "Activity_pkey" PRIMARY KEY ("userId","seq")
);

-- CreateTable
CREATE TABLE "ActivityHead" (
    "userId" TEXT NOT NULL,
    "seq" INTEGER NOT NULL,
    "hash" TEXT NOT NULL,
    "at" TIMESTAMP(3) NOT NULL,
    "seal" TEXT NOT NULL,

    CONSTRAINT "ActivityHead_pkey" PRIMARY KEY ("userId")
);

-- CreateTable
CREATE TABLE "ActivityIntent" (
    "id" TEXT NOT NULL,
    "userId" TEXT NOT NULL,
    "kind" TEXT NOT NULL,
    "memoryId" TEXT,
    "jobId" TEXT,
    "jobKind" TEXT,
    "begunAt" TIMESTAMP(3) NOT NULL,

    CONSTRAINT "ActivityIntent_pkey" PRIMARY KEY ("id")
);

-- CreateIndex
CREATE INDEX "Activity_userId_jobId_seq_idx" ON "Activity"("userId", "jobId", "seq");

-- CreateIndex
CREATE INDEX "ActivityIntent_userId_idx" ON "ActivityIntent"("userId");

-- CreateIndex
CREATE INDEX "ActivityIntent_begunAt_idx" ON "ActivityIntent"("begunAt");

-- AddForeignKey
ALTER TABLE "Activity" ADD CONSTRAINT "Activity_userId_fkey" FOREIGN KEY ("userId") REFERENCES "User"("id") ON DELETE CASCADE ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "ActivityHead" ADD CONSTRAINT "ActivityHead_userId_fkey" FOREIGN KEY ("userId") REFERENCES "User"("id") ON DELETE CASCADE ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "ActivityIntent" ADD CONSTRAINT "ActivityIntent_userId_fkey" FOREIGN KEY ("userId") REFERENCES "User"("id") ON DELETE CASCADE ON UPDATE CASCADE;
