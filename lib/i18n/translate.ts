import { createTranslator } from "use-intl/core";
import { messagesOf } from "@/lib/i18n/catalogues";
import type { Messages } from "@/lib/i18n/english";
import type { Locale } from "@/lib/i18n/locales";

/** Texts outside of React: on the server and in tests, since it brings every language along. */
export function translate<Namespace extends keyof Messages>(locale: Locale, namespace: Namespace) {
  return createTranslator({ locale, messages: messagesOf(locale), namespace });
}
