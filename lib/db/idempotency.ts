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
export async function noteSending(userId: string, key: string, contentMark: string) {
  const sentAt = new Date();
  const record = await db().idempotencyRecord.findUnique({
    where: { userId_key: { userId, key } },
  });
  await db().idempotencyRecord.updateMany({
    where: { userId, key },
    data: {
      contentMarks: { push: contentMark },
      sentSince: record?.sentSince ?? sentAt,
      sentAt,
      lookedTo: null,
    },
  });
}

/** What was sent with this mark was refused: there is nothing to look for. */
export async function withdrawSending(userId: string, key: string, contentMark: string) {
  const record = await db().idempotencyRecord.findUnique({
    where: { userId_key: { userId, key } },
  });
  const contentMarks = record?.contentMarks.filter((mark) => mark !== contentMark) ?? [];
  const data = { contentMarks, sentAt: null };
  await db().idempotencyRecord.updateMany({ where: { userId, key }, data });
}

/** Since when Memoram may be at work on what was sent; null: no longer, whatever came of it. */
export async function noteUnderWay(userId: string, key: string, since: number | null) {
  const sentAt = since === null ? null : new Date(since);
  await db().idempotencyRecord.updateMany({ where: { userId, key }, data: { sentAt } });
}

/** How far a look for what was sent came, for the next one to go on from there. */
export async function noteLookedTo(userId: string, key: string, lookedTo: string) {
  await db().idempotencyRecord.updateMany({ where: { userId, key }, data: { lookedTo } });
}

/** Keeps the sealed outcome. */
export async function finishIdempotency(userId: string, key: string, outcome: string) {
  const nothingSent = { contentMarks: [], sentSince: null, sentAt: null, lookedTo: null };
  const data = { outcome, ...nothingSent };
  await db().idempotencyRecord.updateMany({ where: { userId, key }, data });
}

/** Frees a key under which nothing was sent, or only what was refused. */
export async function freeIdempotency(userId: string, key: string) {
  await db().idempotencyRecord.deleteMany({
    where: { userId, key, outcome: null, contentMarks: { isEmpty: true } },
  });
}
