import "server-only";
import type { ActivityKind } from "@/lib/contract/activity";
import { appendActivity } from "@/lib/db/activity/append";
import { db } from "@/lib/db/client";
import type { Prisma } from "@/lib/db/generated/client";
import type { ConnectionModel } from "@/lib/db/generated/models";
import { inTransaction, retried } from "@/lib/db/transaction";

export type ConnectionRow = ConnectionModel;
export type ConnectionChange = Prisma.ConnectionUncheckedUpdateManyInput;

/** Every secret of a connection, gone. */
export const erased = {
  memoryKey: null,
  keyMark: null,
  userTokens: null,
  encryptionKey: null,
  keyVersion: null,
  credentialsReadAt: null,
} as const satisfies ConnectionChange;

export function findConnection(userId: string): Promise<ConnectionRow | null> {
  return db().connection.findUnique({ where: { userId } });
}

/** Writes the whole row of a person who has just proven a key: nothing outweighs that. */
export function putConnection(data: Prisma.ConnectionUncheckedCreateInput): Promise<ConnectionRow> {
  const { userId, ...rest } = data;
  return inTransaction(async (within) => {
    const row = await within.connection.upsert({ where: { userId }, create: data, update: rest });
    await appendActivity(within, userId, { kind: "connect" });
    return row;
  });
}

/** Makes a person's row. @returns false, having changed nothing, when there is one already. */
export async function addConnection(data: Prisma.ConnectionUncheckedCreateInput): Promise<boolean> {
  const { count } = await db().connection.createMany({ data: [data], skipDuplicates: true });
  return count === 1;
}

/**
 * The row while it still is what `seen` was: holding the same key, about the same request. The mark
 * tells two sign-ins with one key apart, and stays when a rotation of the vault seals the key anew.
 */
const unchanged = ({ userId, keyMark, accessRequestId, status }: ConnectionRow) => ({
  userId,
  keyMark,
  accessRequestId,
  status: status === "disconnected" ? status : { not: "disconnected" as const },
});

/**
 * Changes a connection only while it is what `seen` was: for work that took its time. What `kinds`
 * names is recorded with it.
 * @returns false, having changed nothing, when it is not.
 */
export function changeIfUnchanged(
  seen: ConnectionRow,
  data: ConnectionChange,
  kinds: readonly ActivityKind[] = [],
): Promise<boolean> {
  return inTransaction(async (within) => {
    const { count } = await within.connection.updateMany({ where: unchanged(seen), data });
    if (count !== 1) return false;
    for (const kind of kinds) await appendActivity(within, seen.userId, { kind });
    return true;
  });
}

/** Takes a row away that `addConnection` made, if nothing has happened to it since. */
export async function dropIfUnchanged(seen: ConnectionRow): Promise<void> {
  await db().connection.deleteMany({ where: unchanged(seen) });
}

/**
 * Ends the access of a connection, as long as it is about `accessRequestId`, whatever else has
 * happened: a revocation must not lose against an approval that is being stored.
 */
export async function endAccess(
  userId: string,
  accessRequestId: string,
  data: ConnectionChange & { status: "rejected" | "revoked" },
): Promise<void> {
  const { status } = data;
  await inTransaction(async (within) => {
    const where = { userId, accessRequestId };
    const changed = await within.connection.updateMany({
      where: { ...where, status: { not: status } },
      data,
    });
    if (changed.count === 0) await within.connection.updateMany({ where, data });
    await within.idempotencyRecord.deleteMany({ where: { userId } });
    if (changed.count === 0) return;
    await appendActivity(within, userId, { kind: status === "revoked" ? "revoke" : "reject" });
  });
}

/**
 * Moves a connection on, only from the status that `seen` had and about the same request: a late
 * answer about an earlier request, from before a revocation or after a disconnect changes nothing.
 */
export async function moveOn(
  seen: ConnectionRow,
  data: ConnectionChange & { status: "pending" | "approved" },
): Promise<void> {
  const { userId, accessRequestId, status } = seen;
  await inTransaction(async (within) => {
    const where = { userId, accessRequestId, status };
    const { count } = await within.connection.updateMany({ where, data });
    if (count === 0 || data.status !== "approved") return;
    await appendActivity(within, userId, { kind: "approve" });
  });
}

