import Negotiator from "negotiator";
import { defaultLocale, isLocale, type Locale } from "@/lib/i18n/locales";

/**
 * The language for a request: what the person chose, else the first one of `Accept-Language`
 * (RFC 9110, 12.5.4) that Keepsake speaks, a regional one counting as its language.
 */
export function negotiateLocale(chosen: string | undefined, acceptLanguage: string | null): Locale {
  if (isLocale(chosen)) return chosen;
  const wanted = new Negotiator({ headers: { "accept-language": acceptLanguage ?? "" } });
  for (const tag of wanted.languages()) {
    const [language] = tag.toLowerCase().split("-");
    if (isLocale(language)) return language;
  }
  return defaultLocale;
}
