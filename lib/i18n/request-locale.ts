import "server-only";
import { cookies, headers } from "next/headers";
import type { Messages } from "@/lib/i18n/english";
import { isLocale, type Locale, localeCookie } from "@/lib/i18n/locales";
import { negotiateLocale } from "@/lib/i18n/negotiate";
import { translate } from "@/lib/i18n/translate";

/** The language the person chose; null where the browser's wish counts. */
export async function chosenLocale(): Promise<Locale | null> {
  const chosen = (await cookies()).get(localeCookie)?.value;
  return isLocale(chosen) ? chosen : null;
}

/** The language of the page that is being made. */
export async function requestLocale(): Promise<Locale> {
  const chosen = await chosenLocale();
  return negotiateLocale(chosen ?? undefined, (await headers()).get("accept-language"));
}

/** Texts for a server component, as `useTranslations` gives them to a client one. */
export async function pageTranslations<Namespace extends keyof Messages>(namespace: Namespace) {
  return translate(await requestLocale(), namespace);
}
