import { defaultLocale, isLocale, type Locale } from "@/lib/i18n/locales";

/**
 * The language for a browser without the server's word: what was chosen, else the first of the
 * browser's languages that Keepsake speaks, a regional one counting as its language.
 */
export function browserLocale(chosen: string | undefined, wanted: readonly string[]): Locale {
  if (isLocale(chosen)) return chosen;
  return wanted.map((tag) => tag.toLowerCase().split("-")[0]).find(isLocale) ?? defaultLocale;
}
