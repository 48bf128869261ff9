import "server-only";
import { db } from "@/lib/db/client";
import type { Prisma } from "@/lib/db/generated/client";
import type { ConnectionModel } from "@/lib/db/generated/models";

export type ConnectionRow = ConnectionModel;
export type ConnectionChange = Prisma.ConnectionUncheckedUpdateManyInput;

/** Every secret of a connection, gone. */
export const erased = {
  memoryKey: null,
  userTokens: null,
  encryptionKey: null,
  keyVersion: null,
  credentialsReadAt: null,
} as const satisfies ConnectionChange;

export function findConnection(userId: string): Promise<ConnectionRow | null> {
  return db().connection.findUnique({ where: { userId } });
}

/** Writes the whole row of a person who has just proven or pasted a key. */
export function putConnection(data: Prisma.ConnectionUncheckedCreateInput): Promise<ConnectionRow> {
  const { userId, ...rest } = data;
  return db().connection.upsert({ where: { userId }, create: data, update: rest });
}

/**
 * Changes a connection only while it still is about `accessRequestId`, so that a late answer about
 * an earlier request, or one that comes after a disconnect, changes nothing.
 * @returns the row as it is now.
 */
export async function changeConnection(
  userId: string,
  accessRequestId: string | null,
  data: ConnectionChange,
): Promise<ConnectionRow | null> {
  await db().connection.updateMany({
    where: { userId, accessRequestId, status: { not: "disconnected" } },
    data,
  });
  return findConnection(userId);
}

/** Puts back what was there before a step that was refused; with null, that nothing was there. */
export async function restoreConnection(userId: string, previous: ConnectionRow | null) {
  if (previous) await putConnection(previous);
  else await db().connection.deleteMany({ where: { userId } });
}

/** Notes a renewed sign-in with the same account; everything else stays. */
export async function renewAuthorization(userId: string, userTokens: string): Promise<void> {
  await db().connection.updateMany({
    where: { userId },
    data: { provenance: "oauth", userTokens, authorizedAt: new Date() },
  });
}

/** Erases the secrets and forgets the request; the person's row stays, as `disconnected`. */
export async function disconnectConnection(userId: string): Promise<void> {
  await db().connection.updateMany({
    where: { userId },
    data: {
      ...erased,
      status: "disconnected",
      accessRequestId: null,
      requestReference: null,
      memoramUserId: null,
      decidedAt: null,
      requestedAt: null,
    },
  });
}

/** True at most once in `everyMs` per connection, by the database's clock, for all instances. */
export async function claimStatusCheck(userId: string, everyMs: number): Promise<boolean> {
  const claimed = await db().$executeRaw`
    UPDATE "Connection" SET "checkedAt" = clock_timestamp() AT TIME ZONE 'utc'
    WHERE "userId" = ${userId} AND ("checkedAt" IS NULL OR "checkedAt" <
      (clock_timestamp() AT TIME ZONE 'utc') - ${everyMs}::int * interval '1 millisecond')`;
  return claimed === 1;
}

/** The ids of access requests made or adopted for this person, newest first. */
export async function knownRequestIds(userId: string): Promise<string[]> {
  const rows = await db().knownAccessRequest.findMany({
    where: { userId },
    orderBy: { createdAt: "desc" },
    select: { id: true },
    take: 20,
  });
  return rows.map(({ id }) => id);
}

/** Whom an access request was made for, or null when it is unknown to us. */
export async function ownerOfRequest(id: string): Promise<string | null> {
  const row = await db().knownAccessRequest.findUnique({ where: { id } });
  return row?.userId ?? null;
}

/**
 * Binds an access request to a person and to their connection, in one transaction. A connection
 * that was disconnected meanwhile (its memory key is gone) stays so.
 */
export async function bindRequest(
  userId: string,
  request: { id: string; reason: string | null; requestedAt: Date },
): Promise<ConnectionRow | null> {
  await db().$transaction([
    db().knownAccessRequest.upsert({
      where: { id: request.id },
      create: { id: request.id, userId },
      update: {},
    }),
    db().connection.updateMany({
      where: { userId, memoryKey: { not: null } },
      data: {
        status: "pending",
        accessRequestId: request.id,
        reason: request.reason,
        requestedAt: request.requestedAt,
        decidedAt: null,
        checkedAt: null,
      },
    }),
  ]);
  return findConnection(userId);
}
