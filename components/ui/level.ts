/** How many of five bars stand for a value from 0 to 1; more than nothing shows at least one. */
export function filledBars(value: number): number {
  if (!(value > 0)) return 0;
  return Math.min(5, Math.max(1, Math.round(value * 5)));
}

/** Memoram says "1–5 or 0–1": what lies outside 0–1 is kept as it came and named so. */
export function isOutOfRange(value: number): boolean {
  return !(value >= 0 && value <= 1);
}
