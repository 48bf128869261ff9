import "server-only";
import { createHmac, hkdfSync } from "node:crypto";
import { type CreateMemory, type Memory, memorySchema } from "@/lib/contract/memory";
import {
  beginIdempotency,
  findIdempotency,
  finishIdempotency,
  freeIdempotency,
} from "@/lib/db/idempotency";
import { LeaseBusyError, withLease } from "@/lib/db/leases";
import { env } from "@/lib/env";
import { AppError, isAppError } from "@/lib/errors";
import { canonicalJson } from "@/lib/services/canonical-json";
import { storeMemory } from "@/lib/services/memories/write";
import { vault } from "@/lib/services/runtime";

const sealedFor = (userId: string) => ({ table: "IdempotencyRecord", column: "outcome", userId });

/** Keyed, so that a dump does not let anyone confirm a guess at a memory's content. */
function digestOf(body: CreateMemory): string {
  const key = hkdfSync("sha256", env().NEXTAUTH_SECRET, "", "keepsake idempotency digest", 32);
  return createHmac("sha256", Buffer.from(key)).update(canonicalJson(body)).digest("base64url");
}

/** After these, Memoram may have stored the memory: the key stays bound to its body. */
const inDoubt = (error: unknown) =>
  isAppError(error, "memoram-timeout", "memoram-unavailable", "memoram-bad-response");

async function createOnce(userId: string, body: CreateMemory, key: string): Promise<Memory> {
  const record = await findIdempotency(userId, key);
  if (record?.outcome) {
    return memorySchema.parse(JSON.parse(await vault().open(record.outcome, sealedFor(userId))));
  }
  try {
    const memory = await storeMemory(userId, body);
    const outcome = await vault().seal(JSON.stringify(memory), sealedFor(userId));
    await finishIdempotency(userId, key, outcome);
    return memory;
  } catch (error) {
    if (!inDoubt(error)) await freeIdempotency(userId, key);
    throw error;
  }
}

/**
 * Stores a new memory. With an `idempotencyKey`, the same key and body give the same answer for
 * 24 hours, also to calls at the same time; a body that was refused does not use up its key.
 * @throws AppError idempotency-mismatch for another body; what `storeMemory` throws.
 */
export async function createMemory(
  userId: string,
  body: CreateMemory,
  idempotencyKey: string | null,
): Promise<Memory> {
  if (idempotencyKey === null) return storeMemory(userId, body);
  const key = idempotencyKey;
  const bodyDigest = digestOf(body);
  const lease = `create:${userId}:${key}`;
  try {
    return await withLease(lease, { ttlMs: 60_000, waitMs: 30_000 }, async () => {
      if (!(await beginIdempotency(userId, key, bodyDigest))) {
        const bound = await findIdempotency(userId, key);
        if (bound && bound.bodyDigest !== bodyDigest) throw new AppError("idempotency-mismatch");
      }
      return createOnce(userId, body, key);
    });
  } catch (error) {
    if (error instanceof LeaseBusyError) throw new AppError("memoram-timeout", { cause: error });
    throw error;
  }
}
