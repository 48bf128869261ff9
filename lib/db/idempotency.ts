import "server-only";
import { db } from "@/lib/db/client";

export const IDEMPOTENCY_HOURS = 24;

const since = () => new Date(Date.now() - IDEMPOTENCY_HOURS * 3_600_000);

/** The outcome kept for a key, unless it has expired. */
export function findIdempotency(userId: string, key: string) {
  return db().idempotencyRecord.findFirst({ where: { userId, key, createdAt: { gt: since() } } });
}

/** @returns how many outcomes had expired. */
export async function dropOldIdempotency(): Promise<number> {
  const { count } = await db().idempotencyRecord.deleteMany({
    where: { createdAt: { lte: since() } },
  });
  return count;
}

/**
 * Binds a key to a body before the work begins.
 * @returns false when the key is bound already.
 */
export async function beginIdempotency(userId: string, key: string, bodyDigest: string) {
  await dropOldIdempotency();
  const { count } = await db().idempotencyRecord.createMany({
    data: [{ userId, key, bodyDigest }],
    skipDuplicates: true,
  });
  return count === 1;
}

/** Notes, before a memory is sent, what it can be known by when the answer is lost. */
export async function noteWriting(userId: string, key: string, contentMark: string) {
  const data = { writingAt: new Date(), contentMark };
  await db().idempotencyRecord.updateMany({ where: { userId, key }, data });
}

/** Keeps the sealed outcome. */
export async function finishIdempotency(userId: string, key: string, outcome: string) {
  await db().idempotencyRecord.updateMany({
    where: { userId, key },
    data: { outcome, writingAt: null, contentMark: null },
  });
}

/**
 * Frees a key whose body was refused: nothing happened under it. Where something was sent without an
 * answer, it stays, unless that has been settled.
 */
export async function freeIdempotency(
  userId: string,
  key: string,
  { evenIfSent }: { evenIfSent: boolean },
) {
  const unsent = evenIfSent ? {} : { writingAt: null };
  await db().idempotencyRecord.deleteMany({ where: { userId, key, outcome: null, ...unsent } });
}
