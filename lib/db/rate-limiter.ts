import "server-only";
import { RateLimiterMemory, RateLimiterPostgres, RateLimiterRes } from "rate-limiter-flexible";
import { pool } from "@/lib/db/client";
import { causeOf, log } from "@/lib/log";

/** What the library asks of a client; it names its statements, which poolers do not keep. */
type Query = { text: string; values: unknown[] };

/** A count that takes longer is not worth waiting for. */
const PATIENCE_MS = 1_000;
const TELL_EVERY_MS = 60_000;
let told = 0;

function tellFailure(error: unknown): void {
  if (Date.now() - told < TELL_EVERY_MS) return;
  told = Date.now();
  log.warn("calls are counted in memory only", { cause: causeOf(error) });
}

/** Rejects when the database has not answered in time; what it was asked goes on. */
async function askDatabase({ text, values }: Query) {
  let timer: NodeJS.Timeout | undefined;
  const late = new Promise<never>((_, reject) => {
    timer = setTimeout(() => reject(new Error("The count took too long.")), PATIENCE_MS);
  });
  try {
    return await Promise.race([pool().query({ text, values }), late]);
  } catch (error) {
    tellFailure(error);
    throw error;
  } finally {
    clearTimeout(timer);
  }
}

/** Milliseconds to wait when there were too many calls under `key`; null when this one may go on. */
export type RateLimiter = { take(key: string): Promise<number | null> };

type Options = { name: string; calls: number; seconds: number };

/**
 * Counts calls in Postgres for all instances together, in windows that begin with the first call.
 * While the database cannot be asked each process counts for itself, so that nobody is shut out and
 * no limit is gone. Who is over the limit is turned away from memory until the window ends: a flood
 * does not become a flood of queries.
 */
export function createRateLimiter({ name, calls, seconds }: Options): RateLimiter {
  const common = { keyPrefix: name, points: calls, duration: seconds };
  const limiter = new RateLimiterPostgres({
    ...common,
    storeClient: { query: askDatabase },
    storeType: "pool",
    tableName: "RateLimit",
    tableCreated: true,
    clearExpiredByTimeout: false,
    inMemoryBlockOnConsumed: calls + 1,
    insuranceLimiter: new RateLimiterMemory(common),
  });
  return {
    async take(key) {
      try {
        await limiter.consume(key);
        return null;
      } catch (refusal) {
        if (refusal instanceof RateLimiterRes) return refusal.msBeforeNext;
        throw refusal;
      }
    },
  };
}
