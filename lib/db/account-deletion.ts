import "server-only";
import type { Within } from "@/lib/db/activity/append";
import { db } from "@/lib/db/client";
import { forgottenHash } from "@/lib/db/forgotten-requests";
import { inTransaction, LONG_MS } from "@/lib/db/transaction";

/**
 * Erases a person and everything that is kept of them, in one transaction, which has minutes: ten
 * thousand memories may have twenty versions each. What refers to a person goes with their row; here
 * goes what only names them, counts of their calls under `rateLimitHash` included. Of their access
 * requests a keyed hash stays.
 */
export function eraseAccount(userId: string, rateLimitHash: string): Promise<void> {
  return inTransaction((within) => eraseWithin(within, userId, rateLimitHash), {
    timeoutMs: LONG_MS,
  });
}

/** Erases counts of calls that were under way while their person was erased. */
export async function eraseCounts(rateLimitHash: string): Promise<void> {
  await db().rateLimit.deleteMany({ where: { key: { endsWith: `:${rateLimitHash}` } } });
}

async function eraseWithin(within: Within, userId: string, rateLimitHash: string): Promise<void> {
  // In the order in which everybody else takes them, the end of the chain last: whoever is recording
  // something ends first. What comes in between goes with the person's row; where the two still
  // wait for each other, one of them begins again.
  await within.$queryRaw`SELECT 1 FROM "Connection" WHERE "userId" = ${userId} FOR UPDATE`;
  const where = { userId };
  await within.session.deleteMany({ where });
  await within.idempotencyRecord.deleteMany({ where });
  await within.activityIntent.deleteMany({ where });
  await within.trashedMemory.deleteMany({ where });
  await within.memoryVersion.deleteMany({ where });
  await within.tagOperation.deleteMany({ where });
  await within.$queryRaw`SELECT 1 FROM "ActivityHead" WHERE "userId" = ${userId} FOR UPDATE`;
  const known = await within.knownAccessRequest.findMany({
    where: { userId },
    select: { id: true },
  });
  const connection = await within.connection.findUnique({
    where: { userId },
    select: { accessRequestId: true },
  });
  const ids = [...known.map(({ id }) => id), connection?.accessRequestId ?? null];
  await within.forgottenRequest.createMany({
    data: ids.flatMap((id) => (id === null ? [] : [{ idHash: forgottenHash(id) }])),
    skipDuplicates: true,
  });
  // A crash leaves leases behind, and their keys may name the person: `ask:PERSON`.
  await within.$executeRaw`
      DELETE FROM "Lease" WHERE ${userId} = ANY (string_to_array("key", ':'))`;
  await within.rateLimit.deleteMany({ where: { key: { endsWith: `:${rateLimitHash}` } } });
  await within.user.deleteMany({ where: { id: userId } });
}
