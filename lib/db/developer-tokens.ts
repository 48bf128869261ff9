import "server-only";
import { db } from "@/lib/db/client";

/** The row all instances share; made at first sight, so that later writes can be single updates. */
export async function readDeveloperToken(id: string) {
  const found = await db().developerToken.findUnique({ where: { id } });
  if (found) return found;
  await db().developerToken.createMany({ data: [{ id }], skipDuplicates: true });
  return db().developerToken.findUniqueOrThrow({ where: { id } });
}

/**
 * Stores a newer token, if `holder` still holds `leaseKey` and the row still has the version that
 * the exchange was based on: a stale holder overwrites nothing.
 */
export async function writeDeveloperToken(options: {
  id: string;
  leaseKey: string;
  holder: string;
  basedOn: number;
  sealed: string;
  expiresAt: Date;
  refreshAfter: Date;
}): Promise<boolean> {
  const { id, leaseKey, holder, basedOn, sealed, expiresAt, refreshAfter } = options;
  const written = await db().$executeRaw`
    UPDATE "DeveloperToken"
    SET "token" = ${sealed}, "version" = "version" + 1, "expiresAt" = ${expiresAt},
        "refreshAfter" = ${refreshAfter}, "failureCode" = NULL,
        "updatedAt" = clock_timestamp() AT TIME ZONE 'utc'
    WHERE "id" = ${id} AND "version" = ${basedOn}
      AND EXISTS (SELECT 1 FROM "Lease" WHERE "key" = ${leaseKey} AND "holder" = ${holder})`;
  return written === 1;
}

export async function noteExchangeFailure(id: string, failureCode: string): Promise<void> {
  await db().developerToken.updateMany({
    where: { id },
    data: { failures: { increment: 1 }, failureCode },
  });
}
