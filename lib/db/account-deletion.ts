import "server-only";
import { db } from "@/lib/db/client";
import { forgottenHash } from "@/lib/db/forgotten-requests";

/**
 * Erases a person and everything that is kept of them, in one transaction. What refers to a person
 * goes with their row; here goes what only names them, counts of their calls under
 * `rateLimitHash` included. Of their access requests a keyed hash stays.
 */
export async function eraseAccount(userId: string, rateLimitHash: string): Promise<void> {
  await db().$transaction(async (within) => {
    // In the order in which everybody else takes them: whoever is recording something ends first.
    await within.$queryRaw`SELECT 1 FROM "Connection" WHERE "userId" = ${userId} FOR UPDATE`;
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
    // A crash leaves leases behind, and their keys name the person: `memory:PERSON:…`, `ask:PERSON`.
    await within.$executeRaw`
      DELETE FROM "Lease" WHERE ${userId} = ANY (string_to_array("key", ':'))`;
    await within.rateLimit.deleteMany({ where: { key: { endsWith: `:${rateLimitHash}` } } });
    await within.user.deleteMany({ where: { id: userId } });
  });
}
