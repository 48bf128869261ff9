import "server-only";
import { expireCopies, expireRateLimits, expireSessions, expireVersions } from "@/lib/db/expire";
import { dropOldIdempotency } from "@/lib/db/idempotency";
import { causeOf, log } from "@/lib/log";
import { settleAllIntents } from "@/lib/services/activity/settle";
import { trashSince } from "@/lib/services/trash/window";

/** How many rows of each kind were erased. */
export type Removed = { trash: number; versions: number; idempotency: number; sessions: number };

/**
 * Erases, for everybody, what has outlived its time: the trash after 30 days, with the history of
 * what was in it; the history of memories that have been missing for as long; the outcomes kept for
 * repeated calls; sessions that have ended.
 */
export async function expire(): Promise<Removed> {
  const before = trashSince();
  await settleAllIntents();
  await expireRateLimits(new Date());
  const { copies, versions } = await expireCopies(before);
  const missed = await expireVersions(before);
  return {
    trash: copies,
    versions: versions + missed,
    idempotency: await dropOldIdempotency(),
    sessions: await expireSessions(new Date()),
  };
}

const EVERY_MS = 3_600_000;
let last = 0;

/** At most once an hour in each process, for an installation that no scheduler calls. Never fails. */
export async function expireNowAndThen(): Promise<void> {
  if (Date.now() - last < EVERY_MS) return;
  last = Date.now();
  try {
    await expire();
  } catch (error) {
    log.error("erasing what has expired failed", { cause: causeOf(error) });
  }
}
