import "server-only";
import { randomUUID } from "node:crypto";
import { db } from "@/lib/db/client";
import { standInLine } from "@/lib/db/waiting-line";

/**
 * Takes the right to do `key` alone for `ttlMs`, by the database's clock. Single statement: holds
 * no connection and no transaction, so it works through poolers and cannot starve our own pool.
 * @returns false while somebody else holds it.
 */
export async function takeLease(key: string, holder: string, ttlMs: number): Promise<boolean> {
  const taken = await db().$executeRaw`
    INSERT INTO "Lease" ("key", "holder", "until")
    VALUES (${key}, ${holder}, (clock_timestamp() AT TIME ZONE 'utc') + ${ttlMs}::int * interval '1 millisecond')
    ON CONFLICT ("key") DO UPDATE SET "holder" = EXCLUDED."holder", "until" = EXCLUDED."until"
    WHERE "Lease"."until" < (clock_timestamp() AT TIME ZONE 'utc')`;
  return taken === 1;
}

/** Holds a lease in nobody's name for `ttlMs` at least, whoever holds it and for how long. */
export async function holdLease(key: string, ttlMs: number): Promise<void> {
  await db().$executeRaw`
    INSERT INTO "Lease" ("key", "holder", "until")
    VALUES (${key}, 'nobody', (clock_timestamp() AT TIME ZONE 'utc') + ${ttlMs}::int * interval '1 millisecond')
    ON CONFLICT ("key") DO UPDATE SET "until" = greatest("Lease"."until", EXCLUDED."until")`;
}

/** Gives a lease back; nothing happens when it has passed to somebody else. */
export async function releaseLease(key: string, holder: string): Promise<void> {
  await db().$executeRaw`DELETE FROM "Lease" WHERE "key" = ${key} AND "holder" = ${holder}`;
}

/** For how many more milliseconds somebody holds a lease, by the database's clock; 0 when nobody does. */
export async function leaseLeftMs(key: string): Promise<number> {
  const [row] = await db().$queryRaw<{ ms: number }[]>`
    SELECT ceil(extract(epoch FROM "until" - (clock_timestamp() AT TIME ZONE 'utc')) * 1000)::int AS ms
    FROM "Lease" WHERE "key" = ${key}`;
  return Math.max(0, row?.ms ?? 0);
}

/** Holds on to a lease for another `ttlMs`; nothing happens when it has passed to somebody else. */
async function renewLease(key: string, holder: string, ttlMs: number): Promise<void> {
  await db().$executeRaw`
    UPDATE "Lease"
    SET "until" = (clock_timestamp() AT TIME ZONE 'utc') + ${ttlMs}::int * interval '1 millisecond'
    WHERE "key" = ${key} AND "holder" = ${holder}`;
}

/** Nobody gave the lease back in time. */
export class LeaseBusyError extends Error {
  constructor() {
    super("The lease is held by somebody else.");
    this.name = "LeaseBusyError";
  }
}

export type LeaseOptions<T> = {
  /** How long to wait for the lease. */
  waitMs: number;
  /** Asked before the lease and at every turn of waiting: an answer ends the wait. */
  meanwhile?: () => Promise<T | undefined>;
  /** How long a holder that has crashed blocks others, in milliseconds; of one that lives, it is renewed. */
  ttlMs?: number;
};

const TTL_MS = 6_000;

async function whileRenewing<T>(
  key: string,
  holder: string,
  ttlMs: number,
  work: () => Promise<T>,
): Promise<T> {
  const timer = setInterval(() => {
    // A renewal that fails is followed by another; the work itself will learn of a lost database.
    renewLease(key, holder, ttlMs).catch(() => undefined);
  }, ttlMs / 3);
  try {
    return await work();
  } finally {
    clearInterval(timer);
  }
}

/**
 * Runs `work` while holding `key`.
 * @throws LeaseBusyError after `waitMs`; whatever `work` and `meanwhile` throw.
 */
export async function withLease<T>(
  key: string,
  { waitMs, meanwhile, ttlMs = TTL_MS }: LeaseOptions<T>,
  work: () => Promise<T>,
): Promise<T> {
  const holder = randomUUID();
  const deadline = Date.now() + waitMs;
  const place = standInLine(key);
  try {
    for (;;) {
      const answer = await meanwhile?.();
      if (answer !== undefined) return answer;
      if (place.isFirst() && (await takeLease(key, holder, ttlMs))) break;
      if (Date.now() >= deadline) throw new LeaseBusyError();
      await place.wait(40 + Math.random() * 80);
    }
    try {
      return await whileRenewing(key, holder, ttlMs, work);
    } finally {
      await releaseLease(key, holder);
    }
  } finally {
    place.leave();
  }
}
