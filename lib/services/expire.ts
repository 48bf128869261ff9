import "server-only";
import {
  expireCopies,
  expireLeases,
  expireRateLimits,
  expireSessions,
  expireVersions,
} from "@/lib/db/expire";
import { dropOldIdempotency } from "@/lib/db/idempotency";
import { causeOf, log } from "@/lib/log";
import { settleAllIntents } from "@/lib/services/activity/settle";
import { trashSince } from "@/lib/services/trash/window";

/** How many rows of each kind were erased. */
export type Removed = { trash: number; versions: number; idempotency: number; sessions: number };

const parts = [
  "trash",
  "versions",
  "idempotency",
  "sessions",
  "limits",
  "leases",
  "activity",
] as const;
type Part = (typeof parts)[number];

/** What was erased, and which parts failed: those are for the next time. */
export type Expired = { removed: Removed; failed: Part[] };

/**
 * Erases, for everybody, what has outlived its time: the trash after 30 days, with the history of
 * what was in it; the history of memories that have been missing for as long; the outcomes kept for
 * repeated calls; sessions that have ended; counts of calls; leases that were never given back. Then
 * what was begun and never ended is recorded. Each for itself: one that fails is logged and named,
 * and stops no other.
 * @throws what the first failed with, when all of them did: there is no database.
 */
export async function expire(): Promise<Expired> {
  const before = trashSince();
  const removed: Removed = { trash: 0, versions: 0, idempotency: 0, sessions: 0 };
  const work: Record<Part, () => Promise<unknown>> = {
    trash: async () => {
      const { copies, versions } = await expireCopies(before);
      removed.trash = copies;
      removed.versions += versions;
    },
    versions: async () => {
      removed.versions += await expireVersions(before);
    },
    idempotency: async () => {
      removed.idempotency = await dropOldIdempotency();
    },
    sessions: async () => {
      removed.sessions = await expireSessions(new Date());
    },
    limits: () => expireRateLimits(new Date()),
    leases: () => expireLeases(new Date()),
    activity: settleAllIntents,
  };
  const failures = new Map<Part, unknown>();
  for (const part of parts) {
    try {
      await work[part]();
    } catch (error) {
      failures.set(part, error);
      log.error(`erasing what has expired failed: ${part}`, { cause: causeOf(error) });
    }
  }
  const failed = [...failures.keys()];
  if (failed.length === parts.length) throw failures.get(parts[0]);
  return { removed, failed };
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
