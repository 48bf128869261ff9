import { ApiError, OfflineError, UnreadableAnswerError } from "./errors";

const MAX_RETRIES = 2;

/**
 * Whether a read is worth repeating by itself: twice at most, and only when no answer arrived or a
 * server failed (5xx). Never after a 4xx: the answer would be the same. Writes are not repeated.
 */
export function shouldRetryRead(failures: number, error: unknown): boolean {
  return failures < MAX_RETRIES && isPassing(error);
}

function isPassing(error: unknown): boolean {
  if (error instanceof OfflineError) return true;
  if (error instanceof UnreadableAnswerError) return error.status >= 500;
  return error instanceof ApiError && error.status >= 500 && !lasting.has(error.code);
}

/** A 5xx that stays what it is until somebody mends the installation. */
const lasting = new Set<string>(["memoram-credentials"]);

/** Milliseconds before the next try: 0.5 s, then 1 s, with jitter so that tabs spread out. */
export function retryDelay(failures: number, random = Math.random()): number {
  return 500 * 2 ** failures * (0.75 + random / 2);
}
