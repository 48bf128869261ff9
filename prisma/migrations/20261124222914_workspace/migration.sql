-- CreateTable
CREATE TABLE "Preference" (
    "userId" TEXT NOT NULL,
    "trash" BOOLEAN NOT NULL DEFAULT true,

    CONSTRAINT "Preference_pkey" PRIMARY KEY ("userId")
);

-- CreateTable
CREATE TABLE "TrashedMemory" (
    "userId" TEXT NOT NULL,
    "memoramUserId" TEXT NOT NULL,
    "memoryId" TEXT NOT NULL,
    "copy" TEXT NOT NULL,
    "confirmed" BOOLEAN NOT NULL DEFAULT false,
    "deletedAt" TIMESTAMP(3) NOT NULL,
    "restoringAt" TIMESTAMP(3),
    "restoreMark" TEXT,

    CONSTRAINT "TrashedMemory_pkey" PRIMARY KEY ("userId","memoramUserId","memoryId")
);

-- CreateTable
CREATE TABLE "MemoryVersion" (
    "id" TEXT NOT NULL,
    "userId" TEXT NOT NULL,
    "memoramUserId" TEXT NOT NULL,
    "memoryId" TEXT NOT NULL,
    "copy" TEXT NOT NULL,
    "replacedAt" TIMESTAMP(3) NOT NULL,
    "missedAt" TIMESTAMP(3),

    CONSTRAINT "MemoryVersion_pkey" PRIMARY KEY ("id")
);

-- CreateTable
CREATE TABLE "TagOperation" (
    "id" TEXT NOT NULL,
    "userId" TEXT NOT NULL,
    "memoramUserId" TEXT NOT NULL,
    "names" TEXT NOT NULL,
    "createdAt" TIMESTAMP(3) NOT NULL DEFAULT CURRENT_TIMESTAMP,

    CONSTRAINT "TagOperation_pkey" PRIMARY KEY ("id")
);

-- CreateIndex
CREATE INDEX "TrashedMemory_userId_memoramUserId_deletedAt_idx" ON "TrashedMemory"("userId", "memoramUserId", "deletedAt");

-- CreateIndex
CREATE INDEX "TrashedMemory_deletedAt_idx" ON "TrashedMemory"("deletedAt");

-- CreateIndex
CREATE INDEX "MemoryVersion_userId_memoramUserId_memoryId_replacedAt_idx" ON "MemoryVersion"("userId", "memoramUserId", "memoryId", "replacedAt");

-- CreateIndex
CREATE INDEX "MemoryVersion_missedAt_idx" ON "MemoryVersion"("missedAt");

-- CreateIndex
CREATE INDEX "TagOperation_userId_memoramUserId_idx" ON "TagOperation"("userId", "memoramUserId");

-- CreateIndex
CREATE INDEX "Session_expires_idx" ON "Session"("expires");

-- AddForeignKey
ALTER TABLE "Preference" ADD CONSTRAINT "Preference_userId_fkey" FOREIGN KEY ("userId") REFERENCES "User"("id") ON DELETE CASCADE ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "TrashedMemory" ADD CONSTRAINT "TrashedMemory_userId_fkey" FOREIGN KEY ("userId") REFERENCES "User"("id") ON DELETE CASCADE ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "MemoryVersion" ADD CONSTRAINT "MemoryVersion_userId_fkey" FOREIGN KEY ("userId") REFERENCES "User"("id") ON DELETE CASCADE ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "TagOperation" ADD CONSTRAINT "TagOperation_userId_fkey" FOREIGN KEY ("userId") REFERENCES "User"("id") ON DELETE CASCADE ON UPDATE CASCADE;
