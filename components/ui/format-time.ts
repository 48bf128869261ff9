const minute = 60_000;
const hour = 60 * minute;

/** The person's region where it is an English one, since the words around the date are English. */
function dateLocale(locale: string | undefined): string {
  return locale?.toLowerCase().startsWith("en") ? locale : "en-GB";
}

interface TimeOptions {
  /** BCP 47, usually `navigator.language`. */
  locale?: string | undefined;
  /** IANA name; the browser's own where missing. */
  timeZone?: string | undefined;
}

function format(date: Date, options: Intl.DateTimeFormatOptions, at: TimeOptions): string {
  return new Intl.DateTimeFormat(dateLocale(at.locale), {
    ...options,
    ...(at.timeZone === undefined ? {} : { timeZone: at.timeZone }),
  }).format(date);
}

/** Days since 1970 on the calendar of the given zone, so that "yesterday" turns at midnight. */
function dayNumber(date: Date, at: TimeOptions): number {
  const [year, month, day] = new Intl.DateTimeFormat("en-CA", {
    year: "numeric",
    month: "2-digit",
    day: "2-digit",
    ...(at.timeZone === undefined ? {} : { timeZone: at.timeZone }),
  })
    .format(date)
    .split("-")
    .map(Number);
  return Date.UTC(year ?? 0, (month ?? 1) - 1, day ?? 1) / (24 * hour);
}

/** "4 April 2025" */
export function longDate(date: Date, at: TimeOptions = {}): string {
  return format(date, { day: "numeric", month: "long", year: "numeric" }, at);
}

/** "16 Nov" in the year of `now`, "16 Nov 2024" otherwise */
function shortDate(date: Date, now: Date, at: TimeOptions): string {
  const sameYear = format(date, { year: "numeric" }, at) === format(now, { year: "numeric" }, at);
  return format(
    date,
    { day: "numeric", month: "short", ...(sameYear ? {} : { year: "numeric" }) },
    at,
  );
}

/** "4 April 2025 at 14:02": the title of a time */
export function fullTime(date: Date, at: TimeOptions = {}): string {
  return format(date, { dateStyle: "long", timeStyle: "short" }, at);
}

/** "14:02", or "2:02 pm" where that is the custom */
export function clockTime(date: Date, at: TimeOptions = {}): string {
  return new Intl.DateTimeFormat(at.locale, {
    hour: "numeric",
    minute: "2-digit",
    ...(at.timeZone === undefined ? {} : { timeZone: at.timeZone }),
  }).format(date);
}

/** For a list row: "now", "5 min", "2 h", "yesterday", "Tue", "16 Nov", "16 Nov 2024". */
export function shortTime(date: Date, now: Date, at: TimeOptions = {}): string {
  const age = now.getTime() - date.getTime();
  // A clock that runs a little ahead is still "now"; a date ahead is a date.
  if (age < -5 * minute) return shortDate(date, now, at);
  if (age < minute) return "now";
  if (age < hour) return `${Math.floor(age / minute)} min`;
  const days = dayNumber(now, at) - dayNumber(date, at);
  if (days === 0) return `${Math.floor(age / hour)} h`;
  if (days === 1) return "yesterday";
  if (days < 7) return format(date, { weekday: "short" }, at);
  return shortDate(date, now, at);
}

const plural = (count: number, unit: string) => `${count} ${unit}${count === 1 ? "" : "s"} ago`;

/** In a sentence: "just now", "5 minutes ago", "2 hours ago", "yesterday", "4 April 2025". */
export function timeAgo(date: Date, now: Date, at: TimeOptions = {}): string {
  const age = now.getTime() - date.getTime();
  if (age < -5 * minute) return longDate(date, at);
  if (age < minute) return "just now";
  if (age < hour) return plural(Math.floor(age / minute), "minute");
  const days = dayNumber(now, at) - dayNumber(date, at);
  if (days === 0) return plural(Math.floor(age / hour), "hour");
  if (days === 1) return "yesterday";
  if (days < 7) return plural(days, "day");
  return longDate(date, at);
}
