/** What we pass on when Memoram asks for a pause and cannot be understood. */
const DEFAULT_SECONDS = 10;
const MAX_SECONDS = 24 * 60 * 60;

/** Milliseconds since 1970 of an HTTP date; its oldest form leaves out that it is GMT. */
function parseHttpDate(text: string): number {
  if (!/^(Mon|Tue|Wed|Thu|Fri|Sat|Sun)[a-z]*,? /.test(text)) return Number.NaN;
  return Date.parse(text.endsWith(" GMT") ? text : `${text} GMT`);
}

/**
 * Reads `Retry-After` (RFC 9110, 10.2.3): whole seconds or an HTTP date.
 * @returns whole seconds, at least 1, at most a day; 10 when unreadable.
 */
export function parseRetryAfter(value: string, now = Date.now()): number {
  const text = value.trim();
  const seconds = /^\d+$/.test(text) ? Number(text) : (parseHttpDate(text) - now) / 1_000;
  if (Number.isNaN(seconds)) return DEFAULT_SECONDS;
  return Math.min(MAX_SECONDS, Math.max(1, Math.ceil(seconds)));
}
