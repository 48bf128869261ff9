/** What we pass on when Memoram asks for a pause without saying how long. */
const DEFAULT_SECONDS = 10;
const MAX_SECONDS = 24 * 60 * 60;

/**
 * Reads `Retry-After` (RFC 9110, 10.2.3): whole seconds or an HTTP date.
 * @returns whole seconds, at least 1, at most a day; 10 when absent or unreadable.
 */
export function parseRetryAfter(value: string | undefined, now = Date.now()): number {
  if (value === undefined) return DEFAULT_SECONDS;
  const text = value.trim();
  const seconds = /^\d{1,9}$/.test(text) ? Number(text) : (Date.parse(text) - now) / 1_000;
  if (!Number.isFinite(seconds)) return DEFAULT_SECONDS;
  return Math.min(MAX_SECONDS, Math.max(1, Math.ceil(seconds)));
}
