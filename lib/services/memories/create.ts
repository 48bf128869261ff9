import "server-only";
import { createHmac, hkdfSync } from "node:crypto";
import { type CreateMemory, memorySchema } from "@/lib/contract/memory";
import { sealedIn } from "@/lib/crypto/sealed-columns";
import {
  beginIdempotency,
  findIdempotency,
  finishIdempotency,
  freeIdempotency,
  noteLookedTo,
  noteSending,
  noteUnderWay,
  withdrawSending,
} from "@/lib/db/idempotency";
import { LeaseBusyError, withLease } from "@/lib/db/leases";
import { env, secrets } from "@/lib/env";
import { AppError } from "@/lib/errors";
import { causeOf, log } from "@/lib/log";
import { underWaySince } from "@/lib/memoram/sent";
import { canonicalJson } from "@/lib/services/canonical-json";
import { assertConnected } from "@/lib/services/connection/access";
import { contentMark, findWritten } from "@/lib/services/memories/lost-answer";
import { nothingHappened } from "@/lib/services/memories/outcome";
import { type Versioned, versioned } from "@/lib/services/memories/present";
import { type LostAnswers, storeMemory } from "@/lib/services/memories/write";
import { vault } from "@/lib/services/runtime";

const sealedFor = (userId: string) => sealedIn("IdempotencyRecord", "outcome", userId);

/** Keyed, so that a dump does not let anyone confirm a guess at a memory's content. */
function digestOf(body: CreateMemory, secret: string): string {
  const key = hkdfSync("sha256", secret, "", "keepsake idempotency digest", 32);
  return createHmac("sha256", Buffer.from(key)).update(canonicalJson(body)).digest("base64url");
}

/**
 * The answer that was given for a key, or undefined while there is none.
 * @throws AppError idempotency-mismatch when the key is bound to another body.
 */
async function replay(
  userId: string,
  key: string,
  body: CreateMemory,
): Promise<Versioned | undefined> {
  const record = await findIdempotency(userId, key);
  if (record && !secrets().some((secret) => record.bodyDigest === digestOf(body, secret))) {
    throw new AppError("idempotency-mismatch");
  }
  if (!record?.outcome) return undefined;
  const outcome = await vault().open(record.outcome, sealedFor(userId));
  return versioned(memorySchema.parse(JSON.parse(outcome)));
}

/** What calls under this key sent without learning of an answer, and what this one sends. */
const lostAnswers = (userId: string, key: string): LostAnswers => ({
  async find({ memoramUserId }) {
    const record = await findIdempotency(userId, key);
    if (!record) return null;
    const { contentMarks: marks, sentSince: since, sentAt, lookedTo } = record;
    const ranOutAt = (cursor: string) => noteLookedTo(userId, key, cursor);
    return findWritten(
      memoramUserId,
      { marks, since, underWaySince: sentAt, lookedTo },
      { ranOutAt },
    );
  },
  sending: (storedContent) => noteSending(userId, key, contentMark(storedContent)),
  async failed(storedContent, error) {
    try {
      if (nothingHappened(error)) await withdrawSending(userId, key, contentMark(storedContent));
      else await noteUnderWay(userId, key, underWaySince(error));
    } catch (cause) {
      // Then it is looked for once more than it need be.
      log.error("noting a failed write failed", { userId, cause: causeOf(cause) });
    }
  },
});

async function storeOnce(userId: string, body: CreateMemory, key: string): Promise<Versioned> {
  let stored: Versioned;
  try {
    stored = await storeMemory(userId, body, lostAnswers(userId, key));
  } catch (error) {
    await freeIdempotency(userId, key);
    throw error;
  }
  try {
    const outcome = await vault().seal(JSON.stringify(stored.memory), sealedFor(userId));
    await finishIdempotency(userId, key, outcome);
  } catch (error) {
    // The memory is stored: saying so is worth more than remembering that we said it.
    log.error("keeping an outcome failed", { userId, cause: causeOf(error) });
  }
  return stored;
}

/**
 * Stores a new memory. With an `idempotencyKey`, the same key and body give the same answer for
 * 24 hours, also to calls at the same time; a body that was refused does not use up its key. When
 * the answer of an earlier call was lost, its memory is looked for before another is made.
 * @throws AppError idempotency-mismatch for another body; what `storeMemory` throws.
 */
export async function createMemory(
  userId: string,
  body: CreateMemory,
  idempotencyKey: string | null,
): Promise<Versioned> {
  if (idempotencyKey === null) return storeMemory(userId, body);
  // An answer that was kept is still about memories: whoever lost access does not get it again.
  await assertConnected(userId);
  const key = idempotencyKey;
  const digest = digestOf(body, env().NEXTAUTH_SECRET);
  const meanwhile = () => replay(userId, key, body);
  const options = { waitMs: 30_000, meanwhile };
  try {
    return await withLease(`create:${userId}:${key}`, options, async () => {
      const answered = await meanwhile();
      if (answered) return answered;
      await beginIdempotency(userId, key, digest);
      return storeOnce(userId, body, key);
    });
  } catch (error) {
    if (error instanceof LeaseBusyError) throw new AppError("memoram-timeout", { cause: error });
    throw error;
  }
}
