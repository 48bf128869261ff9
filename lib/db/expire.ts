import "server-only";
import { db } from "@/lib/db/client";

/** Erases the trash from before `before`, of one person or of all, with what belongs to it. */
export async function expireCopies(
  before: Date,
  userId: string | null = null,
): Promise<{ copies: number; versions: number }> {
  const [removed] = await db().$queryRaw<{ copies: number; versions: number }[]>`
    WITH gone AS (
      DELETE FROM "TrashedMemory"
      WHERE "deletedAt" <= ${before}::timestamp
        AND (${userId}::text IS NULL OR "userId" = ${userId}::text)
      RETURNING "userId", "memoramUserId", "memoryId", "confirmed"
    ), past AS (
      DELETE FROM "MemoryVersion" v USING gone
      WHERE v."userId" = gone."userId" AND v."memoramUserId" = gone."memoramUserId"
        AND v."memoryId" = gone."memoryId" AND gone."confirmed"
      RETURNING v."id"
    )
    SELECT (SELECT count(*) FROM gone)::int AS copies, (SELECT count(*) FROM past)::int AS versions`;
  return removed ?? { copies: 0, versions: 0 };
}

/**
 * Erases the versions of memories that have been missed since before `before`, and those that
 * nobody could look at since then: their person is no longer connected as that user of Memoram.
 */
export async function expireVersions(before: Date): Promise<number> {
  return db().$executeRaw`
    DELETE FROM "MemoryVersion" v
    WHERE v."missedAt" <= ${before}::timestamp
      OR (v."replacedAt" <= ${before}::timestamp AND NOT EXISTS (
        SELECT 1 FROM "Connection" c
        WHERE c."userId" = v."userId" AND c."memoramUserId" = v."memoramUserId"
          AND (c."status" = 'approved' OR c."updatedAt" > ${before}::timestamp)))`;
}

/** Erases leases that ran out an hour ago: whoever held them is gone, and the clocks differ by less. */
export async function expireLeases(now: Date): Promise<void> {
  const until = { lte: new Date(now.getTime() - 3_600_000) };
  await db().lease.deleteMany({ where: { until } });
}

export async function expireSessions(now: Date): Promise<number> {
  const { count } = await db().session.deleteMany({ where: { expires: { lte: now } } });
  return count;
}

/** Counts whose window is over. */
export async function expireRateLimits(now: Date): Promise<number> {
  const { count } = await db().rateLimit.deleteMany({
    where: { expire: { lt: BigInt(now.getTime()) } },
  });
  return count;
}
