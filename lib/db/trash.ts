import "server-only";
import { appendActivity, type Job, type Within } from "@/lib/db/activity/append";
import { endIntent, type Intent } from "@/lib/db/activity/intents";
import { db } from "@/lib/db/client";
import type { TrashedMemoryModel } from "@/lib/db/generated/models";
import { type Keeper, ofKeeper } from "@/lib/db/keeper";
import { inTransaction } from "@/lib/db/transaction";

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
      "restoreMarks" = ARRAY[]::text[], "restoreSentAt" = NULL`;
  return kept === 1;
}

const unconfirmed = (keeper: Keeper, memoryId: string) => ({
  where: { ...rowOf(keeper, memoryId), confirmed: false },
  data: { confirmed: true },
});

/** The memory was deleted just now, as was intended. */
export async function confirmDeletion(
  keeper: Keeper,
  memoryId: string,
  intent: Intent,
): Promise<void> {
  await inTransaction(async (within) => {
    await within.trashedMemory.updateMany(unconfirmed(keeper, memoryId));
    await endIntent(within, intent);
  });
}

/** An earlier deletion turned out to be done. @returns false when no copy waited for that. */
export function confirmCopy(
  keeper: Keeper,
  memoryId: string,
  job: Job | null = null,
): Promise<boolean> {
  return inTransaction(async (within) => {
    const { count } = await within.trashedMemory.updateMany(unconfirmed(keeper, memoryId));
    if (count === 1) await appendActivity(within, keeper.userId, { kind: "delete", memoryId, job });
    return count === 1;
  });
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

/** The memories whose copies were deleted at `since` or before and are not erased yet. */
export async function expiredMemoryIds(keeper: Keeper, since: Date): Promise<string[]> {
  const rows = await db().trashedMemory.findMany({
    where: { ...ofKeeper(keeper), confirmed: true, deletedAt: { lte: since } },
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
export async function beginRestore(keeper: Keeper, row: TrashRow, mark: string): Promise<void> {
  const restoreSentAt = new Date();
  await db().trashedMemory.updateMany({
    where: rowOf(keeper, row.memoryId),
    data: {
      restoringAt: row.restoringAt ?? restoreSentAt,
      restoreSentAt,
      restoreMarks: [...row.restoreMarks, mark],
    },
  });
}

/** Nothing came of bringing it back this time: what earlier attempts sent is still looked for. */
export async function abandonRestore(keeper: Keeper, row: TrashRow): Promise<void> {
  const { memoryId, restoringAt, restoreMarks } = row;
  await db().trashedMemory.updateMany({
    where: rowOf(keeper, memoryId),
    data: {
      restoringAt: restoreMarks.length > 0 ? restoringAt : null,
      restoreSentAt: null,
      restoreMarks,
    },
  });
}

/** Since when Memoram may be at work on what was sent; null: no longer, whatever came of it. */
export async function noteRestoreUnderWay(
  keeper: Keeper,
  memoryId: string,
  since: number | null,
): Promise<void> {
  const restoreSentAt = since === null ? null : new Date(since);
  await db().trashedMemory.updateMany({
    where: rowOf(keeper, memoryId),
    data: { restoreSentAt },
  });
}

type Restored = {
  newId: string;
  key: string;
  outcome: string;
  job: Job | null;
  /** What was noted before Memoram was asked; null where an earlier attempt had made the memory. */
  intent: Intent | null;
};

/**
 * The memory is back under `newId`: its history follows it, the copy goes, the sealed outcome is
 * kept for whoever asks again, and it is recorded. All of it or nothing.
 */
export async function finishRestore(
  keeper: Keeper,
  memoryId: string,
  { newId, key, outcome, job, intent }: Restored,
): Promise<void> {
  const { userId } = keeper;
  const record = { userId, key, bodyDigest: "restore", outcome };
  await inTransaction(async (within) => {
    const data = { memoryId: newId };
    await within.memoryVersion.updateMany({ where: rowOf(keeper, memoryId), data });
    await within.trashedMemory.deleteMany({ where: rowOf(keeper, memoryId) });
    await within.idempotencyRecord.upsert({
      where: { userId_key: { userId, key } },
      create: record,
      update: { ...record, createdAt: new Date() },
    });
    if (intent) await endIntent(within, intent, data);
    else await appendActivity(within, userId, { kind: "restore", memoryId: newId, job });
  });
}

type Erasure = { memoryId?: string | undefined; settledBefore: Date; job?: Job | null };

/**
 * Erases copies for ever, with the history of their memories: one, or all of a keeper's. One whose
 * deletion was begun after `settledBefore` and is not confirmed may be under way: it stays, and so
 * does the history of every memory that is not known to be gone.
 * @returns how many copies went.
 */
export function eraseCopies(
  keeper: Keeper,
  { memoryId, settledBefore, job = null }: Erasure,
): Promise<number> {
  const { userId } = keeper;
  return inTransaction(async (within) => {
    const copies = await eraseWithin(within, keeper, { memoryId, settledBefore });
    const what = memoryId === undefined ? { count: copies } : { memoryId };
    if (copies > 0) await appendActivity(within, userId, { kind: "erase", ...what, job });
    return copies;
  });
}

async function eraseWithin(
  within: Within,
  { userId, memoramUserId }: Keeper,
  { memoryId, settledBefore }: Erasure,
): Promise<number> {
  const [answer] = await within.$queryRaw<{ copies: number }[]>`
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