/**
 * Stores credentials that were read again, only while the connection is approved and has none that
 * were read later.
 */
export async function renewCredentials(
  userId: string,
  accessRequestId: string,
  data: ConnectionChange & { credentialsReadAt: Date },
): Promise<void> {
  const credentialsReadAt = { lte: data.credentialsReadAt };
  await db().connection.updateMany({
    where: { userId, accessRequestId, status: "approved", credentialsReadAt },
    data,
  });
}

/**
 * Notes a renewed sign-in with the key that `seen` holds; everything else stays.
 * @returns false, having changed nothing, when the connection is not what it was.
 */
export function renewAuthorization(seen: ConnectionRow, userTokens: string): Promise<boolean> {
  return changeIfUnchanged(seen, { provenance: "oauth", userTokens, authorizedAt: new Date() });
}

/**
 * Erases the secrets and forgets the request, first and alone, and then every copy of what they gave
 * access to, however long that takes; the person's row stays, as `disconnected`. Where the second
 * fails, the keys are gone all the same, and disconnecting again goes on with it.
 */
export async function disconnectConnection(userId: string): Promise<void> {
  const data = {
    ...erased,
    status: "disconnected",
    accessRequestId: null,
    requestReference: null,
    memoramUserId: null,
    decidedAt: null,
    requestedAt: null,
  } as const;
  await inTransaction(async (within) => {
    const where = { userId, status: { not: "disconnected" as const } };
    const { count } = await within.connection.updateMany({ where, data });
    if (count === 0) await within.connection.updateMany({ where: { userId }, data });
    if (count > 0) await appendActivity(within, userId, { kind: "disconnect" });
  });
  await eraseCopiesOf(userId, new Date());
}

/**
 * Erases what was kept until `until`. Each table is one statement, which no limit of a transaction
 * cuts off. While the person stays disconnected the clocks of instances do not matter: nothing can
 * have been kept since. What a connection made meanwhile has kept stays.
 */
async function eraseCopiesOf(userId: string, until: Date): Promise<void> {
  const isOpen = { userId, status: { not: "disconnected" as const } };
  const isBack = (await db().connection.count({ where: isOpen })) > 0;
  const where = (column: string) => (isBack ? { userId, [column]: { lte: until } } : { userId });
  await retried(() => db().idempotencyRecord.deleteMany({ where: where("createdAt") }));
  await retried(() => db().trashedMemory.deleteMany({ where: where("deletedAt") }));
  await retried(() => db().memoryVersion.deleteMany({ where: where("replacedAt") }));
  await retried(() => db().tagOperation.deleteMany({ where: where("createdAt") }));
}

/** True at most once in `everyMs` per connection, by the database's clock, for all instances. */
export async function claimStatusCheck(userId: string, everyMs: number): Promise<boolean> {
  const claimed = await db().$executeRaw`
    UPDATE "Connection" SET "checkedAt" = clock_timestamp() AT TIME ZONE 'utc'
    WHERE "userId" = ${userId} AND ("checkedAt" IS NULL OR "checkedAt" <
      (clock_timestamp() AT TIME ZONE 'utc') - ${everyMs}::int * interval '1 millisecond')`;
  return claimed === 1;
}

/** The ids of the five latest access requests made or adopted for this person, newest first. */
export async function knownRequestIds(userId: string): Promise<string[]> {
  const rows = await db().knownAccessRequest.findMany({
    where: { userId },
    orderBy: { createdAt: "desc" },
    select: { id: true },
    take: 5,
  });
  return rows.map(({ id }) => id);
}

/** Whom an access request was made for, or null when it is unknown to us. */
export async function ownerOfRequest(id: string): Promise<string | null> {
  const row = await db().knownAccessRequest.findUnique({ where: { id } });
  return row?.userId ?? null;
}

/**
 * Takes an access request for a person, for good. Of several who try, one has it.
 * @returns false when it is somebody else's.
 */
export async function claimRequest(userId: string, id: string): Promise<boolean> {
  await db().knownAccessRequest.createMany({ data: [{ id, userId }], skipDuplicates: true });
  return (await ownerOfRequest(id)) === userId;
}
