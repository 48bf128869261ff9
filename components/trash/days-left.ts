const DAY_MS = 24 * 60 * 60_000;

/**
 * Days until `expiresAt` (ISO 8601) to the nearest whole one, so that what was deleted just now has
 * all of them; 0 for less than one. Null once it is over, or where the time cannot be read.
 */
export function daysLeft(expiresAt: string, now: number): number | null {
  const left = Date.parse(expiresAt) - now;
  if (!(left > 0)) return null;
  return left < DAY_MS ? 0 : Math.round(left / DAY_MS);
}
