import type { ActiveFilter } from "@/lib/client/filters/active-filters";
import type { LevelRange } from "@/lib/client/filters/memory-filters";
import type { Translator } from "@/lib/i18n/translator";

/** `locale`: as dates are written, BCP 47. */
type Words = { t: Translator<"filters">; locale: string };

/** A day of the address (`YYYY-MM-DD`) as a person writes it: "1 Mar 2025". */
export function dayInWords(day: string, locale: string): string {
  // A calendar day lies in no zone: read and written in the same one, it stays itself.
  const date = new Date(`${day}T00:00:00Z`);
  const options = { day: "numeric", month: "short", year: "numeric", timeZone: "UTC" } as const;
  return new Intl.DateTimeFormat(locale, options).format(date);
}

/**
 * The first day of a month as that month: "March 2025", in the year of `now` "March". Any other day
 * as `dayInWords` writes it.
 */
export function beginningInWords(day: string, locale: string, now = new Date()): string {
  if (!day.endsWith("-01")) return dayInWords(day, locale);
  const isThisYear = Number(day.slice(0, 4)) === now.getFullYear();
  const date = new Date(`${day}T00:00:00Z`);
  const month = { month: "long", timeZone: "UTC" } as const;
  const options = isThisYear ? month : ({ ...month, year: "numeric" } as const);
  return new Intl.DateTimeFormat(locale, options).format(date);
}

/** "any", "0.5 or more", "up to 0.8", "0.5 to 0.8". */
export function rangeInWords({ min, max }: LevelRange, { t }: Pick<Words, "t">): string {
  if (min === null && max === null) return t("level.any");
  if (max === null) return t("level.from", { min: min ?? 0 });
  if (min === null) return t("level.to", { max });
  return t(min > max ? "level.nothing" : "level.between", { min, max });
}

/** A filter as it stands on its chip; a tag that is asked for is its name. */
export function filterInWords(filter: ActiveFilter, words: Words): string {
  const { t } = words;
  switch (filter.kind) {
    case "view":
      return t(`words.${filter.view}`);
    case "search":
      return t("words.search", { text: filter.q });
    case "tag":
      return filter.name;
    case "not-tag":
      return t("words.notTag", { name: filter.name });
    case "importance":
    case "confidence":
      return t(`words.${filter.kind}`, { range: rangeInWords(filter.range, words) });
    case "source":
      return sourcesInWords("words", filter.sources, words);
    case "dates":
      return datesInWords("words", filter, words);
  }
}

/** A filter as the end of "Nothing is …". */
export function conditionInWords(filter: ActiveFilter, words: Words): string {
  const { t } = words;
  switch (filter.kind) {
    case "view":
      return t(`empty.is.${filter.view}`);
    case "search":
      return t("empty.is.search", { text: filter.q });
    case "tag":
      return t("empty.is.tag", { name: filter.name });
    case "not-tag":
      return t("empty.is.notTag", { name: filter.name });
    case "importance":
    case "confidence":
      return t(`empty.is.${filter.kind}`, { range: rangeInWords(filter.range, words) });
    case "source":
      return sourcesInWords("empty.is", filter.sources, words);
    case "dates":
      return datesInWords("empty.is", filter, words);
  }
}

type Place = "words" | "empty.is";

function sourcesInWords(place: Place, sources: readonly string[], { t }: Words): string {
  const [name, ...others] = sources;
  return others.length > 0 || name === undefined
    ? t(`${place}.sources`, { count: sources.length })
    : t(`${place}.source`, { name });
}

type Dates = { from: string | null; to: string | null };

function datesInWords(place: Place, { from, to }: Dates, words: Words): string {
  const { t } = words;
  const [first, last] = [from, to].map((day) =>
    day === null ? "" : dayInWords(day, words.locale),
  );
  if (from !== null && to === null) {
    return t(`${place}.since`, { from: beginningInWords(from, words.locale) });
  }
  if (from === null) return t(`${place}.until`, { to: last ?? "" });
  if (from === to) return t(`${place}.day`, { day: first ?? "" });
  return t(`${place}.dates`, { from: first ?? "", to: last ?? "" });
}
