import { ApiError, OfflineError, UnreadableAnswerError } from "@/lib/client/errors";
import { isLostAccess } from "@/lib/client/lost-access";

/** Where an answer asks for a pause without saying how long (the last line of a stream cannot). */
const DEFAULT_PAUSE_MS = 10_000;

const FIRST_DELAY_MS = 1_000;
const LONGEST_DELAY_MS = 60_000;

/**
 * What follows from a failed read. `drop`: nothing may be shown any more. `wait`: again after
 * `delay` milliseconds; `passing` when it may be mended the moment the network is back. `stay`:
 * the same would be answered again, so only a person or a new look at the page tries again.
 */
export type RetryPlan =
  | { kind: "drop" }
  | { kind: "wait"; delay: number; passing: boolean }
  | { kind: "stay" };

/** `failures`: how many attempts failed before this one. `random` (0–1) spreads tabs out. */
export function planRetry(error: unknown, failures: number, random: number): RetryPlan {
  if (isLostAccess(error)) return { kind: "drop" };
  const pause = pauseOf(error);
  if (pause !== null) return { kind: "wait", delay: pause, passing: false };
  if (!isPassing(error)) return { kind: "stay" };
  const delay = Math.min(LONGEST_DELAY_MS, FIRST_DELAY_MS * 2 ** failures);
  return { kind: "wait", delay: delay * (0.75 + random / 2), passing: true };
}

/** Milliseconds of the pause that a 429 asks for; null for anything else. */
export function pauseOf(error: unknown): number | null {
  if (!(error instanceof ApiError) || error.status !== 429) return null;
  const seconds = error.retryAfterSeconds;
  return seconds === null ? DEFAULT_PAUSE_MS : Math.max(1, seconds) * 1_000;
}

function isPassing(error: unknown): boolean {
  if (error instanceof OfflineError) return true;
  if (error instanceof UnreadableAnswerError) return error.status >= 500;
  // A refused installation stays refused until somebody mends its settings.
  return error instanceof ApiError && error.status >= 500 && error.code !== "memoram-credentials";
}
