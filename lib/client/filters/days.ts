/** Whether `text` is a day that exists, written `YYYY-MM-DD`. */
export function isCalendarDay(text: string): boolean {
  return midnight(text, 0) !== null;
}

/**
 * The moment at which a day begins in the browser's time zone, in milliseconds since 1970, or the
 * day `later` days after it; null for what is no day. Days have 23 or 25 hours where clocks change.
 */
export function midnight(text: string, later: number): number | null {
  const [, year, month, day] = /^(\d{4})-(\d{2})-(\d{2})$/.exec(text)?.map(Number) ?? [];
  if (year === undefined || month === undefined || day === undefined) return null;
  const date = new Date(2000, 0, 1);
  // Not through the constructor, which takes the years 0 to 99 for 1900 to 1999.
  date.setFullYear(year, month - 1, day);
  if (date.getMonth() !== month - 1 || date.getDate() !== day) return null;
  date.setFullYear(year, month - 1, day + later);
  return date.getTime();
}
