import type { Locale } from "@/lib/i18n/locales";
import type { Translator } from "@/lib/i18n/translator";

const minute = 60_000;
const hour = 60 * minute;
const day = 24 * hour;

/** How dates are written where nobody has said otherwise. */
const usualRegion: Record<Locale, string> = { en: "en-GB", de: "de-DE" };

/**
 * The page's language as the person's region writes it ("en-US", "de-AT"): the first of `wanted`,
 * usually `navigator.languages`, that is of this language. BCP 47 all of them.
 */
export function regionalLocale(locale: Locale, wanted: readonly string[]): string {
  const language = (tag: string) => tag.toLowerCase().split("-")[0];
  return wanted.find((tag) => language(tag) === locale) ?? usualRegion[locale];
}

export interface TimeOptions {
  /** BCP 47, from `regionalLocale`. */
  locale: string;
  /** IANA name; the browser's own where missing. */
  timeZone?: string | undefined;
}

export interface TimeWords extends TimeOptions {
  t: Translator<"dates">;
}

const formats = new Map<string, Intl.DateTimeFormat>();

/** Making a format costs a hundred times what using it does, and a list has a row for each. */
function dateFormat({ locale, timeZone }: TimeOptions, options: Intl.DateTimeFormatOptions) {
  const key = JSON.stringify([locale, timeZone, options]);
  const known = formats.get(key);
  if (known) return known;
  const made = new Intl.DateTimeFormat(locale, timeZone ? { ...options, timeZone } : options);
  formats.set(key, made);
  return made;
}

const format = (date: Date, at: TimeOptions, options: Intl.DateTimeFormatOptions) =>
  dateFormat(at, options).format(date);

/** Days since 1970 on the calendar of the given zone, so that "yesterday" turns at midnight. */
function dayNumber(date: Date, { timeZone }: TimeOptions): number {
  const iso = { year: "numeric", month: "2-digit", day: "2-digit" } as const;
  const [year, month, ofMonth] = format(date, { locale: "en-CA", timeZone }, iso)
    .split("-")
    .map(Number);
  return Date.UTC(year ?? 0, (month ?? 1) - 1, ofMonth ?? 1) / day;
}

/** "4 April 2025" */
export function longDate(date: Date, at: TimeOptions): string {
  return format(date, at, { day: "numeric", month: "long", year: "numeric" });
}

/** "16 Nov" in the year of `now`, "16 Nov 2024" otherwise */
function shortDate(date: Date, now: Date, at: TimeOptions): string {
  const year = { year: "numeric" } as const;
  const sameYear = format(date, at, year) === format(now, at, year);
  return format(date, at, { day: "numeric", month: "short", ...(sameYear ? {} : year) });
}

/** "4 April 2025 at 14:02": the title of a time */
export function fullTime(date: Date, at: TimeOptions): string {
  return format(date, at, { dateStyle: "long", timeStyle: "short" });
}

/** "14:02", or "2:02 pm" where that is the custom */
export function clockTime(date: Date, at: TimeOptions): string {
  return format(date, at, { hour: "numeric", minute: "2-digit" });
}

/** For a list row: "now", "5 min", "2 h", "yesterday", "Tue", "16 Nov", "16 Nov 2024". */
export function shortTime(date: Date, now: Date, at: TimeWords): string {
  const age = now.getTime() - date.getTime();
  // A clock that runs a little ahead is still "now"; a date ahead is a date.
  if (age < -5 * minute) return shortDate(date, now, at);
  if (age < minute) return at.t("now");
  if (age < hour) return at.t("minutes", { count: Math.floor(age / minute) });
  const days = dayNumber(now, at) - dayNumber(date, at);
  if (days === 0) return at.t("hours", { count: Math.floor(age / hour) });
  if (days === 1) return at.t("yesterday");
  if (days < 7) return format(date, at, { weekday: "short" });
  return shortDate(date, now, at);
}

/** In a sentence: "just now", "5 minutes ago", "2 hours ago", "yesterday", "4 April 2025". */
export function timeAgo(date: Date, now: Date, at: TimeWords): string {
  const age = now.getTime() - date.getTime();
  if (age < -5 * minute) return longDate(date, at);
  if (age < minute) return at.t("justNow");
  if (age < hour) return at.t("minutesAgo", { count: Math.floor(age / minute) });
  const days = dayNumber(now, at) - dayNumber(date, at);
  if (days === 0) return at.t("hoursAgo", { count: Math.floor(age / hour) });
  if (days === 1) return at.t("yesterday");
  if (days < 7) return at.t("daysAgo", { count: days });
  return longDate(date, at);
}

/** Over the list of a day: "Today", "Yesterday", "Friday, 4 April 2025". */
export function dayTitle(date: Date, now: Date, at: TimeWords): string {
  const days = dayNumber(now, at) - dayNumber(date, at);
  if (days === 0) return at.t("today");
  if (days === 1) return at.t("yesterdayTitle");
  return format(date, at, { weekday: "long", day: "numeric", month: "long", year: "numeric" });
}

/** Two times are on the same day where this is the same. */
export const dayKey = (date: Date, at: TimeOptions = { locale: "en" }) => dayNumber(date, at);
