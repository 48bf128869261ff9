import "server-only";
import { db } from "@/lib/db/client";
import type { TrashedMemoryModel } from "@/lib/db/generated/models";
import { type Keeper, ofKeeper } from "@/lib/db/keeper";

export type TrashRow = TrashedMemoryModel;

const rowOf = (keeper: Keeper, memoryId: string) => ({ ...ofKeeper(keeper), memoryId });

/**
 * Keeps the sealed copy of a memory that is about to be deleted, unconfirmed. One statement that
 * holds on to the connection: a disconnect, which erases all copies, comes wholly before or after.
 * @returns false, having kept nothing, when the person is no longer connected as that user.
 */
export async function keepCopy(
  { userId, memoramUserId }: Keeper,
  memoryId: string,
  copy: string,
): Promise<boolean> {
  const deletedAt = new Date();
  const kept = await db().$executeRaw`
    INSERT INTO "TrashedMemory" ("userId", "memoramUserId", "memoryId", "copy", "deletedAt")
    SELECT "userId", "memoramUserId", ${memoryId}, ${copy}, ${deletedAt}::timestamp
    FROM "Connection"
    WHERE "userId" = ${userId} AND "memoramUserId" = ${memoramUserId} AND "status" = 'approved'
    FOR SHARE
    ON CONFLICT ("userId", "memoramUserId", "memoryId") DO UPDATE SET "copy" = EXCLUDED."copy",
      "deletedAt" = EXCLUDED."deletedAt", "confirmed" = false, "restoringAt" = NULL,
      "restoreMark" = NULL`;
  return kept === 1;
}

/** The memory is known to be gone. @returns false when no copy waited for that. */
export async function confirmCopy(keeper: Keeper, memoryId: string): Promise<boolean> {
  const { count } = await db().trashedMemory.updateMany({
    where: { ...rowOf(keeper, memoryId), confirmed: false },
    data: { confirmed: true },
  });
  return count === 1;
}

/** The memory was not deleted after all. */
export async function dropDoubtful(keeper: Keeper, memoryId: string): Promise<void> {
  await db().trashedMemory.deleteMany({ where: { ...rowOf(keeper, memoryId), confirmed: false } });
}

/** The copies of which it is not known whether their memory was deleted, the oldest first. */
export function listDoubtful(keeper: Keeper, take: number): Promise<TrashRow[]> {
  return db().trashedMemory.findMany({
    where: { ...ofKeeper(keeper), confirmed: false },
    orderBy: { deletedAt: "asc" },
    take,
  });
}

/** A copy, confirmed or not, unless it was deleted before `since`. */
export function findCopy(keeper: Keeper, memoryId: string, since: Date): Promise<TrashRow | null> {
  return db().trashedMemory.findFirst({
    where: { ...rowOf(keeper, memoryId), deletedAt: { gt: since } },
  });
}

export type TrashPlace = { deletedAt: Date; memoryId: string };

/** Confirmed copies deleted after `since`, the latest first, from behind `after` on. */
export function listCopies(
  keeper: Keeper,
  { since, after, take }: { since: Date; after: TrashPlace | null; take: number },
): Promise<TrashRow[]> {
  const behind = after && {
    OR: [
      { deletedAt: { lt: after.deletedAt } },
      { deletedAt: after.deletedAt, memoryId: { lt: after.memoryId } },
    ],
  };
  return db().trashedMemory.findMany({
    where: { ...ofKeeper(keeper), confirmed: true, deletedAt: { gt: since }, ...behind },
    orderBy: [{ deletedAt: "desc" }, { memoryId: "desc" }],
    take,
  });
}

/** The ids of what `listCopies` lists, in its order. Nothing sealed is read for it. */
export async function listCopyIds(keeper: Keeper, since: Date): Promise<string[]> {
  const rows = await db().trashedMemory.findMany({
    where: { ...ofKeeper(keeper), confirmed: true, deletedAt: { gt: since } },
    orderBy: [{ deletedAt: "desc" }, { memoryId: "desc" }],
    select: { memoryId: true },
  });
  return rows.map(({ memoryId }) => memoryId);
}

export function countCopies(keeper: Keeper, since: Date): Promise<number> {
  return db().trashedMemory.count({
    where: { ...ofKeeper(keeper), confirmed: true, deletedAt: { gt: since } },
  });
}

/** Notes, before Memoram is asked, what the memory that is being brought back can be known by. */
export async function beginRestore(keeper: Keeper, memoryId: string, mark: string): Promise<void> {
  const data = { restoringAt: new Date(), restoreMark: mark };
  await db().trashedMemory.updateMany({ where: rowOf(keeper, memoryId), data });
}

/** Nothing came of bringing it back. */
export async function abandonRestore(keeper: Keeper, memoryId: string): Promise<void> {
  const data = { restoringAt: null, restoreMark: null };
  await db().trashedMemory.updateMany({ where: rowOf(keeper, memoryId), data });
}

/**
 * The memory is back under `newId`: its history follows it, the copy goes, and the sealed outcome
 * is kept for whoever asks again. All of it or nothing.
 */
export async function finishRestore(
  keeper: Keeper,
  memoryId: string,
  { newId, key, outcome }: { newId: string; key: string; outcome: string },
): Promise<void> {
  const { userId } = keeper;
  const record = { userId, key, bodyDigest: "restore", outcome };
  await db().$transaction([
    db().memoryVersion.updateMany({ where: rowOf(keeper, memoryId), data: { memoryId: newId } }),
    db().trashedMemory.deleteMany({ where: rowOf(keeper, memoryId) }),
    db().idempotencyRecord.upsert({
      where: { userId_key: { userId, key } },
      create: record,
      update: { ...record, createdAt: new Date() },
    }),
  ]);
}

/**
 * Erases copies for ever, with the history of their memories: one, or all of a keeper's. One whose
 * deletion was begun after `settledBefore` and is not confirmed may be under way: it stays, and so
 * does the history of every memory that is not known to be gone.
 * @returns how many copies went.
 */
export async function eraseCopies(
  { userId, memoramUserId }: Keeper,
  { memoryId, settledBefore }: { memoryId?: string; settledBefore: Date },
): Promise<number> {
  const [answer] = await db().$queryRaw<{ copies: number }[]>`
    WITH gone AS (
      DELETE FROM "TrashedMemory"
      WHERE "userId" = ${userId} AND "memoramUserId" = ${memoramUserId}
        AND (${memoryId ?? null}::text IS NULL OR "memoryId" = ${memoryId ?? null}::text)
        AND ("confirmed" OR "deletedAt" < ${settledBefore}::timestamp)
      RETURNING "memoryId", "confirmed"
    ), past AS (
      DELETE FROM "MemoryVersion" v USING gone
      WHERE v."userId" = ${userId} AND v."memoramUserId" = ${memoramUserId}
        AND v."memoryId" = gone."memoryId" AND gone."confirmed"
    )
    SELECT count(*)::int AS copies FROM gone`;
  return answer?.copies ?? 0;
}
