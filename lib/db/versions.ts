import "server-only";
import { randomUUID } from "node:crypto";
import { db } from "@/lib/db/client";
import type { MemoryVersionModel } from "@/lib/db/generated/models";
import { type Keeper, ofKeeper } from "@/lib/db/keeper";

export type VersionRow = MemoryVersionModel;

const versionsOf = (keeper: Keeper, memoryId: string) => ({ ...ofKeeper(keeper), memoryId });

/** The latest `take` versions of a memory, newest first. */
export function listVersions(
  keeper: Keeper,
  memoryId: string,
  take: number,
): Promise<VersionRow[]> {
  return db().memoryVersion.findMany({
    where: versionsOf(keeper, memoryId),
    orderBy: { replacedAt: "desc" },
    take,
  });
}

export function findVersion(
  keeper: Keeper,
  memoryId: string,
  id: string,
): Promise<VersionRow | null> {
  return db().memoryVersion.findFirst({ where: { ...versionsOf(keeper, memoryId), id } });
}

/**
 * Keeps a sealed version. One statement that holds on to the connection: a disconnect, which
 * erases all versions, comes wholly before or after.
 * @returns its id, or null, having kept nothing, when the person is no longer connected as that user.
 */
export async function addVersion(
  { userId, memoramUserId }: Keeper,
  { memoryId, copy, replacedAt }: { memoryId: string; copy: string; replacedAt: Date },
): Promise<string | null> {
  const id = randomUUID();
  const added = await db().$executeRaw`
    INSERT INTO "MemoryVersion" ("id", "userId", "memoramUserId", "memoryId", "copy", "replacedAt")
    SELECT ${id}, "userId", "memoramUserId", ${memoryId}, ${copy}, ${replacedAt}::timestamp
    FROM "Connection"
    WHERE "userId" = ${userId} AND "memoramUserId" = ${memoramUserId} AND "status" = 'approved'
    FOR SHARE`;
  return added === 1 ? id : null;
}

export async function dropVersion(keeper: Keeper, id: string): Promise<void> {
  await db().memoryVersion.deleteMany({ where: { ...ofKeeper(keeper), id } });
}

/** Lets go of all but the latest `keep` versions of a memory. */
export async function pruneVersions(
  { userId, memoramUserId }: Keeper,
  memoryId: string,
  keep: number,
): Promise<void> {
  await db().$executeRaw`
    DELETE FROM "MemoryVersion" WHERE "id" IN (
      SELECT "id" FROM "MemoryVersion" WHERE "userId" = ${userId}
        AND "memoramUserId" = ${memoramUserId} AND "memoryId" = ${memoryId}
      ORDER BY "replacedAt" DESC OFFSET ${keep}::int)`;
}

/** Erases the history of a memory that was deleted for good. */
export async function eraseVersions(keeper: Keeper, memoryId: string): Promise<void> {
  await db().memoryVersion.deleteMany({ where: versionsOf(keeper, memoryId) });
}

/**
 * Notes which memories with a history are no longer there, since when, without being in the trash:
 * another tool deleted them. Those that are there again are missed no longer.
 */
export async function noteMissing(keeper: Keeper, isThere: (id: string) => boolean): Promise<void> {
  const { userId, memoramUserId } = keeper;
  const rows = await db().$queryRaw<{ id: string; missed: boolean; trashed: boolean }[]>`
    SELECT "memoryId" AS id, bool_or("missedAt" IS NOT NULL) AS missed,
      EXISTS (SELECT 1 FROM "TrashedMemory" t WHERE t."userId" = v."userId"
        AND t."memoramUserId" = v."memoramUserId" AND t."memoryId" = v."memoryId") AS trashed
    FROM "MemoryVersion" v
    WHERE "userId" = ${userId} AND "memoramUserId" = ${memoramUserId}
    GROUP BY "userId", "memoramUserId", "memoryId"`;
  const note = async (ids: string[], missedAt: Date | null) => {
    if (ids.length === 0) return;
    const where = { ...ofKeeper(keeper), memoryId: { in: ids } };
    await db().memoryVersion.updateMany({ where, data: { missedAt } });
  };
  const isMissing = (row: { id: string; trashed: boolean }) => !row.trashed && !isThere(row.id);
  const idsOf = (missed: boolean) =>
    rows.filter((row) => row.missed !== missed && isMissing(row) === missed).map(({ id }) => id);
  await note(idsOf(true), new Date());
  await note(idsOf(false), null);
}
