import "server-only";
import { cookies, headers } from "next/headers";
import { createTranslator } from "use-intl/core";
import { messagesOf } from "@/lib/i18n/catalogues";
import type { Messages } from "@/lib/i18n/english";
import { type Locale, localeCookie } from "@/lib/i18n/locales";
import { negotiateLocale } from "@/lib/i18n/negotiate";

/** The language of the page that is being made. */
export async function requestLocale(): Promise<Locale> {
  const chosen = (await cookies()).get(localeCookie)?.value;
  return negotiateLocale(chosen, (await headers()).get("accept-language"));
}

/** Texts for a server component, as `useTranslations` gives them to a client one. */
export async function pageTranslations<Namespace extends keyof Messages>(namespace: Namespace) {
  const locale = await requestLocale();
  return createTranslator({ locale, messages: messagesOf(locale), namespace });
}
